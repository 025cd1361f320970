"""Lines of the contract's format as a batch, as far as they are of the usual shape."""

from functools import cache
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.schema import EXCHANGES, MESSAGE
from hydrascope.sources.content import ROLES
from hydrascope.sources.parameters import Parameters, parameters, tools
from hydrascope.sources.scanning import columns
from hydrascope.sources.scanning.columns import Places
from hydrascope.sources.scanning.layout import CLIENT, LINE, REQUEST, RESPONSE, USAGE, Layout, field
from hydrascope.sources.scanning.layout import layout as names
from hydrascope.sources.scanning.lines import Found, scan
from hydrascope.sources.scanning.values import DECIMAL, ESCAPED, FALSE, LIST, MISSING, NULL, OBJECT, TEXT, TRUE, WHOLE

_Mask = npt.NDArray[np.bool_]
_NONE, _TEXTS, _WHOLE = (MISSING, NULL), (TEXT, ESCAPED), (WHOLE,)
_FIT = {
    **dict.fromkeys(((LINE, "exchange_id"), (LINE, "account_id"), (LINE, "model")), _TEXTS),
    **dict.fromkeys(((LINE, name) for name in ("org_id", "pathway", "session_id", "end_user")), (*_NONE, *_TEXTS)),
    **dict.fromkeys(((RESPONSE, name) for name in ("text", "reasoning", "finish_reason")), (*_NONE, *_TEXTS)),
    **dict.fromkeys(((CLIENT, name) for name in ("ip", "country", "user_agent", "ja4", "headers_hash")), (*_NONE, *_TEXTS)),
    **dict.fromkeys(((USAGE, name) for name in ("input_tokens", "output_tokens", "reasoning_tokens")), (*_NONE, *_WHOLE)),
    (LINE, "latency_ms"): (*_NONE, WHOLE, DECIMAL),
    (LINE, "is_batch"): (*_NONE, TRUE, FALSE),
    (LINE, "request"): (OBJECT,),
    (REQUEST, "system"): (*_NONE, *_TEXTS),
    (RESPONSE, "status"): (*_NONE, *_WHOLE),
    (RESPONSE, "tool_calls"): (*_NONE, LIST),
    (RESPONSE, "reasoning_blocks"): (*_NONE, LIST),
    (CLIENT, "asn"): (*_NONE, *_WHOLE),
    (CLIENT, "headers"): (*_NONE, LIST),
}
_LONGEST_STATUS = 9  # digits that fit the column
_NAMED = {
    "org_id": (LINE, "org_id"),
    "pathway": (LINE, "pathway"),
    "session_id": (LINE, "session_id"),
    "end_user": (LINE, "end_user"),
    "exchange_id": (LINE, "exchange_id"),
    "account_id": (LINE, "account_id"),
    "model": (LINE, "model"),
    "system": (REQUEST, "system"),
    "answer": (RESPONSE, "text"),
    "reasoning": (RESPONSE, "reasoning"),
    "finish_reason": (RESPONSE, "finish_reason"),
    **{name: (CLIENT, name) for name in ("ip", "country", "user_agent", "ja4", "headers_hash")},
}
_COUNTED = {
    "asn": (CLIENT, "asn"),
    "latency_ms": (LINE, "latency_ms"),
    **{name: (USAGE, name) for name in ("input_tokens", "output_tokens", "reasoning_tokens")},
}


@cache
def _layout() -> Layout:
    return names()


