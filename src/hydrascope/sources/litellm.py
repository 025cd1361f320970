"""LiteLLM's `StandardLoggingPayload`, as its callbacks post it and its buckets keep it, and rows of its `LiteLLM_SpendLogs` table."""

from typing import Any

import msgspec
from msgspec import Raw, Struct

from hydrascope.sources import content, wire
from hydrascope.sources.decode import BROKEN, lenient, loose
from hydrascope.sources.faults import LineError, expected
from hydrascope.sources.mend import opened
from hydrascope.sources.parameters import end_user, parameters, tools
from hydrascope.sources.reader import Parse, Reader
from hydrascope.sources.rows import Message, Row
from hydrascope.sources.times import micros

NULL = Raw(b"null")
# Kinds of call that ask no model for an answer.
OTHER_CALLS = (
    "embedding",
    "moderation",
    "image",
    "speech",
    "transcription",
    "rerank",
    "file",
    "fine_tun",
    "vector",
    "health",
    "list",
    "mcp",
    "search",
    "ocr",
)
REDACTED = ("redacted-by-litellm", "redacted by litellm")


class Failure(Struct, gc=False):
    """Why a call failed."""

    error_code: str | int | None = None


class Metadata(Struct, gc=False):
    """Who called, as the proxy knows it."""

    user_api_key_hash: str | None = None
    user_api_key: str | None = None
    user_api_key_user_id: str | None = None
    user_api_key_alias: str | None = None
    user_api_key_org_id: str | None = None
    user_api_key_team_id: str | None = None
    user_api_key_end_user_id: str | None = None
    requester_ip_address: str | None = None
    user_agent: str | None = None
    requester_custom_headers: dict[str, Any] | None = None
    usage_object: dict[str, Any] | None = None


class Payload(Struct, gc=False):
    """One logged call; the key names are LiteLLM's."""

    startTime: str | int | float  # noqa: N815
    endTime: str | int | float | None = None  # noqa: N815
    id: str | None = None
    litellm_call_id: str | None = None
    request_id: str | None = None
    trace_id: str | None = None
    session_id: str | None = None
    call_type: str | None = None
    custom_llm_provider: str | None = None
    api_key: str | None = None
    model: str | None = None
    model_group: str | None = None
    stream: bool | None = None
    status: str | None = None
    response_time: float | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    end_user: str | None = None
    requester_ip_address: str | None = None
    user_agent: str | None = None
    error_information: Failure | None = None
    metadata: Metadata | None = None
    messages: Raw = NULL
    response: Raw = NULL
    model_parameters: Raw = NULL


NO_METADATA = Metadata()


def rows(payload: Payload) -> list[Row]:
    """Return the row of one payload: none where the call asked no model for an answer, such as an embedding."""
    kind = (payload.call_type or "").lower()
    if any(other in kind for other in OTHER_CALLS):
        return []
    who = payload.metadata or NO_METADATA
    given = _parameters(payload.model_parameters)
    spoken, handed_back = _messages(payload.messages)
    heard = wire.answered(_response(payload.response))
    declared, asked = tools(given.get("tools") or given.get("functions")), parameters(given)
    return [
        Row(
            exchange_id=_identity(payload),
            ts=micros(payload.startTime, "startTime"),
            account_id=_account(payload, who),
            org_id=who.user_api_key_org_id or who.user_api_key_team_id,
            pathway="api",
            model=payload.model or payload.model_group or "",
            system=next((content.text_of(msgspec.json.decode(given[key])) for key in ("system", "instructions") if key in given), None),
            messages=spoken,
            tools=declared.text,
            tool_names=declared.names,
            blocks_in=handed_back or None,
            blocks_out=heard.blocks,
            status=_status(payload),
            answer=heard.text,
            reasoning=heard.reasoning,
            tool_calls=heard.tool_calls,
            finish_reason=heard.finish_reason,
            input_tokens=heard.input_tokens if payload.prompt_tokens is None else wire.tokens(payload.prompt_tokens),
            output_tokens=heard.output_tokens if payload.completion_tokens is None else wire.tokens(payload.completion_tokens),
            reasoning_tokens=_reasoning_tokens(who.usage_object) or heard.reasoning_tokens,
            ip=payload.requester_ip_address or who.requester_ip_address,
            user_agent=payload.user_agent or who.user_agent,
            headers=list(who.requester_custom_headers) if who.requester_custom_headers else None,
            latency_ms=_latency(payload),
            session_id=payload.session_id or payload.trace_id,
            end_user=payload.end_user or who.user_api_key_end_user_id or end_user(given),
            is_batch=True if "batch" in kind else None,
            **asked._replace(stream=payload.stream if asked.stream is None else asked.stream)._asdict(),
        )
    ]


