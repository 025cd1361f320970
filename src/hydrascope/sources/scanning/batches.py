"""A stream of lines as batches: usual lines by kernels, all others by their reader, in the order of the file."""

from collections.abc import Iterator
from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.ahead import ahead
from hydrascope.bits import BEYOND, feeds, lowest
from hydrascope.schema import EXCHANGES
from hydrascope.sources import frames
from hydrascope.sources.faults import LineError, Rejected
from hydrascope.sources.reader import Parse
from hydrascope.sources.rows import Row, batch
from hydrascope.sources.scanning.exchanges import plain

CHUNK = 16 << 20
_BEYOND = bytes(BEYOND)
_USUAL = 256  # bytes of a line, for which places are kept from the start


class _Lines(NamedTuple):
    """Some whole lines, with what kernels need behind them; where each begins and ends; and the number of the line before the first."""

    text: bytes
    data: npt.NDArray[np.uint8]
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    number: int


def batches(
    stream: Iterator[bytes], source: str, parse: Parse, most: int, rejects: list[Rejected], *, threads: int = 1
) -> Iterator[pa.RecordBatch]:
    """
    Yield the exchanges of a stream of lines in the contract's format, at most so many rows in a batch.

    The same rows and the same rejects, in the same order, as `parse` on every line gives, whatever the number of threads; batches are
    cut elsewhere. What cannot be read is added to `rejects`.
    """

    def made(lines: _Lines | Rejected) -> tuple[list[pa.RecordBatch], list[Rejected]]:
        return ([], [lines]) if isinstance(lines, Rejected) else _made(lines, source, parse, most)

    runs = _runs(stream, source)
    for read, rejected in ahead(made, runs, threads=threads, waiting=threads) if threads > 1 else map(made, runs):
        rejects += rejected
        yield from read


def _runs(stream: Iterator[bytes], source: str) -> Iterator[_Lines | Rejected]:
    """Yield runs of whole lines, and what cannot be read of a stream in its place."""
    held, size, number = list[bytes](), 0, 0
    for run in frames.whole_lines(stream):
        error = isinstance(run, LineError)
        if not isinstance(run, LineError):
            held.append(run)
            size += len(run)
        if error or size >= CHUNK:
            lines = _lines(held, number)
            yield lines
            held, size, number = [], 0, number + len(lines.ends)
        if isinstance(run, LineError):
            number += 1
            yield Rejected(source, number, str(run))
    yield _lines(held, number)


def _lines(held: list[bytes], number: int) -> _Lines:
    ended = not held or not held[-1] or held[-1].endswith(b"\n")
    text = b"".join((*held, b"" if ended else b"\n", _BEYOND))
    data = np.frombuffer(text, np.uint8)
    ends = _ends(data)
    return _Lines(text, data, np.append(0, ends + 1)[:-1], ends, number)


@numba.njit(cache=True, nogil=True)
def _ends(data):
    """Return where the line feeds are, in a text with so many bytes behind it as are looked at at once."""
    ends, last = np.empty(data.size // _USUAL + 1, np.int64), 0
    for at in range(0, data.size - BEYOND, BEYOND):
        marks = feeds(data, at)
        while marks != 0:
            if last == ends.size:
                ends = np.append(ends, np.empty(ends.size, np.int64))
            ends[last] = at + lowest(marks)
            last += 1
            marks &= marks - np.uint64(1)
    return ends[:last]


def _made(lines: _Lines, source: str, parse: Parse, most: int) -> tuple[list[pa.RecordBatch], list[Rejected]]:
    """Return the batches of some lines, and what cannot be read of them."""
    utf8, read, rejects = frames.utf8(lines.text), list[pa.RecordBatch](), list[Rejected]()
    for at in range(0, len(lines.ends), most):
        begins, ends, first = lines.begins[at : at + most], lines.ends[at : at + most], lines.number + at + 1
        if utf8:
            usual, known = plain(lines.data, begins, ends, source, first)
        else:
            usual, known = EXCHANGES.empty_table(), np.zeros(len(begins), bool)
        rows = list[Row]()
        for i in np.flatnonzero(~known).tolist():
            rows += _read(lines.text[begins[i] : ends[i]], first + i, source, parse, rejects)
        read += _merged(usual, rows)
    return read, rejects


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