class _Lines:
    """Some lines, and what was found in them; `plain` shrinks as values turn out not to be."""

    def __init__(self, data: npt.NDArray[np.uint8], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> None:
        self.data = data
        self.found: Found = scan(data, begins, ends, _layout())
        self.plain: _Mask = self.found.plain.copy()
        for (parent, name), kinds in _FIT.items():
            self.plain &= np.isin(self.at(parent, name).kinds, kinds)
        for name in ("exchange_id", "account_id"):
            places = self.at(LINE, name)
            self.plain &= places.ends - places.starts > 2
        status = self.at(RESPONSE, "status")
        self.plain &= status.ends - status.starts <= _LONGEST_STATUS
        time = self.at(LINE, "ts")
        self.ts = columns.moments(data, time.kinds, time.starts, time.ends)
        self.plain &= self.ts >= 0

    def at(self, parent: int, name: str) -> Places:
        """Return where one value stands; where a line is not plain there may be anything, so there is nothing."""
        one = field(parent, name)
        kinds = np.where(self.plain, self.found.kinds[:, one], MISSING).astype(np.uint8)
        starts = np.ascontiguousarray(self.found.starts[:, one])
        return Places(kinds, starts, np.ascontiguousarray(self.found.ends[:, one]))


def _settings(lines: _Lines) -> dict[str, pa.Array]:
    """Return the request parameters; few forms recur, so each is read once."""
    found = lines.found
    everywhere = np.ones(len(lines.plain), bool)
    written = columns.raw(found.settings, Places(found.kinds[:, 0], found.set_until[:-1], found.set_until[1:]), everywhere)
    decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
    values, places, refused = columns.each(written, lambda text: parameters(decode(text) if text else {}))
    lines.plain &= ~refused
    given = [Parameters() if value is None else value for value in values]
    return {name: columns.spread([getattr(one, name) for one in given], places, EXCHANGES.field(name).type) for name in Parameters._fields}


def _tools(lines: _Lines) -> dict[str, pa.Array]:
    """Return the declared tools: those under the first name that is there, even if it is null."""
    first, second = lines.at(REQUEST, "tools"), lines.at(REQUEST, "functions")
    there = first.kinds != MISSING
    starts, ends = np.where(there, first.starts, second.starts), np.where(there, first.ends, second.ends)
    places = Places(np.where(there, first.kinds, second.kinds), starts, ends)
    values, at, refused = columns.each(columns.raw(lines.data, places, places.kinds != MISSING), tools)
    lines.plain &= ~refused
    given = [(None, None) if value is None else value for value in values]
    text = columns.spread([one[0] for one in given], at, EXCHANGES.field("tools").type)
    return {"tools": text, "tool_names": columns.spread([one[1] for one in given], at, EXCHANGES.field("tool_names").type)}


def _listed(lines: _Lines, name: str, place: tuple[int, str], kind: Any) -> pa.Array:
    """Return lists, or how long they are, each distinct one read once."""
    places = lines.at(*place)
    decode = msgspec.json.Decoder(kind).decode
    values, at, refused = columns.each(columns.raw(lines.data, places, places.kinds > NULL), decode)
    lines.plain &= ~refused
    if name == "tool_calls":
        values = [None if value is None else len(value) for value in values]
    return columns.spread(values, at, EXCHANGES.field(name).type)


def _handed_back(lines: _Lines) -> pa.Array:
    """Return the reasoning blocks that requests hand back; messages of the usual shape hold none."""

    def texts(raw: bytes) -> list[str] | None:
        found = msgspec.json.decode(raw)
        return ([block for block in found if isinstance(block, str)] or None) if isinstance(found, list) else None

    places = lines.at(REQUEST, "reasoning_blocks")
    values, at, refused = columns.each(columns.raw(lines.data, places, places.kinds > NULL), texts)
    lines.plain &= ~refused
    return columns.spread(values, at, EXCHANGES.field("blocks_in").type)


def _of_messages(found: Found, count: int, at: int) -> Places:
    """Return where the roles (0) or the texts (1) of all messages stand."""
    kinds, starts, ends = (
        np.ascontiguousarray(part[:count, at]) for part in (found.message_kinds, found.message_starts, found.message_ends)
    )
    return Places(kinds.astype(np.uint8), starts.astype(np.int64), ends.astype(np.int64))


def _messages(lines: _Lines) -> pa.ListArray:
    """Return the messages; of a line that is not plain there may be some, which go with it."""
    found, count = lines.found, int(lines.found.until[-1])
    role, content = (_of_messages(found, count, at) for at in (0, 1))
    told, at, _ = columns.each(columns.raw(lines.data, role, np.ones(count, bool)), msgspec.json.decode)
    roles = columns.spread([ROLES.get(one, "user") for one in told], at, pa.string())
    parts = [roles, columns.texts(lines.data, content, pa.large_string()), pa.nulls(count, pa.string())]
    return pa.ListArray.from_arrays(pa.array(found.until, pa.int32()), pa.StructArray.from_arrays(parts, fields=list(MESSAGE)))


def plain(
    data: npt.NDArray[np.uint8], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], source: str, first: int
) -> tuple[pa.RecordBatch, _Mask]:
    """
    Return the lines of the usual shape as a batch, and which they are; the first line has the number `first`.

    A line counts as usual only where every value has the shape that `contract.parse` reads without mending anything, so its row is
    the one that `contract.parse` would give. What lies between `begins` and `ends` must be UTF-8.
    """
    lines = _Lines(data, begins, ends)
    status, batched = lines.at(RESPONSE, "status"), lines.at(LINE, "is_batch").kinds
    found = {
        **_settings(lines),
        **_tools(lines),
        **{name: columns.texts(data, lines.at(*place), EXCHANGES.field(name).type) for name, place in _NAMED.items()},
        **{name: columns.numbers(data, lines.at(*place), EXCHANGES.field(name).type) for name, place in _COUNTED.items()},
        "ts": pa.array(lines.ts).cast(EXCHANGES.field("ts").type),
        "messages": _messages(lines),
        "blocks_in": _handed_back(lines),
        "blocks_out": _listed(lines, "blocks_out", (RESPONSE, "reasoning_blocks"), list[str]),
        "tool_calls": _listed(lines, "tool_calls", (RESPONSE, "tool_calls"), list[msgspec.Raw]),
        "headers": _listed(lines, "headers", (CLIENT, "headers"), list[str]),
        "status": columns.numbers(data, status, pa.int32()).fill_null(200),
        "is_batch": pa.array(batched == TRUE, mask=batched <= NULL),
        "source": pa.repeat(source, len(begins)),
        "line": pa.array(np.arange(first, first + len(begins))),
    }
    batch = pa.RecordBatch.from_arrays([found[name] for name in EXCHANGES.names], schema=EXCHANGES)
    return (batch if lines.plain.all() else batch.filter(pa.array(lines.plain))), lines.plain
