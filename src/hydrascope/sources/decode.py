"""One line of JSON to a typed value: what is bent is mended, what is broken is an error of the line."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from hydrascope.sources.faults import LineError, expected
from hydrascope.sources.mend import mend

T = TypeVar("T")
R = TypeVar("R")
BROKEN = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def lenient(kind: type[T], build: Callable[[T], R]) -> Callable[[bytes], R]:
    """
    Return a function from one line of JSON to what `build` makes of its typed value; it raises `LineError` for a line it cannot read.

    The fast way is one typed decode. Where that fails, the line is scrubbed (lone surrogates become U+FFFD, `NaN` becomes null, raw
    control characters are accepted) and optional fields of a wrong type are dropped to null, so that they do not cost the exchange.

    >>> class Point(msgspec.Struct):
    ...     x: int
    ...     y: int | None = None
    >>> lenient(Point, lambda point: (point.x, point.y))(b'{"x": 1, "y": "north"}')
    (1, None)
    """
    typed = msgspec.json.Decoder(kind)

    def read(line: bytes) -> R:
        try:
            return build(typed.decode(line))
        except BROKEN:
            mended = msgspec.json.encode(mend(loose(line), kind))
        try:
            return build(typed.decode(mended))
        except BROKEN as error:
            raise LineError(f"expected an exchange but got a value that cannot be read={error}") from None

    return read


def loose(line: bytes) -> Any:
    r"""
    Return any JSON value from a line that a strict decoder refuses.

    >>> loose(rb'{"a": "x\ud800", "b": NaN}')
    {'a': 'x\ufffd', 'b': None}
    """
    try:
        return msgspec.json.decode(line)
    except RecursionError:
        raise LineError("expected JSON of at most 1,000 levels but got nesting=deeper") from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _scrubbed(line)


def _scrubbed(line: bytes) -> Any:
    try:
        text = line.decode("utf-8-sig").strip("\0 \t\r\n")
        value = json.loads(text, strict=False, parse_constant=lambda _: None)
        return json.loads(_whole(json.dumps(value, ensure_ascii=False)), parse_float=_finite)
    except UnicodeDecodeError as error:
        raise LineError(f"expected UTF-8 but got byte {error.start + 1}=0x{line[error.start]:02x}") from None
    except json.JSONDecodeError as error:
        raise LineError(f"expected one JSON value but got malformed text at character={error.pos + 1} ({error.msg})") from None
    except (RecursionError, ValueError) as error:
        raise LineError(f"expected JSON but got a value that cannot be held={type(error).__name__}") from None


def _finite(digits: str) -> float | None:
    value = float(digits)
    return value if abs(value) != float("inf") else None


def _whole(text: str) -> str:
    """Replace surrogates without a partner: they are not characters, and UTF-8 cannot hold them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def as_object(line: bytes) -> dict[str, Any]:
    """Return the line as a JSON object, or raise `LineError`."""
    value = loose(line)
    if not isinstance(value, dict):
        raise expected("one JSON object a line", "line", value)
    return value


def canonical(value: Any) -> str:
    """
    Return JSON with sorted keys and no spaces; numbers keep their form (1 is not 1.0).

    >>> canonical({"b": 1.0, "a": [1, None]})
    '{"a":[1,null],"b":1.0}'
    """
    return msgspec.json.encode(value, order="sorted").decode()


@lru_cache(maxsize=1024)
def canonical_text(raw: bytes) -> str:
    """Return JSON text in its canonical form; few forms recur, so the last thousand are remembered."""
    return canonical(msgspec.json.decode(raw))
