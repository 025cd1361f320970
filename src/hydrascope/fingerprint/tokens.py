"""
Words of any script, as 64-bit hashes, straight from UTF-8 bytes.

Words are case-folded (ASCII, Latin, Greek, Cyrillic, Armenian, full-width),
runs of digits become one token, and scripts that are written without spaces
(Chinese, Japanese, Thai, Lao, Khmer, Burmese) give overlapping pairs of
characters. Zero-width characters and combining marks are dropped, so that
they cannot hide a word.
"""

import numba
import numpy as np

_FNV = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_DIGITS = np.uint64(0x9E3779B97F4A7C15)

SEPARATOR, WORD, DIGIT, CHARACTER, IGNORED = 0, 1, 2, 3, 4


@numba.njit(cache=True, nogil=True, inline="always")
def mix(h):
    """Return `h` with all bits stirred (splitmix64 finaliser, Steele et al. 2014)."""
    h = np.uint64(h)
    h ^= h >> np.uint64(30)
    h *= np.uint64(0xBF58476D1CE4E5B9)
    h ^= h >> np.uint64(27)
    h *= np.uint64(0x94D049BB133111EB)
    h ^= h >> np.uint64(31)
    return h


@numba.njit(cache=True, nogil=True)
def decode(data, at, end):
    """Return the code point at a byte position and the position behind it; a broken sequence is one byte."""
    b = np.uint32(data[at])
    if b < 0x80:
        return b, at + 1
    if b >= 0xF0 and at + 3 < end:
        low = (np.uint32(data[at + 2] & 0x3F) << 6) | np.uint32(data[at + 3] & 0x3F)
        return ((b & 0x07) << 18) | (np.uint32(data[at + 1] & 0x3F) << 12) | low, at + 4
    if b >= 0xE0 and at + 2 < end:
        return ((b & 0x0F) << 12) | (np.uint32(data[at + 1] & 0x3F) << 6) | np.uint32(data[at + 2] & 0x3F), at + 3
    if b >= 0xC0 and at + 1 < end:
        return ((b & 0x1F) << 6) | np.uint32(data[at + 1] & 0x3F), at + 2
    return np.uint32(0xFFFD), at + 1


@numba.njit(cache=True, nogil=True)
def fold(c):
    """Return the lower-case code point of the bicameral scripts that have a regular layout."""
    if c < 0x80:
        return c + 32 if 65 <= c <= 90 else c
    if 0xC0 <= c <= 0xDE and c != 0xD7:
        return c + 32
    if 0x100 <= c <= 0x137 or 0x14A <= c <= 0x177 or 0x1E00 <= c <= 0x1EFF or 0x460 <= c <= 0x4FF:
        return c | 1
    if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
        return c + (c & 1)
    if 0x391 <= c <= 0x3A9 or 0x410 <= c <= 0x42F:
        return c + 32
    if 0x400 <= c <= 0x40F:
        return c + 80
    if 0x531 <= c <= 0x556:
        return c + 48
    if 0xFF21 <= c <= 0xFF3A:
        return c - 0xFF21 + 97
    return c


@numba.njit(cache=True, nogil=True)
def kind_of(c):
    """Return whether a code point separates, spells, counts, stands alone, or is invisible."""
    if c < 0x80:
        if 97 <= c <= 122 or 65 <= c <= 90:
            return WORD
        return DIGIT if 48 <= c <= 57 else SEPARATOR
    if 0x300 <= c <= 0x36F or 0x200B <= c <= 0x200F or c == 0xFEFF or c == 0xAD or 0xFE00 <= c <= 0xFE0F or 0x2060 <= c <= 0x2064:
        return IGNORED
    if 0xFF10 <= c <= 0xFF19 or 0x660 <= c <= 0x669 or 0x966 <= c <= 0x96F:
        return DIGIT
    if (
        c <= 0xBF
        or c == 0xD7
        or c == 0xF7
        or 0x2000 <= c <= 0x2BFF
        or 0x3000 <= c <= 0x303F
        or 0xFF00 <= c <= 0xFF20
        or 0xFF3B <= c <= 0xFF40
    ):
        return SEPARATOR
    if 0x3040 <= c <= 0x30FF or 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or c >= 0x1F000:
        return CHARACTER
    if 0xE00 <= c <= 0xEFF or 0x1000 <= c <= 0x109F or 0x1780 <= c <= 0x17FF:
        return CHARACTER
    return WORD


@numba.njit(cache=True, nogil=True)
def tokenise(data, start, end, out):
    """
    Write the token hashes of `data[start:end]` to `out` and return how many.

    Stops when `out` is full.

    >>> out = np.zeros(8, np.uint64)
    >>> text = np.frombuffer("Straße STRASSE 12 34 日本語".encode(), np.uint8)
    >>> int(tokenise(text, 0, len(text), out))  # two words, two numbers, two pairs
    6
    """
    n, at = 0, start
    word, previous = _FNV, np.uint64(0)
    inside, digits = False, False
    while at < end and n < out.size:
        c, at = decode(data, at, end)
        kind = kind_of(c)
        if kind == IGNORED or (inside and (c == 39 or c == 0x2019)):
            continue
        if inside and (kind != WORD):
            out[n] = mix(word)
            n += 1
            inside = False
            if n == out.size:
                break
        if kind == WORD:
            if not inside:
                word, inside = _FNV, True
            word = (word ^ np.uint64(fold(c))) * _PRIME
        if kind == DIGIT and not digits:
            out[n] = mix(_DIGITS)
            n += 1
        digits = kind == DIGIT
        if kind == CHARACTER:
            if previous != 0:
                out[n] = mix((_FNV ^ previous) * _PRIME ^ np.uint64(c))
                n += 1
            previous = np.uint64(c)
        elif previous != 0:
            previous = np.uint64(0)
    if inside and n < out.size:
        out[n] = mix(word)
        n += 1
    return n
