"""A scan in one go: read, fingerprint, detect, describe."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypedDict

import duckdb
import pyarrow as pa

from hydrascope import sources
from hydrascope.ahead import ahead
from hydrascope.campaigns import ScanResult, conclude
from hydrascope.campaigns.build import Render
from hydrascope.contents import Contents
from hydrascope.dealing import dealt
from hydrascope.detect import Detection, detect
from hydrascope.engine import Engine, connect, ready
from hydrascope.errors import ConfigError, InputError
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.large import Large, budget, judge_large
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, REJECTED, RELEASES
from hydrascope.store import Hourly, Kept, Snapshot, Stored, Writer, once, reading, writing
from hydrascope.wording import NOT_KEPT, wording

Progress = Callable[[str, float, float], None]
Words = Callable[[Detection, pa.Table], Render]

_A_LINE = 2_000  # bytes of a log for each exchange that memory holds: a larger log goes through a store
_PACKED = 8  # times that a packed log is smaller
_NO_SECRET = "00" * 32  # the key of a store that is gone after the scan: the same log always has the same pseudonyms

# Threads beyond these cost more to start than they bring.
MOST_THREADS = 256


class Computed(TypedDict):
    """Where and with what tables are computed."""

    engine: str
    master: str | None
    threads: int | None
    memory: str | None


class ScanOutcome(NamedTuple):
    """What a scan concluded, and the lines that could not be read (`schema.REJECTED`)."""

    result: ScanResult
    rejected: pa.Table


def _fingerprints(batches: Iterator[pa.RecordBatch], threads: int) -> Iterator[pa.RecordBatch]:
    """Yield the fingerprints of batches in their order, while the next batches are read."""
    if threads < 2:
        yield from map(fingerprint, batches)
        return
    yield from ahead(fingerprint, batches, threads=threads, waiting=threads)


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
    return _read_registers(accounts or beside_accounts, releases or beside_releases)


def _read_registers(accounts: Path | None, releases: Path | None) -> tuple[pa.Table, pa.Table, pa.Table]:
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
    cluster: Engine | None = None,
    progress: Progress | None = None,
) -> Taken:
    """
    Return the fingerprints of some logs, each exchange once, with the registers beside them.

    The first half of a scan: no words are kept. The workers of a `cluster` read the files, where one is given.
    Raises `InputError` where nothing can be read and `ConfigError` for a wrong mapping.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    inputs = [inputs] if isinstance(inputs, (str, Path)) else inputs
    reading = sources.read(
        inputs, mapping=mapping, threads=_workers(threads), on_progress=lambda done, total, _rows: tell("reading", done, total)
    )
    register, known, bad = _registers(inputs, accounts, releases)
    with _rejecting(bad):
        batches = list(_fingerprints(iter(reading), _workers(threads)) if cluster is None else dealt(cluster, reading, mapping))
    rejected = pa.concat_tables([reading.rejected, bad])
    if not batches:
        raise _no_exchanges(rejected)
    read = pa.Table.from_batches(batches, schema=FINGERPRINTS)
    table = once(read)
    return Taken(Stored(table, register, known), rejected, len(read) - len(table))


@contextmanager
def _rejecting(bad: pa.Table) -> Iterator[None]:
    """Add the lines of the registers that could not be read to what an `InputError` rejects."""
    try:
        yield
    except InputError as error:
        error.rejected = None if error.rejected is None else pa.concat_tables([error.rejected, bad])
        raise


def _no_exchanges(rejected: pa.Table) -> InputError:
    none = "expected at least one exchange but got exchanges=0; the input holds only requests that ask no model"
    return InputError(none, rejected if len(rejected) else None)


def _workers(threads: int | None) -> int:
    return min(threads or os.cpu_count() or 1, MOST_THREADS)


def _copies(threads: int | None) -> int:
    """Return how many copies of this process may work: the threads of a cluster are not ours."""
    return min(_workers(threads), os.cpu_count() or 1)


