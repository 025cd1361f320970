"""What was said: messages of every known shape as role, text and the kinds of their other parts."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from hydrascope.sources.decode import canonical
from hydrascope.sources.rows import Message

ROLES = {
    **{role: role for role in ("system", "developer", "user", "assistant", "tool")},
    **dict.fromkeys(("model", "ai", "bot"), "assistant"),
    **dict.fromkeys(("function", "ipython"), "tool"),
}
TEXT_KINDS = frozenset(("text", "input_text", "output_text", "refusal", "summary_text", "reasoning_text"))
KINDS = {
    **dict.fromkeys(("image", "image_url", "input_image"), "image"),
    **dict.fromkeys(("audio", "input_audio"), "audio"),
    **dict.fromkeys(("file", "input_file", "document"), "file"),
    **dict.fromkeys(("tool_use", "server_tool_use", "function_call", "custom_tool_call", "tool_call"), "tool_use"),
    **dict.fromkeys(("tool_result", "function_call_output", "custom_tool_call_output"), "tool_result"),
    **dict.fromkeys(("thinking", "redacted_thinking", "reasoning"), "reasoning"),
}


class Part(msgspec.Struct, gc=False):
    """The readable side of one message or part: its text, its kind when it is not text, and the reasoning block it carries."""

    text: str | None = None
    media: str | None = None
    block: str | None = None


def role_of(role: Any) -> str:
    """
    Return the contract's role; what is not known counts as the user's, since it is input to the model.

    >>> role_of("model"), role_of("critic"), role_of(None)
    ('assistant', 'user', 'user')
    """
    return ROLES.get(role, "user") if isinstance(role, str) else "user"


def message(value: Any) -> tuple[Message, list[str]]:
    """
    Return one message and the reasoning blocks that it carries.

    >>> message({"role": "user", "content": [{"type": "text", "text": "look"}, {"type": "image_url"}]})
    (Message(role='user', text='look', media='image'), [])
    """
    if not isinstance(value, dict):
        return Message("user", value if isinstance(value, str) else None if value is None else canonical(value)), []
    parts = parts_of(value.get("content"))
    parts += [part(call, "tool_use") for call in _list(value.get("tool_calls"))]
    if isinstance(value.get("function_call"), dict):
        parts.append(part(value["function_call"], "tool_use"))
    return _joined(role_of(value.get("role")), parts), [found.block for found in parts if found.block]


def _joined(role: str, parts: Sequence[Part]) -> Message:
    texts = [found.text for found in parts if found.text is not None]
    kinds = dict.fromkeys(found.media for found in parts if found.media)
    return Message(role, "\n".join(texts) if texts else None, ",".join(kinds) or None)


def parts_of(content: Any) -> list[Part]:
    """Return the parts of a content: text, one part, or a list of parts."""
    if content is None:
        return []
    if isinstance(content, (list, tuple)):
        return [part(item) for item in content if item is not None]
    return [part(content)]


def part(value: Any, kind: str | None = None) -> Part:
    """
    Return one part; tool calls and results as JSON without their ids, which differ from request to request.

    >>> part({"type": "tool_use", "id": "t1", "name": "ls", "input": {"p": 1}}).text
    '{"input":{"p":1},"name":"ls"}'
    """
    if not isinstance(value, dict):
        return Part(value if isinstance(value, str) else canonical(value))
    kind = kind or value.get("type")
    if not isinstance(kind, str) or kind in TEXT_KINDS:
        return Part(_text(value))
    media = KINDS.get(kind, kind.replace(",", " "))
    if media == "tool_use":
        return Part(_call(value), media)
    if media == "tool_result":
        return Part(_result(value.get("output", value.get("content"))), media)
    if media == "reasoning":
        return Part(None, media, block_of(value))
    return Part(value["text"] if isinstance(value.get("text"), str) else None, media)


def _text(value: dict[str, Any]) -> str | None:
    return next((value[key] for key in ("text", "refusal", "content") if isinstance(value.get(key), str)), None)


def _call(value: dict[str, Any]) -> str:
    inner = value.get("function")
    call = inner if isinstance(inner, dict) else value
    return canonical({key: call[key] for key in ("name", "arguments", "input") if key in call})


def _result(output: Any) -> str | None:
    if output is None or isinstance(output, str):
        return output
    texts = [found.text for found in parts_of(output) if found.text is not None] if isinstance(output, list) else [canonical(output)]
    return "\n".join(texts) if texts else None


def block_of(value: dict[str, Any]) -> str | None:
    """Return the id of a reasoning block: the hash of its signature or ciphertext, else its own id."""
    for key in ("signature", "data", "encrypted_content"):
        if isinstance(value.get(key), str) and value[key]:
            return digest(value[key])
    return value["id"] if isinstance(value.get("id"), str) else None


def digest(text: str | bytes) -> str:
    """Return 24 hexadecimal digits of the text's BLAKE2 hash."""
    return hashlib.blake2b(text.encode("utf-8", "replace") if isinstance(text, str) else text, digest_size=12).hexdigest()


def messages(values: Any) -> tuple[list[Message], list[str]]:
    """Return the messages of a list, or of one text, and the reasoning blocks that they hand back."""
    if isinstance(values, str):
        return [Message("user", values)], []
    found = [message(value) for value in _list(values) if value is not None]
    return [one for one, _ in found], [block for _, blocks in found for block in blocks]


def text_of(content: Any) -> str | None:
    """Return the text of a content: text or a list of parts."""
    texts = [found.text for found in parts_of(content) if found.text is not None]
    return "\n".join(texts) if texts else None


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, (list, tuple)) else ()
