"""A line that cannot be read, and the list of all of them."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pyarrow as pa

from hydrascope.schema import REJECTED

LONGEST_VALUE = 48


class LineError(ValueError):
    """One line cannot be read; the message says `expected WHAT but got NAME=VALUE`."""


class Rejected(msgspec.Struct):
    """One line of `rejected.jsonl`: the file, its 1-based line (0 for the whole file), and why."""

    source: str
    line: int
    reason: str


def expected(what: str, name: str, value: Any) -> LineError:
    """
    Return the error for one value; long values are cut, so that no prompt leaks into the reason.

    >>> str(expected("text", "account_id", 5))
    'expected text but got account_id=5'
    """
    return LineError(f"expected {what} but got {name}={shown(value)}")


def shown(value: Any) -> str:
    """Return the value as short JSON: containers by their size, long text by its beginning."""
    if isinstance(value, dict):
        return f"an object of {len(value)} keys"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return f"text of {len(value)} characters"
    try:
        return msgspec.json.encode(value).decode()
    except (TypeError, ValueError, msgspec.MsgspecError):
        return str(type(value).__name__)


def rejected_table(rejects: Sequence[Rejected]) -> pa.Table:
    """Return the rejected lines in the schema `REJECTED`, in the order they were met."""
    columns = [pa.array([getattr(reject, field.name) for reject in rejects], field.type) for field in REJECTED]
    return pa.Table.from_arrays(columns, schema=REJECTED)
