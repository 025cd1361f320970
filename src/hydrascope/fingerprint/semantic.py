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

from hydrascope.fingerprint.tokens import mix
from hydrascope.fingerprint.words import HEAD, TAIL, Words
from hydrascope.fingerprint.words import words as spelt_out

REPEATS = 3  # a word votes at most so often: once hides formulas and code, always lets "the" decide
_SEED = np.uint64(0x5E3A11C0DE5EED01)
_PLANES = 12  # 2 ** 12 votes: more than HEAD + TAIL bytes can hold words
_SLOTS = 4096


@numba.njit(cache=True, nogil=True, inline="always")
def _summed(a, b, c):
    """Return 64 sums of three bits each: their low and their high bits."""
    return a ^ b ^ c, a & b | (a ^ b) & c


@numba.njit(cache=True, nogil=True)
def _count(votes, n, planes):
    """Count the votes of 64 bits; plane `p` holds bit `p` of all counters. Eight votes are added at once (Harley and Seal)."""
    planes[:] = 0
    votes[n : n + 8] = 0
    ones, twos, fours = np.uint64(0), np.uint64(0), np.uint64(0)
    for i in range(0, n, 8):
        ones, a = _summed(ones, votes[i], votes[i + 1])
        ones, b = _summed(ones, votes[i + 2], votes[i + 3])
        ones, c = _summed(ones, votes[i + 4], votes[i + 5])
        ones, d = _summed(ones, votes[i + 6], votes[i + 7])
        twos, a = _summed(twos, a, b)
        twos, c = _summed(twos, c, d)
        fours, carry = _summed(fours, a, c)
        plane = 3
        while carry:
            planes[plane], carry = planes[plane] ^ carry, planes[plane] & carry
            plane += 1
    planes[0], planes[1], planes[2] = ones, twos, fours


@numba.njit(cache=True, nogil=True)
def _majority(planes, votes):
    """Return the bits whose counter is above half of the votes."""
    above, equal = np.uint64(0), ~np.uint64(0)
    for plane in range(_PLANES - 1, -1, -1):
        half = ~np.uint64(0) if (votes // 2) >> plane & 1 else np.uint64(0)
        above |= equal & planes[plane] & ~half
        equal &= ~(planes[plane] ^ half)
    return above


@numba.njit(cache=True, nogil=True)
def _votes(tokens, row, words, marks, votes):
    """Write the vote of each word that is not one repeat too many; return how many. `marks` says which row wrote a slot, and how often."""
    n, mine = 0, row << 16
    mask = 63
    while mask < 4 * tokens.size:
        mask = 2 * mask + 1
    mask = min(mask, words.size - 1)
    for token in tokens:
        slot = np.int64(token) & mask
        while marks[slot] >= mine and words[slot] != token:
            slot = (slot + 1) & mask
        marks[slot] = max(marks[slot], mine) + 1
        words[slot] = token
        votes[n] = mix(token ^ _SEED)
        n += marks[slot] - mine <= REPEATS
    return n


@numba.njit(cache=True, nogil=True)
def _sketch(spelt):
    out = np.zeros(spelt.middles.size, np.uint64)
    votes = np.empty(HEAD + TAIL + 8, np.uint64)
    words, marks = np.empty(_SLOTS, np.uint64), np.zeros(_SLOTS, np.int64)
    planes = np.empty(_PLANES, np.uint64)
    for row in range(out.size):
        tokens = spelt.tokens[spelt.begins[row] : spelt.begins[row + 1]]
        if tokens.size > 0:
            voting = _votes(tokens, row + 1, words, marks, votes)
            _count(votes, voting, planes)
            out[row] = max(_majority(planes, voting), np.uint64(1))
    return out


def sketch(prompt: pa.Array) -> npt.NDArray[np.uint64]:
    """
    Return 64 sign bits for each prompt; 0 for a null, an empty text or one without words.

    >>> a, b, c = sketch(pa.array(["Write a short poem about rain", "write a short poem about RAIN!", None]))
    >>> bool(a == b), int(c)
    (True, 0)
    """
    return sketched(spelt_out(prompt))


def sketched(prompt: Words) -> npt.NDArray[np.uint64]:
    """Return the same of prompts whose words are known."""
    return _sketch(prompt)


def hamming(a: npt.NDArray[np.uint64], b: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """
    Return in how many of the 64 bits two sketches differ; about 32 for unrelated prompts.

    >>> hamming(np.array([0b1011], np.uint64), np.array([0b0001], np.uint64))
    array([2], dtype=uint8)
    """
    differ: npt.NDArray[np.uint8] = np.bitwise_count(np.asarray(a, np.uint64) ^ np.asarray(b, np.uint64))
    return differ
