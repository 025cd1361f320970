"""What is kept and what is rejected of an exchange that bends the contract."""

import json
from typing import Any

import pytest

from hydrascope.sources.contract import parse
from hydrascope.sources.faults import LineError
from hydrascope.sources.rows import Message, Row

GOOD: dict[str, Any] = {
    "exchange_id": "e1",
    "ts": "2026-01-05T00:00:00Z",
    "account_id": "a",
    "model": "m",
    "request": {"messages": [{"role": "user", "content": "hi"}]},
}


def _row(request: dict[str, Any] | None = None, **changes: Any) -> Row:
    (row,) = parse(json.dumps(GOOD | changes | {"request": GOOD["request"] | (request or {})}).encode())
    return row


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"account_id": 5}, "expected text but got account_id=5"),
        ({"account_id": ""}, 'expected text but got account_id=""'),
        ({"exchange_id": None}, "expected text but got exchange_id=null"),
        ({"model": ["m"]}, "expected text but got model=a list of 1"),
        ({"ts": True}, "expected text or a whole number or a number but got ts=true"),
        ({"request": "x" * 99}, "expected an object but got request=text of 99 characters"),
        ({"request": {}}, "expected a list but got request.messages=null"),
        ({"request": {"messages": 7}}, "expected a list but got request.messages=7"),
    ],
)
def test_required_fields_are_named(changes: dict[str, Any], reason: str) -> None:
    """A required field that is missing or wrong costs the line, and the reason shows the field and the value, never a text."""
    with pytest.raises(LineError) as caught:
        parse(json.dumps(GOOD | changes).encode())
    assert str(caught.value) == reason


def test_optional_fields_never_cost_the_exchange() -> None:
    """Numbers as text are read; any other wrong type becomes null; the rest of the line is kept."""
    row = _row(
        usage={"input_tokens": "12", "output_tokens": 3.0, "reasoning_tokens": [1]},
        client={"ip": 5, "asn": "64500", "headers": "Host", "user_agent": "ua"},
        latency_ms="slow",
        response="lost",
        is_batch="true",
        org_id=7,
    )
    assert (row.input_tokens, row.output_tokens, row.reasoning_tokens) == (12, 3, None)
    assert (row.ip, row.asn, row.headers, row.user_agent) == (None, 64500, None, "ua")
    assert (row.latency_ms, row.answer, row.is_batch, row.org_id) == (None, None, True, None)


def test_messages_of_every_shape() -> None:
    """Parts are joined by line feeds, other kinds are named, calls and results are text, unknown roles count as the user's."""
    parts = [{"type": "text", "text": "look"}, {"type": "image", "source": {"data": "AAAA"}}, {"type": "text", "text": "here"}]
    call = {"id": "c1", "function": {"name": "ls", "arguments": "{}"}}
    result = {"type": "tool_result", "tool_use_id": "c1", "content": [{"type": "text", "text": "a.py"}]}
    row = _row({
        "messages": [
            {"role": "user", "content": parts},
            {"role": "assistant", "content": None, "tool_calls": [call]},
            {"role": "user", "content": [result]},
            {"role": "critic", "content": "no"},
            {"role": "user", "content": [{"type": "hologram", "beam": 1}]},
            None,
            "bare",
        ]
    })  # fmt: skip
    assert list(row.messages) == [
        Message("user", "look\nhere", "image"),
        Message("assistant", '{"arguments":"{}","name":"ls"}', "tool_use"),
        Message("user", "a.py", "tool_result"),
        Message("user", "no"),
        Message("user", None, "hologram"),
        Message("user", "bare"),
    ]


def test_reasoning_blocks_come_from_the_list_or_the_parts() -> None:
    """The declared list counts; without one, the signatures of thinking parts do, as hashes."""
    thinking = {"messages": [{"role": "assistant", "content": [{"type": "thinking", "thinking": "hm", "signature": "sig"}]}]}
    (found,) = _row(thinking).blocks_in or ()
    assert len(found) == 24
    assert _row(thinking | {"reasoning_blocks": ["b1"]}).blocks_in == ["b1"]
    assert _row().blocks_in is None


def test_config_is_how_and_not_what() -> None:
    """Every parameter with its explicit null stays, in canonical form; content, tools, schema and end user do not."""
    row = _row({
        "top_p": None, "n": 2, "stop": ["b", "a"], "seed": 7, "temperature": 1.0, "max_completion_tokens": 9, "logprobs": 5,
        "system": "s", "tools": [{"name": "t"}], "user": "u", "metadata": {"k": 1}, "stream_options": {"include_usage": True},
        "response_format": {"type": "json_schema", "json_schema": {"name": "x"}}, "thinking": {"type": "enabled"},
    })  # fmt: skip
    assert row.config == (
        '{"logprobs":5,"max_completion_tokens":9,"n":2,"response_format":{"type":"json_schema"},"seed":7,"stop":["b","a"],'
        '"stream_options":{},"temperature":1.0,"thinking":{"type":"enabled"},"top_p":null}'
    )
    assert (row.max_tokens, row.temperature, row.top_p, row.n, row.logprobs) == (9, 1.0, None, 2, True)
    assert row.response_format == '{"json_schema":{"name":"x"},"type":"json_schema"}'
    assert (row.thinking, row.tool_names, row.tools) == ('{"type":"enabled"}', ("t",), '[{"name":"t"}]')


def test_nonsense_in_json_is_survived() -> None:
    """NaN, numbers beyond any column, raw control characters and deep nesting cost at most the field or the line."""
    line = json.dumps(GOOD | {"latency_ms": float("nan"), "usage": {"input_tokens": 10**30}}).replace('"hi"', '"h\ti"').encode()
    (row,) = parse(line)
    assert (row.latency_ms, row.input_tokens, row.messages[0].text) == (None, None, "h\ti")
    with pytest.raises(LineError, match=r"nesting|cannot be"):
        parse(b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}")
