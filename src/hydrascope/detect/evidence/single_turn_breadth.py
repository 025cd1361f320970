"""Is every request a new item of the same work, with nobody asking back?"""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

LEAST = 0.2  # share of requests below which nobody works through a list


def _breadth(share: Floats, group: Group, crowd: npt.NDArray[np.bool_], what: str) -> Evidence:
    """Return how unusual the share of the group's middle account is."""
    null, middle = share[crowd], float(np.median(share[group.members]))
    beyond = int((null >= middle).sum())
    finding = (
        f"{middle:.0%} of the middle account's requests {what} in one turn; {beyond} of {len(null)} independent accounts reach that share."
    )
    return Evidence(tail_bits(middle, null, high=True) if middle >= LEAST else 0.0, finding)


def single_turn_breadth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the share of one-turn requests that ask something new is: those that fill a template, or any, whichever says more.

    Taken over all the traffic of the group's middle account, cover and all;
    the null is that share among independent accounts. Misleads for batch jobs
    and evaluation, which work through lists too.
    """
    crowd = scene.others(group) & (scene.profile.exchanges >= 5)
    if not crowd.any():
        return None
    filled = _breadth(scene.profile.fresh, group, crowd, "fill a template with a new item")
    bare = _breadth(scene.profile.bare, group, crowd, "ask something new")
    return bare if bare.bits > filled.bits else filled
