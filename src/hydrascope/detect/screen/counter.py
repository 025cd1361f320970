"""
How many accounts and hours hold each shingle, in fixed memory: small saturating counters behind one hash.

A counting Bloom filter (Fan et al. 2000, doi:10.1109/90.851975) with one hash:
a count is never too low and is too high where shingles fall into one counter,
so what stays under a threshold can be left out of exact counting. Two counters
are merged by adding, and the sum does not depend on the order.
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.screen.recent import fresh, hashed, nobody

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
MOST = 15  # where a counter stops
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@numba.njit(cache=True, nogil=True)
def _add(
    cells: npt.NDArray[np.uint8], bits: int, least: int, offsets: Ints, shingles: Hashes, account: Ints, row: Ints, often: Hashes
) -> int:
    """Count shingles, write down which exchanges hold one that has been seen often enough, and return how many times."""
    seen, found = nobody(), 0
    one, low, shift = np.uint64(1), np.uint8(15), np.uint64(64 - bits)
    for at in range(account.size):
        mark = hashed(account[at])
        for k in range(offsets[at], offsets[at + 1]):
            shingle = shingles[k]
            cell = (shingle * _PRIME) >> shift
            byte, half = cell >> one, np.uint8(4) * np.uint8(cell & one)
            count = (cells[byte] >> half) & low
            if fresh(seen, shingle, mark) and count < MOST:
                cells[byte] += np.uint8(1) << half
                count += np.uint8(1)
            if count >= least:
                row[found], often[found] = at, shingle
                found += 1
    return found


class Often(NamedTuple):
    """Which exchanges hold which shingles that have been seen often enough, in the order of the exchanges."""

    row: Ints
    shingle: Hashes


class Counter:
    """
    Counters for shingles, 2**bits of them in half as many bytes.

    >>> one, other = Counter(16), Counter(16)
    >>> held = np.array([5, 6, 5], np.uint64) << 24
    >>> one.add(np.array([0, 2, 3]), held, np.array([1, 2]), least=2).row.tolist()
    [1]
    >>> other.add(np.array([0, 2, 3]), held, np.array([3, 3]), least=2).row.tolist()
    []
    >>> one.merge(other)
    >>> one.counts(np.array([5, 6, 7], np.uint64) << 24).tolist()
    [3, 2, 0]
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.cells = np.zeros(1 << (bits - 1), np.uint8)

    def add(self, offsets: Ints, shingles: Hashes, account: Ints, *, least: int) -> Often:
        """
        Count the shingles of some exchanges, sorted by account, each once an account.

        Exchange `row` of `account[row]` holds `shingles[offsets[row]:offsets[row + 1]]`.
        Return those that had a count of `least` by then.
        """
        row, often = np.empty(offsets[-1] - offsets[0], np.int64), np.empty(offsets[-1] - offsets[0], np.uint64)
        found = _add(self.cells, self.bits, least, offsets, shingles, account, row, often)
        return Often(row[:found].copy(), often[:found].copy())

    def merge(self, other: "Counter") -> None:
        """Add what another counter of the same size has counted."""
        low, high = (np.minimum(sum(half), MOST) for half in ((self.cells & 15, other.cells & 15), (self.cells >> 4, other.cells >> 4)))
        self.cells = (low | (high << 4)).astype(np.uint8)

    def counts(self, shingles: Hashes) -> Ints:
        """Return the count of each shingle, `MOST` for that and more."""
        at = (shingles * _PRIME) >> np.uint64(64 - self.bits)
        return (self.cells[at >> np.uint64(1)] >> (np.uint8(4) * (at & np.uint64(1)).astype(np.uint8)) & np.uint8(15)).astype(np.int64)