def judge(
    taken: Taken,
    words: Words,
    *,
    engine: str = "duckdb",
    master: str | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> ScanOutcome:
    """
    Return what the fingerprints say; `words` puts templates in words where these can be had.

    The second half of a scan, and the one that an engine computes: `duckdb`,
    or `spark` on the cluster of `master`. Raises `ConfigError` for `memory`
    that does not hold the tables.
    """
    with _opened(engine, master, threads, memory) as tables:
        return _judge(tables, taken, words, progress, _copies(threads))


def _judge(tables: Engine, taken: Taken, words: Words, progress: Progress | None, workers: int) -> ScanOutcome:
    tell = progress or (lambda _stage, _done, _total: None)
    tell("detecting", 0, 0)
    stored = taken.stored
    known = _seconds(stored.releases)
    detection = detect(tables, stored.fingerprints, stored.accounts, known, workers=workers)
    where = stored.fingerprints.select(["exchange_id", "source", "line"]).take(detection.entries)
    tell("describing", 0, 0)
    ids = where["exchange_id"].combine_chunks()
    result = conclude(detection, ids, known, words(detection, where), rejected=len(taken.rejected), duplicates=taken.duplicates)
    return ScanOutcome(result, taken.rejected)


def scan(
    inputs: Sequence[str | Path],
    *,
    accounts: Path | None = None,
    releases: Path | None = None,
    mapping: Path | None = None,
    engine: str = "duckdb",
    master: str | None = None,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> ScanOutcome:
    """
    Return which accounts of some logs act as one, what they harvest, and how sure that is.

    `inputs` are files, directories or globs; `accounts.jsonl` and
    `releases.json` beside them are picked up unless others are named.
    `progress` is told the stage, how much is done, and of how much. `engine`
    is `duckdb`, or `spark` on the cluster of `master`. The result does not
    depend on the order of files and lines, on the engine or on `threads`.
    Raises `InputError` where nothing can be read, `ConfigError` for a wrong
    mapping, a cluster that does not answer and `memory` that does not hold the
    tables, and `MissingExtraError` for `spark` without PySpark.

    >>> import hydrascope
    >>> hydrascope.scan(["nowhere/*.jsonl"])
    Traceback (most recent call last):
    hydrascope.errors.InputError: ...
    """
    ready(engine, master=master)
    paths = [inputs] if isinstance(inputs, (str, Path)) else inputs

    def words(detection: Detection, where: pa.Table) -> Render:
        return wording(detection, where, paths, mapping)

    computed: Computed = {"engine": engine, "master": master, "threads": threads, "memory": memory}
    if _size(paths) <= budget(memory).rows * _A_LINE:
        with _opened(**computed) as tables:
            cluster = tables if engine == "spark" else None
            taken = take(paths, accounts=accounts, releases=releases, mapping=mapping, threads=threads, cluster=cluster, progress=progress)
            return _judge(tables, taken, words, progress, _copies(threads))
    with TemporaryDirectory(prefix="hydrascope-") as folder:
        store = Path(folder) / "store"
        ingest(paths, store, accounts=accounts, releases=releases, mapping=mapping, threads=threads, key=_NO_SECRET, progress=progress)
        return reading(store, lambda held: _judged(held, words, progress, computed), key=_NO_SECRET)


def _size(paths: Sequence[str | Path]) -> int:
    """Return about how many bytes some logs have, unpacked."""
    return sum(file.path.stat().st_size * (_PACKED if file.path.suffix in {".gz", ".zst"} else 1) for file in sources.traffic(paths))


class Ingested(NamedTuple):
    """
    What became of some logs in a store.

    `added` exchanges are new, `duplicates` lines told of one that was there,
    `too_old` ones lie before the time that the store keeps. `known` of the
    `files` had been taken in already and were passed over; `rejected` are the
    lines of the others that could not be read (`schema.REJECTED`).
    """

    added: int
    duplicates: int
    too_old: int
    files: int
    known: int
    rejected: pa.Table


def ingest(
    inputs: Sequence[str | Path],
    store: Path,
    *,
    accounts: Path | None = None,
    releases: Path | None = None,
    mapping: Path | None = None,
    threads: int | None = None,
    key: str | None = None,
    progress: Progress | None = None,
) -> Ingested:
    """
    Take some logs into a store: all of them in one change, or nothing. The same logs again change nothing.

    Takes what `take` takes, and the key of a store that does not hold it.
    Raises what `take` and `store.writing` raise; the store is as it was then.
    """
    tell = progress or (lambda _stage, _done, _total: None)
    inputs = [inputs] if isinstance(inputs, (str, Path)) else inputs
    read = sources.read(
        inputs, mapping=mapping, threads=_workers(threads), on_progress=lambda done, total, _rows: tell("reading", done, total)
    )
    with writing(store, key=key) as writer:
        seen = Contents(mapping)
        files = len(read.files)
        known = read.leave_out(lambda readable: writer.knows(seen.of(readable.file.path, readable.reader.name)))
        bad = _take_registers(writer, seen, inputs, accounts, releases)
        with _rejecting(bad):
            for batch in _fingerprints(iter(read), _workers(threads)):
                writer.add(pa.Table.from_batches([batch]))
        rejected = pa.concat_tables([read.rejected, bad])
        if not (read.rows or known):
            raise _no_exchanges(rejected)
        tell("storing", 0, 0)
        writer.reject(rejected)
        for digest in seen.unchanged():
            writer.took(digest)
        return Ingested(*writer.commit(), files, known, rejected)


def _take_registers(writer: Writer, seen: Contents, inputs: Sequence[str | Path], accounts: Path | None, releases: Path | None) -> pa.Table:
    """Add the registers that the store does not know yet, and return their lines that could not be read."""
    beside = sources.beside(inputs)
    given = {"accounts": accounts or beside[0], "releases": releases or beside[1]}
    fresh = {kind: path for kind, path in given.items() if path is not None and not writer.knows(seen.of(path, kind))}
    register, models, bad = _read_registers(fresh.get("accounts"), fresh.get("releases"))
    writer.register(register, models)
    return bad


def detect_stored(
    store: Path,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    engine: str = "duckdb",
    master: str | None = None,
    threads: int | None = None,
    memory: str | None = None,
    key: str | None = None,
    progress: Progress | None = None,
) -> ScanOutcome:
    """
    Return what the fingerprints in a store say of a stretch of time.

    The same as a scan of the logs, but for the words of templates, which a
    store does not keep. Raises `InputError` for a store without exchanges, and
    what `store.snapshot` raises.
    """
    ready(engine, master=master)
    computed: Computed = {"engine": engine, "master": master, "threads": threads, "memory": memory}
    return reading(store, lambda held: _judged(held, _wordless, progress, computed, Kept(store)), since=since, until=until, key=key)


def _wordless(_detection: Detection, _where: pa.Table) -> Render:
    return lambda _filled: NOT_KEPT


@contextmanager
def _opened(engine: str, master: str | None, threads: int | None, memory: str | None) -> Iterator[Engine]:
    """Yield an engine for a while; what it raises is what a caller may meet."""
    # A cluster has as many cores as it has: those of this machine say nothing of it.
    cores = _workers(threads) if engine == "duckdb" else threads
    with _told_of_the_engine(memory), closing(connect(engine, master=master, threads=cores, memory=memory)) as tables:
        yield tables


def _judged(held: Snapshot, words: Words, progress: Progress | None, computed: Computed, kept: Kept | None = None) -> ScanOutcome:
    """Return what a snapshot says: searched whole where memory holds it, and otherwise from what is `kept` of it on."""
    allowed = budget(computed["memory"])
    if Hourly(held).exchanges <= allowed.rows:
        return judge(Taken(held.stored(), held.rejected, held.duplicates), words, progress=progress, **computed)
    tell = progress or (lambda _stage, _done, _total: None)
    with _opened(**computed) as tables:
        workers = _copies(computed["threads"])
        how = Large(tables, _seconds(held.releases), words, allowed, workers, lambda stage: tell(stage, 0, 0), kept)
        result = judge_large(how, held)
    return ScanOutcome(result, held.rejected)


def _seconds(releases: pa.Table) -> dict[str, int]:
    """Return when models came out, in seconds since 1970."""
    seconds = [s // 1_000_000 for s in releases["released_at"].cast(pa.int64()).to_pylist()]
    return dict(zip(releases["model"].to_pylist(), seconds, strict=True))
