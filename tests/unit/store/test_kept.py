"""What a search keeps with a store: whole or not at all, and never needed."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.store import Kept, expire, purge

CONTENT = {"numbers": np.arange(6, dtype=np.uint64).reshape(2, 3), "rows": pa.table({"a": ["x", None, "x"]}), "said": b"\x00told"}


@pytest.fixture
def path(kit, many, tmp_path) -> Path:
    """A store."""
    kit.put(tmp_path / "s", many(10))
    return tmp_path / "s"


def _folder(path: Path) -> Path:
    return path / "identities" / "searches"


def test_what_is_kept_is_what_was_given(path) -> None:
    """Arrays, tables and bytes come back as they were, and nothing is there under another mark or of another kind."""
    kept = Kept(path)

    assert kept.put("one", "m", CONTENT, newest=1)
    found = kept.get("one", "m")
    assert (found["numbers"] == CONTENT["numbers"]).all()
    assert found["numbers"].dtype == np.uint64
    assert found["rows"].equals(CONTENT["rows"])
    assert found["said"] == CONTENT["said"]
    assert kept.get("one", "n") is None
    assert kept.get("two", "m") is None
    assert kept.marks("one") == ["m"]


def test_it_is_for_the_owner_alone(path) -> None:
    """Names are in it, so nobody else may look."""
    Kept(path).put("one", "m", CONTENT, newest=1)

    assert {folder.stat().st_mode & 0o077 for folder in _folder(path).iterdir()} == {0}


def test_as_many_of_a_kind_are_kept_as_is_said(path) -> None:
    """The newest stay; other kinds have their own count."""
    kept = Kept(path)
    kept.put("other", "m", CONTENT, newest=1)
    for mark in "abc":
        kept.put("one", mark, CONTENT, newest=2)

    assert kept.marks("one") == ["b", "c"]
    assert kept.marks("other") == ["m"]


@pytest.mark.parametrize("damage", ["cut", "gone", "unlisted"])
def test_what_is_not_whole_is_not_there(path, damage) -> None:
    """A file that was cut short or removed, or a list that was never written, makes all of it worthless."""
    kept = Kept(path)
    kept.put("one", "m", CONTENT, newest=1)
    folder = _folder(path) / "one-m"
    if damage == "cut":
        (folder / "numbers.npy").write_bytes((folder / "numbers.npy").read_bytes()[:-3])
    else:
        (folder / ("rows.arrow" if damage == "gone" else "whole.json")).unlink()

    assert kept.get("one", "m") is None
    assert kept.put("one", "m", CONTENT, newest=1)
    assert kept.get("one", "m") is not None


def test_without_the_names_nothing_is_kept(path) -> None:
    """Whoever took the names away does not get them back by a search."""
    for file in sorted((path / "identities").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (path / "identities").rmdir()

    assert not Kept(path).put("one", "m", CONTENT, newest=1)
    assert not (path / "identities").exists()


def test_what_cannot_be_written_is_not_kept(path, monkeypatch) -> None:
    """A store that is not ours to write to is searched all the same, and nothing half-written stays."""
    monkeypatch.setattr("numpy.save", lambda *_args, **_how: (_ for _ in ()).throw(OSError("full")))

    assert not Kept(path).put("one", "m", CONTENT, newest=1)
    assert list(_folder(path).iterdir()) == []


@pytest.mark.parametrize("clean", [lambda path: expire(path, before=datetime(2026, 3, 1, 1, tzinfo=UTC)), purge], ids=["expire", "purge"])
def test_who_removes_exchanges_removes_what_was_kept_of_them(path, clean) -> None:
    """What is older than the store keeps does not live on beside it."""
    Kept(path).put("one", "m", CONTENT, newest=1)
    clean(path)

    assert Kept(path).marks("one") == []
