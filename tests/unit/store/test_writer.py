"""Taking in: each exchange once, all of a run or nothing, one writer at a time."""

import resource
import signal
import subprocess
import sys
from datetime import timedelta

import pyarrow as pa
import pytest

from hydrascope import store
from hydrascope.errors import OutputError, StoreError
from hydrascope.schema import REJECTED
from hydrascope.store import pile, writer
from hydrascope.store.layout import Layout


def test_what_was_put_comes_back_under_its_names(kit, many, tmp_path) -> None:
    """All columns come back as they were, sketches and ids too."""
    table = many(50)
    change = kit.put(tmp_path / "s", table)

    assert change == store.Change(added=50, duplicates=0, too_old=0)
    assert kit.held(tmp_path / "s") == kit.rows(table)


def test_the_same_exchanges_again_change_no_fingerprint(kit, many, tmp_path) -> None:
    """Exchanges that are told again, in other batches, are told again and nothing else; no data file is written."""
    kit.put(tmp_path / "s", many(50))
    before = kit.files(tmp_path / "s")
    change = kit.put(tmp_path / "s", many(30), many(20, first=30))
    after = kit.files(tmp_path / "s")

    assert change == store.Change(added=0, duplicates=50, too_old=0)
    assert {name: said for name, said in after.items() if name != "manifest.json"} == {
        name: said for name, said in before.items() if name != "manifest.json"
    }


def test_late_exchanges_land_in_their_hour(kit, tmp_path) -> None:
    """What comes late lies beside what came in time, and in no other hour."""
    path = tmp_path / "s"
    kit.put(path, kit.told({"exchange_id": "late", "hour": 5}, {"exchange_id": "on time", "hour": 1}))
    kit.put(path, kit.told({"exchange_id": "later", "hour": 1}))
    parts = store.snapshot(path).parts

    assert [part.hour - parts[0].hour for part in parts] == [0, 0, 4]
    assert {row["exchange_id"] for row in kit.held(path, until=kit.told({"hour": 2})["ts"][0].as_py())} == {"on time", "later"}


@pytest.mark.parametrize("first", [{"status": 503}, {"status": 200}])
def test_the_telling_that_counts_does_not_depend_on_who_comes_first(kit, tmp_path, first) -> None:
    """The exchange that succeeded counts, whether it is taken in before the failure or after it; its neighbours stay."""
    other = {"status": 703 - first["status"]}
    kit.put(tmp_path / "s", kit.told(first, {"exchange_id": "f"}))
    change = kit.put(tmp_path / "s", kit.told(other, {"exchange_id": "g"}))
    held = kit.held(tmp_path / "s")

    assert change == store.Change(added=1, duplicates=1, too_old=0)
    assert [(row["exchange_id"], row["status"]) for row in held] == [("e", 200), ("f", None), ("g", None)]


def test_a_run_without_a_commit_changes_nothing(kit, many, tmp_path) -> None:
    """Whoever breaks off leaves the store as it was, byte for byte."""
    kit.put(tmp_path / "s", many(10))
    before = kit.files(tmp_path / "s")
    with store.writing(tmp_path / "s") as one:
        one.add(many(100))

    assert kit.files(tmp_path / "s") == before


def test_more_than_memory_holds_goes_over_the_disk(kit, many, tmp_path, monkeypatch) -> None:
    """Rows that are put aside and hours that are cut into slices give the same content, in files without a common account."""
    monkeypatch.setattr(pile.Pile.__init__, "__kwdefaults__", {"in_memory": 1000, "slice_rows": 40})
    table = many(400, hours=2, accounts=50)
    kit.put(tmp_path / "s", *(table.slice(at, 37) for at in range(0, 400, 37)))
    parts = store.snapshot(tmp_path / "s").parts

    assert kit.held(tmp_path / "s") == kit.rows(table)
    assert len(parts) > 4
    assert all(a.high < b.low or b.high < a.low for a in parts for b in parts if a.hour == b.hour and a.name != b.name)
    assert not (tmp_path / "s/incoming").exists()


def test_data_files_are_sorted_by_account_time_and_exchange(kit, many, tmp_path) -> None:
    """A later pass relies on it: each file is in order, and the hashes lie there as numbers."""
    kit.put(tmp_path / "s", many(200, hours=1))
    seen = store.snapshot(tmp_path / "s")
    (part,) = seen.parts
    rows = seen.read(part, ["account", "ts", "exchange"])

    assert rows.to_pylist() == sorted(rows.to_pylist(), key=lambda row: tuple(row.values()))
    assert rows.schema.field("account").type == pa.uint64()


