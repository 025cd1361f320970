"""
Who holds the shingles that several may hold, exactly: one row a shingle, found by hashing.

Of a shingle's exchanges a MinHash is kept (Broder 1997), of its accounts a linear counter of
64 bits (Whang et al. 1990, doi:10.1145/78922.78925), so that its row has one size whoever holds it, and rows
merge: by adding, by the least, by either.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.screen.counter import Often
from hydrascope.detect.screen.recent import hashed
from hydrascope.detect.templates import SEEDS

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
State = Mapping[str, npt.NDArray[Any]]
_FULL = 0.6  # share of the rows in use beyond which the table grows
_SEEDS = np.array(SEEDS, np.uint64)


class Postings(NamedTuple):
    """Shingles in order, and of each the exchanges that hold it, their harvest in thousandths, its accounts as bits of a linear counter, and the MinHash of its exchanges."""

    shingle: Hashes
    exchanges: Ints
    harvest: Ints
    bits: Hashes
    mins: Hashes

    @property
    def accounts(self) -> npt.NDArray[np.float64]:
        """About how many accounts hold each shingle: within a tenth up to 30, and 266 for that and more."""
        empty = 64 - np.bitwise_count(self.bits)
        return 64.0 * np.log(64.0 / np.maximum(empty, 1))


@numba.njit(cache=True, nogil=True)
def find(keys: Hashes, shingle: np.uint64) -> np.uint64:
    """Return where a shingle stands in a table of 2**n keys, or the empty row for it; 0 is no shingle."""
    mask = np.uint64(keys.size - 1)
    at = (shingle * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(20) & mask
    while keys[at] != 0 and keys[at] != shingle:
        at = (at + np.uint64(1)) & mask
    return at


@numba.njit(cache=True, nogil=True)
def _gather(
    row: Ints,
    shingles: Hashes,
    account: Ints,
    exchange: Hashes,
    harvest: Ints,
    keys: Hashes,
    sums: Ints,
    marks: Hashes,
    mins: Hashes,
    seeds: Hashes,
) -> int:
    """Add shingles that exchanges hold to a table with room for all of them; return how many are new."""
    new = 0
    for n in range(row.size):
        at = find(keys, shingles[n])
        new += keys[at] == 0
        keys[at] = shingles[n]
        sums[at, 0] += 1
        sums[at, 1] += harvest[row[n]]
        marks[at] |= np.uint64(1) << (hashed(account[row[n]]) >> np.uint64(58))
        for i in range(seeds.size):
            mins[at, i] = min(mins[at, i], exchange[row[n]] ^ seeds[i])
    return new


@numba.njit(cache=True, nogil=True)
def _move(
    keys: Hashes, sums: Ints, marks: Hashes, mins: Hashes, new_keys: Hashes, new_sums: Ints, new_marks: Hashes, new_mins: Hashes
) -> None:
    for old in range(keys.size):
        if keys[old] != 0:
            at = find(new_keys, keys[old])
            new_keys[at], new_marks[at] = keys[old], marks[old]
            new_sums[at], new_mins[at] = sums[old], mins[old]


class Gathering:
    """A table of postings that grows as exchanges are added."""

    def __init__(self, rows: int = 1 << 16) -> None:
        self._used = 0
        self._make(rows)

    def _make(self, rows: int) -> None:
        self._keys, self._marks = np.zeros(rows, np.uint64), np.zeros(rows, np.uint64)
        self._sums, self._mins = np.zeros((rows, 2), np.int64), np.full((rows, len(_SEEDS)), np.iinfo(np.uint64).max, np.uint64)

    def add(self, often: Often, account: Ints, exchange: Hashes, harvest: Ints) -> None:
        """Add shingles that exchanges hold: `account[row]` sent the exchange, which has a hash of its own, and its harvest in thousandths."""
        self._reserve(len(often.row))
        self._used += _gather(*often, account, exchange, harvest, self._keys, self._sums, self._marks, self._mins, _SEEDS)

    def state(self) -> State:
        """Return the table as arrays, from which `resumed` makes it again."""
        return {"keys": self._keys, "marks": self._marks, "sums": self._sums, "mins": self._mins}

    @classmethod
    def resumed(cls, state: State) -> "Gathering":
        """Return the table as it was."""
        out = cls(rows=1)
        out._keys, out._marks, out._sums, out._mins = (np.array(state[name]) for name in ("keys", "marks", "sums", "mins"))
        out._used = int((out._keys != 0).sum())
        return out

    def _reserve(self, more: int) -> None:
        rows = len(self._keys)
        while _FULL * rows < self._used + more:
            rows *= 2
        if rows > len(self._keys):
            keys, sums, marks, mins = self._keys, self._sums, self._marks, self._mins
            self._make(rows)
            _move(keys, sums, marks, mins, self._keys, self._sums, self._marks, self._mins)

    def postings(self, accounts: int) -> Postings:
        """Return the rows of shingles that so many accounts hold, or more, in the order of shingles."""
        kept = np.flatnonzero((self._keys != 0) & (np.bitwise_count(self._marks) >= accounts))
        kept = kept[np.argsort(self._keys[kept])]
        return Postings(self._keys[kept], self._sums[kept, 0], self._sums[kept, 1], self._marks[kept], self._mins[kept])


def leading(often: Often, rows: int) -> tuple[Hashes, Hashes]:
    """
    Return the first two such shingles of each exchange, 0 for none.

    >>> [part.tolist() for part in leading(Often(np.array([0, 2, 2, 2]), np.array([5, 6, 7, 8], np.uint64)), 3)]
    [[5, 0, 6], [0, 0, 7]]
    """
    begin = np.searchsorted(often.row, np.arange(rows + 1))
    shingle = np.append(often.shingle, np.zeros(2, np.uint64))
    first, second = (np.where(begin[:-1] + nth < begin[1:], shingle[begin[:-1] + nth], np.uint64(0)) for nth in range(2))
    return first, second
