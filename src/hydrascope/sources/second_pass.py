"""The second pass: the words of a few exchanges, read again from where they came."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import pyarrow as pa

from hydrascope.schema import EXCHANGES
from hydrascope.sources.faults import LineError
from hydrascope.sources.reading import Readable, cut
from hydrascope.sources.rows import Row, batch


def chosen(plan: list[Readable], wanted: AbstractSet[str | tuple[str, int]]) -> pa.Table:
    """Return the exchanges with the wanted ids, or from the wanted (source, line) pairs, in the order of the files."""
    ids = {want for want in wanted if isinstance(want, str)}
    lines: dict[str, set[int]] = {}
    for want in wanted:
        if not isinstance(want, str):
            lines.setdefault(want[0], set()).add(want[1])
    rows = [row for readable in plan for row in _of(readable, ids, lines.get(readable.file.source, set()))]
    return pa.Table.from_batches([batch(rows)], schema=EXCHANGES)


def _of(readable: Readable, ids: AbstractSet[str], lines: AbstractSet[int]) -> Iterator[Row]:
    """Yield the wanted rows of one file; by line, nothing but the wanted lines is decoded and the rest of the file is not read."""
    if not ids and not lines:
        return
    last = max(lines, default=0)
    for number, frame in cut(readable.file.path, readable.framing, wanted=None if ids else lines):
        if not ids and number > last:
            return
        if ids or number in lines:
            for row in _rows(readable, frame):
                if number in lines or row.exchange_id in ids:
                    row.source, row.line = readable.file.source, number
                    yield row


def _rows(readable: Readable, frame: bytes | LineError) -> Iterator[Row]:
    if isinstance(frame, LineError):
        return
    try:
        yield from (row for row in readable.reader.parse(frame) if isinstance(row, Row))
    except LineError:
        return
