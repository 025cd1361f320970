"""HTTP recordings: every body that a model API takes, and who sent it."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from hydrascope.sources import read
from hydrascope.sources.faults import LineError
from hydrascope.sources.recording import READER
from hydrascope.sources.rows import Message, Row


def _rows(path: str, body: Any, response: Any = None, **more: Any) -> list[Row]:
    line = {"received_at": 1.7e9, "method": "POST", "path": path, "headers": [], "api_key": "k", "body": body, "response": response} | more
    return [row for row in READER.parse(json.dumps(line).encode()) if isinstance(row, Row)]


def test_responses_api() -> None:
    """Instructions, input items, calls, results and encrypted reasoning, with the answer's own."""
    (row,) = _rows(
        "/v1/responses",
        {
            "model": "m",
            "instructions": "Be brief.",
            "max_output_tokens": 5,
            "reasoning": {"effort": "high"},
            "text": {"format": {"type": "json_schema", "schema": {}}},
            "input": [
                {"role": "user", "content": [{"type": "input_text", "text": "go"}, {"type": "input_image", "image_url": "data:"}]},
                {"type": "reasoning", "encrypted_content": "xyz", "summary": []},
                {"type": "function_call", "call_id": "c", "name": "ls", "arguments": "{}"},
                {"type": "function_call_output", "call_id": "c", "output": "a.py"},
            ],
        },
        {
            "output": [
                {"type": "reasoning", "summary": [{"type": "summary_text", "text": "hm"}], "encrypted_content": "xyz"},
                {"type": "message", "content": [{"type": "output_text", "text": "done"}]},
                {"type": "function_call", "name": "ls"},
            ],
            "status": "completed",
            "usage": {"input_tokens": 1, "output_tokens": 2, "output_tokens_details": {"reasoning_tokens": 3}},
        },
    )
    assert list(row.messages) == [
        Message("user", "go", "image"),
        Message("assistant", None, "reasoning"),
        Message("assistant", '{"arguments":"{}","name":"ls"}', "tool_use"),
        Message("tool", "a.py", "tool_result"),
    ]
    assert (row.system, row.max_tokens, row.thinking) == ("Be brief.", 5, '{"effort":"high"}')
    assert row.response_format == '{"schema":{},"type":"json_schema"}'
    assert (row.answer, row.reasoning, row.tool_calls, row.finish_reason) == ("done", "hm", 1, "completed")
    assert (row.input_tokens, row.output_tokens, row.reasoning_tokens) == (1, 2, 3)
    assert row.blocks_in == row.blocks_out is not None


def test_anthropic_messages() -> None:
    """System blocks, thinking, tools and the user of the metadata."""
    (row,) = _rows(
        "/v1/messages",
        {
            "model": "m",
            "max_tokens": 9,
            "system": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}],
            "messages": [{"role": "user", "content": "hi"}],
            "tools": [{"name": "t"}],
            "metadata": {"user_id": "u1"},
        },
        {
            "content": [
                {"type": "thinking", "thinking": "hm", "signature": "s"},
                {"type": "text", "text": "yo"},
                {"type": "tool_use", "name": "t"},
            ],
            "stop_reason": "tool_use",
            "usage": {"input_tokens": 1, "output_tokens": 2},
        },
    )
    assert (row.system, row.end_user, row.tool_names, row.config) == ("a\nb", "u1", ("t",), '{"max_tokens":9}')
    assert (row.answer, row.reasoning, row.tool_calls, row.finish_reason) == ("yo", "hm", 1, "tool_use")


def test_legacy_completions() -> None:
    """A prompt, or several, are messages of the user; several answers are joined."""
    (row,) = _rows("/v1/completions", {"model": "m", "prompt": ["a", "b"]}, {"choices": [{"text": "1"}, {"text": "2"}]})
    assert [message.text for message in row.messages] == ["a", "b"]
    assert row.answer == "1\n2"


