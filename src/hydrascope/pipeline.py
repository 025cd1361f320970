"""A scan in one go: read, fingerprint, detect, describe."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope import sources
from hydrascope.campaigns import ScanResult, conclude
from hydrascope.campaigns.build import Render
from hydrascope.detect import Detection, detect
from hydrascope.engine import connect
from hydrascope.errors import ConfigError, InputError
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, REJECTED, RELEASES
from hydrascope.store import Stored, get, put
from hydrascope.wording import NOT_KEPT, wording

Progress = Callable[[str, float, float], None]
Words = Callable[[Detection, pa.Table], Render]

# Threads beyond these cost more to start than they bring.
MOST_THREADS = 256
SAME = ("exchange_id", "account_id", "ts")
# What decides between two tellings of one exchange; where they were read comes last, to decide between equals only.
TOLD = tuple(name for name in FINGERPRINTS.names if name not in {*SAME, "status", "sketch", "source", "line"})
DECIDING = (*SAME, "status", *TOLD, "source", "line")


class ScanOutcome(NamedTuple):
    """What a scan concluded, and the lines that could not be read (`schema.REJECTED`)."""

    result: ScanResult
    rejected: pa.Table


def _fingerprints(batches: Iterator[pa.RecordBatch], threads: int) -> Iterator[pa.RecordBatch]:
    """Yield the fingerprints of batches in their order, while the next batches are read."""
    if threads < 2:
        yield from map(fingerprint, batches)
        return
    with ThreadPoolExecutor(threads - 1) as pool:
        waiting: deque[Future[pa.RecordBatch]] = deque()
        for batch in batches:
            waiting.append(pool.submit(fingerprint, batch))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def once(fingerprints: pa.Table) -> pa.Table:
    """
    Return each exchange once: rows with the same id, account and time are the same exchange, told by two lines.

    Where the tellings differ, the one with the lowest status counts, and
    among those what they say decides: never the order of files and lines.
    """
    if len(fingerprints.group_by(SAME).aggregate([])) == len(fingerprints):
        return fingerprints
    order = pc.sort_indices(_comparable(fingerprints), sort_keys=[(name, "ascending") for name in DECIDING])
    in_order = fingerprints.select(SAME).take(order).append_column("at", order)
    kept = in_order.group_by(SAME, use_threads=False).aggregate([("at", "first")])
    return fingerprints.take(kept["at_first"].combine_chunks().sort())


def _comparable(fingerprints: pa.Table) -> pa.Table:
    """Return the deciding columns in a form that can be sorted; the sketch is not among them, for it follows from the content."""
    lists = ("blocks_in", "blocks_out")
    columns = [pc.binary_join(fingerprints[name], ",") if name in lists else fingerprints[name] for name in DECIDING]
    return pa.table(columns, names=DECIDING)


@contextmanager
def _told_of_the_engine(memory: str | None) -> Iterator[None]:
    """Turn what the engine raises into what a caller may meet: too little memory, and Ctrl-C while it computes."""
    try:
        yield
    except (duckdb.OutOfMemoryException, MemoryError):
        raise ConfigError(
            f"expected memory that holds the tables but got memory={memory or 'all'}; give more, or scan less at once"
        ) from None
    except RuntimeError as error:
        if str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from error


class Taken(NamedTuple):
    """What was read of some logs: fingerprints and registers, the lines that could not be read, and exchanges told twice."""

    stored: Stored
    rejected: pa.Table
    duplicates: int


def _registers(inputs: Sequence[str | Path], accounts: Path | None, releases: Path | None) -> tuple[pa.Table, pa.Table, pa.Table]:
    """Return the register of accounts, the releases, and the lines of either that could not be read."""
    beside_accounts, beside_releases = sources.beside(inputs)
    accounts, releases = accounts or beside_accounts, releases or beside_releases
    register, known, rejected = ACCOUNTS.empty_table(), RELEASES.empty_table(), [REJECTED.empty_table()]
    if accounts:
        register, bad = sources.read_accounts(accounts)
        rejected.append(bad)
    if releases:
        known, bad = sources.read_releases(releases)
        rejected.append(bad)
    return register, known, pa.concat_tables(rejected)


def take(
    inputs: Sequence[str | Path],
    *,
    accounts: Path | None = None,
    releases: Path | None = None,
    mapping: Path | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Taken:
    """
    Return the fingerprints of some logs, each exchange once, with the registers beside them.

    The first half of a scan: no words are kept. Raises `InputError` where
    nothing can be read and `ConfigError` for a wrong mapping.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    inputs = [inputs] if isinstance(inputs, (str, Path)) else inputs
    reading = sources.read(inputs, mapping=mapping, on_progress=lambda done, total, _rows: tell("reading", done, total))
    register, known, bad = _registers(inputs, accounts, releases)
    try:
        batches = list(_fingerprints(iter(reading), _workers(threads)))
    except InputError as error:
        error.rejected = None if error.rejected is None else pa.concat_tables([error.rejected, bad])
        raise
    rejected = pa.concat_tables([reading.rejected, bad])
    if not batches:
        none = "expected at least one exchange but got exchanges=0; the input holds only requests that ask no model"
        raise InputError(none, rejected if len(rejected) else None)
    read = pa.Table.from_batches(batches, schema=FINGERPRINTS)
    table = once(read)
    return Taken(Stored(table, register, known), rejected, len(read) - len(table))


