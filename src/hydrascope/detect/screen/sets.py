"""Accounts that share something, all such sets at once: one row for each account in a set."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import between
from hydrascope.detect.seeds import SMALLEST

Ints = npt.NDArray[np.int64]
LARGE = 50  # accounts from which a set is asked by parts as well


class Sets(NamedTuple):
    """Sets of accounts: `account[offsets[s]:offsets[s + 1]]` are those of set `s`, in order, each once."""

    offsets: Ints
    account: Ints

    @property
    def size(self) -> Ints:
        """How many accounts each has."""
        return np.diff(self.offsets)

    @property
    def of(self) -> Ints:
        """The set of each row."""
        return np.repeat(np.arange(len(self.offsets) - 1), self.size)

    def some(self, chosen: Ints) -> "Sets":
        """Return some of the sets, in the order given."""
        return Sets(np.append(0, np.cumsum(self.size[chosen])), self.account[between(self.offsets, chosen)[0]])


def sets(label: Ints, account: Ints) -> Sets:
    """
    Return the sets of accounts that have one label, if they are enough; -1 is no label.

    >>> found = sets(np.array([4, 4, 9, 4, 4, -1]), np.array([2, 1, 1, 2, 0, 0]))
    >>> found.offsets.tolist(), found.account.tolist()
    ([0, 3], [0, 1, 2])
    """
    known = label >= 0
    if not known.any():
        return Sets(np.zeros(1, np.int64), np.zeros(0, np.int64))
    width = int(account.max()) + 1
    pair = np.unique(label[known] * width + account[known])
    label, account = pair // width, pair % width
    first = np.flatnonzero(np.diff(label, prepend=-1))
    size = np.diff(np.append(first, len(label)))
    whole = Sets(np.append(first, len(label)), account)
    return whole.some(np.flatnonzero(size >= SMALLEST))


def joined(parts: Iterable[Sets]) -> Sets:
    """Return several lists of sets as one."""
    parts = list(parts)
    size = np.concatenate([np.zeros(0, np.int64), *(part.size for part in parts)])
    return Sets(np.append(0, np.cumsum(size)), np.concatenate([np.zeros(0, np.int64), *(part.account for part in parts)]))


def parted(whole: Sets, codes: Iterable[Ints]) -> Sets:
    """Return the parts of large sets whose accounts also have one value of a trait in common; each of `codes` has one row an account."""
    large = whole.some(np.flatnonzero(whole.size >= LARGE))
    found = []
    for code in codes:
        value = code[large.account]
        width = int(code.max(initial=0)) + 1
        found.append(sets(np.where(value >= 0, large.of * width + value, -1), large.account))
    return joined(found)
