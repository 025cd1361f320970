"""A streamed response (server-sent events, or JSON lines) put together into the response it would have been whole."""

from collections.abc import Iterator
from typing import Any

import msgspec


def assembled(text: str) -> Any:
    r"""
    Return the whole response that a stream amounts to; the text itself where it is no stream.

    >>> assembled('data: {"choices":[{"delta":{"content":"4"}}]}\n\ndata: {"choices":[{"delta":{"content":"2"}}]}\n\ndata: [DONE]\n')
    {'choices': [{'message': {'content': '42'}}]}
    """
    events = list(_events(text))
    if not events:
        return _json(text) or text
    if any("choices" in event for event in events):
        return _chat(events)
    final = next((event["response"] for event in reversed(events) if isinstance(event.get("response"), dict)), None)
    return final if final is not None else _anthropic(events)


def _events(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.startswith("data:"):
            value = _json(line[5:])
            if isinstance(value, dict):
                yield value


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text.strip())
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _chat(events: list[dict[str, Any]]) -> dict[str, Any]:
    whole: dict[str, Any] = {"choices": []}
    by_index: dict[int, dict[str, Any]] = {}
    for event in events:
        whole |= {key: event[key] for key in ("id", "model", "created", "usage") if event.get(key) is not None}
        for choice in event.get("choices") or ():
            if isinstance(choice, dict):
                _add(by_index.setdefault(choice.get("index", 0), {"message": {}}), choice)
    whole["choices"] = list(by_index.values())
    return whole


def _add(held: dict[str, Any], choice: dict[str, Any]) -> None:
    if choice.get("finish_reason") is not None:
        held["finish_reason"] = choice["finish_reason"]
    delta = choice.get("delta") or {"content": choice.get("text")}
    message = held["message"]
    for key in ("content", "reasoning_content", "reasoning", "refusal"):
        if isinstance(delta.get(key), str):
            message[key] = message.get(key, "") + delta[key]
    fresh = [call for call in delta.get("tool_calls") or () if isinstance(call, dict) and call.get("id")]
    if fresh:
        message.setdefault("tool_calls", []).extend(fresh)


def _anthropic(events: list[dict[str, Any]]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    blocks: dict[int, dict[str, Any]] = {}
    for event in events:
        if isinstance(event.get("message"), dict):
            whole |= event["message"]
        if isinstance(event.get("content_block"), dict):
            blocks[event.get("index", 0)] = dict(event["content_block"])
        delta = event.get("delta")
        if isinstance(delta, dict):
            _grow(blocks.setdefault(event.get("index", 0), {}) if event.get("type") == "content_block_delta" else whole, delta)
        if isinstance(event.get("usage"), dict):
            whole["usage"] = {**(whole.get("usage") or {}), **event["usage"]}
    return whole | {"content": [blocks[index] for index in sorted(blocks)]}


def _grow(held: dict[str, Any], delta: dict[str, Any]) -> None:
    for key in ("text", "thinking", "signature"):
        if isinstance(delta.get(key), str):
            held[key] = (held.get(key) or "") + delta[key]
    if isinstance(delta.get("stop_reason"), str):
        held["stop_reason"] = delta["stop_reason"]
