"""A scan in one go: read, fingerprint, detect, describe."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from hydrascope import sources
from hydrascope.campaigns import ScanResult, conclude
from hydrascope.detect import detect
from hydrascope.engine import connect
from hydrascope.errors import InputError
from hydrascope.fingerprint.batch import fingerprint
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, REJECTED
from hydrascope.wording import wording

Progress = Callable[[str, float, float], None]


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
    """Return each exchange once: rows with the same id, account and time are the same exchange, read from two files."""
    keys = ["exchange_id", "account_id", "ts"]
    if len(fingerprints.group_by(keys).aggregate([])) == len(fingerprints):
        return fingerprints
    at = pa.array(range(len(fingerprints)))
    order = [(k, "ascending") for k in [*keys, "content_hash", "source", "line"]]
    kept = fingerprints.append_column("at", at).sort_by(order).group_by(keys, use_threads=False).aggregate([("at", "first")])
    return fingerprints.take(kept["at_first"].combine_chunks().sort())


def _registers(inputs: Sequence[str | Path], accounts: Path | None, releases: Path | None) -> tuple[pa.Table, dict[str, int], pa.Table]:
    """Return the register of accounts, the releases in seconds since 1970, and the lines of either that could not be read."""
    found_accounts, found_releases = sources.beside(inputs)
    register, rejected = ACCOUNTS.empty_table(), [REJECTED.empty_table()]
    if accounts or found_accounts:
        register, bad = sources.read_accounts(accounts or found_accounts)
        rejected.append(bad)
    known: dict[str, int] = {}
    if releases or found_releases:
        table, bad = sources.read_releases(releases or found_releases)
        rejected.append(bad)
        seconds = table["released_at"].cast(pa.int64()).to_pylist()
        known = dict(zip(table["model"].to_pylist(), [s // 1_000_000 for s in seconds], strict=True))
    return register, known, pa.concat_tables(rejected)


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
    Raises `InputError` where nothing can be read.

    >>> import hydrascope
    >>> hydrascope.scan(["nowhere/*.jsonl"])
    Traceback (most recent call last):
    hydrascope.errors.InputError: ...
    """
    tell = progress or (lambda _stage, _done, _total: None)
    workers = threads or os.cpu_count() or 1
    register, known, bad = _registers(inputs, accounts, releases)
    reading = sources.read(inputs, mapping=mapping, on_progress=lambda done, total, _rows: tell("reading", done, total))
    batches = list(_fingerprints(iter(reading), workers))
    if not batches:
        raise InputError("expected at least one exchange but got exchanges=0; the input holds only requests that ask no model")
    read = pa.Table.from_batches(batches, schema=FINGERPRINTS)
    table = once(read)
    tell("detecting", 0, 0)
    engine = connect(threads=workers, memory=memory)
    detection = detect(engine, table, register, known)
    tell("describing", 0, 0)
    where = engine.fetch("SELECT exchange_id, source, line FROM x ORDER BY xid")
    render = wording(detection, where, inputs, mapping)
    rejected = pa.concat_tables([reading.rejected, bad])
    ids = where["exchange_id"].to_pylist()
    result = conclude(detection, ids, known, render, rejected=len(rejected), duplicates=len(read) - len(table))
    return ScanOutcome(result, rejected)
