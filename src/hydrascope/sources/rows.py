"""One exchange as a row, and many rows as an Arrow batch: what every reader builds."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec
import pyarrow as pa

from hydrascope.schema import EXCHANGES, MESSAGE


class Message(NamedTuple):
    """One message: its role, its text, and the kinds of its other parts joined by commas."""

    role: str
    text: str | None
    media: str | None = None


class Row(msgspec.Struct, gc=False):
    """One exchange in the columns of `hydrascope.schema.EXCHANGES`, in that order."""

    exchange_id: str
    ts: int
    account_id: str
    org_id: str | None = None
    pathway: str | None = None
    model: str = ""
    system: str | None = None
    messages: Sequence[Message] = ()
    tools: str | None = None
    tool_names: Sequence[str] | None = None
    config: str | None = None
    max_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    n: int | None = None
    logprobs: bool | None = None
    stream: bool | None = None
    response_format: str | None = None
    thinking: str | None = None
    blocks_in: Sequence[str] | None = None
    blocks_out: Sequence[str] | None = None
    status: int = 200
    answer: str | None = None
    reasoning: str | None = None
    tool_calls: int | None = None
    finish_reason: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int | None = None
    ip: str | None = None
    asn: int | None = None
    country: str | None = None
    user_agent: str | None = None
    ja4: str | None = None
    headers_hash: str | None = None
    headers: Sequence[str] | None = None
    latency_ms: float | None = None
    session_id: str | None = None
    end_user: str | None = None
    is_batch: bool | None = None
    source: str = ""
    line: int = 0


def batch(rows: Sequence[Row]) -> pa.RecordBatch:
    """
    Return the rows as one Arrow batch with the schema `EXCHANGES`.

    >>> batch([Row("e1", 0, "a", model="m", messages=[Message("user", "hi")])]).column("messages").to_pylist()
    [[{'role': 'user', 'text': 'hi', 'media': None}]]
    """
    columns = [
        _messages(rows) if field.name == "messages" else pa.array(list(map(attrgetter(field.name), rows)), field.type)
        for field in EXCHANGES
    ]
    return pa.RecordBatch.from_arrays(columns, schema=EXCHANGES)


def _messages(rows: Sequence[Row]) -> pa.ListArray:
    flat = [message for row in rows for message in row.messages]
    offsets = [0]
    for row in rows:
        offsets.append(offsets[-1] + len(row.messages))
    columns = [pa.array([message[i] for message in flat], field.type) for i, field in enumerate(MESSAGE)]
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(columns, fields=list(MESSAGE)))
