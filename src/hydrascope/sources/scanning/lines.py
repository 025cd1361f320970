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
def _members(data, at, parent, layout, kinds, starts, ends, rest, size):
    """Note the members of the object that begins here; of a request, copy all others to `rest`. Return its end or -1, and the new size."""
    first = layout.first[parent] if parent == MESSAGE else 0
    at = space(data, at + 1)
    if data[at] == 125:
        return at + 1, size
    while True:
        name = at
        if data[at] != 34:
            return -1, size
        close, escaped = text(data, at + 1)
        if close < 0 or escaped:
            return -1, size
        at = space(data, close + 1)
        if data[at] != 58:
            return -1, size
        start = space(data, at + 1)
        end, kind = value(data, start)
        if end < 0:
            return -1, size
        found = _field(data, name + 1, close, parent, layout) - first
        if found >= 0:
            if kinds[found] != MISSING:  # told twice
                return -1, size
            kinds[found], starts[found], ends[found] = kind, start, end
        elif parent == REQUEST:
            rest[size] = 44
            rest[size + 1 : size + 1 + end - name] = data[name:end]
            size += 1 + end - name
        at = space(data, end)
        if data[at] == 125:
            return at + 1, size
        if data[at] != 44:
            return -1, size
        at = space(data, at + 1)


@numba.njit(cache=True, nogil=True)
def _messages(data, at, layout, found, count):
    """Note the messages of the list that begins here, each with a role and one text; return how many there are now, -1 where one is otherwise."""
    at = space(data, at + 1)
    if data[at] == 93:
        return count
    while data[at] == 123:
        kinds = found.message_kinds[count]
        kinds[:] = MISSING
        at, _ = _members(data, at, MESSAGE, layout, kinds, found.message_starts[count], found.message_ends[count], found.settings, 0)
        if at < 0 or kinds[_ROLE] != TEXT or (kinds[_CONTENT] != TEXT and kinds[_CONTENT] != ESCAPED):
            return -1
        if kinds[_CALLS] > NULL or kinds[_CALL] > NULL:
            return -1
        count += 1
        at = space(data, at)
        if data[at] == 93:
            return count
        if data[at] != 44:
            return -1
        at = space(data, at + 1)
    return -1


@numba.njit(cache=True, nogil=True)
def _line(data, at, end, layout, row, found):
    """Note one line; return whether it is plain, and how many messages and bytes of settings there are now."""
    kinds, starts, ends = found.kinds[row], found.starts[row], found.ends[row]
    count, size = found.until[row], found.set_until[row]
    at, _ = _members(data, space(data, at), LINE, layout, kinds, starts, ends, found.settings, size)
    if at < 0 or space(data, at) != end:
        return False, count, size
    for inner, parent in _OBJECTS:
        if kinds[inner] == OBJECT:
            done, size = _members(data, starts[inner], parent, layout, kinds, starts, ends, found.settings, size)
            if done < 0:
                return False, count, found.set_until[row]
        elif kinds[inner] > NULL:
            return False, count, size
    if size == found.set_until[row]:
        found.settings[size] = 123
        size += 1
    found.settings[found.set_until[row]] = 123
    found.settings[size] = 125
    if kinds[_MESSAGES] != LIST:
        return False, count, found.set_until[row]
    told = _messages(data, starts[_MESSAGES], layout, found, count)
    return told >= 0, max(told, count), size + 1 if told >= 0 else found.set_until[row]


@numba.njit(cache=True, nogil=True)
def _scan(data, begins, ends, layout, found):
    for row in range(begins.size):
        if data[space(data, begins[row])] == 123:
            found.plain[row], found.until[row + 1], found.set_until[row + 1] = _line(data, begins[row], ends[row], layout, row, found)
        else:
            found.until[row + 1], found.set_until[row + 1] = found.until[row], found.set_until[row]


def scan(data: npt.NDArray[np.uint8], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], names: Layout) -> Found:
    """
    Return what stands in each line of `data`; every line must end in a line feed, and eight bytes more must lie behind the last.

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
