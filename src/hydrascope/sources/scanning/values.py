"""
Where the values of a line of JSON begin and end.

Every function takes bytes in which each line ends with a line feed, and `bits.BEYOND`
more bytes behind the last: the line feed is in no value, so nothing reads past
a line. A position of -1 says that only the careful reader can tell: the line
is broken, or rare enough to be left to it (surrogates, numbers of over 40
digits, values nested more than 60 deep).
"""

import numba
import numpy as np

from hydrascope.bits import BEYOND, load, lowest, stops

MISSING, NULL, TEXT, ESCAPED, WHOLE, DECIMAL, NUMBER, TRUE, FALSE, OBJECT, LIST = range(11)
_DEEPEST, _LONGEST = 60, 40
_FOUR, _FIVE = np.uint64(0xFFFFFFFF), np.uint64(0xFFFFFFFFFF)
_NULL, _TRUE, _FALSE = (np.uint64(int.from_bytes(word, "little")) for word in (b"null", b"true", b"false"))


@numba.njit(cache=True, nogil=True)
def space(data, at):
    """Return the position behind white space."""
    while data[at] == 32 or data[at] == 9 or data[at] == 13:
        at += 1
    return at


@numba.njit(cache=True, nogil=True)
def hexadecimal(data, at):
    """Return the number that four digits write, or -1."""
    value = 0
    for i in range(4):
        digit = data[at + i]
        if 48 <= digit <= 57:
            value = 16 * value + digit - 48
        elif 97 <= digit | 32 <= 102:
            value = 16 * value + (digit | 32) - 87
        else:
            return -1
    return value


@numba.njit(cache=True, nogil=True)
def text(data, at):
    """Return where the text that begins here has its closing quote, and whether anything in it is escaped."""
    escaped = False
    while True:
        marks = stops(data, at)
        while marks == 0:
            at += BEYOND
            marks = stops(data, at)
        at += lowest(marks)
        if data[at] == 34:
            return at, escaped
        if data[at] != 92:
            return -1, escaped
        escaped = True
        mark = data[at + 1]
        if mark == 117:
            point = hexadecimal(data, at + 2)
            if point < 0 or 0xD800 <= point <= 0xDFFF:
                return -1, escaped
            at += 6
        elif mark == 34 or mark == 92 or mark == 47 or mark == 98 or mark == 102 or mark == 110 or mark == 114 or mark == 116:
            at += 2
        else:
            return -1, escaped


@numba.njit(cache=True, nogil=True)
def _digits(data, at):
    while 48 <= data[at] <= 57:
        at += 1
    return at


@numba.njit(cache=True, nogil=True)
def number(data, at):
    """Return where a number ends and its kind: `WHOLE` for up to 18 digits without a sign, `DECIMAL` for one without an exponent."""
    start = at
    if data[at] == 45:
        at += 1
    first, at = at, _digits(data, at)
    if at == first or (data[first] == 48 and at > first + 1):
        return -1, NUMBER
    kind = WHOLE if first == start and at - start <= 18 else NUMBER
    if data[at] == 46:
        point, at = at, _digits(data, at + 1)
        if at == point + 1:
            return -1, NUMBER
        kind = DECIMAL
    if data[at] | 32 == 101:
        at += 1
        if data[at] == 43 or data[at] == 45:
            at += 1
        first, at = at, _digits(data, at)
        if at == first:
            return -1, NUMBER
        kind = NUMBER
    return (at if at - start <= _LONGEST else -1), kind


@numba.njit(cache=True, nogil=True)
def scalar(data, at):
    """Return where a text, number or literal ends, and its kind."""
    first = data[at]
    if first == 34:
        at, escaped = text(data, at + 1)
        return (at + 1 if at >= 0 else -1), (ESCAPED if escaped else TEXT)
    word = load(data, at)
    if word & _FOUR == _NULL:
        return at + 4, NULL
    if word & _FOUR == _TRUE:
        return at + 4, TRUE
    if word & _FIVE == _FALSE:
        return at + 5, FALSE
    return number(data, at)


@numba.njit(cache=True, nogil=True)
def key(data, at):
    """Return the position behind a key and its colon."""
    if data[at] != 34:
        return -1
    at, _ = text(data, at + 1)
    if at < 0:
        return -1
    at = space(data, at + 1)
    return space(data, at + 1) if data[at] == 58 else -1


@numba.njit(cache=True, nogil=True)
def _nested(data, at):
    """Return where an object or a list ends; bit `d` of `objects` says which of the two is open at depth `d`."""
    depth, objects = 0, np.uint64(0)
    while True:
        first = data[at]
        if first == 123 or first == 91:
            if depth == _DEEPEST:
                return -1
            bit = np.uint64(1) << np.uint64(depth)
            objects = objects | bit if first == 123 else objects & ~bit
            depth += 1
            at = space(data, at + 1)
            if data[at] != first + 2:
                at = key(data, at) if first == 123 else at
                if at < 0:
                    return -1
                continue
        else:
            at, _ = scalar(data, at)
            if at < 0:
                return -1
            at = space(data, at)
        inside_object = objects >> np.uint64(depth - 1) & np.uint64(1)
        while data[at] == (125 if inside_object else 93):
            depth -= 1
            if depth == 0:
                return at + 1
            at = space(data, at + 1)
            inside_object = objects >> np.uint64(depth - 1) & np.uint64(1)
        if data[at] != 44:
            return -1
        at = space(data, at + 1)
        if inside_object:
            at = key(data, at)
            if at < 0:
                return -1


@numba.njit(cache=True, nogil=True)
def value(data, at):
    """Return where any value ends, and its kind."""
    if data[at] == 123:
        return _nested(data, at), OBJECT
    if data[at] == 91:
        return _nested(data, at), LIST
    return scalar(data, at)
