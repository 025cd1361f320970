"""One customer or office in the open: one card, and one mail domain or address, for everybody."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

FEW = 50  # accounts that one openly paying customer may hold


def _agreed(code: Ints) -> float:
    """Return the share that have the commonest known value."""
    known = code[code >= 0]
    return float(np.unique(known, return_counts=True)[1].max()) / len(code) if len(known) else 0.0


def one_customer(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts are openly one customer's: one instrument and one mail domain for all, few accounts."""
    if group.size > FEW:
        return None
    card = _agreed(scene.traits.payment[group.members])
    domain = _agreed(scene.traits.email[group.members])
    share = min(card, domain)
    if share < 0.5:
        return None
    return Reading(
        fit(share, 0.7, 0.95),
        f"{card:.0%} of the {group.size} accounts use one payment instrument and {domain:.0%} one e-mail domain, in the open.",
    )
