"""The bodies of the model APIs: what OpenAI's chat, completions and responses and Anthropic's messages ask and answer."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw

from hydrascope.sources import content
from hydrascope.sources.content import block_of, text_of
from hydrascope.sources.rows import Message


class Asked(NamedTuple):
    """What a request says: system text outside the messages, the messages, and the reasoning blocks that it hands back."""

    system: str | None
    messages: Sequence[Message]
    blocks: Sequence[str]


class Answered(NamedTuple):
    """What a response says, in the columns of the same meaning in `EXCHANGES`."""

    text: str | None = None
    reasoning: str | None = None
    tool_calls: int | None = None
    finish_reason: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int | None = None
    blocks: Sequence[str] | None = None


def asked(body: dict[str, Raw]) -> Asked | None:
    """
    Return what a request body says; None where it has neither messages nor an input nor a prompt.

    >>> asked({"instructions": Raw(b'"Be brief."'), "input": Raw(b'"Why?"')})
    Asked(system='Be brief.', messages=[Message(role='user', text='Why?', media=None)], blocks=[])
    """
    key = next((name for name in ("messages", "input", "prompt") if name in body), None)
    if key is None:
        return None
    spoken = msgspec.json.decode(body[key])
    system = next((text_of(msgspec.json.decode(body[name])) for name in ("system", "instructions") if name in body), None)
    if key == "input" and isinstance(spoken, list):
        spoken = [_item(item) for item in spoken]
    if key == "prompt":
        prompts = spoken if isinstance(spoken, list) else [spoken]
        spoken = [{"role": "user", "content": prompt} for prompt in prompts if isinstance(prompt, str)]
    return Asked(system, *content.messages(spoken))


def _item(item: Any) -> Any:
    """Return an input item of the responses API as a message: calls and reasoning are the assistant's, their results the tools'."""
    if not isinstance(item, dict) or "role" in item:
        return item
    kind = str(item.get("type"))
    return {"role": "tool" if kind.endswith("_output") else "assistant", "content": item}


def answered(response: Any) -> Answered:
    """
    Return what a response says, whichever API gave it; all null where it is an error or was not logged.

    Several answers to one request are joined by a line feed.

    >>> answered({"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}], "usage": {"completion_tokens": 1}}).output_tokens
    1
    """
    if isinstance(response, str):
        return Answered(response) if response else Answered()
    if not isinstance(response, dict):
        return Answered()
    usage = _usage(response.get("usage"))
    if isinstance(response.get("choices"), list):
        return _choices([choice for choice in response["choices"] if isinstance(choice, dict)], usage)
    items = response.get("output", response.get("content"))
    if isinstance(items, list):
        return _items([item for item in items if isinstance(item, dict)], response, usage)
    return Answered(items if isinstance(items, str) else None, None, None, None, *usage)


def _usage(usage: Any) -> tuple[int | None, int | None, int | None]:
    if not isinstance(usage, dict):
        return None, None, None
    nested = (usage.get(key) for key in ("completion_tokens_details", "output_tokens_details"))
    details: dict[str, Any] = next((one for one in nested if isinstance(one, dict)), {})
    return (
        tokens(usage.get("prompt_tokens", usage.get("input_tokens"))),
        tokens(usage.get("completion_tokens", usage.get("output_tokens"))),
        tokens(details.get("reasoning_tokens")),
    )


def tokens(value: Any) -> int | None:
    """Return a count that fits a column, else None."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62 else None


def _choices(choices: Sequence[dict[str, Any]], usage: tuple[int | None, int | None, int | None]) -> Answered:
    said: list[dict[str, Any]] = [_spoken(choice) for choice in choices]
    calls = sum(len(_dicts(one.get("tool_calls"))) + isinstance(one.get("function_call"), dict) for one in said)
    blocks = [block_of(part) for one in said for part in _dicts(one.get("thinking_blocks")) + _dicts(one.get("reasoning_details"))]
    return Answered(
        _joined(text_of(one.get("content")) or one.get("refusal") for one in said),
        _joined(one.get("reasoning_content") or one.get("reasoning") for one in said),
        calls,
        next((choice["finish_reason"] for choice in choices if isinstance(choice.get("finish_reason"), str)), None),
        *usage,
        [block for block in blocks if block] or None,
    )


def _spoken(choice: dict[str, Any]) -> dict[str, Any]:
    """Return the message of a choice; legacy completions have a bare text."""
    message = choice.get("message")
    return message if isinstance(message, dict) else {"content": choice.get("text")}


def _items(items: Sequence[dict[str, Any]], response: dict[str, Any], usage: tuple[int | None, int | None, int | None]) -> Answered:
    """Read the content blocks of Anthropic's messages, or the output items of OpenAI's responses."""
    kinds = [content.KINDS.get(str(item.get("type"))) for item in items]
    thoughts = [item for item, kind in zip(items, kinds, strict=True) if kind == "reasoning"]
    spoken = [item for item in items if item.get("type") in ("text", "message", "output_text", None)]
    blocks = [block_of(item) for item in thoughts]
    reason = next((response[key] for key in ("stop_reason", "status") if isinstance(response.get(key), str)), None)
    return Answered(
        _joined(text_of(item.get("content")) if item.get("type") == "message" else item.get("text") for item in spoken),
        _joined(item.get("thinking") or text_of(item.get("summary")) or text_of(item.get("content")) for item in thoughts),
        kinds.count("tool_use"),
        reason,
        *usage,
        [block for block in blocks if block] or None,
    )


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _joined(texts: Any) -> str | None:
    found = [text for text in texts if isinstance(text, str) and text]
    return "\n".join(found) if found else None
