"""CSV and Parquet as numbered JSON objects, so that one reader serves every framing."""

import csv
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from hydrascope.sources.decode import loose
from hydrascope.sources.faults import LineError
from hydrascope.sources.frames import BOM, LONGEST_LINE, Frame
from hydrascope.sources.mend import opened

PARQUET_MAGIC = b"PAR1"
PARQUET_ROWS = 2048
DELIMITERS = ",;\t|"


def is_parquet(path: Path) -> bool:
    """Return whether the file begins as Parquet does."""
    with path.open("rb") as file:
        return file.read(4) == PARQUET_MAGIC


def parquet(path: Path, on_bytes: Callable[[int], None] | None = None, wanted: Container[int] | None = None) -> Iterator[Frame]:
    """
    Yield the rows of a Parquet file as JSON objects, numbered from 1, or only the wanted ones; what is null is left out.

    The columns are turned into JSON by DuckDB, a batch at a time, so that text is never touched row by row in Python.
    Yields one `LineError` with line 0 where the file is cut off.
    """
    try:
        with pq.ParquetFile(path) as file, duckdb.connect(config={"threads": 1}) as engine:
            number, size, total = 0, path.stat().st_size, max(1, file.metadata.num_rows)
            for batch in file.iter_batches(PARQUET_ROWS):
                numbers = [row for row in range(number + 1, number + 1 + batch.num_rows) if wanted is None or row in wanted]
                chosen = (
                    batch if len(numbers) == batch.num_rows else batch.take(pa.array([row - number - 1 for row in numbers], pa.int64()))
                )
                yield from zip(numbers, _as_json(engine, chosen), strict=True)
                number += batch.num_rows
                if on_bytes is not None:
                    on_bytes(size * batch.num_rows // total)
    except (pa.ArrowException, OSError) as error:
        yield 0, LineError(f"expected a whole Parquet file but got a damaged one: error={str(error).splitlines()[0]}")


def _as_json(engine: duckdb.DuckDBPyConnection, batch: pa.RecordBatch) -> list[bytes]:
    if not batch.num_columns:
        return [b"{}"] * batch.num_rows
    rows = engine.from_arrow(pa.Table.from_batches([batch])).set_alias("rows").project("to_json(rows)::VARCHAR")
    return [msgspec.json.encode(_dense(loose(line.encode()))) for (line,) in rows.fetchall()]


def _dense(value: Any) -> Any:
    """Leave out nulls: in a table every row has every column, which says nothing about what was sent."""
    if isinstance(value, dict):
        return {key: _dense(_parts(item) if key == "content" else item) for key, item in value.items() if item is not None}
    return [_dense(item) for item in value] if isinstance(value, list) else value


def _parts(content: Any) -> Any:
    """Return the parts that a text holds as JSON: a column cannot hold both texts and lists."""
    parts = opened(content, list)
    typed = isinstance(parts, list) and parts and all(isinstance(part, dict) and "type" in part for part in parts)
    return parts if typed else content


def parquet_samples(path: Path, count: int) -> list[Any]:
    """Return the first rows of a Parquet file as decoded JSON; raises `LineError` where it is damaged."""
    samples = []
    for _, frame in islice(parquet(path), count):
        if isinstance(frame, LineError):
            raise frame
        samples.append(loose(frame))
    return samples


def table_rows(stream: Iterator[bytes]) -> Iterator[Frame]:
    r"""
    Yield the rows of a CSV file with a header as JSON objects of text, numbered by the line on which they end; empty cells are null.

    >>> list(table_rows(iter([b"a;b\n1;x\n2;\n"])))
    [(2, b'{"a":"1","b":"x"}'), (3, b'{"a":"2","b":null}')]
    """
    # A prompt may be longer than the 128 KB that the csv module allows by default.
    csv.field_size_limit(LONGEST_LINE)
    physical = _physical(stream)
    try:
        first = next(physical, "")
    except LineError as error:
        yield 1, error
        return
    header = _header(first)
    if not header:
        yield 1, LineError("expected a header of column names but got line=1 without one")
        return
    rows = csv.reader(physical, delimiter=delimiter(first))
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except LineError as error:
            yield rows.line_num + 2, error
            return
        except csv.Error as error:
            yield rows.line_num + 1, LineError(f"expected a row of CSV but got a broken one: error={error}")
            continue
        if cells:
            yield rows.line_num + 1, _cells(header, cells)


def _header(line: str) -> list[str]:
    """Return the column names; none where the line is not text or not CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter(line)), []) if line.strip("\r\n").replace("\t", "").isprintable() else []
    except csv.Error:
        return []


def _physical(stream: Iterator[bytes]) -> Iterator[str]:
    """Yield the lines of a stream as text; bytes that are not UTF-8 become lone surrogates, which no cell may hold."""
    rest = b""
    for block in chain(stream, (None,)):
        *whole, rest = (rest + (block or b"")).split(b"\n")
        for line in whole:
            yield line.removeprefix(BOM).decode("utf-8", "surrogateescape") + "\n"
        if block is None and rest:
            yield rest.removeprefix(BOM).decode("utf-8", "surrogateescape")


def _cells(header: Sequence[str], cells: Sequence[str]) -> bytes | LineError:
    if len(cells) > len(header):
        return LineError(f"expected {len(header)} cells, as in the header, but got cells={len(cells)}")
    named = dict.fromkeys(header) | {name: cell or None for name, cell in zip(header, cells, strict=False)}
    try:
        return msgspec.json.encode(named)
    except UnicodeEncodeError:
        broken = next(name for name, cell in named.items() if cell and any("\ud800" <= mark <= "\udfff" for mark in cell))
        return LineError(f"expected UTF-8 but got other bytes in cell={broken}")


def delimiter(header: str) -> str:
    """
    Return the delimiter that occurs most in a header.

    >>> delimiter("a;b;c,d")
    ';'
    """
    return max(DELIMITERS, key=header.count)


def csv_samples(head: bytes, count: int) -> list[Any]:
    """Return the first rows of a CSV file as objects; none where there is no delimiter in the header."""
    first = head.partition(b"\n")[0].decode("utf-8", "replace")
    if not any(mark in first for mark in DELIMITERS):
        return []
    frames = (frame for _, frame in table_rows(iter([head])))
    return [loose(frame) for frame in islice(frames, count) if not isinstance(frame, LineError)]
