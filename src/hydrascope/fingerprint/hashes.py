"""Exact 64-bit hashes of text: equal text, equal hash; 0 for no text."""

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.fingerprint.strings import strings
from hydrascope.fingerprint.tokens import mix

_FNV = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_LANES = 4


@numba.njit(cache=True, nogil=True)
def _hash_rows(offsets, data):
    """Hash four rows side by side: each step of one waits for the step before, and those of the others fill the time."""
    rows = offsets.size - 1
    out = np.full(rows, _FNV)
    row, at, end = np.empty(_LANES, np.int64), np.zeros(_LANES, np.int64), np.zeros(_LANES, np.int64)
    coming, lane = 0, 0
    while True:
        while lane < _LANES and coming < rows:
            if offsets[coming + 1] > offsets[coming]:
                row[lane], at[lane], end[lane] = coming, offsets[coming], offsets[coming + 1]
                lane += 1
            coming += 1
        if lane < _LANES:
            break
        steps = (end - at).min()
        a, b, c, d = out[row[0]], out[row[1]], out[row[2]], out[row[3]]
        for i in range(steps):
            a = (a ^ np.uint64(data[at[0] + i])) * _PRIME
            b = (b ^ np.uint64(data[at[1] + i])) * _PRIME
            c = (c ^ np.uint64(data[at[2] + i])) * _PRIME
            d = (d ^ np.uint64(data[at[3] + i])) * _PRIME
        out[row[0]], out[row[1]], out[row[2]], out[row[3]] = a, b, c, d
        lane = _moved(row, at, end, steps)
    for i in range(lane):
        for byte in data[at[i] : end[i]]:
            out[row[i]] = (out[row[i]] ^ np.uint64(byte)) * _PRIME
    for i in range(rows):
        out[i] = mix(out[i]) if offsets[i + 1] > offsets[i] else np.uint64(0)
    return out


@numba.njit(cache=True, nogil=True)
def _moved(row, at, end, steps):
    """Step on in all lanes, and move those that have bytes left to the front; return how many."""
    left = 0
    for i in range(_LANES):
        if at[i] + steps < end[i]:
            row[left], at[left], end[left] = row[i], at[i] + steps, end[i]
            left += 1
    return left


def hash_text(column: pa.Array) -> npt.NDArray[np.uint64]:
    """
    Return one hash a row (FNV-1a, stirred); a null or empty row gives 0.

    Not a cryptographic hash: collisions can be made on purpose, and would
    only tie the maker's own exchanges together.

    >>> same, other, none = hash_text(pa.array(["abc", "abd", None]))
    >>> bool(same != other), int(none)
    (True, 0)
    """
    return _hash_rows(*strings(column))


@numba.njit(cache=True, nogil=True)
def _fold_lists(starts, hashes, roles):
    out = np.zeros(starts.size - 1, np.uint64)
    for row in range(out.size):
        h = _FNV
        for at in range(starts[row], starts[row + 1]):
            h = mix((h ^ hashes[at]) * _PRIME + np.uint64(roles[at]))
        out[row] = h
    return out


def hash_messages(starts: npt.NDArray[np.int64], texts: npt.NDArray[np.uint64], roles: npt.NDArray[np.int8]) -> npt.NDArray[np.uint64]:
    """Return one hash for each list of messages, from the hashes of their texts and their roles in order."""
    return _fold_lists(starts, texts, roles)


def combine(*columns: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """
    Return one hash a row of several columns of numbers; all nought gives 0.

    >>> a, b = np.array([1, 0], np.uint64), np.array([2, 0], np.uint64)
    >>> combine(a, b)[1] == 0, combine(a, b)[0] == combine(b, a)[0]
    (np.True_, np.False_)
    """
    out = np.full(len(columns[0]), _FNV)
    some = np.zeros(len(columns[0]), bool)
    for column in columns:
        out = _stir(out, column.astype(np.uint64))
        some |= column != 0
    return np.where(some, out, np.uint64(0))


@numba.njit(cache=True, nogil=True)
def _stir(left, right):
    out = np.empty_like(left)
    for i in range(left.size):
        out[i] = mix((left[i] ^ right[i]) * _PRIME)
    return out
