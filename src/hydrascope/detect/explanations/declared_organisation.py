"""One declared organisation: its accounts are expected to look alike."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene


def declared_organisation(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts declare themselves as one organisation's.

    Those of one organisation are one customer, so that the others of the group are few where this fits.
    """
    org = scene.traits.org[group.everyone]
    known = org[org >= 0]
    if not len(known):
        return None
    values, n = np.unique(known, return_counts=True)
    share = float(n.max()) / len(org)
    name = scene.names["org_id"][int(values[np.argmax(n)])]
    return Reading(fit(share, 0.5, 0.9), f"{int(n.max())} of {len(org)} accounts declare one organisation ({name}).")
