"""Reading: the names come back, time bounds, what a later pass sees, and what a reader is told."""

import shutil
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pytest

from hydrascope import store
from hydrascope.errors import InputError, StoreError
from hydrascope.schema import ACCOUNTS, STORED
from hydrascope.store import manifest
from hydrascope.store.layout import Layout


def test_time_bounds_are_half_open(kit, many, tmp_path) -> None:
    """What begins at `since` is in, what begins at `until` is out, in files of which a part is meant as well."""
    first = kit.told({})["ts"][0].as_py()
    path, times = tmp_path / "s", [first + timedelta(minutes=at) for at in range(120)]
    kit.put(path, kit.told(*({"exchange_id": f"e{at}", "ts": time} for at, time in enumerate(times))))
    seen = store.snapshot(path, since=times[30], until=times[90])
    read = [time for part in seen.parts for time in seen.read(part, ["ts"])["ts"].to_pylist()]

    assert sorted(row["ts"] for row in kit.held(path, since=times[30], until=times[90])) == times[30:90]
    assert sorted(read) == times[30:90]
    assert len(store.snapshot(path, until=times[60]).parts) == 1


def test_a_snapshot_is_that_of_its_moment(kit, many, tmp_path) -> None:
    """What is taken in later is not in it; its mark tells it from the later one, and is the same for the same."""
    path = tmp_path / "s"
    kit.put(path, many(10))
    early, again = store.snapshot(path), store.snapshot(path)
    kit.put(path, many(20))
    late = store.snapshot(path)

    assert sum(part.rows for part in early.parts) == 10
    mark = early.mark(early.parts)
    assert mark == again.mark(again.parts) != late.mark(late.parts)
    since = store.snapshot(path, since=datetime(2026, 3, 1, tzinfo=UTC))
    assert late.mark(late.parts) != since.mark(since.parts)


def test_a_mark_is_of_the_exchanges_and_not_of_their_files(kit, many, tmp_path) -> None:
    """Hours that are merged stay the same hours, and so do those before a time that lies beyond them."""
    path = tmp_path / "s"
    for at in range(0, 30, 10):
        kit.put(path, many(30).slice(at, 10))
    before = store.snapshot(path)
    store.compact(path)
    after, bound = store.snapshot(path), store.snapshot(path, until=datetime(2027, 1, 1, tzinfo=UTC))
    cut = store.snapshot(path, until=max(row["ts"] for row in kit.held(path)))

    assert len(after.parts) < len(before.parts)
    assert before.mark(before.parts) == after.mark(after.parts) == bound.mark(bound.parts)
    assert cut.mark(cut.parts) != after.mark(after.parts)


def test_the_stored_form_has_the_columns_that_the_schema_says(kit, many, tmp_path) -> None:
    """A file read whole has `schema.STORED`, and no name of anybody."""
    kit.put(tmp_path / "s", many(9, hours=1))
    seen = store.snapshot(tmp_path / "s")

    assert seen.read(seen.parts[0]).schema == STORED


def test_names_are_found_behind_pseudonyms(kit, tmp_path) -> None:
    """Accounts, exchanges, addresses and cards are named; who is not asked for or not known is not."""
    path = tmp_path / "s"
    kit.put(path, kit.told({"account_id": "ada", "ip": "192.0.2.1"}, {"account_id": "bob", "exchange_id": "f", "hour": 3}))
    kit.know(path, [{"account_id": "eve", "payment_fingerprint": "card"}])
    seen = store.snapshot(path)
    rows = pa.concat_tables([seen.read(part) for part in seen.parts])
    said = {kind: seen.names(kind, [h for h in rows[kind].to_pylist() if h is not None]) for kind in ("account", "exchange", "address")}
    cards = seen.names("payment", seen.accounts["payment"].to_pylist())

    assert {kind: sorted(names.values()) for kind, names in said.items()} == {
        "account": ["ada", "bob"],
        "exchange": ["e", "f"],
        "address": ["192.0.2.1"],
    }
    assert list(cards.values()) == ["card"]
    assert seen.names("account", seen.accounts["account"].to_pylist()) == {seen.accounts["account"][0].as_py(): "eve"}
    assert seen.names("account", [5]) == {}


def test_without_names_everybody_has_a_pseudonym(kit, tmp_path) -> None:
    """Where the names were taken away, the same account has the same pseudonym in traffic and register, and nothing is lost."""
    path = tmp_path / "s"
    kit.put(path, kit.told({"account_id": "ada", "org_id": "org"}, {"account_id": "ada", "exchange_id": "f"}))
    kit.know(path, [{"account_id": "ada", "org_id": "org"}])
    shutil.rmtree(path / "identities")
    held = store.get(path)
    accounts = set(held.fingerprints["account_id"].to_pylist())

    assert accounts == set(held.accounts["account_id"].to_pylist())
    assert [name.startswith("account-") for name in accounts] == [True]
    assert set(held.fingerprints["org_id"].to_pylist()) == {held.accounts["org_id"][0].as_py(), None}
    assert len(set(held.fingerprints["exchange_id"].to_pylist())) == 2
    assert kit.put(path, kit.told({"account_id": "ada"})).added == 0


