"""What an engine does, whichever it is."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import pyarrow as pa

from hydrascope.engine.step import Step

Batches = Callable[[pa.RecordBatch], pa.RecordBatch]


class Engine(Protocol):
    """
    Tables by name, and what makes new ones of them: SQL steps and functions over batches.

    Whatever engine it is, the same calls leave the same rows, and `fetch`
    returns them in the same types. Only the order of rows that no query asks
    for is the engine's own.
    """

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table of Arrow data, copied into the engine."""

    def append(self, name: str, batch: pa.Table) -> None:
        """Add rows to a table, which is made on first use; columns go by name, and one that is missing is null."""

    def read(self, name: str, files: Sequence[str]) -> None:
        """Make a table of Parquet files with the same columns; they are named as the engine's file systems name them."""

    def write(self, name: str, folder: str) -> None:
        """Write a table into a new folder as Parquet files, whose names say nothing."""

    def run(self, steps: Iterable[Step]) -> None:
        """Compute each step in turn."""

    def map(self, name: str, sql: str, function: Batches, schema: pa.Schema, *, rows: int | None = None) -> None:
        """
        Make a table of what a function says of the rows of a query, a batch at a time; it must say the same wherever batches end.

        Where each row is much work, `rows` is how many it is given at once: they are dealt out one by one then.
        """

    def fetch(self, sql: str) -> pa.Table:
        """Return the rows of a query; order them in the query where order matters."""

    def drop(self, name: str) -> None:
        """Forget a table that is needed no more."""

    def close(self) -> None:
        """Give back what the engine holds; it is of no use afterwards."""
