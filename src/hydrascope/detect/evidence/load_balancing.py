"""Is the work spread evenly over the accounts, as a scheduler does and people do not?"""

import numpy as np

from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle, spread_of_sorted
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

LEAST = 5  # accounts below which a spread says nothing
SENT = 8  # exchanges of the middle account below which volumes are equal by chance, or by one timetable of tasks
_EVEN = 0.25  # spread of log volumes under a scheduler, and how well that is known
_EVEN_SD = 0.6
_CROWD_SD = 0.3  # how much the spread differs between honest sets of accounts
ROBUST = 1.4826  # median absolute deviation to standard deviation


def evenness(daily: Floats) -> float:
    """
    Return the robust spread of log volumes: 0 for equal shares.

    >>> round(evenness(np.array([1.0, 2.0, 4.0])), 2)
    1.03
    """
    logs = np.log(daily[~np.isnan(daily)])
    return ROBUST * spread_of_sorted(np.sort(logs)) if len(logs) else float("nan")


def load_balancing(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how much better a scheduler explains the spread of volumes than independent customers do.

    The null is the spread among independent accounts, known to about a third
    from one honest set to another. Misleads for quotas that many customers
    exhaust.
    """
    mine = group.mine
    if group.size < LEAST or middle(mine.exchanges) < SENT:
        return None
    spread = evenness(mine.daily)
    others = scene.ranked(group, "log volumes", lambda: np.log(scene.profile.daily), enough=2).values()
    if np.isnan(spread) or not len(others):
        return None
    crowd = ROBUST * spread_of_sorted(others)
    s, c = np.log(max(spread, 0.1)), np.log(max(crowd, 0.1))
    noise = 1.2 / np.sqrt(group.size)

    def density(at: float, sd: float) -> float:
        wide = float(np.hypot(sd, noise))
        return float(-np.log2(wide) - ((s - at) / wide) ** 2 / (2 * np.log(2)))

    bits = density(np.log(_EVEN), _EVEN_SD) - density(c, _CROWD_SD) if s < c else 0.0
    return Evidence(
        max(0.0, bits),
        f"Volumes of the {group.size} accounts differ by a factor of {np.exp(spread):.2f}; those of independent accounts by {np.exp(crowd):.2f}.",
    )
