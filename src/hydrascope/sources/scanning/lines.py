"""One line after the other: where each wanted value stands, and which lines are left to the careful reader."""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.bits import load
from hydrascope.sources.scanning.layout import CLIENT, FIELDS, LINE, MESSAGE, REQUEST, RESPONSE, USAGE, Layout, field
from hydrascope.sources.scanning.values import ESCAPED, LIST, MISSING, NULL, OBJECT, TEXT, space, text, value

_MESSAGES = field(REQUEST, "messages")
_OBJECTS = tuple(
    (field(LINE, name), parent) for name, parent in (("request", REQUEST), ("response", RESPONSE), ("usage", USAGE), ("client", CLIENT))
)
_ROLE, _CONTENT, _CALLS, _CALL = range(4)
_SHORTEST_MESSAGE = 23  # bytes of {"role":"","content":""}


class Found(NamedTuple):
    """
    What was found in some lines: kinds and places of the wanted values, a row a line, and of their messages one after another.

    Line `i` has messages `until[i]:until[i + 1]`, and the request parameters `settings[set_until[i]:set_until[i + 1]]` as a JSON object.
    """

    plain: npt.NDArray[np.bool_]
    kinds: npt.NDArray[np.uint8]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    until: npt.NDArray[np.int64]
    message_kinds: npt.NDArray[np.uint8]
    message_starts: npt.NDArray[np.int64]
    message_ends: npt.NDArray[np.int64]
    set_until: npt.NDArray[np.int64]
    settings: npt.NDArray[np.uint8]


@numba.njit(cache=True, nogil=True)
def _field(data, start, end, parent, layout):
    """Return which wanted value a key names, -1 for none."""
    size, begun = end - start, load(data, start)
    if size < 8:
        begun &= (np.uint64(1) << np.uint64(8 * size)) - np.uint64(1)
    for at in range(layout.first[parent], layout.first[parent + 1]):
        if layout.sizes[at] == size and layout.words[at, 0] == begun:
            same = True
            for i in range(8, size):
                same &= np.uint64(data[start + i]) == (layout.words[at, i >> 3] >> np.uint64(8 * (i & 7)) & np.uint64(0xFF))
            if same:
                return at
    return -1


@numba.njit(cache=True, nogil=True)
def _key(data, at, parent, layout):
    """Return which wanted value a key names, -1 for none, and where its value begins; -1 where it is no usual key."""
    if data[at] != 34:
        return -1, -1
    close, escaped = text(data, at + 1)
    if close < 0 or escaped:
        return -1, -1
    colon = space(data, close + 1)
    return _field(data, at + 1, close, parent, layout), (space(data, colon + 1) if data[colon] == 58 else -1)


@numba.njit(cache=True, nogil=True)
def _next(data, at):
    """Return where the next member or item begins behind a value, and whether there is one; -1 where neither a comma nor an end is."""
    at = space(data, at)
    if data[at] == 125 or data[at] == 93:
        return at, False
    return (space(data, at + 1) if data[at] == 44 else -1), True


@numba.njit(cache=True, nogil=True)
def _members(data, at, parent, layout, kinds, starts, ends):
    """Note the wanted members of the object that begins here; return its end, -1 where it is not usual."""
    first = layout.first[parent] if parent == MESSAGE else 0
    at = space(data, at + 1)
    more = data[at] != 125
    while more:
        which, start = _key(data, at, parent, layout)
        if start < 0:
            return -1
        end, kind = value(data, start)
        if end < 0:
            return -1
        found = which - first
        if found >= 0:
            if kinds[found] != MISSING:  # told twice
                return -1
            kinds[found], starts[found], ends[found] = kind, start, end
        at, more = _next(data, end)
        if at < 0:
            return -1
    return at + 1 if data[at] == 125 else -1


@numba.njit(cache=True, nogil=True)
def _messages(data, at, layout, found, count):
    """Note the messages of the list that begins here, each with a role and one text; return its end, -1 where one is otherwise, and how many there are now."""
    at = space(data, at + 1)
    more = data[at] != 93
    while more:
        if data[at] != 123:
            return -1, count
        kinds = found.message_kinds[count]
        kinds[:] = MISSING
        at = _members(data, at, MESSAGE, layout, kinds, found.message_starts[count], found.message_ends[count])
        if at < 0 or kinds[_ROLE] != TEXT or (kinds[_CONTENT] != TEXT and kinds[_CONTENT] != ESCAPED):
            return -1, count
        if kinds[_CALLS] > NULL or kinds[_CALL] > NULL:
            return -1, count
        count += 1
        at, more = _next(data, at)
        if at < 0:
            return -1, count
    return (at + 1 if data[at] == 93 else -1), count


