"""Reading traffic: files to Arrow batches of exchanges, with what had to be left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa

from hydrascope.errors import InputError
from hydrascope.sources import contract, frames, mapped, recognition, streams, tables
from hydrascope.sources.faults import LineError, Rejected, rejected_table
from hydrascope.sources.files import File, traffic
from hydrascope.sources.frames import Frame
from hydrascope.sources.mapping import load
from hydrascope.sources.reader import Reader
from hydrascope.sources.registry import with_mapping
from hydrascope.sources.rows import Row, batch
from hydrascope.sources.scanning.batches import batches

BATCH_ROWS, BATCH_BYTES = 8192, 32 << 20
SCANNED_FROM = 32 << 20
READERS = 4  # threads that read ahead, at most: each holds a hundred megabytes, and whoever asks has work for the others
Progress = Callable[[int, int, int], None]


class Readable(NamedTuple):
    """A file whose format was recognised: how it is cut into pieces and who reads them."""

    file: File
    framing: recognition.Framing
    reader: Reader
    samples: Sequence[Any]


class Told(NamedTuple):
    """What was made of a file elsewhere: batches, how many rows they were made of, what was passed over, and the lines that could not be read."""

    batches: Sequence[pa.RecordBatch]
    rows: int
    skipped: int
    rejected: pa.Table


class Reading:
    """
    The exchanges of some files: iterate it once for Arrow batches with the schema `EXCHANGES`.

    `rejected`, `skipped` and `bytes_read` grow while it is iterated and are final when the iteration ends. Files come in the order
    of their paths and lines in the order of the file. Raises `InputError` at the end when not one line could be read.
    """

    def __init__(
        self, plan: Sequence[Readable], unread: Sequence[Rejected], batch_rows: int, on_progress: Progress | None, threads: int = 1
    ) -> None:
        self._plan = plan
        self._rejects = list(unread)
        self._batch_rows = batch_rows
        self._on_progress = on_progress
        self._threads = min(threads, READERS)
        self._left_out = 0
        self.bytes_read = 0
        self.skipped = 0
        self.rows = 0

    @property
    def rejected(self) -> pa.Table:
        """The lines that could not be read, so far: `hydrascope.schema.REJECTED`."""
        return rejected_table(self._rejects)

    @property
    def bytes_total(self) -> int:
        """The bytes of the files that are read."""
        return sum(readable.file.path.stat().st_size for readable in self._plan)

    @property
    def files(self) -> list[Readable]:
        """The files that are read, with their formats."""
        return list(self._plan)

    def leave_out(self, known: Callable[[Readable], bool]) -> int:
        """Pass over the files that somebody knows already, and return how many; to be called before the iteration."""
        rest = [readable for readable in self._plan if not known(readable)]
        self._left_out, self._plan = len(self._plan) - len(rest), rest
        return self._left_out

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        for large, plan in groupby(self._plan, self._scannable):
            read = self._scanned if large else self._read
            yield from read(plan)
        self._check()

    def elsewhere(self, told: Iterable[Told]) -> Iterator[pa.RecordBatch]:
        """Yield what was made of the files elsewhere, and count it as if it had been read here; raises what the iteration would."""
        for one in told:
            self.rows += one.rows
            self.skipped += one.skipped
            self._rejects += [Rejected(**row) for row in one.rejected.to_pylist()]
            yield from one.batches
        self._check()

    def _check(self) -> None:
        if not self.rows and not self.skipped and not self._left_out:
            raise InputError(_nothing_read(self._rejects), self.rejected)

    def _scannable(self, readable: Readable) -> bool:
        """Return whether a file is read by kernels: these take seconds to compile the first time, which a small input is not worth."""
        return self.bytes_total >= SCANNED_FROM and readable.framing == "lines" and readable.reader is contract.READER

    def _scanned(self, plan: Iterable[Readable]) -> Iterator[pa.RecordBatch]:
        for file, _, reader, _ in plan:
            stream = streams.blocks(file.path, self._took)
            for read in batches(stream, file.source, reader.parse, self._batch_rows, self._rejects, threads=self._threads):
                self._tell(len(read))
                yield read

    def _read(self, plan: Iterable[Readable]) -> Iterator[pa.RecordBatch]:
        held, size = list[Row](), 0
        for row, weight in self._rows(plan):
            held.append(row)
            size += weight
            if len(held) >= self._batch_rows or size >= BATCH_BYTES:
                yield self._emit(held)
                held, size = [], 0
        if held:
            yield self._emit(held)

    def _emit(self, held: Sequence[Row]) -> pa.RecordBatch:
        self._tell(len(held))
        return batch(held)

    def _tell(self, rows: int) -> None:
        self.rows += rows
        if self._on_progress is not None:
            self._on_progress(self.bytes_read, self.bytes_total, self.rows)

    def _rows(self, plan: Iterable[Readable]) -> Iterator[tuple[Row, int]]:
        for file, framing, reader, _ in plan:
            source, parse = file.source, reader.parse
            for number, frame in cut(file.path, framing, self._took):
                try:
                    if isinstance(frame, LineError):
                        raise frame
                    rows = parse(frame)
                except LineError as error:
                    self._rejects.append(Rejected(source, number, str(error)))
                    continue
                if not rows:
                    self.skipped += 1
                for row in rows:
                    if isinstance(row, LineError):
                        self._rejects.append(Rejected(source, number, str(row)))
                        continue
                    row.source, row.line = source, number
                    yield row, len(frame)

    def _took(self, count: int) -> None:
        self.bytes_read += count


def cut(
    path: Path, framing: recognition.Framing, on_bytes: Callable[[int], None] | None = None, wanted: AbstractSet[int] | None = None
) -> Iterator[Frame]:
    """Yield the numbered pieces of a file; of lines and of Parquet hardly any but the wanted ones, when some are."""
    if framing == "parquet":
        return tables.parquet(path, on_bytes, wanted)
    blocks = streams.blocks(path, on_bytes)
    if framing == "lines":
        return frames.lines(blocks, wanted)
    return frames.document(blocks) if framing == "document" else tables.table_rows(blocks)


def plan(inputs: Sequence[str | Path], mapping: Path | None = None) -> tuple[list[Readable], list[Rejected]]:
    """
    Return the files of the inputs with their formats, and a rejected entry for each file that is no known format.

    Raises `InputError` for a path that does not exist and when no file is of a known format, `ConfigError` for a wrong mapping.
    """
    rules = load(mapping) if mapping is not None else ()
    known, unknown = _sorted_out(traffic(inputs), with_mapping(rules))
    foreign = [readable for readable in known if readable.reader.name == "mapped"]
    if foreign:
        seen = mapped.paths_in([sample for readable in foreign for sample in readable.samples])
        mapped.require(rules, seen, lambda key: any(_holds(readable, key) for readable in foreign))
    return known, unknown


def _sorted_out(files: Sequence[File], readers: Mapping[str, Reader]) -> tuple[list[Readable], list[Rejected]]:
    known, unknown = list[Readable](), list[Rejected]()
    for file in files:
        seen = _peek(file)
        name = recognition.choose(seen.samples, readers) if seen.note is None else None
        register = any(map(recognition.register, seen.samples))
        if name is not None and not (name == "mapped" and register and not file.named):
            known.append(Readable(file, seen.framing, readers[name], seen.samples))
        elif file.named or not register:
            unknown.append(Rejected(file.source, 0, _unknown(seen, readers)))
    if not known:
        only = "expected traffic but got only registers of accounts and releases; name the exchanges"
        raise InputError(_nothing_read(unknown), rejected_table(unknown)) if unknown else InputError(only)
    return known, unknown


def _holds(readable: Readable, key: str) -> bool:
    """Return whether a key occurs anywhere in a file of JSON; the rows at the beginning show all keys of a table."""
    if readable.framing not in ("lines", "document"):
        return False
    sought, before = msgspec.json.encode(key), b""
    with suppress(LineError):
        for block in streams.blocks(readable.file.path):
            if sought in before + block:
                return True
            before = block[-len(sought) :]
    return False


def _peek(file: File) -> recognition.Peek:
    try:
        return recognition.peek(file.path)
    except OSError as error:
        raise InputError(
            f"expected a file that can be read but got input={file.source} ({error.strerror}); check its permissions"
        ) from None


def _unknown(seen: recognition.Peek, readers: Mapping[str, Reader]) -> str:
    titles = "; ".join(reader.title for reader in readers.values())
    beginning = f"expected one of the known formats ({titles}; any flat JSON lines, CSV or Parquet with --map)"
    if seen.note is not None:
        damaged = seen.note.startswith("expected ")
        return f"{seen.note}; fetch the file again" if damaged else f"{beginning} but got content={seen.note}"
    found = next(filter(None, map(recognition.register, seen.samples)), None)
    if found is not None:
        return f"{beginning} but got content={found}"
    return f"{beginning} but got keys={recognition.keys_of(seen.samples)}; {recognition.nearest(seen.samples, readers)}"


def _nothing_read(rejects: Sequence[Rejected]) -> str:
    first = rejects[0]
    more = f" (and {len(rejects) - 1} more)" if len(rejects) > 1 else ""
    where = f"{first.source}:{first.line}" if first.line else first.source
    mend = "; mend the lines, or say with --map which of their fields are ours" if first.line else ""
    return f"no line of the input can be read: {where}: {first.reason}{more}{mend}"
