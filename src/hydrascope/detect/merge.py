"""One operator with several kinds of work: accused groups whose accounts pay with each other's instruments."""

import numpy as np

from hydrascope.detect.components import components
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.succession import succeeds
from hydrascope.detect.traffic import Ints

SHARED = 0.3  # share of the smaller group that must use instruments or registrations of the larger, and as many of the larger theirs


def _overlap(left: Group, right: Group, code: Ints) -> int:
    """Return how many accounts of either group, of which there are fewer, have a value that some account of the other has too."""
    mine, theirs = (code[group.everyone][code[group.everyone] >= 0] for group in (left, right))
    return int(min(np.isin(mine, theirs).sum(), np.isin(theirs, mine).sum()))


def tied(left: Group, right: Group, scene: Scene) -> bool:
    """
    Return whether two groups are one operator's by their payment instruments or registration details.

    As many accounts of the larger group must share them: one or two that
    strayed from the smaller into the larger tie nothing.
    """
    smaller = min(len(left.everyone), len(right.everyone))
    return max(_overlap(left, right, code) for code in (scene.traits.payment, scene.traits.user_ref)) >= SHARED * smaller


def one_operator(left: Group, right: Group, scene: Scene) -> bool:
    """Return whether two parts of one work are one operator's: they pay with each other's instruments, or one takes over when the other is banned."""
    return tied(left, right, scene) or succeeds(left, right, scene) or succeeds(right, left, scene)


def unions(groups: list[Group], scene: Scene) -> list[list[int]]:
    """
    Return which of the groups are one operator's, as lists of positions, each position once.

    Pairs are looked at one by one: there are as many as campaigns, not as accounts.
    """
    pairs = [(i, j) for i in range(len(groups)) for j in range(i) if tied(groups[i], groups[j], scene)]
    nodes = np.array([n for pair in pairs for n in pair], np.int64)
    label = components(nodes, np.repeat(np.arange(len(pairs)), 2), len(groups))
    return [np.flatnonzero(label == part).tolist() for part in np.unique(label)]
