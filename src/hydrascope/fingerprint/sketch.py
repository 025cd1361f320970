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

from hydrascope.fingerprint.strings import same, strings
from hydrascope.fingerprint.tokens import mix, tokenise

WIDTH = 5  # words of a shingle
KEPT = 4  # one shingle in so many is kept
HEAD, TAIL = 384, 128  # tokens looked at, from the beginning and the end of a text,
BYTES = 8  # within so many bytes a token
_THRESHOLD = np.uint64((1 << 64) // KEPT)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@numba.njit(cache=True, nogil=True)
def _shingles(tokens, out, at):
    for i in range(tokens.size - WIDTH + 1):
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
def _text(text, row, tokens, out, at):
    start, end = text.offsets[row], text.offsets[row + 1]
    head = min(end, start + BYTES * HEAD)
    n = tokenise(text.data, start, head, tokens[:HEAD])
    at = _shingles(tokens[:n], out, at)
    if head < end or n == HEAD:
        n = tokenise(text.data, max(start, end - BYTES * TAIL), end, tokens)
        at = _shingles(tokens[max(0, n - TAIL) : n], out, at)
    return at


@numba.njit(cache=True, nogil=True)
def _sketch(system, opening, prompt):
    rows = system.offsets.size - 1
    tokens = np.empty(max(HEAD, BYTES * TAIL), np.uint64)  # a token has at least one byte
    found = np.empty(3 * (HEAD + TAIL), np.uint64)
    ends = np.zeros(rows + 1, np.int32)
    out = np.empty(max(rows * 32, 1024), np.uint64)
    total = 0
    for row in range(rows):
        n = _text(system, row, tokens, found, 0)
        n = _text(opening, row, tokens, found, n)
        if not same(opening, prompt, row):
            n = _text(prompt, row, tokens, found, n)
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
    the shingles that lie outside the slots. The middle of a long text is not
    looked at.

    >>> text = pa.array(["one two three four five six seven eight nine ten eleven twelve"] * 2)
    >>> none = pa.array(["", ""])
    >>> kept = sketch(none, text, none)
    >>> kept[0] == kept[1], 0 < len(kept[0]) < 8
    (True, True)
    """
    ends, kept = _sketch(strings(system), strings(opening), strings(prompt))
    return pa.ListArray.from_arrays(pa.array(ends), pa.array(kept))
