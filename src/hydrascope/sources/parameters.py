"""How a request was configured: its parameters without what it says and whom it is for."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from hydrascope.sources.decode import canonical, canonical_text

# What a request says, whom it is for, and ids that differ from request to request: kept in other columns or not at all.
CONTENT = frozenset((
    "messages", "system", "tools", "functions", "input", "instructions", "prompt", "suffix", "prediction", "model", "user",
    "safety_identifier", "metadata", "prompt_cache_key", "client_metadata", "previous_response_id", "conversation", "reasoning_blocks",
    "mcp_servers", "container", "extra_headers", "extra_body", "request_id", "litellm_metadata", "proxy_server_request", "user_profile_id",
    "workspace_id", "api_key", "api_base",
))  # fmt: skip
INT64 = 2**63


class Parameters(NamedTuple):
    """The parameters of a request, as the columns of the same names in `EXCHANGES`."""

    config: str | None = None
    max_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    n: int | None = None
    logprobs: bool | None = None
    stream: bool | None = None
    response_format: str | None = None
    thinking: str | None = None


class Tools(NamedTuple):
    """The declared tools: canonical JSON and their names in order."""

    text: str | None = None
    names: tuple[str, ...] | None = None


def parameters(request: dict[str, msgspec.Raw]) -> Parameters:
    """
    Return the parameters of a request whose values are still JSON text.

    Parameters that are explicitly null stay: a client that writes every default out is known by it.

    >>> parameters({"top_p": msgspec.Raw(b"null"), "n": msgspec.Raw(b"2")}).config
    '{"n":2,"top_p":null}'
    """
    return _parameters(tuple([(key, bytes(value)) for key, value in request.items() if key not in CONTENT]))


@lru_cache(maxsize=1024)
def _parameters(pairs: tuple[tuple[str, bytes], ...]) -> Parameters:
    if not pairs:
        return Parameters()
    given = {key: msgspec.json.decode(value) for key, value in pairs}
    text = given.get("text")
    structured = given.get("response_format", text.get("format") if isinstance(text, dict) else None)
    return Parameters(
        config=canonical({key: _bare(key, value) for key, value in given.items()}),
        max_tokens=_whole(_first(given, ("max_tokens", "max_completion_tokens", "max_output_tokens", "max_tokens_to_sample"))),
        temperature=_number(given.get("temperature")),
        top_p=_number(given.get("top_p")),
        n=_whole(given.get("n")),
        logprobs=_logprobs(given),
        stream=given["stream"] if isinstance(given.get("stream"), bool) else None,
        response_format=None if structured is None else canonical(structured),
        thinking=_thinking(given),
    )


def _bare(key: str, value: Any) -> Any:
    """Return a parameter without the schema or content inside it: only its kind is configuration."""
    if key == "response_format" and isinstance(value, dict):
        return {"type": value.get("type")}
    if key == "text" and isinstance(value, dict) and isinstance(value.get("format"), dict):
        return {**value, "format": {"type": value["format"].get("type")}}
    return {} if key == "stream_options" and isinstance(value, dict) else value


def _first(given: dict[str, Any], names: Iterable[str]) -> Any:
    return next((given[name] for name in names if given.get(name) is not None), None)


def _whole(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == int(number) and abs(number) < INT64 else None


def _number(value: Any) -> float | None:
    if isinstance(value, str):
        try:
            value = msgspec.convert(value, float, strict=False)
        except (msgspec.ValidationError, ValueError):
            return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > 1e300:
        return None
    return float(value)


def _logprobs(given: dict[str, Any]) -> bool | None:
    value = given.get("logprobs")
    if isinstance(value, (bool, int)):
        return value is True or value > 0
    include = given.get("include")
    return True if isinstance(include, list) and any("logprobs" in str(item) for item in include) else None


def _thinking(given: dict[str, Any]) -> str | None:
    value = _first(given, ("thinking", "reasoning", "reasoning_effort"))
    return None if value is None else canonical(value)


def end_user(request: dict[str, msgspec.Raw]) -> str | None:
    """Return the customer's own user: OpenAI's `safety_identifier` or `user`, Anthropic's `metadata.user_id`."""
    values: dict[str, Any] = {key: msgspec.json.decode(request[key]) for key in ("user", "safety_identifier", "metadata") if key in request}
    metadata = values.get("metadata")
    if isinstance(metadata, dict):
        values["user_id"] = metadata.get("user_id")
    found = (values.get(key) for key in ("safety_identifier", "user", "user_id"))
    return next((user for user in found if isinstance(user, str) and user), None)


def tools(raw: bytes | msgspec.Raw | None) -> Tools:
    """
    Return the declared tools from their JSON text.

    >>> tools(b'[{"type": "function", "function": {"name": "ls"}}, {"type": "web_search"}]').names
    ('ls', 'web_search')
    """
    return Tools() if raw is None else _tools(bytes(raw))


@lru_cache(maxsize=256)
def _tools(raw: bytes) -> Tools:
    declared = msgspec.json.decode(raw)
    if not isinstance(declared, list) or not declared:
        return Tools()
    return Tools(canonical_text(raw), tuple(_name(tool) for tool in declared))


def _name(tool: Any) -> str:
    if not isinstance(tool, dict):
        return str(tool)
    inner = tool.get("function")
    name = (inner if isinstance(inner, dict) else tool).get("name") or tool.get("type")
    return name if isinstance(name, str) else "unnamed"
