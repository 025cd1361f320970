"""A stream of lines as batches: usual lines by kernels, all others by their reader, in the order of the file."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from hydrascope.schema import EXCHANGES
from hydrascope.sources import frames
from hydrascope.sources.faults import LineError, Rejected
from hydrascope.sources.reader import Parse
from hydrascope.sources.rows import Row, batch
from hydrascope.sources.scanning.exchanges import plain

CHUNK = 16 << 20
_BEHIND = b"\n" + bytes(8)  # what kernels need behind the last line


def batches(stream: Iterator[bytes], source: str, parse: Parse, most: int, rejects: list[Rejected]) -> Iterator[pa.RecordBatch]:
    """
    Yield the exchanges of a stream of lines in the contract's format, at most so many rows in a batch.

    The same rows and the same rejects, in the same order, as `parse` on every line gives; batches are cut elsewhere. What cannot be
    read is added to `rejects`.
    """
    number, held, size = 0, list[bytes](), 0
    for run in frames.whole_lines(stream):
        if isinstance(run, LineError):
            yield from _chunk(b"".join(held), number, source, parse, most, rejects)
            number, held, size = number + sum(one.count(b"\n") for one in held) + 1, [], 0
            rejects.append(Rejected(source, number, str(run)))
            continue
        held.append(run)
        size += len(run)
        if size >= CHUNK:
            yield from _chunk(b"".join(held), number, source, parse, most, rejects)
            number, held, size = number + sum(one.count(b"\n") for one in held), [], 0
    yield from _chunk(b"".join(held), number, source, parse, most, rejects)


def _chunk(text: bytes, number: int, source: str, parse: Parse, most: int, rejects: list[Rejected]) -> Iterator[pa.RecordBatch]:
    """Yield the batches of some whole lines, of which the first comes behind line `number`."""
    data = np.frombuffer(text + _BEHIND, np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    begins = np.concatenate([[0], ends[:-1] + 1])
    whole = frames.utf8(text)
    for at in range(0, len(ends), most):
        first = number + at + 1
        some = slice(at, at + most)
        if whole:
            usual, known = plain(data, begins[some], ends[some], source, first)
        else:
            usual, known = EXCHANGES.empty_table(), np.zeros(len(begins[some]), bool)
        rows = list[Row]()
        for i in np.flatnonzero(~known).tolist():
            rows += _read(text[begins[at + i] : ends[at + i]], first + i, source, parse, rejects)
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
