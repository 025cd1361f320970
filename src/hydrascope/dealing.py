"""
Logs that are read where the cores are: a worker of a cluster reads and fingerprints a file, and sends fingerprints alone.

Every worker must find the files under the paths that the driver knows.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from hydrascope.engine import Engine
from hydrascope.errors import InputError
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.schema import FINGERPRINTS, REJECTED
from hydrascope.sources.files import File
from hydrascope.sources.mapping import Rule, load
from hydrascope.sources.reading import BATCH_ROWS, Readable, Reading, Told
from hydrascope.sources.recognition import Framing
from hydrascope.sources.registry import with_mapping

_FILES, _TABLE = "files_elsewhere", "read_elsewhere"
_PIECES = pa.schema(
    [
        pa.field("file", pa.int64(), nullable=False),
        pa.field("piece", pa.int64(), nullable=False),  # a batch of fingerprints each, and last what could not be read
        pa.field("rows", pa.int64(), nullable=False),
        pa.field("skipped", pa.int64(), nullable=False),
        pa.field("missing", pa.bool_(), nullable=False),
        pa.field("said", pa.binary(), nullable=False),
    ]
)


def _packed(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as out:
        out.write_batch(batch)
    return bytes(sink.getvalue())


def _unpacked(said: bytes) -> pa.Table:
    return pa.ipc.open_stream(said).read_all()


class _Asked(NamedTuple):
    """A file for a worker: how it is cut, and the name of its reader, which does not travel itself."""

    file: File
    framing: Framing
    reader: str


def _read(plan: Sequence[_Asked], rules: Sequence[Rule], asked: pa.RecordBatch) -> pa.RecordBatch:
    """Return what some files hold, as rows of `_PIECES`; on a worker."""
    readers, rows = with_mapping(rules), list[dict[str, Any]]()
    for number in asked["file"].to_pylist():
        one = plan[number]
        rows += _file(number, Readable(one.file, one.framing, readers[one.reader], ()))
    return pa.RecordBatch.from_pylist(rows, _PIECES)


def _file(number: int, readable: Readable) -> Iterator[dict[str, Any]]:
    """Yield the pieces of one file; one that is not there is said to be missing."""
    reading, piece = Reading([readable], [], BATCH_ROWS, None), 0
    common = {"file": number, "skipped": 0, "missing": False}
    try:
        for piece, batch in enumerate(reading, 1):
            yield {**common, "piece": piece, "rows": len(batch), "said": _packed(fingerprint(batch))}
    except InputError:
        pass  # not a line of it: that may be so in one file of many
    except OSError:
        yield {**common, "piece": piece + 1, "rows": 0, "missing": True, "said": b""}
        return
    rejected = reading.rejected.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], REJECTED)]
    yield {**common, "piece": piece + 1, "rows": 0, "skipped": reading.skipped, "said": _packed(rejected[0])}


def dealt(engine: Engine, reading: Reading, mapping: Path | None = None) -> Iterator[pa.RecordBatch]:
    """
    Yield the fingerprints of the files of a reading, which the engine's workers read one by one, in the order of files and lines.

    The reading counts them as its own. Raises `InputError` where a worker does not find a file, and where no line can be read.
    """
    rules = load(mapping) if mapping is not None else ()
    plan = [
        _Asked(one.file._replace(path=one.file.path.absolute(), given=one.file.path), one.framing, one.reader.name) for one in reading.files
    ]
    engine.put(_FILES, pa.table({"file": pa.array(range(len(plan)), pa.int64())}))
    engine.map(_TABLE, f"SELECT file FROM {_FILES}", partial(_read, plan, rules), _PIECES, rows=1)
    yield from reading.elsewhere(_told(engine, plan))
    for name in (_FILES, _TABLE):
        engine.drop(name)


def _told(engine: Engine, plan: Sequence[_Asked]) -> Iterator[Told]:
    """Yield what the workers say of each file."""
    found = engine.fetch(f"SELECT * FROM {_TABLE} ORDER BY file, piece")
    rows = (row for batch in found.to_batches(max_chunksize=1) for row in batch.to_pylist())
    for number, pieces in groupby(rows, key=lambda row: row["file"]):
        for piece in pieces:
            if piece["missing"]:
                raise InputError(
                    f"expected a file that every worker finds but got input={plan[number].file.source!r}; "
                    "put the logs where all of them see them under one path"
                )
            table, last = _unpacked(piece["said"]), piece["rows"] == 0
            batches = [] if last else table.cast(FINGERPRINTS).to_batches()
            yield Told(batches, piece["rows"], piece["skipped"], table if last else REJECTED.empty_table())
