"""HTTP recordings: requests to a model API with their headers in order, the body, the status and the response."""

from typing import Any

import msgspec
from msgspec import Raw, Struct

from hydrascope.sources import wire
from hydrascope.sources.content import digest
from hydrascope.sources.decode import BROKEN, canonical, lenient
from hydrascope.sources.faults import expected
from hydrascope.sources.parameters import end_user, parameters, tools
from hydrascope.sources.reader import Reader
from hydrascope.sources.rows import Row
from hydrascope.sources.stream_events import assembled
from hydrascope.sources.times import micros

EXCHANGES_END = ("/chat/completions", "/completions", "/messages", "/responses", "/complete", "/chat")
# What clients of a model API also send, and what is no exchange.
OTHERS = (
    "/embeddings", "/models", "/moderations", "/files", "/batches", "/count_tokens", "/input_tokens", "/rerank", "/images/", "/audio/",
    "/fine_tuning", "/uploads", "/vector_stores", "/tokenize", "/health", "/compact", "/api/embed",
)  # fmt: skip
CREDENTIALS = ("authorization", "x-api-key", "api-key", "x-goog-api-key")
MASKS = frozenset(("removed", "redacted", "present", "hidden", "masked", ""))
NULL = Raw(b"null")


class Recording(Struct, gc=False):
    """One recorded request; `source` is where a published recording was taken from."""

    body: Raw = NULL
    headers: list[Any] | dict[str, Any] | None = None
    method: str | None = None
    path: str | None = None
    url: str | None = None
    received_at: str | int | float | None = None
    responded_at: str | int | float | None = None
    api_key: str | None = None
    status: int | None = None
    stream: bool | None = None
    response: Raw = NULL
    source: str | None = None


def rows(recording: Recording) -> list[Row]:
    """Return the row of a recording: none where it is another call than for an answer of a model, such as a list of models."""
    path = (recording.path or recording.url or "").partition("?")[0].rstrip("/")
    body = _object(recording.body)
    said = None if body is None or _is_other(path, recording.method) else wire.asked(body)
    if said is None or body is None:
        if body is None or _is_other(path, recording.method):
            return []
        raise expected("a body of chat completions, completions, responses or messages", "path", path)
    headers = _pairs(recording.headers)
    sent = {name.lower(): value for name, value in headers}
    response = _response(recording.response)
    heard, asked, declared = wire.answered(response), parameters(body), tools(_first(body, "tools", "functions"))
    arrived = _arrived(recording, response)
    return [
        Row(
            exchange_id=_identity(recording, arrived),
            ts=arrived,
            account_id=_account(recording, sent),
            pathway="api",
            model=_model(body, path, response),
            system=said.system,
            messages=said.messages,
            tools=declared.text,
            tool_names=declared.names,
            blocks_in=said.blocks or None,
            blocks_out=heard.blocks,
            status=recording.status or 200,
            answer=heard.text,
            reasoning=heard.reasoning,
            tool_calls=heard.tool_calls,
            finish_reason=heard.finish_reason,
            input_tokens=heard.input_tokens,
            output_tokens=heard.output_tokens,
            reasoning_tokens=heard.reasoning_tokens,
            ip=_address(sent),
            user_agent=sent.get("user-agent"),
            headers=[name for name, _ in headers] or None,
            latency_ms=_latency(recording),
            session_id=next((sent[name] for name in ("session-id", "x-session-id", "session_id") if name in sent), None),
            end_user=end_user(body),
            **asked._asdict(),
        )
    ]


def _pairs(headers: list[Any] | dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return headers as pairs in order, from pairs or from an object whose values may be lists."""
    pairs = headers.items() if isinstance(headers, dict) else [pair for pair in headers or () if isinstance(pair, list) and len(pair) == 2]
    return [(str(name), str(value[0]) if isinstance(value, list) and value else str(value)) for name, value in pairs]


def _is_other(path: str, method: str | None) -> bool:
    known = path.endswith(EXCHANGES_END)
    return (method or "POST").upper() != "POST" or (not known and any(part in f"{path}/" for part in OTHERS))


def _object(raw: Raw) -> dict[str, Raw] | None:
    """Return a body that is a JSON object, or a text that holds one; forms and empty bodies are neither."""
    text = bytes(raw)
    try:
        if text[:1] == b'"':
            text = msgspec.json.decode(text, type=str).encode()
        return msgspec.json.decode(text, type=dict[str, Raw]) if text[:1] == b"{" else None
    except BROKEN:
        if bytes(raw)[:1] == b"{":
            raise
        return None


def _response(raw: Raw) -> Any:
    response = msgspec.json.decode(raw)
    return assembled(response) if isinstance(response, str) else response


def _first(body: dict[str, Raw], *keys: str) -> bytes | None:
    return next((bytes(body[key]) for key in keys if key in body), None)


def _arrived(recording: Recording, response: Any) -> int:
    """Return when the request came in; a recording without a time has that of its response."""
    when = recording.received_at
    if when is None and isinstance(response, dict):
        when = next((response[key] for key in ("created", "created_at") if isinstance(response.get(key), (int, float))), None)
    if when is None:
        raise expected("a date and time", "received_at", None)
    return micros(when, "received_at")


def _identity(recording: Recording, arrived: int) -> str:
    """Name the exchange by its own content: the ids of responses recur in recordings, and errors have none."""
    parts = (recording.api_key, recording.source, str(arrived), canonical(recording.headers))
    return "rec_" + digest(b"\0".join([*((part or "").encode("utf-8", "replace") for part in parts), bytes(recording.body)]))


def _account(recording: Recording, sent: dict[str, str]) -> str:
    if recording.api_key:
        return recording.api_key
    for name in CREDENTIALS:
        if sent.get(name, "").strip("[]*<>. ").lower() not in MASKS:
            return "key_" + digest(sent[name])
    if recording.source:
        return recording.source.partition(":")[0]
    raise expected("an api_key or an Authorization header", "api_key", None)


def _model(body: dict[str, Raw], path: str, response: Any) -> str:
    model = msgspec.json.decode(body["model"]) if "model" in body else None
    if isinstance(model, str) and model:
        return model
    _, found, after = path.partition("/deployments/")
    if found:
        return after.partition("/")[0]
    answered_by = response.get("model") if isinstance(response, dict) else None
    return answered_by if isinstance(answered_by, str) else ""


def _address(sent: dict[str, str]) -> str | None:
    address = sent.get("x-forwarded-for", "").partition(",")[0].strip() or sent.get("x-real-ip", "").strip()
    return address or None


def _latency(recording: Recording) -> float | None:
    if isinstance(recording.received_at, (int, float)) and isinstance(recording.responded_at, (int, float)):
        return (micros(recording.responded_at) - micros(recording.received_at)) / 1000
    return None


def fits(sample: Any) -> bool:
    """Return whether a decoded value looks like a recorded request."""
    return isinstance(sample, dict) and "headers" in sample and "body" in sample and ("path" in sample or "url" in sample)


READER = Reader(
    name="recording",
    title="HTTP recordings of a model API",
    keys=("headers", "body", "method", "path", "status", "response", "received_at"),
    fits=fits,
    parse=lenient(Recording, rows),
)
