"""Keeping a store: what is old goes and stays away, what is small is merged, and a look says what is there."""

from datetime import timedelta

import pyarrow as pa
import pytest

from hydrascope import store
from hydrascope.errors import InputError
from hydrascope.schema import REJECTED


def test_compaction_merges_the_files_of_an_hour(kit, many, tmp_path) -> None:
    """Many small files become one an hour, what is read stays the same, and a second time there is nothing to do."""
    path = tmp_path / "s"
    for at in range(0, 60, 10):
        kit.put(path, many(10, first=at, hours=2))
        with store.writing(path) as one:
            one.reject(pa.Table.from_pylist([{"source": "log", "line": at + 1, "reason": "broken"}], REJECTED))
            one.commit()
    before, said = kit.held(path), store.snapshot(path).rejected
    fewer = store.compact(path)
    files = kit.files(path)

    assert fewer == 10
    assert kit.held(path) == before
    assert store.snapshot(path).rejected.equals(said)
    assert len(store.snapshot(path).parts) == 2
    assert store.compact(path) == 0
    assert kit.files(path) == files


def test_compaction_of_a_large_hour_parts_the_accounts(kit, many, tmp_path) -> None:
    """An hour that is too large for one file becomes several that have no account in common."""
    path = tmp_path / "s"
    for at in range(0, 300, 30):
        kit.put(path, many(30, first=at, hours=1, accounts=60))
    before = kit.held(path)
    store.compact(path, slice_rows=100)
    parts = store.snapshot(path).parts

    assert len(parts) == 3
    assert kit.held(path) == before
    assert all(a.high < b.low or b.high < a.low for a in parts for b in parts if a.name != b.name)


def test_what_is_expired_stays_away(kit, many, tmp_path) -> None:
    """Hours that end before the time go, the hour in which it lies stays, and the same logs do not bring them back."""
    path, table = tmp_path / "s", many(40, hours=4)
    kit.put(path, table)
    middle = kit.told({"hour": 2})["ts"][0].as_py() + timedelta(minutes=30)
    removed = store.expire(path, before=middle)
    left = kit.held(path)
    again = kit.put(path, table)

    assert removed == 20
    assert {row["ts"].hour for row in left} == {2, 3}
    assert again == store.Change(added=0, duplicates=20, too_old=20)
    assert kit.held(path) == left
    assert store.expire(path, before=middle - timedelta(days=9)) == 0
    assert kit.put(path, table).too_old == 20


def test_what_is_expired_can_be_gone_at_once(kit, many, tmp_path) -> None:
    """After a purge no file of the expired hours is on the disk, neither data nor names."""
    path = tmp_path / "s"
    kit.put(path, many(40, hours=4))
    store.expire(path, before=kit.told({"hour": 3})["ts"][0].as_py())
    kept = store.info(path).garbage
    store.purge(path)

    assert (kept, store.info(path).garbage) == (3, 0)
    assert [len(list((path / half).rglob("*.parquet"))) for half in ("data", "identities")] == [1, 1]


def test_a_look_says_what_is_there(kit, many, tmp_path) -> None:
    """Counts, times and bytes are those of the files, and no key is needed."""
    path = tmp_path / "s"
    kit.put(path, many(40, hours=4), many(10, hours=4), key="k" * 32)
    found = store.info(path)
    size = sum(p.stat().st_size for half in ("data", "identities") for p in (path / half).rglob("*.parquet"))

    assert (found.schema_version, found.hours, found.exchanges, found.duplicates, found.files) == (2, 4, 40, 10, 4)
    assert (found.bytes, found.bytes_each) == (size, round(size / 40, 1))
    assert (found.last - found.first, found.kept_from) == (timedelta(hours=3), None)


def test_a_look_at_nothing_says_so(tmp_path) -> None:
    """Where there is no store the message says how one is made."""
    with pytest.raises(InputError, match=r"expected a store but got store=.*hydrascope ingest"):
        store.info(tmp_path)
