"""One declared organisation: its accounts are expected to look alike."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene


def declared_organisation(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts declare themselves as one organisation's."""
    org = scene.traits.org[group.members]
    known = org[org >= 0]
    if not len(known):
        return None
    values, n = np.unique(known, return_counts=True)
    share = float(n.max()) / group.size
    name = scene.names["org_id"][int(values[np.argmax(n)])]
    return Reading(fit(share, 0.5, 0.9), f"{int(n.max())} of {group.size} accounts declare one organisation ({name}).")
