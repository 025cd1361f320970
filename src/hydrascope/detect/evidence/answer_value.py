"""Are the answers long, as those are that teach most?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene


def answer_value(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the mean length of the answers to the group's middle account is.

    The null is the mean length of independent accounts' answers, in tokens.
    Misleads for writers and report generators.
    """
    work = group.mine
    mine = work.tokens[work.exchanges > 0]
    crowd = scene.others(group) & (scene.profile.exchanges >= 5)
    null = scene.profile.tokens[crowd]
    if not len(null) or not len(mine):
        return None
    middle = float(np.median(mine))
    beyond = int((null >= middle).sum())
    return Evidence(
        tail_bits(middle, null, high=True),
        f"Answers to the middle account have {middle:.0f} tokens; {beyond} of {len(null)} independent accounts get as many.",
    )