def _workers(threads: int | None) -> int:
    return min(threads or os.cpu_count() or 1, MOST_THREADS)


def judge(
    taken: Taken, words: Words, *, threads: int | None = None, memory: str | None = None, progress: Progress | None = None
) -> ScanOutcome:
    """
    Return what the fingerprints say; `words` puts templates in words where these can be had.

    The second half of a scan. Raises `ConfigError` for `memory` that does not
    hold the tables.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    tell("detecting", 0, 0)
    stored = taken.stored
    seconds = [s // 1_000_000 for s in stored.releases["released_at"].cast(pa.int64()).to_pylist()]
    known = dict(zip(stored.releases["model"].to_pylist(), seconds, strict=True))
    with _told_of_the_engine(memory):
        engine = connect(threads=_workers(threads), memory=memory)
        detection = detect(engine, stored.fingerprints, stored.accounts, known)
    where = stored.fingerprints.select(["exchange_id", "source", "line"]).take(detection.entries)
    tell("describing", 0, 0)
    ids = where["exchange_id"].to_pylist()
    result = conclude(detection, ids, known, words(detection, where), rejected=len(taken.rejected), duplicates=taken.duplicates)
    return ScanOutcome(result, taken.rejected)


def scan(
    inputs: Sequence[str | Path],
    *,
    accounts: Path | None = None,
    releases: Path | None = None,
    mapping: Path | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> ScanOutcome:
    """
    Return which accounts of some logs act as one, what they harvest, and how sure that is.

    `inputs` are files, directories or globs; `accounts.jsonl` and
    `releases.json` beside them are picked up unless others are named.
    `progress` is told the stage, how much is done, and of how much. The
    result does not depend on the order of files and lines or on `threads`.
    Raises `InputError` where nothing can be read, and `ConfigError` for a
    wrong mapping and for `memory` that does not hold the tables.

    >>> import hydrascope
    >>> hydrascope.scan(["nowhere/*.jsonl"])
    Traceback (most recent call last):
    hydrascope.errors.InputError: ...
    """
    taken = take(inputs, accounts=accounts, releases=releases, mapping=mapping, threads=threads, progress=progress)
    paths = [inputs] if isinstance(inputs, (str, Path)) else inputs

    def words(detection: Detection, where: pa.Table) -> Render:
        return wording(detection, where, paths, mapping)

    return judge(taken, words, threads=threads, memory=memory, progress=progress)


def ingest(inputs: Sequence[str | Path], store: Path, **known: Any) -> Taken:
    """Add some logs to a store; takes what `take` takes. The same logs again change nothing."""
    taken = take(inputs, **known)
    put(store, taken.stored)
    return taken


def detect_stored(
    store: Path,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> ScanOutcome:
    """
    Return what the fingerprints in a store say of a stretch of time.

    The same as a scan of the logs, but for the words of templates, which a
    store does not keep. Raises `InputError` for a store without exchanges.
    """
    held = get(store, since=since, until=until)
    table = once(held.fingerprints)
    taken = Taken(held._replace(fingerprints=table), REJECTED.empty_table(), len(held.fingerprints) - len(table))
    return judge(taken, lambda _detection, _where: lambda _filled: NOT_KEPT, threads=threads, memory=memory, progress=progress)
