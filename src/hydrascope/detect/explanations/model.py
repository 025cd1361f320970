"""An innocent reading of a group: what it says, and which channels it explains away."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hydrascope.detect.profile import ENOUGH
from hydrascope.detect.scene import Group, Scene


class Reading(NamedTuple):
    """`fit` is how well the reading fits, 0 to 1: that share of the bits of the channels it explains is taken away."""

    fit: float
    finding: str


class Explanation(NamedTuple):
    """
    A named innocent reading, and the channels whose evidence it accounts for.

    What it does not account for stands: a class explains one network and one
    assignment, but not one card, and an excuse can be forged.
    """

    name: str
    explains: frozenset[str]
    test: Callable[[Group, Scene], Reading | None]


def fit(share: float, low: float, high: float) -> float:
    """
    Return how far a share has come from `low` (says nothing) to `high` (fits fully).

    >>> fit(0.5, 0.5, 0.9), fit(0.95, 0.5, 0.9)
    (0.0, 1.0)
    """
    return min(1.0, max(0.0, (share - low) / (high - low)))


def common_rhythm(group: Group) -> float:
    """
    Return the daily rhythm of the accounts, each weighed by what is known of it, NaN where all have too few exchanges to tell.

    One account's figure is rough where its exchanges are few; over a group it is not.
    """
    rhythm, n = group.profile.rhythm[group.members], group.profile.exchanges[group.members].astype(float)
    known = ~np.isnan(rhythm)
    weight = np.minimum(n[known], ENOUGH * 4.0)
    return float((rhythm[known] * weight).sum() / weight.sum()) if known.any() else float("nan")


def in_words(rhythm: float) -> str:
    """
    Return a daily rhythm as a finding says it.

    >>> in_words(0.456), in_words(float("nan"))
    ('0.46', 'unknown')
    """
    return "unknown" if np.isnan(rhythm) else f"{rhythm:.2f}"
