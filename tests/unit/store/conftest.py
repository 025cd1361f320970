"""Fingerprints that are nothing but what a test says, and what a store holds of them."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from hydrascope import store
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, RELEASES

DAY = datetime(2026, 3, 1, tzinfo=UTC)
PLAIN = {pa.string(): "", pa.bool_(): False}


class Kit:
    """Makes exchanges, puts them into a store, and reads them back."""

    @staticmethod
    def told(*rows: dict[str, Any]) -> pa.Table:
        """Return fingerprints of rows: `hour` says when; `key` follows from the ids of exchange and account, as it does in life."""
        plain = {field.name: None if field.nullable else PLAIN.get(field.type, 0) for field in FINGERPRINTS}
        filled = []
        for at, row in enumerate(rows, 1):
            said = {"exchange_id": "e", "account_id": "a", "model": "m", "sketch": [], "source": "log", "line": at, **row}
            said["ts"] = said.get("ts", DAY) + timedelta(hours=said.pop("hour", 0))
            ids = f"{said['exchange_id']}/{said['account_id']}".encode()
            filled.append(plain | {"key": int.from_bytes(hashlib.blake2b(ids, digest_size=8).digest(), "little")} | said)
        return pa.Table.from_pylist(filled, schema=FINGERPRINTS)

    @staticmethod
    def put(path: Path, *tables: pa.Table, **how: Any) -> store.Change:
        """Take tables in, in one change."""
        with store.writing(path, **how) as writer:
            for table in tables:
                writer.add(table)
            return writer.commit()

    @staticmethod
    def know(path: Path, accounts: list[dict[str, Any]], releases: list[dict[str, Any]] = ()) -> None:
        """Take registers in."""
        with store.writing(path) as writer:
            writer.register(pa.Table.from_pylist(list(accounts), ACCOUNTS), pa.Table.from_pylist(list(releases), RELEASES))
            writer.commit()

    @staticmethod
    def rows(table: pa.Table) -> list[dict[str, Any]]:
        """Return the rows of a table in one order, whatever order they have."""
        return sorted(table.to_pylist(), key=lambda row: (row["ts"], row["exchange_id"], row["account_id"], str(row)))

    def held(self, path: Path, **how: Any) -> list[dict[str, Any]]:
        """Return what a store holds, in one order."""
        return self.rows(store.get(path, **how).fingerprints)

    @staticmethod
    def files(path: Path) -> dict[str, bytes]:
        """Return every file of a store but the lock, with its content."""
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file() and p.name != "lock"}


@pytest.fixture
def kit() -> Kit:
    """Return what makes exchanges and reads them back."""
    return Kit()


@pytest.fixture
def many(kit: Kit) -> Callable[..., pa.Table]:
    """Return a function that makes many exchanges over some hours and accounts."""

    def many(count: int, *, hours: int = 4, accounts: int = 7, first: int = 0) -> pa.Table:
        rows = ({"exchange_id": f"e{i}", "account_id": f"a{i % accounts}", "hour": i % hours} for i in range(first, first + count))
        return kit.told(*rows)

    return many