def test_later_knowledge_of_an_account_counts(kit, tmp_path) -> None:
    """A ban that is told later joins what was known; a birth stays the earliest; the order does not matter."""
    born, banned = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    first = [{"account_id": "a", "created_at": born, "payment_fingerprint": "pm", "email_domain": ""}]
    second = [{"account_id": "a", "created_at": banned, "banned_at": banned}, {"account_id": "b"}]
    known = []
    for path, told in ((tmp_path / "s", (first, second)), (tmp_path / "t", (second, first))):
        kit.put(path, kit.told({}))
        for rows in told:
            kit.know(path, rows)
        known.append(store.get(path).accounts.to_pylist())
    unknown = dict.fromkeys(ACCOUNTS.names)

    assert known[0] == known[1]
    assert known[0] == [unknown | first[0] | {"banned_at": banned}, unknown | {"account_id": "b"}]


def test_releases_come_back_by_time(kit, tmp_path) -> None:
    """Of each model the earliest time counts, and models come in the order of their releases."""
    early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    kit.put(tmp_path / "s", kit.told({}))
    kit.know(tmp_path / "s", [], [{"model": "a", "released_at": late}, {"model": "b", "released_at": late}])
    kit.know(tmp_path / "s", [], [{"model": "b", "released_at": early}])

    assert [tuple(row.values()) for row in store.get(tmp_path / "s").releases.to_pylist()] == [("b", early), ("a", late)]


@pytest.mark.parametrize("bound", [{}, {"since": datetime(2030, 1, 1, tzinfo=UTC)}])
def test_an_empty_store_says_what_to_do(kit, tmp_path, bound) -> None:
    """Where nothing is stored, or nothing in that time, the message names the store and the command that fills it."""
    if bound:
        kit.put(tmp_path / "none", kit.told({}))
    with pytest.raises(InputError, match=r"expected a store with exchanges but got store=.*none.*hydrascope ingest"):
        store.get(tmp_path / "none", **bound)


def test_a_newer_store_is_refused(kit, tmp_path) -> None:
    """A store of a later version is neither read nor written, and the message says which version it is."""
    path = tmp_path / "s"
    kit.put(path, kit.told({}))
    file = Layout(path).manifest
    file.write_bytes(file.read_bytes().replace(b'"schema_version":2', b'"schema_version":9'))
    for use in (store.get, store.info, lambda path: kit.put(path, kit.told({}))):
        with pytest.raises(StoreError, match=r"version 2 or earlier but got schema_version=9 in store=.*update this one"):
            use(path)
    assert b'"schema_version":9' in file.read_bytes()


def test_a_damaged_manifest_is_named(kit, tmp_path) -> None:
    """What is no manifest is refused with its path."""
    kit.put(tmp_path / "s", kit.told({}))
    (tmp_path / "s/manifest.json").write_text('{"schema_version":2,"parts":5}')
    with pytest.raises(StoreError, match=r"expected a manifest but got file='.*manifest.json'"):
        store.get(tmp_path / "s")


def test_a_damaged_file_is_named(kit, tmp_path) -> None:
    """A data file that was cut off is refused with its path, not with what the library says."""
    kit.put(tmp_path / "s", kit.told({}))
    (file,) = (tmp_path / "s/data").rglob("*.parquet")
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(StoreError, match=r"expected a whole file but got file='.*parquet'.*backup"):
        store.get(tmp_path / "s")


def test_a_lost_file_is_looked_for_in_the_next_snapshot(kit, many, tmp_path, monkeypatch) -> None:
    """A reader whose file went meanwhile reads the store as it is now; one whose file stays missing is told so."""
    path, seen = tmp_path / "s", []
    kit.put(path, many(10, hours=1))

    def read(one: store.Snapshot) -> int:
        if not seen:
            kit.put(path, many(10, hours=1, first=10))
            store.compact(path)
            store.purge(path)
        seen.append(one)
        return len(one.stored().fingerprints)

    assert store.reading(path, read) == 20
    assert len(seen) == 2
    next((path / "data").rglob("*.parquet")).unlink()
    with pytest.raises(StoreError, match=r"expected every file that the manifest names but got none for name=hour="):
        store.get(path)


def test_hours_have_their_labels() -> None:
    """An hour is a directory that other programs read as a partition."""
    assert manifest.label(-1) == "hour=1969-12-31T23"
