"""Which accounts fill one template: shingles of the same exchanges are one family, and an exchange is of the family that it holds most of."""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.screen.postings import Postings, find
from hydrascope.detect.templates import SEEDS, fragments

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
_SHARE = 0.3  # of a family's shingles that an exchange of it holds
_TRIED = 16  # families of one exchange that are told apart


class Families(NamedTuple):
    """The family of each shingle as a table to look it up in, and how many shingles each family has."""

    keys: Hashes
    family: Ints
    size: Ints


def families(postings: Postings) -> Families:
    """Return the families of shingles: those whose exchanges agree in a pair of MinHashes, as the fragments of a template do."""
    table = pa.table({"shingle": postings.shingle} | {f"m{i}": np.ascontiguousarray(postings.mins[:, i]) for i in range(len(SEEDS))})
    label = fragments(table)["fragment"].to_numpy()
    rows = 1 << max(10, int(np.ceil(np.log2(2 * len(label) + 1))))
    keys, family = np.zeros(rows, np.uint64), np.full(rows, -1)
    _enter(postings.shingle, label, keys, family)
    return Families(keys, family, np.bincount(label, minlength=1))


@numba.njit(cache=True, nogil=True)
def _enter(shingles: Hashes, label: Ints, keys: Hashes, family: Ints) -> None:
    for i in range(shingles.size):
        at = find(keys, shingles[i])
        keys[at], family[at] = shingles[i], label[i]


@numba.njit(cache=True, nogil=True)
def _best(tried: Ints, times: Ints, known: int, size: Ints) -> int:
    """Return the family of which an exchange holds most shingles, if they are enough of it; the smallest of equals, -1 for none."""
    best, most = -1, 0
    for which in range(known):
        family, n = tried[which], times[which]
        if n >= max(1.0, _SHARE * size[family]) and (n > most or (n == most and family < best)):
            best, most = family, n
    return best


@numba.njit(cache=True, nogil=True)
def _held(keys: Hashes, family: Ints, size: Ints, offsets: Ints, shingles: Hashes, out: Ints) -> None:
    tried, times = np.empty(_TRIED, np.int64), np.empty(_TRIED, np.int64)
    for row in range(offsets.size - 1):
        known = 0
        for k in range(offsets[row], offsets[row + 1]):
            at = find(keys, shingles[k])
            if keys[at] == 0:
                continue
            which = 0
            while which < known and tried[which] != family[at]:
                which += 1
            if which == known and known < _TRIED:
                tried[which], times[which] = family[at], 0
                known += 1
            if which < known:
                times[which] += 1
        out[row] = _best(tried, times, known, size)


def held(known: Families, offsets: Ints, shingles: Hashes) -> Ints:
    """Return the family of each exchange, -1 for none."""
    out = np.empty(len(offsets) - 1, np.int64)
    _held(*known, offsets, shingles, out)
    return out


@numba.njit(cache=True, nogil=True)
def _family_of(keys: Hashes, family: Ints, shingles: Hashes, out: Ints) -> None:
    for i in range(shingles.size):
        at = find(keys, shingles[i])
        out[i] = family[at] if keys[at] != 0 else -1


def family_of(known: Families, shingles: Hashes) -> Ints:
    """Return the family of each shingle, -1 for none."""
    out = np.empty(len(shingles), np.int64)
    _family_of(known.keys, known.family, shingles, out)
    return out
