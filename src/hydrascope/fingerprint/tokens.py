"""
Words of any script, as 64-bit hashes, straight from UTF-8 bytes.

Words are case-folded (Latin, Greek, Cyrillic, Armenian, Georgian, full-width),
runs of digits become one token, and scripts that are written without spaces
(Chinese, Japanese, Thai, Lao, Khmer, Burmese) give overlapping pairs of
characters. Zero-width characters, combining marks and the optional vowel marks
of Arabic and Hebrew are dropped, so that they cannot hide a word.

Blind to look-alikes: a Cyrillic a is not a Latin one, ß is not ss, and an accent
that is a character of its own (é) is another letter, while one that combines
(e and U+0301) is dropped.
"""

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.bits import HIGH, LOW, ONES, gathered, load, lowest, within

_FNV = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_NUMBER = np.uint64(0xE220A8397B1DCDAF)  # the token of every number: 0x9E3779B97F4A7C15, stirred
_SMALL = ONES * np.uint64(32)  # the bit that tells small letters of ASCII from capitals

SEPARATOR, WORD, DIGIT, CHARACTER, IGNORED = 0, 1, 2, 3, 4

# Blocks whose case no later version of Unicode will change: the tables below are the same under every Python.
_CASED = ((0x41, 0x590), (0x1C90, 0x1CC0), (0x1E00, 0x2000))
_FULL_WIDTH = ((0xFF21, 0xFF3B), (0xFF41, 0xFF5B))
_UNUSUAL_CASE = {0x130: 0x69, 0x131: 0x69, 0x1E9E: 0xDF}  # both i of Turkish are i; the capital ß is ß

# What a code point does where it does not spell; a later line overrules an earlier one.
_KINDS = (
    (SEPARATOR, "0000-002F 003A-0040 005B-0060 007B-00BF 00D7 00F7 037E 0387 055A-055F 0589-058A 05BE 05C0 05C3 05C6 05F3-05F4"),
    (SEPARATOR, "0606-060F 061B 061D-061F 066A-066D 06D4 06DD-06DE 06E9 0964-0965 0970 0F0B-0F14 1361-1368 1680 1800-180A"),
    (SEPARATOR, "2000-2BFF 2E00-2E7F 3000-3004 3008-303F D800-DFFF FE10-FE1F FE30-FE6F FF00-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 FFE0-FFFF"),
    (CHARACTER, "0E00-0EFF 1000-109F 1780-17FF 2E80-2FDF 3005-3007 3040-30FF 3400-9FFF F900-FAFF FF66-FF9F"),
    (SEPARATOR, "104A-104F 17D4-17DB 30FB"),
    (DIGIT, "0030-0039 0660-0669 06F0-06F9 07C0-07C9 0966-096F 09E6-09EF 0A66-0A6F 0AE6-0AEF 0B66-0B6F 0BE6-0BEF 0C66-0C6F"),
    (DIGIT, "0CE6-0CEF 0D66-0D6F 0E50-0E59 0ED0-0ED9 0F20-0F29 1040-1049 17E0-17E9 1810-1819 FF10-FF19"),
    (IGNORED, "00AD 0300-036F 0483-0489 0591-05BD 05BF 05C1-05C2 05C4-05C5 05C7 0610-061A 061C 0640 064B-065F 0670 06D6-06DC"),
    (IGNORED, "06DF-06E4 06E7-06E8 06EA-06ED 115F-1160 180B-180F 1AB0-1AFF 1DC0-1DFF 200B-200F 202A-202E 2060-206F 20D0-20FF"),
    (IGNORED, "3099-309A 3164 FE00-FE0F FE20-FE2F FEFF FFA0 FFF9-FFFB"),
)


def _folded(c: int) -> int:
    """Return the code point that stands for both cases of a letter; its own where the other case is several letters."""
    forms = (chr(c).casefold(), chr(c).lower())
    return _UNUSUAL_CASE.get(c, next((ord(form) for form in forms if len(form) == 1), c))


def _fold_table() -> npt.NDArray[np.uint16]:
    table = np.arange(0x10000, dtype=np.uint16)
    for first, behind in _CASED:
        table[first:behind] = [_folded(c) for c in range(first, behind)]
    for first, behind in _FULL_WIDTH:
        table[first:behind] = np.arange(ord("a"), ord("z") + 1)
    return table


def _kind_table() -> npt.NDArray[np.uint8]:
    table = np.full(0x10000, WORD, np.uint8)
    for kind, blocks in _KINDS:
        for block in blocks.split():
            first, _, last = block.partition("-")
            table[int(first, 16) : int(last or first, 16) + 1] = kind
    return table


