"""The contract's own format: one exchange a line, as `exchange.schema.json` describes it."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct

from hydrascope.sources import content
from hydrascope.sources.decode import lenient
from hydrascope.sources.faults import expected
from hydrascope.sources.mend import opened
from hydrascope.sources.parameters import parameters, tools
from hydrascope.sources.reader import Reader
from hydrascope.sources.rows import Message, Row
from hydrascope.sources.times import micros

Count = Annotated[int, Meta(ge=-(2**62), le=2**62)]
Small = Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)]
Id = Annotated[str, Meta(min_length=1)]


class Client(Struct, gc=False):
    """Where the request came from."""

    ip: str | None = None
    asn: Count | None = None
    country: str | None = None
    user_agent: str | None = None
    ja4: str | None = None
    headers_hash: str | None = None
    headers: list[str] | None = None


class Usage(Struct, gc=False):
    """Tokens."""

    input_tokens: Count | None = None
    output_tokens: Count | None = None
    reasoning_tokens: Count | None = None


class Response(Struct, gc=False):
    """What the model answered."""

    status: Small | None = None
    text: str | None = None
    reasoning: str | None = None
    tool_calls: list[Raw] | None = None
    finish_reason: str | None = None
    reasoning_blocks: list[str] | None = None


class Exchange(Struct, gc=False):
    """One line of `exchanges.jsonl`; unknown keys are ignored."""

    exchange_id: Id
    ts: str | int | float
    account_id: Id
    model: str
    request: dict[str, Raw]
    org_id: str | None = None
    pathway: str | None = None
    response: Response | None = None
    usage: Usage | None = None
    client: Client | None = None
    latency_ms: float | None = None
    session_id: str | None = None
    end_user: str | None = None
    is_batch: bool | None = None


class Plain(Struct, gc=False):
    """A message that is nothing but text: nearly all are, and they are read in one go."""

    role: str
    content: str
    tool_calls: None = None
    function_call: None = None


NO_RESPONSE, NO_USAGE, NO_CLIENT = Response(), Usage(), Client()
PLAIN = msgspec.json.Decoder(list[Plain])


def row(exchange: Exchange) -> list[Row]:
    """Return the one row of an exchange; raise `LineError` where it has no messages or no readable time."""
    request = exchange.request
    spoken, handed_back = _messages(request)
    asked, declared = parameters(request), tools(_raw(request, "tools", "functions"))
    response, usage, client = exchange.response or NO_RESPONSE, exchange.usage or NO_USAGE, exchange.client or NO_CLIENT
    return [
        Row(
            exchange.exchange_id,
            micros(exchange.ts),
            exchange.account_id,
            exchange.org_id,
            exchange.pathway,
            exchange.model,
            _system(request),
            spoken,
            declared.text,
            declared.names,
            *asked,
            _blocks(request) or handed_back or None,
            response.reasoning_blocks,
            200 if response.status is None else response.status,
            response.text,
            response.reasoning,
            None if response.tool_calls is None else len(response.tool_calls),
            response.finish_reason,
            usage.input_tokens,
            usage.output_tokens,
            usage.reasoning_tokens,
            client.ip,
            client.asn,
            client.country,
            client.user_agent,
            client.ja4,
            client.headers_hash,
            client.headers,
            exchange.latency_ms,
            exchange.session_id,
            exchange.end_user,
            exchange.is_batch,
        )
    ]


def fits(sample: Any) -> bool:
    """Return whether a decoded value looks like an exchange of the contract."""
    return (
        isinstance(sample, dict)
        and isinstance(opened(sample.get("request"), dict), dict)
        and ("exchange_id" in sample or "account_id" in sample)
    )


parse = lenient(Exchange, row)
READER = Reader(
    name="contract",
    title="exchanges in the contract's format",
    keys=("exchange_id", "ts", "account_id", "model", "request"),
    fits=fits,
    parse=parse,
)


def _messages(request: dict[str, Raw]) -> tuple[list[Message], list[str]]:
    raw = request.get("messages")
    if raw is None:
        raise expected("a list", "request.messages", None)
    try:
        return [Message(content.ROLES.get(one.role, "user"), one.content) for one in PLAIN.decode(raw)], []
    except msgspec.ValidationError:
        values = opened(msgspec.json.decode(raw), list)
    if not isinstance(values, list):
        raise expected("a list", "request.messages", values)
    return content.messages(values)


def _system(request: dict[str, Raw]) -> str | None:
    value = _value(request, "system")
    return value if isinstance(value, str) else content.text_of(value)


def _blocks(request: dict[str, Raw]) -> list[str] | None:
    value = _value(request, "reasoning_blocks")
    return [block for block in value if isinstance(block, str)] if isinstance(value, list) else None


def _value(request: dict[str, Raw], key: str) -> Any:
    raw = request.get(key)
    return None if raw is None else msgspec.json.decode(raw)


def _raw(request: dict[str, Raw], *keys: str) -> bytes | None:
    return next((bytes(request[key]) for key in keys if key in request), None)
