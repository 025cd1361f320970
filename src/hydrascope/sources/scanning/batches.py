"""A stream of lines as batches: usual lines by kernels, all others by their reader, in the order of the file."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.bits import BEYOND
from hydrascope.schema import EXCHANGES
from hydrascope.sources import frames
from hydrascope.sources.faults import LineError, Rejected
from hydrascope.sources.reader import Parse
from hydrascope.sources.rows import Row, batch
from hydrascope.sources.scanning.exchanges import plain

CHUNK = 16 << 20
_BEYOND = bytes(BEYOND)


def batches(stream: Iterator[bytes], source: str, parse: Parse, most: int, rejects: list[Rejected]) -> Iterator[pa.RecordBatch]:
    """
    Yield the exchanges of a stream of lines in the contract's format, at most so many rows in a batch.

    The same rows and the same rejects, in the same order, as `parse` on every line gives; batches are cut elsewhere. What cannot be
    read is added to `rejects`.
    """
    number = 0
    for text in _chunks(stream):
        if isinstance(text, LineError):
            number += 1
            rejects.append(Rejected(source, number, str(text)))
            continue
        lines = _lines(text)
        for at in range(0, len(lines.ends), most):
            yield from _batch(lines, slice(at, at + most), number + at + 1, source, parse, rejects)
        number += len(lines.ends)


def _chunks(stream: Iterator[bytes]) -> Iterator[bytes | LineError]:
    """Yield runs of whole lines, with what kernels need behind the last of them, and errors in their places."""
    held, size = list[bytes](), 0
    for run in frames.whole_lines(stream):
        if isinstance(run, LineError):
            yield _joined(held)
            yield run
            held, size = [], 0
            continue
        held.append(run)
        size += len(run)
        if size >= CHUNK:
            yield _joined(held)
            held, size = [], 0
    yield _joined(held)


def _joined(held: list[bytes]) -> bytes:
    ended = not held or not held[-1] or held[-1].endswith(b"\n")
    return b"".join((*held, b"" if ended else b"\n", _BEYOND))


class _Lines(NamedTuple):
    """Some whole lines and where each begins and ends; and whether all of it is UTF-8."""

    text: bytes
    data: npt.NDArray[np.uint8]
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    utf8: bool


def _lines(text: bytes) -> _Lines:
    data = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    return _Lines(text, data, np.append(0, ends + 1)[:-1], ends, frames.utf8(text))


def _batch(lines: _Lines, some: slice, first: int, source: str, parse: Parse, rejects: list[Rejected]) -> Iterator[pa.RecordBatch]:
    """Yield the batch of some lines, of which the first has the number `first`."""
    begins, ends = lines.begins[some], lines.ends[some]
    if lines.utf8:
        usual, known = plain(lines.data, begins, ends, source, first)
    else:
        usual, known = EXCHANGES.empty_table(), np.zeros(len(begins), bool)
    rows = list[Row]()
    for i in np.flatnonzero(~known).tolist():
        rows += _read(lines.text[begins[i] : ends[i]], first + i, source, parse, rejects)
    yield from _merged(usual, rows)


def _read(line: bytes, number: int, source: str, parse: Parse, rejects: list[Rejected]) -> Iterator[Row]:
    """Yield what the reader of the format makes of one line, and note what it cannot read."""
    for _, frame in frames.split(line, number - 1):
        try:
            if isinstance(frame, LineError):
                raise frame
            told = parse(frame)
        except LineError as error:
            rejects.append(Rejected(source, number, str(error)))
            continue
        for row in told:
            if isinstance(row, LineError):
                rejects.append(Rejected(source, number, str(row)))
            else:
                row.source, row.line = source, number
                yield row


def _merged(usual: pa.RecordBatch | pa.Table, rows: list[Row]) -> Iterator[pa.RecordBatch]:
    """Yield both in the order of their lines, as one batch, where there are any."""
    if rows:
        others = pa.Table.from_batches([batch(rows)])
        both = pa.concat_tables([pa.table(usual), others])
        usual = both.take(np.argsort(both["line"].to_numpy(), kind="stable")).combine_chunks()
        yield from usual.to_batches()
    elif len(usual):
        yield usual
