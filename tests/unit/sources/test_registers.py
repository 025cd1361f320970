"""The registers of accounts and releases beside the traffic."""

import gzip
import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hydrascope.errors import InputError
from hydrascope.schema import ACCOUNTS, RELEASES
from hydrascope.sources import read_accounts, read_releases


def test_accounts_are_read_and_bad_lines_named(tmp_path: Path) -> None:
    """Good lines become rows sorted by id, bad optional fields null, bad lines rejected entries."""
    lines = [
        {"account_id": "b", "created_at": "2026-01-05T00:00:00Z", "plan": "pro", "more": 1},
        {"account_id": "a", "created_at": "never", "banned_at": None, "org_id": 5},
    ]
    path = tmp_path / "accounts.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([json.dumps(lines[0]), "{", '{"plan": "x"}', json.dumps(lines[1])]).encode()))
    table, rejected = read_accounts(path)
    first, second = table.to_pylist()
    assert table.schema.equals(ACCOUNTS)
    assert (first["account_id"], first["created_at"], first["org_id"]) == ("a", None, None)
    assert (second["created_at"], second["plan"]) == (datetime(2026, 1, 5, tzinfo=UTC), "pro")
    assert [one["line"] for one in rejected.to_pylist()] == [2, 3]


def test_an_account_named_twice_is_the_same_in_any_order(tmp_path: Path) -> None:
    """Repeated lines count once; of lines that differ, the same one counts whatever their order, and the others are named."""
    lines = [json.dumps({"account_id": "a", "plan": plan}) for plan in ("free", "pro", "pro", "max")] + ['{"account_id": "z"}']
    found = []
    for seed in range(4):
        random.Random(seed).shuffle(lines)
        (tmp_path / "accounts.jsonl").write_text("\n".join(lines))
        table, rejected = read_accounts(tmp_path / "accounts.jsonl")
        found.append(table.to_pylist())
        assert rejected.num_rows >= 2
    assert found.count(found[0]) == 4
    assert len(found[0]) == 2


def test_releases_in_order_of_time(tmp_path: Path) -> None:
    """A JSON array, or one release a line, sorted by time."""
    releases = [
        {"model": "b", "released_at": "2026-02-01T00:00:00Z"},
        {"model": "a", "released_at": "2026-01-01T00:00:00Z"},
        {"model": "c"},
    ]
    for text in (json.dumps(releases, indent=1), "\n".join(map(json.dumps, releases))):
        (tmp_path / "releases.json").write_text(text)
        table, rejected = read_releases(tmp_path / "releases.json")
        assert table.schema.equals(RELEASES)
        assert table.column("model").to_pylist() == ["a", "b"]
        assert [one["line"] for one in rejected.to_pylist()] == [3]


def test_a_register_without_an_entry_is_an_error(tmp_path: Path) -> None:
    """A missing file, or one that holds something else, is named; an empty one is an empty register."""
    with pytest.raises(InputError, match="path="):
        read_accounts(tmp_path / "absent.jsonl")
    (tmp_path / "x.jsonl").write_text('{"model": "m"}')
    with pytest.raises(InputError, match="account_id"):
        read_accounts(tmp_path / "x.jsonl")
    (tmp_path / "empty.json").write_text("[]")
    assert read_releases(tmp_path / "empty.json")[0].num_rows == 0
