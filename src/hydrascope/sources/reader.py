"""What a reader is: a name, what it recognises, and a function from one JSON value to rows."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from hydrascope.sources.faults import LineError
from hydrascope.sources.rows import Row

# One JSON value to its rows: none when it is not an exchange. Raises `LineError` where it cannot be read, and returns it in
# the place of one of several values that cannot be.
Parse = Callable[[bytes], Sequence[Row | LineError]]


class Reader(NamedTuple):
    """One foreign format: `fits` judges a decoded value, `parse` reads an encoded one, `keys` are those that mark the format."""

    name: str
    title: str
    keys: tuple[str, ...]
    fits: Callable[[Any], bool]
    parse: Parse
