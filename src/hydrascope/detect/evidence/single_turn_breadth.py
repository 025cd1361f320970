"""Is every request a new item of the same work, with nobody asking back?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene


def single_turn_breadth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the share of one-turn requests that fill a template with something new is.

    Taken over all the traffic of the group's middle account, cover and all;
    the null is that share among independent accounts. Misleads for batch jobs
    and evaluation, which work through lists too.
    """
    mine = scene.profile.fresh[group.members]
    crowd = scene.others(group) & (scene.profile.exchanges >= 5)
    null = scene.profile.fresh[crowd]
    if not len(null):
        return None
    middle = float(np.median(mine))
    beyond = int((null >= middle).sum())
    finding = f"{middle:.0%} of the middle account's requests fill a template with a new item in one turn; {beyond} of {len(null)} independent accounts reach that share."
    return Evidence(tail_bits(middle, null, high=True) if middle >= 0.2 else 0.0, finding)
