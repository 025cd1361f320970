"""A mapping file: which of a foreign log's fields is which of ours."""

import difflib
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hydrascope.errors import ConfigError
from hydrascope.sources.times import PER_UNIT

# Our field, and where it goes in an exchange of the contract.
PLACES: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in ("exchange_id", "ts", "account_id", "org_id", "pathway", "model", "latency_ms", "session_id", "end_user", "is_batch")},
    **{name: ("request", name) for name in ("system", "messages", "prompt", "tools", "max_tokens", "temperature", "top_p", "n", "seed", "logprobs", "stream")},
    **{name: ("request", name) for name in ("response_format", "thinking")},
    "blocks_in": ("request", "reasoning_blocks"),
    **{name: ("response", name) for name in ("status", "reasoning", "tool_calls", "finish_reason")},
    **dict.fromkeys(("response", "answer"), ("response", "text")),
    "blocks_out": ("response", "reasoning_blocks"),
    **{name: ("usage", name) for name in ("input_tokens", "output_tokens", "reasoning_tokens")},
    **{name: ("client", name) for name in ("ip", "asn", "country", "user_agent", "ja4", "headers_hash", "headers")},
}  # fmt: skip
REQUIRED = ("account_id", "ts", "model")
UNITS = (*PER_UNIT, "iso")


class Source(NamedTuple):
    """Where a value comes from: the first of these paths that is not null, else the constant."""

    paths: tuple[tuple[str, ...], ...] = ()
    constant: Any = None
    unit: str | None = None

    def of(self, value: Any) -> Any:
        """Return the value found in a decoded line, or None."""
        for path in self.paths:
            found = _at(value, path)
            if found is not None:
                return found
        return self.constant


class Rule(NamedTuple):
    """One line of a mapping: our field, its place in an exchange, and its source."""

    name: str
    place: tuple[str, ...]
    source: Source


def _at(value: Any, path: Sequence[str]) -> Any:
    """Follow a path; a key that has dots itself is found whole."""
    if isinstance(value, dict) and len(path) > 1 and (whole := ".".join(path)) in value:
        return value[whole]
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def load(path: Path) -> tuple[Rule, ...]:
    """
    Return the rules of a mapping file; raise `ConfigError` where it cannot be read or names a field that we do not have.

    `ours = "their.field"`, `ours = ["first", "else"]` (the first that is not null), `ours = {const = "api"}`, and for times
    `ts = {field = "t", unit = "s"}` with the units s, ms, us, ns and iso. The table `[request]` takes further request parameters.
    """
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"expected a mapping file but got map={path} ({error.strerror}); check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"expected TOML but got map={path}; mend it: {error}") from None
    return rules(written, str(path))


def rules(written: Mapping[str, Any], where: str = "the mapping") -> tuple[Rule, ...]:
    """
    Return the rules of a decoded mapping.

    >>> [rule.name for rule in rules({"account_id": "key", "ts": "t", "model": {"const": "m"}, "prompt": ["q", "text"]})]
    ['account_id', 'ts', 'model', 'prompt']
    """
    extra = written.get("request", {})
    if not isinstance(extra, Mapping):
        raise ConfigError(f"expected a table [request] of further parameters but got request={extra!r} in {where}; mend it")
    fields = {name: value for name, value in written.items() if name != "request"}
    for name, value in fields.items():
        if name not in PLACES:
            raise ConfigError(f"expected one of our fields but got {name}={value!r} in {where}; {guess(name, PLACES)}")
    for name in REQUIRED:
        if name not in fields:
            raise ConfigError(
                f'expected a line for {name} but got {name}=none in {where}; write {name} = "their.field" or {name} = {{const = "..."}}'
            )
    found = [Rule(name, PLACES[name], _source(name, value, where)) for name, value in fields.items()]
    return (*found, *(Rule(f"request.{name}", ("request", name), _source(name, value, where)) for name, value in extra.items()))


def _source(name: str, value: Any, where: str) -> Source:
    match value:
        case str() | [str(), *_]:
            return Source(_paths(name, value, where))
        case {"const": constant, **rest} if not rest:
            return Source(constant=constant)
        case {"field": (str() | [str(), *_]) as field, **rest} if set(rest) <= {"unit", "const"}:
            unit = rest.get("unit")
            if unit is not None and unit not in UNITS:
                raise ConfigError(f"expected a unit of {', '.join(UNITS)} but got {name}.unit={unit!r} in {where}; mend it")
            return Source(_paths(name, field, where), rest.get("const"), None if unit is None else str(unit))
    raise ConfigError(
        f'expected "field", ["field", ...], {{const = ...}} or {{field = ..., unit = ...}} but got {name}={value!r} in {where}; mend it'
    )


def _paths(name: str, value: str | Sequence[Any], where: str) -> tuple[tuple[str, ...], ...]:
    fields = [value] if isinstance(value, str) else value
    if not all(isinstance(field, str) and field for field in fields):
        raise ConfigError(f"expected names of their fields but got {name}={value!r} in {where}; mend it")
    return tuple(tuple(field.split(".")) for field in fields)


def guess(name: str, known: Collection[str]) -> str:
    """
    Return a sentence with the nearest known name, or all of them.

    >>> guess("acount_id", ["account_id", "model"])
    'did you mean account_id?'
    """
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}"
