"""
Who holds the shingles that several may hold, exactly: one row a shingle, found by hashing.

Of a shingle's accounts a MinHash is kept (Broder 1997) and a linear counter of
64 bits (Whang et al. 1990, doi:10.1145/78922.78925), so that its row has one size whoever holds it, and rows
merge: by adding, by the least, by either.
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.screen.counter import Counter, held_by, place
from hydrascope.detect.screen.recent import fresh, hashed, nobody

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
MINS = 6  # hashes of a MinHash
_FULL = 0.6  # share of the rows in use beyond which the table grows
_SEEDS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63, 0xFF51AFD7ED558CCD], np.uint64
)


class Postings(NamedTuple):
    """Shingles in order, and of each the exchanges that hold it, their harvest in thousandths, its accounts as bits of a linear counter, and their MinHash."""

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
def find(keys, shingle):
    """Return where a shingle stands in a table of 2**n keys, or the empty row for it; 0 is no shingle."""
    mask = np.uint64(keys.size - 1)
    at = (shingle * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(20) & mask
    while keys[at] != 0 and keys[at] != shingle:
        at = (at + np.uint64(1)) & mask
    return at


@numba.njit(cache=True, nogil=True)
def _gather(cells, bits, least, offsets, shingles, account, harvest, start, keys, sums, marks, mins, seeds, room):
    """Add exchanges from `start` on until the table has no room; return the first that was not added, and the room left."""
    seen = nobody()
    own = np.zeros(seeds.size, np.uint64)
    for row in range(start, account.size):
        if room < offsets[row + 1] - offsets[row]:
            return row, room
        mark = hashed(account[row])
        if row == start or account[row] != account[row - 1]:
            for i in range(seeds.size):
                own[i] = hashed(np.int64(mark ^ seeds[i]))
        for k in range(offsets[row], offsets[row + 1]):
            shingle = shingles[k]
            if held_by(cells, place(shingle, bits)) < least:
                continue
            at = find(keys, shingle)
            if keys[at] == 0:
                keys[at] = shingle
                room -= 1
            sums[at, 0] += 1
            sums[at, 1] += harvest[row]
            if fresh(seen, shingle, mark):
                marks[at] |= np.uint64(1) << (mark >> np.uint64(58))
                for i in range(seeds.size):
                    mins[at, i] = min(mins[at, i], own[i])
    return account.size, room


@numba.njit(cache=True, nogil=True)
def _move(keys, sums, marks, mins, new_keys, new_sums, new_marks, new_mins):
    for old in range(keys.size):
        if keys[old] != 0:
            at = find(new_keys, keys[old])
            new_keys[at], new_marks[at] = keys[old], marks[old]
            new_sums[at], new_mins[at] = sums[old], mins[old]


class Gathering:
    """A table of postings that grows as exchanges are added."""

    def __init__(self, counter: Counter, least: int, rows: int = 1 << 16) -> None:
        self._counter, self._least = counter, least
        self._make(rows)

    def _make(self, rows: int) -> None:
        self._keys, self._marks = np.zeros(rows, np.uint64), np.zeros(rows, np.uint64)
        self._sums, self._mins = np.zeros((rows, 2), np.int64), np.full((rows, MINS), np.iinfo(np.uint64).max, np.uint64)
        self._room = int(_FULL * rows)

    def _table(self) -> tuple[Hashes, Ints, Hashes, Hashes]:
        return self._keys, self._sums, self._marks, self._mins

    def add(self, offsets: Ints, shingles: Hashes, account: Ints, harvest: Ints) -> None:
        """Add exchanges, sorted by account, with their harvest in thousandths; of shingles that the counter has seen often enough."""
        row = 0
        while True:
            row, self._room = _gather(
                self._counter.cells,
                self._counter.bits,
                self._least,
                offsets,
                shingles,
                account,
                harvest,
                row,
                *self._table(),
                _SEEDS,
                self._room,
            )
            if row == len(account):
                return
            self._grow(int(np.diff(offsets).max(initial=0)))

    def _grow(self, needed: int) -> None:
        old = self._table()
        used = int((old[0] != 0).sum())
        rows = len(old[0])
        while int(_FULL * rows) - used < max(needed, rows // 4):
            rows *= 2
        self._make(rows)
        _move(*old, *self._table())
        self._room -= used

    def postings(self, accounts: int) -> Postings:
        """Return the rows of shingles that so many accounts hold, or more, in the order of shingles."""
        kept = np.flatnonzero((self._keys != 0) & (np.bitwise_count(self._marks) >= accounts))
        kept = kept[np.argsort(self._keys[kept])]
        return Postings(self._keys[kept], self._sums[kept, 0], self._sums[kept, 1], self._marks[kept], self._mins[kept])
