"""A crowd of independent accounts as vectors: whether a group's accounts are nearer to each other than strangers are."""

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
T = TypeVar("T")
MOST = 1024  # accounts that stand for a crowd or for a large group
QUARTER = 0.25  # of a group's accounts, which need not be like the rest
NEARLY = 0.9  # of the way is as near, for strangers


class Nulls:
    """
    What a test works out once for all groups, under a name; made again when other accounts count as independent.

    Nobody changes a mask of independent accounts once it has been asked about.

    >>> nulls = Nulls()
    >>> nulls.of("mean", np.array([True]), lambda: 1.5), nulls.of("mean", np.array([True]), lambda: 2.5)
    (1.5, 1.5)
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[npt.NDArray[np.bool_], object]] = {}

    def of(self, name: str, independent: npt.NDArray[np.bool_], make: Callable[[], T]) -> T:
        """Return what `make` gives for these independent accounts; each name stands for one type."""
        known = self._made.get(name)
        if known is None or (known[0] is not independent and not np.array_equal(known[0], independent)):
            self._made[name] = known = independent, make()
        return known[1]  # type: ignore[return-value]


def some(values: Ints, most: int = MOST) -> Ints:
    """
    Return at most so many of the values, sorted and spread evenly.

    >>> some(np.arange(10)[::-1], 3).tolist()
    [0, 4, 8]
    """
    return np.sort(values)[:: max(1, -(-len(values) // most))]


def as_near(own: Floats, others: Floats) -> tuple[int, int]:
    """
    Return how many of a group's accounts are as near to the rest of it as three quarters of them are, and how many of a crowd.

    `own` says how near each account is to the *rest* of its group, so that
    nobody vouches for himself; `others` how near each of the crowd is to the
    group. For those nine tenths of it are enough.

    >>> as_near(np.array([0.1, 0.8, 0.9, 0.9]), np.array([-0.2, 0.0, 0.3, 0.57]))
    (3, 1)
    """
    least = float(np.quantile(own, QUARTER)) - 1e-9  # equal but for rounding is equal
    return int((own >= least).sum()), int((others >= NEARLY * least).sum())


def clearly(value: float, usual: float, plain: float) -> float:
    """
    Return how far a value has come from what honest sets reach (0) to what they never do (1).

    >>> clearly(0.2, 0.3, 0.6), clearly(0.9, 0.3, 0.6)
    (0.0, 1.0)
    """
    return min(1.0, max(0.0, (value - usual) / (plain - usual)))
