"""Were the accounts registered close together?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

WINDOWS = (1, 3, 7, 14, 21, 30)  # days
_DAY = 86400.0


def densest(births: Floats, days: int) -> tuple[float, int]:
    """
    Return where the fullest window of so many days begins, and how many births it holds.

    >>> densest(np.array([0.0, 1.0, 2.0, 90.0]) * 86400, 3)
    (0.0, 3)
    """
    births = np.sort(births)
    held = np.searchsorted(births, births + days * _DAY, side="right") - np.arange(len(births))
    at = int(np.argmax(held))
    return float(births[at]), int(held[at])


def birth_burst(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts were registered within one window of days.

    A scan over windows of one day to a month; the number of windows tried is
    paid for. The null is the share of independent accounts registered in the
    same window. Where few of the group have a known birthday, nothing is said. Misleads for classes, events and launches.
    """
    births = scene.traits.birth[group.members]
    births = births[~np.isnan(births)]
    crowd = scene.ranked(group, "birthdays", lambda: scene.traits.birth)
    if not speaks_for(len(births), group.size) or not crowd.size:
        return None
    tried = np.log2(len(WINDOWS) * len(births))
    best = Evidence(0.0, "")
    for days in WINDOWS:
        begin, hits = densest(births, days)
        if not speaks_for(hits, group.size):
            continue
        elsewhere = crowd.between(begin, begin + days * _DAY)
        bits = rate_bits(hits, len(births), (elsewhere + 1) / (crowd.size + 2)) - tried
        if bits > best.bits:
            best = Evidence(
                bits,
                f"{hits} of {len(births)} accounts were registered within {days} days; {elsewhere} of {crowd.size} independent accounts were, in the same days.",
            )
    return best if best.finding else None
