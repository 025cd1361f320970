"""Do the accounts work at all hours, each of them?"""

import numpy as np

from hydrascope.detect.bits import rank_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle
from hydrascope.detect.scene import Group, Scene


def round_the_clock(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the daily rhythm of the group's middle account is.

    Rhythm is the unbiased squared resultant of the hours of an account's own
    exchanges: 0 at all hours alike, 1 at one hour. The null is the rhythm of
    independent accounts. Misleads for unattended services, and for events that
    run through the night.
    """
    mine = group.mine.rhythm
    mine = mine[~np.isnan(mine)]
    null = scene.ranked(group, "rhythm", lambda: scene.profile.rhythm)
    if not len(mine) or not null.size:
        return None
    usual = middle(mine)
    flatter = null.at_most(usual)
    return Evidence(
        rank_bits(flatter, null.size),
        f"The middle account keeps a daily rhythm of {usual:.2f} (0 is round the clock); {flatter} of {null.size} independent accounts keep so little.",
    )