def test_what_an_interrupted_run_left_is_removed(kit, many, tmp_path) -> None:
    """Files that no manifest names go with the next writer; those of others in the directory stay."""
    place = Layout(tmp_path / "s")
    kit.put(place.root, many(10))
    rubbish = [place.data("hour=2026-03-01T00/x.parquet"), place.names("hour=2026-03-01T09/x.parquet"), place.incoming / "1" / "x.parquet"]
    mine = place.data("notes.txt")
    for path in [*rubbish, mine]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("half")
    kit.put(place.root, many(10))

    assert [path.exists() for path in [*rubbish, mine]] == [False, False, False, True]
    assert len(kit.held(place.root)) == 10


def test_a_second_writer_is_refused_and_told_who_is_first(kit, many, tmp_path) -> None:
    """While one process writes another is refused with its number; readers go on; when it is killed the next may write."""
    path = tmp_path / "s"
    kit.put(path, many(10))
    hold = f"from pathlib import Path; from hydrascope import store; w = store.writing(Path({str(path)!r})); w.__enter__(); print(1, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(StoreError, match=rf"nobody else writes to but got store=.*held by process {other.pid} on ") as refused:
            kit.put(path, many(20))
        read = len(kit.held(path))
        other.send_signal(signal.SIGKILL)
    assert "wait until it is done" in str(refused.value)
    assert read == 10
    assert kit.put(path, many(20)).added == 10


def test_a_directory_with_other_things_is_no_store(kit, many, tmp_path) -> None:
    """What lies in a directory that is no store is left alone, and nothing is put beside it."""
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(StoreError, match=r"empty directory for a new one, but got store=.* with 'thesis.tex' in it; name another"):
        kit.put(tmp_path, many(3))

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_store_that_cannot_be_written_is_named(kit, many, tmp_path) -> None:
    """A file where the store should be gives a message and leaves the file alone."""
    (tmp_path / "store").write_text("mine")
    with pytest.raises(OutputError, match="expected a store that can be written to but got store="):
        kit.put(tmp_path / "store", many(3))

    assert (tmp_path / "store").read_text() == "mine"


@pytest.mark.parametrize("room", [200, 2_000, 6_000])
def test_a_full_disk_leaves_the_store_as_it_was(kit, many, tmp_path, room) -> None:
    """Where the system refuses longer files the message says so, and the store reads as before."""
    path = tmp_path / "s"
    kit.put(path, many(10))
    before = kit.held(path)
    held = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(OutputError, match=r"it is as it was before: free some space"):
            kit.put(path, many(3000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, held)

    assert kit.held(path) == before
    assert kit.put(path, many(3000)).added == 2990


def test_only_the_owner_may_look_at_names_and_key(kit, many, tmp_path) -> None:
    """The key and the names are closed to others; what lies in the data names nobody."""
    path = tmp_path / "s"
    kit.put(path, kit.told({"account_id": "acct-visible", "exchange_id": "ex-visible", "ip": "192.0.2.77", "org_id": "org-visible"}))
    modes = [oct((path / name).stat().st_mode & 0o777) for name in ("key", "identities")]
    said = b"".join(p.read_bytes() for p in (path / "data").rglob("*.parquet")) + (path / "manifest.json").read_bytes()

    assert modes == ["0o600", "0o700"]
    assert not [name for name in (b"visible", b"192.0.2") if name in said]


def test_rejected_lines_are_kept_once(kit, many, tmp_path) -> None:
    """Lists of several runs come back together; a file that is no log is listed once however often it is met."""
    line = pa.Table.from_pylist([{"source": "log", "line": 3, "reason": "broken"}], REJECTED)
    whole = pa.Table.from_pylist([{"source": "photo", "line": 0, "reason": "no log"}], REJECTED)
    for rejected in (pa.concat_tables([line, whole]), whole):
        with store.writing(tmp_path / "s") as one:
            one.add(many(3))
            one.reject(rejected)
            one.commit()

    assert [row["line"] for row in store.snapshot(tmp_path / "s").rejected.to_pylist()] == [3, 0]


def test_hours_before_1970_are_hours_too(kit, tmp_path) -> None:
    """The minute before 1970 lies in the hour before, not in the first one."""
    epoch = kit.told({})["ts"][0].as_py().replace(year=1970, month=1, day=1)
    kit.put(tmp_path / "s", kit.told({"ts": epoch - timedelta(minutes=1)}, {"ts": epoch, "exchange_id": "f"}))

    assert [part.hour for part in store.snapshot(tmp_path / "s").parts] == [-1, 0]


def test_replaced_files_stay_for_readers_and_then_go(kit, tmp_path, monkeypatch) -> None:
    """A file that is replaced can still be read by who began before, until its time is over."""
    path = tmp_path / "s"
    kit.put(path, kit.told({"status": 500}))
    early = store.snapshot(path)
    kit.put(path, kit.told({"status": 200}))
    read = early.read(early.parts[0])["status"].to_pylist()
    monkeypatch.setattr(writer, "GRACE", -1)
    kit.put(path, kit.told({"exchange_id": "f"}))

    assert read == [500]
    assert len(list((path / "data").rglob("*.parquet"))) == 2
    with pytest.raises(Exception, match="hour="):
        early.read(early.parts[0])