_FOLD_OF, _KIND_OF = _fold_table(), _kind_table()


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
    """Return the code point at a byte position and the position behind it; a byte that begins no whole character is U+FFFD."""
    b = np.uint32(data[at])
    if b < 0x80:
        return b, at + 1
    if 0xC0 <= b < 0xE0 and at + 1 < end:
        return ((b & 0x1F) << 6) | np.uint32(data[at + 1] & 0x3F), at + 2
    if 0xE0 <= b < 0xF0 and at + 2 < end:
        return ((b & 0x0F) << 12) | (np.uint32(data[at + 1] & 0x3F) << 6) | np.uint32(data[at + 2] & 0x3F), at + 3
    if b >= 0xF0 and at + 3 < end:
        low = (np.uint32(data[at + 2] & 0x3F) << 6) | np.uint32(data[at + 3] & 0x3F)
        return ((b & 0x07) << 18) | (np.uint32(data[at + 1] & 0x3F) << 12) | low, at + 4
    return np.uint32(0xFFFD), at + 1


@numba.njit(cache=True, nogil=True)
def fold(c):
    """Return the code point that stands for both cases of a letter."""
    return np.uint32(_FOLD_OF[c]) if c < 0x10000 else np.uint32(c)


@numba.njit(cache=True, nogil=True)
def kind_of(c):
    """Return whether a code point separates, spells, counts, stands alone, or is invisible."""
    if c < 0x10000:
        return np.int64(_KIND_OF[c])
    if 0xE0000 <= c <= 0xE0FFF:  # tags and variation selectors
        return IGNORED
    if 0x1D7CE <= c <= 0x1D7FF:  # mathematical digits
        return DIGIT
    return CHARACTER if c >= 0x1F000 else WORD


@numba.njit(cache=True, nogil=True, inline="always")
def _spelt(data, at, size):
    """Return the hash of an ASCII word; its first eight letters without a branch, so that neighbouring words overlap in the processor."""
    word = _FNV
    if at + 8 <= data.size:
        letters = load(data, at) | _SMALL
        for i in range(8):
            longer = (word ^ (letters >> np.uint64(8 * i) & np.uint64(0xFF))) * _PRIME
            word = longer if i < size else word
        done = 8
    else:
        done = 0
    for i in range(done, size):
        word = (word ^ np.uint64(data[at + i] | 32)) * _PRIME
    return mix(word)


@numba.njit(cache=True, nogil=True, inline="always")
def _marks(data, at, size):
    """Return as bits which of up to 64 bytes are ASCII letters, digits, and what only the careful way can read."""
    letters, digits, others, quotes = np.uint64(0), np.uint64(0), np.uint64(0), np.uint64(0)
    for i in range(0, size, 8):
        word = load(data, at + i)
        low, ascii_only = word & LOW, ~word & HIGH
        letters |= gathered(within(low | _SMALL, 97, 122) & ascii_only) << np.uint64(i)
        digits |= gathered(within(low, 48, 57) & ascii_only) << np.uint64(i)
        quotes |= gathered(within(low, 39, 39) & ascii_only) << np.uint64(i)
        others |= gathered(word & HIGH) << np.uint64(i)
    return letters, digits, others | quotes & (letters << np.uint64(1))  # an apostrophe that follows no letter separates


@numba.njit(cache=True, nogil=True)
def _plainly(data, at, end, out, n):
    """Write the tokens of ASCII text, 64 bytes at once, up to what needs care; return how many there are now, and where it stopped."""
    while end - at >= 8:
        size = min(64, (end - at) & ~7)
        letters, digits, others = _marks(data, at, size)
        stop = min(lowest(others), size)
        begins = letters & ~(letters << np.uint64(1)) | digits & ~(digits << np.uint64(1))
        behind = stop
        while begins != 0:
            first = lowest(begins)
            number = digits >> np.uint64(first) & np.uint64(1)
            last = first + lowest(~((digits if number else letters) >> np.uint64(first)))
            if last >= stop:  # it may go on
                behind = min(first, stop)
                break
            if n == out.size:
                return n, end
            spelt = _spelt(data, at + first, last - first)
            out[n] = _NUMBER if number else spelt
            n += 1
            begins &= begins - np.uint64(1)
        at += behind
        if stop < size or behind == 0:
            break
    return n, at


@numba.njit(cache=True, nogil=True)
def carefully(data, at, end, out, n, hurry):
    """Write tokens character by character from a place where none has begun, to the end; in a hurry only until plain ASCII lies ahead."""
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
            while at < end and 97 <= data[at] | 32 <= 122:  # the rest of an ASCII word: most bytes of most texts
                word = (word ^ np.uint64(data[at] | 32)) * _PRIME
                at += 1
        if kind == DIGIT and not digits:
            out[n] = _NUMBER
            n += 1
        digits = kind == DIGIT
        if kind == CHARACTER:
            if previous != 0:
                out[n] = mix((_FNV ^ previous) * _PRIME ^ np.uint64(c))
                n += 1
            previous = np.uint64(c)
        else:
            previous = np.uint64(0)
            if hurry and kind == SEPARATOR and end - at >= 8 and load(data, at) & HIGH == 0:
                break
    if inside and n < out.size:
        out[n] = mix(word)
        n += 1
    return n, at


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
    while at < end and n < out.size:
        n, at = _plainly(data, at, end, out, n)
        n, at = carefully(data, at, end, out, n, True)
    return n
