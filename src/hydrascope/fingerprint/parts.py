"""The parts of an exchange that say what it is: system text, first and last user message, turns and media."""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.fingerprint.hashes import hash_messages, hash_text

ROLES = ("system", "developer", "user", "assistant", "tool")
_SYSTEM, _DEVELOPER, _USER, _ASSISTANT, _TOOL = range(5)


class Parts(NamedTuple):
    """One row an exchange; texts are null where there is none."""

    system: pa.LargeStringArray
    opening: pa.LargeStringArray
    prompt: pa.LargeStringArray
    turns: npt.NDArray[np.int32]
    tool_turns: npt.NDArray[np.int32]
    has_image: npt.NDArray[np.bool_]
    input_chars: npt.NDArray[np.int64]
    messages_hash: npt.NDArray[np.uint64]
    opening_hash: npt.NDArray[np.uint64]
    prompt_hash: npt.NDArray[np.uint64]


@numba.njit(cache=True, nogil=True)
def _pick(starts, roles, chars, images):
    """Return the indices of the system, first and last user message of each exchange, and its counts."""
    rows = starts.size - 1
    system, first, last = np.full(rows, -1), np.full(rows, -1), np.full(rows, -1)
    turns, tools = np.zeros(rows, np.int32), np.zeros(rows, np.int32)
    total, image = np.zeros(rows, np.int64), np.zeros(rows, np.bool_)
    for row in range(rows):
        for at in range(starts[row], starts[row + 1]):
            role = roles[at]
            if role <= _DEVELOPER and system[row] < 0 and chars[at] > 0:
                system[row] = at
            if role == _USER:
                last[row] = at
                if first[row] < 0:
                    first[row] = at
            turns[row] += role == _USER or role == _TOOL
            tools[row] += role == _TOOL
            total[row] += chars[at]
            image[row] |= images[at]
    return system, first, last, turns, tools, total, image


def _roles(column: pa.Array) -> npt.NDArray[np.int8]:
    """Return the index of each role in ROLES; what is unknown speaks for the user."""
    found = pc.index_in(column, value_set=pa.array(ROLES))
    return np.asarray(found.fill_null(_USER)).astype(np.int8)


def _given(texts: pa.Array) -> pa.LargeStringArray:
    """Return texts with null for the empty ones."""
    return pc.if_else(pc.equal(pc.binary_length(texts), 0), pa.scalar(None, texts.type), texts)


def _take(texts: pa.Array, at: npt.NDArray[np.int64]) -> pa.LargeStringArray:
    return texts.take(pa.array(at, mask=at < 0))


def _hash_at(hashes: npt.NDArray[np.uint64], at: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """Return the hashes of some messages; 0 where there is none."""
    return np.append(hashes, np.uint64(0))[at]


def parts(batch: pa.RecordBatch) -> Parts:
    """
    Return the parts of a batch that follows `schema.EXCHANGES`.

    The system text is the one given outside the messages, else the first
    system or developer message that has any. A role that is not in `ROLES`
    speaks for the user.
    """
    messages = batch.column("messages")
    starts = np.asarray(messages.offsets).astype(np.int64)
    starts, low = starts - starts[0], starts[0]
    flat = messages.values.slice(low, int(starts[-1]))
    texts, roles = flat.field("text"), _roles(flat.field("role"))
    chars = np.asarray(pc.binary_length(texts).fill_null(0)).astype(np.int64)
    images = np.asarray(pc.match_substring(flat.field("media"), "image").fill_null(False))
    hashes = hash_text(texts)
    system, first, last, turns, tools, total, image = _pick(starts, roles, chars, images)
    return Parts(
        pc.coalesce(_given(batch.column("system")), _take(texts, system)),
        _take(texts, first),
        _take(texts, last),
        turns,
        tools,
        image,
        total,
        hash_messages(starts, hashes, roles),
        _hash_at(hashes, first),
        _hash_at(hashes, last),
    )
