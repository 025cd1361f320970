"""Which shingles an account has just shown: so that what it repeats within a part of the log counts once, nearly always."""

import numba
import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

SLOTS = 1 << 12  # shingles remembered; what falls into one slot is forgotten, and counts again


@numba.njit(cache=True, nogil=True)
def nobody() -> Hashes:
    """Return a memory of nothing."""
    return np.zeros(SLOTS, np.uint64)


@numba.njit(cache=True, nogil=True)
def hashed(account: np.int64) -> np.uint64:
    """Return an account's number with its bits stirred (splitmix64 finaliser, Steele et al. 2014)."""
    h = np.uint64(account + 1) * np.uint64(0x9E3779B97F4A7C15)
    h = (h ^ (h >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    h = (h ^ (h >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return h ^ (h >> np.uint64(31))


@numba.njit(cache=True, nogil=True)
def fresh(seen: Hashes, shingle: np.uint64, mark: np.uint64) -> bool:
    """Return whether an account, known by its hash, has not just shown this shingle; and remember that it has."""
    slot = (shingle >> np.uint64(24)) & np.uint64(SLOTS - 1)
    if seen[slot] == shingle ^ mark:
        return False
    seen[slot] = shingle ^ mark
    return True
