"""
Which word shingles of a prompt are kept, so that conserved text can be counted like rows.

FracMinHash: a shingle is kept when its hash falls under a fixed threshold, so
the same shingles are kept everywhere (Irber et al. 2022,
doi:10.1101/2022.01.11.475838). Prompts of one template share shingles where
the slots differ. Blind to a prompt that conserves fewer than `WIDTH` words in
a row: see `hydrascope.fingerprint.semantic` for that.
"""

import numba
import numpy as np
import pyarrow as pa

from hydrascope.fingerprint.strings import Strings, strings
from hydrascope.fingerprint.tokens import mix, tokenise

WIDTH = 5  # words of a shingle
KEPT = 4  # one shingle in so many is kept
HEAD, TAIL = 384, 128  # tokens looked at, from the beginning and the end of a text
_THRESHOLD = np.uint64((1 << 64) // KEPT)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@numba.njit(cache=True, nogil=True)
def _shingles(tokens, n, out, at):
    for i in range(n - WIDTH + 1):
        h = np.uint64(0)
        for j in range(WIDTH):
            h = (h ^ tokens[i + j]) * _PRIME
            h ^= h >> np.uint64(29)
        h = mix(h)
        if h < _THRESHOLD and at < out.size:
            out[at] = h
            at += 1
    return at


@numba.njit(cache=True, nogil=True)
def _text(offsets, data, row, tokens, out, at):
    start, end = offsets[row], offsets[row + 1]
    head = min(end, start + 8 * HEAD)
    n = tokenise(data, start, head, tokens[:HEAD])
    at = _shingles(tokens, n, out, at)
    if end > head:
        n = tokenise(data, max(head, end - 8 * TAIL), end, tokens[:TAIL])
        at = _shingles(tokens, n, out, at)
    return at


@numba.njit(cache=True, nogil=True)
def _sketch(system, opening, prompt):
    rows = system[0].size - 1
    tokens = np.empty(HEAD, np.uint64)
    found = np.empty(3 * (HEAD + TAIL), np.uint64)
    ends = np.zeros(rows + 1, np.int32)
    out = np.empty(max(rows * 32, 1024), np.uint64)
    total = 0
    for row in range(rows):
        n = _text(system[0], system[1], row, tokens, found, 0)
        n = _text(opening[0], opening[1], row, tokens, found, n)
        n = _text(prompt[0], prompt[1], row, tokens, found, n)
        kept = np.sort(found[:n])
        if total + n > out.size:
            grown = np.empty(2 * out.size + n, np.uint64)
            grown[:total] = out[:total]
            out = grown
        for i in range(n):
            if i == 0 or kept[i] != kept[i - 1]:
                out[total] = kept[i]
                total += 1
        ends[row + 1] = total
    return ends, out[:total]


def sketch(system: pa.Array, opening: pa.Array, prompt: pa.Array) -> pa.ListArray:
    """
    Return the kept shingles of each row's system text, first and last user message.

    Sorted, without repeats. Two prompts of one template share nearly all of
    the shingles that lie outside the slots.

    >>> text = pa.array(["one two three four five six seven eight nine ten eleven twelve"] * 2)
    >>> none = pa.array(["", ""])
    >>> kept = sketch(none, text, none)
    >>> kept[0] == kept[1], 0 < len(kept[0]) < 8
    (True, True)
    """
    parts: list[Strings] = [strings(p) for p in (system, opening, prompt)]
    ends, kept = _sketch(*(tuple(p) for p in parts))
    return pa.ListArray.from_arrays(pa.array(ends), pa.array(kept))
