"""
A store: a directory with Parquet files of fingerprints, accounts and releases.

A file is named by a hash of what it holds, so the same batch taken in again
changes nothing, and a file is there whole or not at all. No prompt or answer is
in it.
"""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hydrascope.engine import connect
from hydrascope.errors import InputError, OutputError
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, RELEASES

_KINDS = {"fingerprints": FINGERPRINTS, "accounts": ACCOUNTS, "releases": RELEASES}


class Stored(NamedTuple):
    """What a store holds: `schema.FINGERPRINTS`, `schema.ACCOUNTS` with one row an account, `schema.RELEASES` with one a model."""

    fingerprints: pa.Table
    accounts: pa.Table
    releases: pa.Table


def _digest(table: pa.Table) -> str:
    """Return a name for a table: the same rows in the same order give the same one."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return hashlib.blake2b(sink.getvalue(), digest_size=16).hexdigest()


def _write(table: pa.Table, folder: Path) -> bool:
    """Write a table under the name of its content; return whether it was new."""
    path = folder / f"{_digest(table)}.parquet"
    partial = path.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            return False
        pq.write_table(table, partial, compression="zstd")
        partial.replace(path)
    except OSError as error:
        if folder.is_dir():
            partial.unlink(missing_ok=True)
        raise OutputError(f"expected a store that can be written to but got store={str(folder.parent)!r} ({error.strerror})") from error
    return True


def put(store: Path, stored: Stored) -> int:
    """Add what was read to a store; return the exchanges that are new as a file, 0 where the same batch was there already."""
    new = len(stored.fingerprints) and _write(stored.fingerprints, store / "fingerprints")
    for kind in ("accounts", "releases"):
        table = getattr(stored, kind)
        if len(table):
            _write(table, store / kind)
    return len(stored.fingerprints) if new else 0


def _read(store: Path, kind: str) -> pa.Table:
    files = sorted((store / kind).glob("*.parquet"))
    schema = _KINDS[kind]
    return pa.concat_tables([schema.empty_table(), *(pq.read_table(path, schema=schema) for path in files)])


def _latest(table: pa.Table, key: str, *, earliest: tuple[str, ...] = ()) -> pa.Table:
    """Return one row for each key: of each column the greatest known value, of dates that cannot move the earliest."""
    engine = connect(threads=1)
    engine.put("register", table)
    columns = [f"{'min' if name in earliest else 'max'}({name}) AS {name}" for name in table.column_names if name != key]
    return engine.fetch(f"SELECT {key}, {', '.join(columns)} FROM register GROUP BY {key} ORDER BY {key}").cast(table.schema)


def get(store: Path, *, since: datetime | None = None, until: datetime | None = None) -> Stored:
    """
    Return what a store holds of a stretch of time: from `since` on, before `until`.

    Raises `InputError` where there is no store, or nothing in that time.
    """
    fingerprints = _read(store, "fingerprints")
    for bound, keep in ((since, pc.greater_equal), (until, pc.less)):
        if bound is not None:
            fingerprints = fingerprints.filter(keep(fingerprints["ts"], pa.scalar(bound, FINGERPRINTS.field("ts").type)))
    if not len(fingerprints):
        raise InputError(f"expected a store with exchanges but got store={str(store)!r} with none in that time; run: hydrascope ingest")
    accounts = _latest(_read(store, "accounts"), "account_id", earliest=("created_at",))
    return Stored(fingerprints, accounts, _latest(_read(store, "releases"), "model", earliest=("released_at",)))
