"""What was found in lines as Arrow columns."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.bits import BEYOND, copied, lowest
from hydrascope.sources.decode import BROKEN
from hydrascope.sources.scanning.values import ESCAPED, NULL, TEXT, hexadecimal

_I64 = npt.NDArray[np.int64]
_DAYS = np.array([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365])


class Places(NamedTuple):
    """One value a line: its kind, and where it begins and ends in the bytes."""

    kinds: npt.NDArray[np.uint8]
    starts: _I64
    ends: _I64


@numba.njit(cache=True, nogil=True)
def _utf8(out, at, point):
    """Write a character below U+10000; return the position behind it."""
    if point < 0x80:
        out[at] = point
        return at + 1
    if point < 0x800:
        out[at], out[at + 1] = 0xC0 | point >> 6, 0x80 | point & 0x3F
        return at + 2
    out[at], out[at + 1], out[at + 2] = 0xE0 | point >> 12, 0x80 | point >> 6 & 0x3F, 0x80 | point & 0x3F
    return at + 3


@numba.njit(cache=True, nogil=True)
def _unescaped(data, at, end, out, to):
    """Write the characters of a text, and up to `BEYOND` bytes more; return the position behind them."""
    while True:
        marks = copied(data, at, out, to)
        run = min(lowest(marks) if marks else BEYOND, end - at)
        at, to = at + run, to + run
        if at == end:
            return to
        if run == BEYOND:
            continue
        mark = data[at + 1]
        if mark == 117:
            to = _utf8(out, to, hexadecimal(data, at + 2))
            at += 6
            continue
        if mark == 110:
            mark = 10
        elif mark == 116:
            mark = 9
        elif mark == 114:
            mark = 13
        elif mark == 98:
            mark = 8
        elif mark == 102:
            mark = 12
        out[to] = mark
        at, to = at + 2, to + 1


@numba.njit(cache=True, nogil=True)
def _texts(data, kinds, starts, ends):
    """Return the offsets and the bytes of texts; what is none is empty."""
    rows = kinds.size
    most = 0
    for row in range(rows):
        if kinds[row] == TEXT or kinds[row] == ESCAPED:
            most += ends[row] - starts[row] - 2
    offsets, out, at = np.zeros(rows + 1, np.int64), np.empty(most + BEYOND, np.uint8), 0
    for row in range(rows):
        if kinds[row] == TEXT or kinds[row] == ESCAPED:
            at = _unescaped(data, starts[row] + 1, ends[row] - 1, out, at)
        offsets[row + 1] = at
    return offsets, out[:at]


def texts(data: npt.NDArray[np.uint8], at: Places, kind: pa.DataType) -> pa.Array:
    """Return a column of texts; null where there is none."""
    offsets, found = _texts(data, at.kinds, at.starts, at.ends)
    return _column(offsets, found, at.kinds > NULL, kind)


def _column(offsets: _I64, found: npt.NDArray[np.uint8], given: npt.NDArray[np.bool_], kind: pa.DataType) -> pa.Array:
    """Return a column of large strings or strings over bytes."""
    wide = offsets if pa.types.is_large_string(kind) else offsets.astype(np.int32)
    bits = pa.py_buffer(np.packbits(given, bitorder="little"))
    return pa.Array.from_buffers(kind, len(given), [bits, pa.py_buffer(wide), pa.py_buffer(found)])


@numba.njit(cache=True, nogil=True)
def _raw(data, given, starts, ends):
    offsets = np.zeros(starts.size + 1, np.int64)
    for row in range(starts.size):
        offsets[row + 1] = offsets[row] + (ends[row] - starts[row] if given[row] else 0)
    out = np.empty(offsets[-1], np.uint8)
    for row in range(starts.size):
        if given[row]:
            out[offsets[row] : offsets[row + 1]] = data[starts[row] : ends[row]]
    return offsets, out


def raw(data: npt.NDArray[np.uint8], at: Places, given: npt.NDArray[np.bool_]) -> pa.Array:
    """Return the JSON text of the given values as a column, null elsewhere."""
    offsets, found = _raw(data, given, at.starts, at.ends)
    return _column(offsets, found, given, pa.large_string())


def numbers(data: npt.NDArray[np.uint8], at: Places, kind: pa.DataType) -> pa.Array:
    """Return a column of numbers; null where there is none."""
    return raw(data, at, at.kinds > NULL).cast(kind)


def each(written: pa.Array, read: Callable[[bytes], Any]) -> tuple[list[Any], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """
    Return what `read` makes of each distinct JSON text, the place of each row's in that list, and which rows it refused.

    The last of the list is what a row without a text has: None.
    """
    distinct = written.dictionary_encode()
    values, refused = list[Any](), list[bool]()
    for text in distinct.dictionary.to_pylist():
        try:
            values.append(read(text.encode()))
            refused.append(False)
        except BROKEN:
            values.append(None)
            refused.append(True)
    places = np.asarray(distinct.indices.fill_null(len(values))).astype(np.int64)
    return [*values, None], places, np.array([*refused, False])[places]


def spread(values: Sequence[Any], places: _I64, kind: pa.DataType) -> pa.Array:
    """Return a column that has at each row one of a few values."""
    return pa.array(values, kind).take(pa.array(places))


@numba.njit(cache=True, nogil=True)
def _number(data, at, size, most):
    """Return what some digits write; -1 where one is none, or it is beyond `most`."""
    value = np.int64(0)
    for i in range(size):
        digit = np.int64(data[at + i]) - 48
        if digit < 0 or digit > 9:
            return -1
        value = 10 * value + digit
    return value if value <= most else -1


@numba.njit(cache=True, nogil=True)
def _micros(data, at, size):
    """Return the microseconds since 1970 of a text such as 2026-01-05T00:00:00.500Z; -1 for any other."""
    if size < 20 or data[at + size - 1] != 90 or (size != 20 and size != 24 and size != 27):
        return -1
    if data[at + 4] != 45 or data[at + 7] != 45 or data[at + 10] != 84 or data[at + 13] != 58 or data[at + 16] != 58:
        return -1
    year, month, day = _number(data, at, 4, 9999), _number(data, at + 5, 2, 12), _number(data, at + 8, 2, 31)
    hour, minute, second = _number(data, at + 11, 2, 23), _number(data, at + 14, 2, 59), _number(data, at + 17, 2, 59)
    if year < 1970 or month < 1 or day < 1 or hour < 0 or minute < 0 or second < 0:
        return -1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if day > _DAYS[month] - _DAYS[month - 1] + (leap and month == 2):
        return -1
    part = 0
    if size > 20:
        part = _number(data, at + 20, size - 21, 999_999)
        if part < 0 or data[at + 19] != 46:
            return -1
        part *= 1 if size == 27 else 1000
    before = year - 1
    days = 365 * (year - 1970) + before // 4 - before // 100 + before // 400 - 477 + _DAYS[month - 1] + day - 1 + (leap and month > 2)
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + part


@numba.njit(cache=True, nogil=True)
def moments(data, kinds, starts, ends):
    """Return microseconds since 1970 for the times in the usual form, -1 for all others."""
    out = np.full(kinds.size, -1)
    for row in range(kinds.size):
        if kinds[row] == TEXT:
            out[row] = _micros(data, starts[row] + 1, ends[row] - starts[row] - 2)
    return out
