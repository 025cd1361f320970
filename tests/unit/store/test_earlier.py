"""A store of schema version 1 becomes one of the present version, once."""

import hashlib
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hydrascope import store
from hydrascope.errors import StoreError
from hydrascope.schema import ACCOUNTS, RELEASES
from hydrascope.store import earlier, writer
from hydrascope.store.layout import Layout


def _old(path, *tables) -> None:
    """Write tables as version 1 did: whole batches, named by a hash of what they hold."""
    for kind, table in tables:
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table.combine_chunks())
        (path / kind).mkdir(parents=True, exist_ok=True)
        name = hashlib.blake2b(sink.getvalue(), digest_size=16).hexdigest()
        pq.write_table(table, path / kind / f"{name}.parquet", compression="zstd")


@pytest.fixture
def old(kit, many, tmp_path):
    """Return a store of version 1: two batches that overlap, accounts and releases, and a file that was never finished."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    accounts = [[{"account_id": "a0", "plan": "pro"}], [{"account_id": "a0", "created_at": day}, {"account_id": "a1"}]]
    releases = pa.Table.from_pylist([{"model": "m", "released_at": day}], RELEASES)
    _old(
        tmp_path / "s",
        ("fingerprints", many(60)),
        ("fingerprints", pa.concat_tables([many(60).slice(40), many(30, first=60)])),
        *(("accounts", pa.Table.from_pylist(rows, ACCOUNTS)) for rows in accounts),
        ("releases", releases),
    )
    (tmp_path / "s/fingerprints/0123.partial").write_text("half")
    return tmp_path / "s"


def test_a_store_of_version_1_is_brought_over_whole(kit, many, old) -> None:
    """Exchanges, accounts and releases are there afterwards, each once, and the old files are gone."""
    assert store.info(old).schema_version == 1
    assert store.migrate(old)
    held = store.get(old)

    assert [row["exchange_id"] for row in kit.held(old)] == [row["exchange_id"] for row in kit.rows(many(90))]
    assert store.snapshot(old).duplicates == 20
    assert held.accounts.select(["account_id", "plan", "created_at"]).to_pylist() == [
        {"account_id": "a0", "plan": "pro", "created_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"account_id": "a1", "plan": None, "created_at": None},
    ]
    assert held.releases["model"].to_pylist() == ["m"]
    assert not [kind for kind in earlier.KINDS if (old / kind).exists()]
    assert not store.migrate(old)


def test_whoever_writes_brings_it_over_first(kit, many, old) -> None:
    """The first log that is taken in migrates the store, and counts no exchange of it as new."""
    assert kit.put(old, many(100)).added == 10
    assert len(kit.held(old)) == 100


def test_whoever_reads_is_told_to_migrate(old) -> None:
    """A reader changes nothing, and names the command that does."""
    with pytest.raises(
        StoreError, match=r"expected a store of schema version 2 but got version 1 in store=.*hydrascope store migrate --store"
    ):
        store.get(old)

    assert earlier.files(Layout(old))


def test_a_migration_that_is_cut_short_goes_on(kit, old, monkeypatch) -> None:
    """Killed before its commit it leaves the old files; killed after it, the second attempt takes nothing twice."""
    with monkeypatch.context() as patched:
        patched.setattr(writer.Writer, "commit", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.migrate(old)
    files = len(earlier.files(Layout(old)))
    with monkeypatch.context() as patched:
        patched.setattr(earlier, "remove", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.migrate(old)
    store.migrate(old)

    assert files == 5
    assert len(kit.held(old)) == 90
    assert store.snapshot(old).duplicates == 20
