"""Any flat log through a mapping: its lines become exchanges of the contract."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from hydrascope.errors import ConfigError
from hydrascope.sources import contract
from hydrascope.sources.content import digest
from hydrascope.sources.decode import as_object, canonical
from hydrascope.sources.faults import expected
from hydrascope.sources.mapping import Rule, Source, guess
from hydrascope.sources.reader import Parse, Reader
from hydrascope.sources.rows import Row
from hydrascope.sources.times import micros

TEXTS = frozenset((
    "exchange_id", "account_id", "org_id", "pathway", "model", "session_id", "end_user", "system", "prompt", "response", "answer", "reasoning",
    "finish_reason", "ip", "country", "user_agent", "ja4", "headers_hash",
))  # fmt: skip


def reader(rules: Sequence[Rule]) -> Reader:
    """Return the reader that reads every JSON object, or row of a table, by the rules."""
    return Reader(
        name="mapped",
        title="a flat log, read by the mapping",
        keys=tuple(".".join(path) for rule in rules for path in rule.source.paths),
        fits=lambda sample: isinstance(sample, dict),
        parse=_parse(rules),
    )


def _parse(rules: Sequence[Rule]) -> Parse:
    when = next(rule.source for rule in rules if rule.name == "ts")
    moved = [rule for rule in rules if rule.name != "ts"]

    def parse(line: bytes) -> list[Row]:
        theirs = as_object(line)
        arrived = _arrived(when, theirs)
        ours: dict[str, Any] = {"ts": 0, "request": {}, "exchange_id": "map_" + digest(canonical(theirs))}
        for rule in moved:
            _put(ours, rule, rule.source.of(theirs))
        ours["request"].setdefault("messages", _prompt(ours["request"]))
        (row,) = contract.parse(msgspec.json.encode(ours))
        row.ts = arrived
        return [row]

    return parse


def _arrived(source: Source, theirs: dict[str, Any]) -> int:
    value = source.of(theirs)
    name = ".".join(source.paths[0]) if source.paths else "ts"
    if isinstance(value, str) and source.unit not in (None, "iso"):
        try:
            value = float(value)
        except ValueError:
            raise expected(f"a number of {source.unit}", name, value) from None
    if not isinstance(value, (str, int, float)):
        raise expected("a date and time", name, value)
    return micros(value, name, None if source.unit == "iso" else source.unit)


def _put(ours: dict[str, Any], rule: Rule, value: Any) -> None:
    if value is None or (value == "" and rule.name in TEXTS):
        return
    if rule.name in TEXTS and not isinstance(value, str):
        value = canonical(value)
    *tables, key = rule.place
    for table in tables:
        ours = ours.setdefault(table, {})
    ours[key] = value


def _prompt(request: dict[str, Any]) -> list[dict[str, str]]:
    prompt = request.get("prompt")
    return [] if prompt is None else [{"role": "user", "content": prompt}]


def require(rules: Sequence[Rule], known: frozenset[str], holds: Callable[[str], bool]) -> None:
    """
    Raise `ConfigError` for a rule whose fields exist nowhere in the input.

    `known` are the paths seen at the beginning of the files; `holds` tells, more slowly, whether a key occurs anywhere.
    """
    for rule in rules:
        names = [".".join(path) for path in rule.source.paths]
        if names and not any(name in known or holds(name.rpartition(".")[2]) for name in names):
            said = names[0] if len(names) == 1 else names
            raise ConfigError(f'expected a field of the input but got {rule.name}="{said}", which is on no line; {guess(names[0], known)}')


def paths_in(samples: Sequence[Any]) -> frozenset[str]:
    """
    Return the paths of all fields of the samples.

    >>> sorted(paths_in([{"a": {"b": 1}}]))
    ['a', 'a.b']
    """
    found: set[str] = set()
    for sample in samples:
        _walk(sample, "", found)
    return frozenset(found)


def _walk(value: Any, prefix: str, found: set[str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            found.add(prefix + key)
            _walk(item, f"{prefix}{key}.", found)
