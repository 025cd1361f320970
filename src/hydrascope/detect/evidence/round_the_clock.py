"""Do the accounts work at all hours, each of them?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.evidence.model import Evidence
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
    null = scene.profile.rhythm[scene.others(group)]
    null = null[~np.isnan(null)]
    if not len(mine) or not len(null):
        return None
    middle = float(np.median(mine))
    bits = tail_bits(middle, null, high=False)
    flatter = int((null <= middle).sum())
    return Evidence(
        bits,
        f"The middle account keeps a daily rhythm of {middle:.2f} (0 is round the clock); {flatter} of {len(null)} independent accounts keep so little.",
    )
