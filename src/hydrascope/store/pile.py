"""Rows on their way into a store: in memory up to a limit, beyond it on disk, hour by hour."""

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hydrascope.store import layout
from hydrascope.store.form import EXCHANGE
from hydrascope.store.tables import hours_of

IN_MEMORY = 256 << 20  # bytes of rows that are held before they are put aside
SLICE_ROWS = 1 << 20  # rows of an hour that are brought in, and lie in one file, together


class Pile:
    """
    Rows in their wide form, given back by hour.

    No more than `in_memory` bytes are held, whatever is added; of an hour with
    more than `slice_rows` rows, those of some accounts at a time are given back.
    """

    def __init__(self, folder: Path, *, in_memory: int = IN_MEMORY, slice_rows: int = SLICE_ROWS) -> None:
        self._folder = folder
        self._limit = in_memory
        self._slice_rows = slice_rows
        self._held: list[pa.Table] = []
        self._bytes = 0
        self._aside = 0
        self.rows: dict[int, int] = {}

    def add(self, wide: pa.Table) -> None:
        """Add rows; may put what is held aside on the disk."""
        for counted in pc.value_counts(hours_of(wide)).to_pylist():
            self.rows[counted["values"]] = self.rows.get(counted["values"], 0) + counted["counts"]
        if not len(wide):
            return
        self._held.append(wide)
        self._bytes += wide.nbytes
        if self._bytes > self._limit:
            self._put_aside()

    def hours(self) -> Iterator[tuple[int, pa.Table]]:
        """Yield the rows with their hour, hour by hour; of a large hour, slices that have no account in common."""
        if not self._aside:
            yield from _by_hour(self._held)
            return
        self._put_aside()
        for hour in sorted(self.rows):
            for low, high in bounds(self.rows[hour], self._slice_rows):
                within = (pc.field("account") >= pa.scalar(low, pa.uint64())) & (pc.field("account") <= pa.scalar(high, pa.uint64()))
                files = sorted((self._folder / str(hour)).iterdir())
                yield (
                    hour,
                    pa.concat_tables([pq.read_table(file, schema=EXCHANGE.wide, filters=within, partitioning=None) for file in files]),
                )

    def _put_aside(self) -> None:
        for hour, rows in _by_hour(self._held):
            layout.make_folder(self._folder / str(hour))
            ordered = rows.sort_by("account")
            pq.write_table(ordered, self._folder / str(hour) / f"{self._aside:06d}.parquet", compression="lz4", row_group_size=1 << 16)
        self._aside += 1
        self._held, self._bytes = [], 0


def bounds(rows: int, slice_rows: int) -> list[tuple[int, int]]:
    """
    Return the first and last pseudonym of each slice of so many rows.

    >>> [f"{low:x}-{high:x}" for low, high in bounds(3, 2)]
    ['0-7fffffffffffffff', '8000000000000000-ffffffffffffffff']
    """
    count = max(1, math.ceil(rows / slice_rows))
    edges = [(at << 64) // count for at in range(count + 1)]
    return [(low, high - 1) for low, high in pairwise(edges)]


def _by_hour(tables: list[pa.Table]) -> Iterator[tuple[int, pa.Table]]:
    if not tables:
        return
    rows = pa.concat_tables(tables)
    hours = hours_of(rows).to_numpy()
    order = np.argsort(hours, kind="stable")
    found, starts = np.unique(hours[order], return_index=True)
    ordered = rows.take(pa.array(order))
    for hour, start, end in zip(found.tolist(), starts, [*starts[1:], len(rows)], strict=True):
        yield hour, ordered.slice(start, end - start)
