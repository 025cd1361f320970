"""Whether one group of accounts takes over when another is banned whole: a pool and the one that follows it."""

import numpy as np

from hydrascope.detect.scene import Group, Scene

WHOLLY = 0.8  # share of the first that must be banned, and of the second that must begin afterwards
WAVE = 24 * 3600.0  # seconds within which a pool is banned
SOON = 12 * 3600.0  # and within which the next is at work


def succeeds(first: Group, second: Group, scene: Scene) -> bool:
    """
    Return whether the second group began when the first was banned whole.

    Published: when the first pool was banned, a second took over. Two
    customers whose work is alike do so by a chance of one in thirty in a fortnight, once one of them is banned at all.
    """
    bans, begun = scene.traits.banned[first.everyone], second.of(second.at_work).first
    bans = np.sort(bans[~np.isnan(bans)])
    if not len(begun) or not len(bans):
        return False
    wave = bans[np.abs(bans - np.median(bans)) <= WAVE / 2]
    if len(wave) < WHOLLY * len(first.everyone):
        return False
    after = begun >= wave[0]
    return bool(after.mean() >= WHOLLY and np.median(begun) <= wave[-1] + SOON)