def _parameters(raw: Raw) -> dict[str, Raw]:
    """Return the model parameters; a table keeps them as text."""
    text = bytes(raw)
    if text[:1] == b'"':
        text = msgspec.json.decode(text, type=str).encode()
    return msgspec.json.decode(text, type=dict[str, Raw]) if text[:1] == b"{" else {}


def _messages(raw: Raw) -> tuple[list[Message], list[str]]:
    """Return the messages: none where they were not logged, and without text where they were redacted."""
    value = msgspec.json.decode(raw)
    value = opened(opened(value, list), dict)
    if isinstance(value, dict):
        value = next((value[key] for key in ("messages", "input", "prompt") if key in value), None)
    if isinstance(value, str) and _is_redacted(value):
        return [], []
    spoken, blocks = content.messages(value)
    return [one._replace(text=None) if _is_redacted(one.text) else one for one in spoken], blocks


def _response(raw: Raw) -> Any:
    value = opened(msgspec.json.decode(raw), dict)
    return None if b"edacted" in bytes(raw) and _is_redacted(wire.answered(value).text or str(value)) else value


def _is_redacted(text: str | None) -> bool:
    return text is not None and any(mark in text.lower() for mark in REDACTED) and len(text) < 256


def _identity(payload: Payload) -> str:
    found = payload.id or payload.request_id or payload.litellm_call_id
    if not found:
        raise expected("text", "id", None)
    return found


def _account(payload: Payload, who: Metadata) -> str:
    found = who.user_api_key_hash or payload.api_key or who.user_api_key or who.user_api_key_user_id or who.user_api_key_alias
    if not found:
        raise expected("the hash of the caller's key", "metadata.user_api_key_hash", None)
    return found


def _status(payload: Payload) -> int:
    if payload.status != "failure":
        return 200
    code = str(payload.error_information.error_code) if payload.error_information else ""
    return int(code) if code.isascii() and code.isdigit() and len(code) == 3 else 500


def _reasoning_tokens(usage: dict[str, Any] | None) -> int | None:
    details = (usage or {}).get("completion_tokens_details")
    return wire.tokens(details.get("reasoning_tokens")) if isinstance(details, dict) else None


def _latency(payload: Payload) -> float | None:
    if payload.response_time is not None:
        return payload.response_time * 1000
    if payload.endTime is None:
        return None
    return (micros(payload.endTime, "endTime") - micros(payload.startTime, "startTime")) / 1000


def _fits(sample: Any) -> bool:
    """Return whether a decoded value is a payload, a list of payloads, or a captured post of them."""
    if isinstance(sample, list):
        pair = len(sample) == 2 and all(isinstance(item, str) for item in sample) and sample[0].startswith("/")
        return "litellm" in sample[0] if pair else bool(sample) and isinstance(sample[0], dict) and _fits(sample[0])
    marks = {"litellm_call_id", "model_parameters", "user_api_key_hash", "custom_llm_provider", "call_type", "api_key"}
    return isinstance(sample, dict) and "startTime" in sample and len(marks & set(sample)) >= 2


_one: Parse = lenient(Payload, rows)


def parse(line: bytes) -> list[Row | LineError]:
    """
    Return the rows of one line: a payload, an array of payloads, or a captured `[path, body]`.

    A payload of an array that cannot be read comes as the error in its place, so that it does not cost the others.
    """
    if line.lstrip()[:1] != b"[":
        return list(_one(line))
    items = _items(line)
    if len(items) == 2 and all(item[:1] == b'"' for item in items):
        path, body = (msgspec.json.decode(item, type=str) for item in items)
        return _posted(body) if "guardrail" not in path else []
    return [row for item in items for row in _each(item)]


def _items(line: bytes) -> list[bytes]:
    try:
        return [bytes(item) for item in msgspec.json.decode(line, type=list[Raw])]
    except BROKEN:
        values = loose(line)
        return [msgspec.json.encode(value) for value in values]


def _posted(body: str) -> list[Row | LineError]:
    """Read the body of a captured post: a payload, an array, or one payload a line."""
    lines = [body] if body.lstrip()[:1] == "[" else body.splitlines()
    return [row for line in lines if line.strip() for row in parse(line.encode("utf-8", "replace"))]


def _each(item: bytes) -> list[Row | LineError]:
    try:
        return list(_one(item))
    except LineError as error:
        return [error]


READER = Reader(
    name="litellm",
    title="LiteLLM's StandardLoggingPayload",
    keys=("id", "litellm_call_id", "call_type", "startTime", "endTime", "model", "metadata", "messages", "response", "model_parameters"),
    fits=_fits,
    parse=parse,
)