STREAMS = {
    "chat": 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\ndata: {"choices":[{"index":0,"delta":{"content":"b"},"finish_reason":"stop"}]}\n\n'
    'data: {"choices":[],"usage":{"completion_tokens":7}}\n\ndata: [DONE]\n',
    "messages": 'event: message_start\ndata: {"type":"message_start","message":{"model":"m","usage":{"input_tokens":1}}}\n\n'
    'data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n'
    'data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"ab"}}\n\n'
    'data: {"type":"message_delta","delta":{"stop_reason":"stop"},"usage":{"output_tokens":7}}\n\n',
    "responses": 'data: {"type":"response.created","response":{"output":[]}}\n\ndata: {"type":"response.completed","response":{"status":"stop",'
    '"output":[{"type":"message","content":[{"type":"output_text","text":"ab"}]}],"usage":{"output_tokens":7}}}\n\n',
}


@pytest.mark.parametrize("kind", sorted(STREAMS))
def test_streams_are_put_together(kind: str) -> None:
    """Server-sent events give the same answer as the whole response would."""
    (row,) = _rows("/v1/chat/completions", {"model": "m", "messages": []}, STREAMS[kind])
    assert (row.answer, row.finish_reason, row.output_tokens) == ("ab", "stop", 7)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/v1/models", None),
        ("GET", "/v1/responses/resp_1", ""),
        ("POST", "/v1/embeddings", {"model": "m", "input": "x"}),
        ("POST", "/v1/messages/count_tokens", {"messages": []}),
        ("POST", "/v1/files", "--boundary"),
    ],
)
def test_what_is_no_exchange_is_skipped(method: str, path: str, body: Any) -> None:
    """Lists of models, embeddings and the like give no row and no error."""
    assert _rows(path, body, method=method) == []


def test_an_unknown_api_is_named() -> None:
    """A request that asks in a way we do not know is rejected with its path, not lost."""
    with pytest.raises(LineError, match='path="/v1/oracle"'):
        _rows("/v1/oracle", {"riddle": "?"})


def test_who_sent_it() -> None:
    """The key, else a hash of the credentials, else the source of a published recording; never a masked value."""
    body = {"model": "m", "messages": []}
    (named,) = _rows("/v1/chat/completions", body)
    (first,) = _rows("/v1/chat/completions", body, api_key=None, headers=[["Authorization", "Bearer s1"]])
    (again,) = _rows("/v1/messages", body, api_key=None, headers={"authorization": "Bearer s1"})
    (masked,) = _rows(
        "/v1/chat/completions", body, api_key=None, headers=[["authorization", "[removed]"]], source="org/repo:tests/x.yaml#0"
    )
    assert named.account_id == "k"
    assert first.account_id == again.account_id != "Bearer s1"
    assert masked.account_id == "org/repo"
    with pytest.raises(LineError, match="api_key=null"):
        _rows("/v1/chat/completions", body, api_key=None)


def test_headers_and_address() -> None:
    """Header names as sent and in order; the first forwarded address; the user agent."""
    headers = [["Host", "h"], ["X-Forwarded-For", "203.0.113.7, 10.0.0.1"], ["User-Agent", "ua/1"]]
    (row,) = _rows("/v1/chat/completions", {"model": "m", "messages": []}, headers=headers, responded_at=1.7e9 + 0.25, status=429)
    assert row.headers == ["Host", "X-Forwarded-For", "User-Agent"]
    assert (row.ip, row.user_agent, row.latency_ms, row.status) == ("203.0.113.7", "ua/1", 250.0, 429)


def test_recorded_clients_read_whole(data: Path) -> None:
    """Every recorded request of real tools is an exchange or another call, and none is rejected."""
    reading = read([data / "clients"])
    rows = sum(batch.num_rows for batch in reading)
    lines = sum(1 for path in (data / "clients").glob("*.gz") for _ in gzip.decompress(path.read_bytes()).splitlines())
    assert reading.rejected.to_pylist() == []
    assert rows + reading.skipped == lines > 7000