@numba.njit(cache=True, nogil=True)
def _request(data, at, layout, row, found):
    """Note the wanted members of a request and its messages, and copy all others; return its end, -1 where it is not usual, and how many messages and bytes there are now."""
    kinds, starts, ends, rest = found.kinds[row], found.starts[row], found.ends[row], found.settings
    count, size = found.until[row], found.set_until[row]
    at = space(data, at + 1)
    more = data[at] != 125
    while more:
        name = at
        which, start = _key(data, at, REQUEST, layout)
        if start < 0:
            return -1, count, size
        if which == _MESSAGES and data[start] == 91 and kinds[_MESSAGES] == MISSING:
            kind = LIST
            end, count = _messages(data, start, layout, found, count)
        else:
            end, kind = value(data, start)
        if end < 0 or (which >= 0 and kinds[which] != MISSING):  # told twice
            return -1, count, size
        if which >= 0:
            kinds[which], starts[which], ends[which] = kind, start, end
        else:
            rest[size] = 44
            rest[size + 1 : size + 1 + end - name] = data[name:end]
            size += 1 + end - name
        at, more = _next(data, end)
        if at < 0:
            return -1, count, size
    return (at + 1 if data[at] == 125 else -1), count, size


@numba.njit(cache=True, nogil=True)
def _inside(which):
    """Return which object a value of a line is, -1 for any other."""
    for place, parent in _OBJECTS:
        if which == place:
            return parent
    return -1


@numba.njit(cache=True, nogil=True)
def _line(data, at, layout, row, found):
    """Note the members of a line and of the objects in it; return its end, -1 where it is not usual, and how many messages and bytes of settings there are now."""
    kinds, starts, ends = found.kinds[row], found.starts[row], found.ends[row]
    count, size = found.until[row], found.set_until[row]
    at = space(data, at + 1)
    more = data[at] != 125
    while more:
        which, start = _key(data, at, LINE, layout)
        if start < 0:
            return -1, count, size
        if which >= 0 and kinds[which] != MISSING:  # told twice
            return -1, count, size
        parent, kind = _inside(which), OBJECT
        if parent < 0 or data[start] != 123:
            end, kind = value(data, start)
        elif parent == REQUEST:
            end, count, size = _request(data, start, layout, row, found)
        else:
            end = _members(data, start, parent, layout, kinds, starts, ends)
        if end < 0 or (parent >= 0 and kind != OBJECT and kind > NULL):
            return -1, count, size
        if which >= 0:
            kinds[which], starts[which], ends[which] = kind, start, end
        at, more = _next(data, end)
        if at < 0:
            return -1, count, size
    return (at + 1 if data[at] == 125 else -1), count, size


@numba.njit(cache=True, nogil=True)
def _closed(settings, start, size):
    """Make a JSON object of the members that were copied; return the position behind it."""
    size += size == start
    settings[start], settings[size] = 123, 125
    return size + 1


@numba.njit(cache=True, nogil=True)
def _scan(data, begins, ends, layout, found):
    for row in range(begins.size):
        at, count, size = space(data, begins[row]), found.until[row], found.set_until[row]
        if data[at] == 123:
            end, count, told = _line(data, at, layout, row, found)
            if end >= 0 and space(data, end) == ends[row] and found.kinds[row, _MESSAGES] == LIST:
                found.plain[row], size = True, _closed(found.settings, size, told)
        found.until[row + 1], found.set_until[row + 1] = count, size


def scan(data: npt.NDArray[np.uint8], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], names: Layout) -> Found:
    """
    Return what stands in each line of `data`; every line must end in a line feed, and `bits.BEYOND` bytes more must lie behind the last.

    A line that is not `plain` is not broken: it is left to a reader that knows all shapes.
    """
    rows, most = len(begins), len(data) // _SHORTEST_MESSAGE + 1
    found = Found(
        np.zeros(rows, bool),
        np.full((rows, FIELDS), MISSING, np.uint8),
        np.zeros((rows, FIELDS), np.int64),
        np.zeros((rows, FIELDS), np.int64),
        np.zeros(rows + 1, np.int64),
        np.empty((most, 4), np.uint8),
        np.empty((most, 4), np.int64),
        np.empty((most, 4), np.int64),
        np.zeros(rows + 1, np.int64),
        np.empty(len(data) + 2 * rows, np.uint8),
    )
    _scan(data, begins, ends, names, found)
    return found
