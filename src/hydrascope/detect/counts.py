"""What a crowd's accounts have, counted once, and told without the accounts of a group at the price of the group."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


class Rest(NamedTuple):
    """A figure of a crowd without some accounts: all of its known values in order, and the known ones of those that are left out."""

    ordered: Floats
    gone: Floats

    @property
    def size(self) -> int:
        """How many of the rest have a known value."""
        return len(self.ordered) - len(self.gone)

    def at_least(self, value: float) -> int:
        """Return how many have so much or more; all of them where it is unknown how much, which says nothing."""
        if np.isnan(value):
            return self.size
        return len(self.ordered) - int(np.searchsorted(self.ordered, value)) - int((self.gone >= value).sum())

    def at_most(self, value: float) -> int:
        """Return how many have so much or less; all of them where it is unknown how much."""
        if np.isnan(value):
            return self.size
        return int(np.searchsorted(self.ordered, value, side="right")) - int((self.gone <= value).sum())

    def between(self, low: float, high: float) -> int:
        """Return how many lie between two values, both included."""
        return self.at_least(low) + self.at_most(high) - self.size

    def values(self) -> Floats:
        """Return the values of the rest, in order."""
        kept = np.ones(len(self.ordered), bool)
        gone = np.sort(self.gone)
        # Equal ones stand side by side: the second of two goes from the place behind the first's.
        kept[np.searchsorted(self.ordered, gone) + np.arange(len(gone)) - np.searchsorted(gone, gone)] = False
        return self.ordered[kept]


class Ranked:
    """
    A figure of a crowd in order, NaN where it is unknown.

    >>> without = Ranked(np.array([1.0, np.nan, 3.0, 3.0, 7.0]), np.array([True, True, True, True, False])).without(np.array([2, 4]))
    >>> without.size, without.at_least(2.0), without.at_most(1.0), without.between(1.0, 3.0), without.values().tolist()
    (2, 1, 1, 2, [1.0, 3.0])
    """

    def __init__(self, values: Floats, crowd: Mask) -> None:
        self._values = np.where(crowd, values, np.nan)
        known = self._values[~np.isnan(self._values)]
        self._ordered = np.sort(known)

    def without(self, accounts: Ints) -> Rest:
        """Return the crowd without some accounts."""
        gone = self._values[accounts]
        return Rest(self._ordered, gone[~np.isnan(gone)])


class Tallied:
    """
    How many of a crowd have each value of a trait; -1 is unknown.

    >>> crowd = Tallied(np.array([4, 4, 7, -1, 4]), np.array([True, True, True, True, False]))
    >>> crowd.without(np.array([0, 4]), np.array([4, 7, 9]))
    (array([1, 1, 0]), 2)
    """

    def __init__(self, code: Ints, crowd: Mask) -> None:
        self._code = np.where(crowd, code, -1)
        self._counts = np.bincount(self._code[self._code >= 0], minlength=int(code.max(initial=-1)) + 1)
        self._known = int(self._counts.sum())

    def without(self, accounts: Ints, values: Ints) -> tuple[Ints, int]:
        """Return how many of the crowd without some accounts have each of some values, and how many have a known one."""
        gone = self._code[accounts]
        gone = np.sort(gone[gone >= 0])
        less = np.searchsorted(gone, values, side="right") - np.searchsorted(gone, values)
        told = np.append(self._counts, 0)[np.minimum(values, len(self._counts))]
        return told - less, self._known - len(gone)
