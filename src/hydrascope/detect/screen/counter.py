"""
How many accounts and hours hold each shingle, in fixed memory: small saturating counters behind one hash.

A counting Bloom filter (Fan et al. 2000, doi:10.1109/90.851975) with one hash:
a count is never too low and is too high where shingles fall into one counter,
so what stays under a threshold can be left out of exact counting. Two counters
are merged by adding, and the sum does not depend on the order.
"""

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.screen.recent import fresh, hashed, nobody

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
MOST = 15  # where a counter stops


@numba.njit(cache=True, nogil=True)
def place(shingle, bits):
    """Return which of 2**bits counters a shingle falls into."""
    return (shingle * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - bits)


@numba.njit(cache=True, nogil=True)
def held_by(cells, at):
    """Return what a counter says; two counters share a byte."""
    return (cells[at >> np.uint64(1)] >> (np.uint8(4) * np.uint8(at & np.uint64(1)))) & np.uint8(15)


@numba.njit(cache=True, nogil=True)
def _add(cells, bits, offsets, shingles, account):
    seen = nobody()
    for row in range(account.size):
        mark = hashed(account[row])
        for k in range(offsets[row], offsets[row + 1]):
            if not fresh(seen, shingles[k], mark):
                continue
            at = place(shingles[k], bits)
            if held_by(cells, at) < MOST:
                cells[at >> np.uint64(1)] += np.uint8(1) << (np.uint8(4) * np.uint8(at & np.uint64(1)))


class Counter:
    """
    Counters for shingles, 2**bits of them in half as many bytes.

    >>> one, other = Counter(16), Counter(16)
    >>> held = np.array([5, 6, 5], np.uint64)
    >>> one.add(np.array([0, 2, 3]), held, np.array([1, 2]))
    >>> other.add(np.array([0, 2, 3]), held, np.array([3, 3]))
    >>> one.merge(other)
    >>> one.counts(np.array([5, 6, 7], np.uint64)).tolist()
    [3, 2, 0]
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.cells = np.zeros(1 << (bits - 1), np.uint8)

    def add(self, offsets: Ints, shingles: Hashes, account: Ints) -> None:
        """Count the shingles of some exchanges, sorted by account: exchange `row` of `account[row]` holds those from offsets[row] on; once an account."""
        _add(self.cells, self.bits, offsets, shingles, account)

    def merge(self, other: "Counter") -> None:
        """Add what another counter of the same size has counted."""
        low, high = (np.minimum(sum(half), MOST) for half in ((self.cells & 15, other.cells & 15), (self.cells >> 4, other.cells >> 4)))
        self.cells = (low | (high << 4)).astype(np.uint8)

    def counts(self, shingles: Hashes) -> Ints:
        """Return the count of each shingle, `MOST` for that and more."""
        at = (shingles * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - self.bits)
        return (self.cells[at >> np.uint64(1)] >> (np.uint8(4) * (at & np.uint64(1)).astype(np.uint8)) & np.uint8(15)).astype(np.int64)
