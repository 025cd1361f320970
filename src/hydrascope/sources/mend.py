"""Keep an exchange whose optional fields are bent: the field is mended or dropped, not the line."""

import types
import typing
from collections.abc import Mapping
from typing import Any

import msgspec

from hydrascope.sources.faults import expected

NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false", dict: "an object", list: "a list"}


def mend(value: Any, kind: Any, name: str = "line") -> Any:
    """
    Return `value` so that it decodes as the Struct `kind`; raise `LineError` where a required field is missing or wrong.

    Numbers written as text are read as numbers, containers written as JSON text as containers, and optional fields of any other
    wrong type become null.

    >>> class Usage(msgspec.Struct):
    ...     tokens: int | None = None
    >>> mend({"tokens": "12"}, Usage), mend({"tokens": "many"}, Usage)
    ({'tokens': 12}, {'tokens': None})
    """
    value = opened(value, dict)
    if not isinstance(value, dict):
        raise expected("one JSON object a line" if name == "line" else "an object", name, value)
    prefix = "" if name == "line" else f"{name}."
    mended = dict(value)
    for field in msgspec.structs.fields(kind):
        key = field.encode_name
        if key not in mended:
            if field.required:
                raise expected(_what(field.type), prefix + key, None)
        else:
            mended[key] = _field(mended[key], field, prefix + key)
    return mended


def _field(value: Any, field: msgspec.structs.FieldInfo, name: str) -> Any:
    struct = next((arm for arm in _arms(field.type) if isinstance(arm, type) and issubclass(arm, msgspec.Struct)), None)
    if value is None and not field.required:
        return None
    if struct is not None and (field.required or isinstance(opened(value, dict), dict)):
        return mend(value, struct, name)
    for candidate in _candidates(value, field.type):
        if _fits(candidate, field.type):
            return candidate
    if field.required:
        raise expected(_what(field.type), name, value)
    return None


def _candidates(value: Any, kind: Any) -> list[Any]:
    """Return readings of the value, the literal one first."""
    found = [value]
    arms = {typing.get_origin(arm) or arm for arm in _arms(kind)}
    if isinstance(value, float) and value.is_integer():
        found.append(int(value))
    if isinstance(value, str):
        found += [_converted(value, arm) for arm in (int, float, bool) if arm in arms]
        found += [opened(value, arm) for arm in (dict, list) if arm in arms]
    return [candidate for candidate in found if candidate is not None]


def _converted(value: str, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.ValidationError, ValueError):
        return None


def opened(value: Any, kind: type) -> Any:
    """Return the container that a text holds as JSON, else the value itself."""
    if isinstance(value, str) and value[:1] == ("{" if kind is dict else "["):
        try:
            return msgspec.json.decode(value)
        except (msgspec.MsgspecError, RecursionError):
            return value
    return value


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.json.decode(msgspec.json.encode(value), type=kind)
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True


def _arms(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return tuple(bare for arm in typing.get_args(kind) for bare in _arms(arm))
    if typing.get_origin(kind) is typing.Annotated:
        return _arms(typing.get_args(kind)[0])
    return (kind,)


def _what(kind: Any) -> str:
    words: Mapping[Any, str] = NAMES
    arms = [typing.get_origin(arm) or arm for arm in _arms(kind)]
    return " or ".join(dict.fromkeys(words.get(arm, "an object") for arm in arms if arm is not type(None)))
