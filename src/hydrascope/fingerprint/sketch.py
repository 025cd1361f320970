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
from hydrascope.fingerprint.words import HEAD as ALL
from hydrascope.fingerprint.words import Request, Words

WIDTH = 5  # words of a shingle
KEPT = 4  # one shingle in so many is kept
HEAD, TAIL = 384, 128  # tokens looked at, from the beginning and the end of a text,
BYTES = 8  # within so many bytes a token
_THRESHOLD = np.uint64((1 << 64) // KEPT)
_BUCKET = np.uint64(54)  # of a kept hash, which is below 2 ** 62, eight bits say where it is sorted to
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_NOTHING = Words(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64))
_UNKNOWN = Request(_NOTHING, _NOTHING, _NOTHING)


@numba.njit(cache=True, nogil=True)
def _shingles(tokens, out, at):
    for i in range(tokens.size - WIDTH + 1):
        h = np.uint64(0)
        for j in range(WIDTH):
            h = (h ^ tokens[i + j]) * _PRIME
            h ^= h >> np.uint64(29)
        h = mix(h)
        out[at] = h  # without a branch, which could not be foretold
        at += h < _THRESHOLD
    return at


@numba.njit(cache=True, nogil=True)
def _sort(found, n, ends, out):
    """Write `found[:n]` to `out` in order: hashes lie evenly, so most find their place by their first bits."""
    ends[:] = 0
    for i in range(n):
        ends[found[i] >> _BUCKET] += 1
    for bucket in range(1, ends.size):
        ends[bucket] += ends[bucket - 1]
    for i in range(n):
        bucket = found[i] >> _BUCKET
        ends[bucket] -= 1
        out[ends[bucket]] = found[i]
    for i in range(1, n):
        h, at = out[i], i
        while at > 0 and out[at - 1] > h:
            out[at] = out[at - 1]
            at -= 1
        out[at] = h


@numba.njit(cache=True, nogil=True)
def _text(text, words, known, row, tokens, out, at):
    start, end = text.offsets[row], text.offsets[row + 1]
    if known and end - start <= ALL:
        spelt = words.tokens[words.begins[row] : words.begins[row + 1]]
        if spelt.size < HEAD:
            return _shingles(spelt, out, at)
    head = min(end, start + BYTES * HEAD)
    n = tokenise(text.data, start, head, tokens[:HEAD])
    at = _shingles(tokens[:n], out, at)
    if head < end or n == HEAD:
        n = tokenise(text.data, max(start, end - BYTES * TAIL), end, tokens)
        at = _shingles(tokens[max(0, n - TAIL) : n], out, at)
    return at


@numba.njit(cache=True, nogil=True)
def _sketch(system, opening, prompt, request, known):
    rows = system.offsets.size - 1
    tokens = np.empty(max(HEAD, BYTES * TAIL), np.uint64)  # a token has at least one byte
    found, kept = np.empty((2, 3 * (HEAD + TAIL) + 1), np.uint64)
    buckets = np.empty(1 << 8, np.int64)
    ends = np.zeros(rows + 1, np.int32)
    out = np.empty(max(rows * 32, 1024), np.uint64)
    total = 0
    for row in range(rows):
        n = _text(system, request.system, known, row, tokens, found, 0)
        if not same(opening, prompt, row):
            n = _text(opening, request.opening, known, row, tokens, found, n)
        n = _text(prompt, request.prompt, known, row, tokens, found, n)
        _sort(found, n, buckets, kept)
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
    return sketched(system, opening, prompt, None)


def sketched(system: pa.Array, opening: pa.Array, prompt: pa.Array, words: Request | None) -> pa.ListArray:
    """Return the same of requests whose words may be known; what is long is read anew, for other parts of it count."""
    ends, kept = _sketch(strings(system), strings(opening), strings(prompt), words or _UNKNOWN, words is not None)
    return pa.ListArray.from_arrays(pa.array(ends), pa.array(kept))
