"""One operator with several kinds of work: accused groups whose accounts pay with each other's instruments."""

import numpy as np

from hydrascope.detect.components import components
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

SHARED = 0.3  # share of the smaller group's accounts that must use an instrument or registration of the larger


def _share(small: Group, large: Group, code: Ints) -> float:
    """Return the share of a group's accounts whose value some account of the other has too."""
    mine, theirs = code[small.everyone], code[large.everyone]
    return float((np.isin(mine, theirs[theirs >= 0]) & (mine >= 0)).mean())


def tied(left: Group, right: Group, scene: Scene) -> bool:
    """Return whether two groups are one operator's by their payment instruments or registration details."""
    small, large = sorted((left, right), key=lambda g: (len(g.everyone), g.everyone.tolist()))
    return max(_share(small, large, code) for code in (scene.traits.payment, scene.traits.user_ref)) >= SHARED


def unions(groups: list[Group], scene: Scene) -> list[list[int]]:
    """
    Return which of the groups are one operator's, as lists of positions, each position once.

    Pairs are looked at one by one: there are as many as campaigns, not as accounts.
    """
    pairs = [(i, j) for i in range(len(groups)) for j in range(i) if tied(groups[i], groups[j], scene)]
    nodes = np.array([n for pair in pairs for n in pair], np.int64)
    label = components(nodes, np.repeat(np.arange(len(pairs)), 2), len(groups))
    return [np.flatnonzero(label == part).tolist() for part in np.unique(label)]
