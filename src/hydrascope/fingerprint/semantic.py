"""
What a prompt is about, in 64 bits that can be pooled.

SimHash (Charikar 2002, doi:10.1145/509907.509965) of the hashed words: every
distinct word votes on 64 bits. Near copies differ in few bits; a free
paraphrase of one prompt does not, see `docs/semantic.md`. The sum of the bits
over many prompts of an account is a 64-dimensional vector of its subjects.
"""

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.fingerprint.strings import strings
from hydrascope.fingerprint.tokens import mix, tokenise

BITS = 64
HEAD, TAIL = 2048, 1024  # bytes read from the beginning and the end of a prompt
_SEED = np.uint64(0x5E3A11C0DE5EED01)


@numba.njit(cache=True, nogil=True)
def _vote(tokens, n, votes):
    previous = np.uint64(0)
    for token in np.sort(tokens[:n]):
        if token == previous:
            continue
        previous = token
        h = mix(token ^ _SEED)
        for bit in range(BITS):
            votes[bit] += np.int32((h >> np.uint64(bit)) & np.uint64(1)) * 2 - 1


@numba.njit(cache=True, nogil=True)
def _sign_bits(votes):
    bits = np.uint64(0)
    for bit in range(BITS):
        bits |= np.uint64(votes[bit] > 0) << np.uint64(bit)
    return bits


@numba.njit(cache=True, nogil=True)
def _sketch(offsets, data):
    out = np.zeros(offsets.size - 1, np.uint64)
    tokens = np.empty(HEAD + TAIL, np.uint64)
    votes = np.empty(BITS, np.int32)
    for row in range(out.size):
        start, end = offsets[row], offsets[row + 1]
        head = min(end, start + HEAD)
        n = tokenise(data, start, head, tokens)
        n += tokenise(data, max(head, end - TAIL), end, tokens[n:])
        if n == 0:
            continue
        votes[:] = 0
        _vote(tokens, n, votes)
        out[row] = max(_sign_bits(votes), np.uint64(1))
    return out


def sketch(prompt: pa.Array) -> npt.NDArray[np.uint64]:
    """
    Return 64 sign bits for each prompt; 0 for a null, an empty text or one without words.

    >>> a, b, c = sketch(pa.array(["Write a short poem about rain", "write a short poem about RAIN!", None]))
    >>> bool(a == b), int(c)
    (True, 0)
    """
    offsets, data = strings(prompt)
    return _sketch(offsets, data)  # type: ignore[no-any-return]


def hamming(a: npt.NDArray[np.uint64], b: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """
    Return in how many of the 64 bits two sketches differ; about 32 for unrelated prompts.

    >>> hamming(np.array([0b1011], np.uint64), np.array([0b0001], np.uint64))
    array([2], dtype=uint8)
    """
    return np.bitwise_count(np.asarray(a, np.uint64) ^ np.asarray(b, np.uint64)).astype(np.uint8)
