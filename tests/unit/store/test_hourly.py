"""A snapshot hour by hour, and some accounts of it whole."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope import store
from hydrascope.schema import ACCOUNTS
from hydrascope.store import Hourly, snapshot

COLUMNS = ["account", "ts", "exchange", "exchange_id"]


def _pseudonyms(path) -> dict[str, int]:
    seen = snapshot(path)
    hashes = {one for part in seen.parts for one in seen.read(part, ["account"])["account"].to_pylist()}
    return {name: one for one, name in seen.names("account", sorted(hashes)).items()}


def test_hours_come_in_order_each_sorted_by_account_and_time(kit, many, tmp_path) -> None:
    """Every exchange comes once, in the hour of its time, and the rows of an account lie together."""
    kit.put(tmp_path, many(200, hours=5))
    hours = list(Hourly(snapshot(tmp_path)).hours(COLUMNS))

    assert len(hours) == 5
    assert sorted(name for hour in hours for name in hour["exchange_id"].to_pylist()) == sorted(f"e{i}" for i in range(200))
    for hour in hours:
        keys = list(zip(hour["account"].to_pylist(), hour["ts"].to_pylist(), hour["exchange"].to_pylist(), strict=True))
        assert keys == sorted(keys)
    begins = [hour["ts"][0].as_py() for hour in hours]
    assert begins == sorted(begins)


def test_it_does_not_matter_in_how_many_changes_an_hour_came(kit, many, tmp_path) -> None:
    """An hour of many files reads as the same hour of one."""
    whole = many(120)
    kit.put(tmp_path / "one", whole)
    secret = (tmp_path / "one" / "key").read_text()
    for at in range(0, 120, 40):
        kit.put(tmp_path / "three", whole.slice(at, 40), key=secret)
    one = list(Hourly(snapshot(tmp_path / "one")).hours(COLUMNS))
    three = list(Hourly(snapshot(tmp_path / "three", key=secret)).hours(COLUMNS))

    assert [hour.to_pylist() for hour in one] == [hour.to_pylist() for hour in three]


def test_accounts_come_whole_and_alone(kit, many, tmp_path) -> None:
    """The exchanges of some accounts are those that a whole reading has of them."""
    kit.put(tmp_path, many(150))
    hashes = _pseudonyms(tmp_path)
    wanted = np.array([hashes["a3"], hashes["a5"]], np.uint64)
    whole = store.get(tmp_path).fingerprints

    assert kit.rows(Hourly(snapshot(tmp_path)).of(wanted)) == kit.rows(whole.filter(pc.is_in(whole["account_id"], pa.array(["a3", "a5"]))))
    assert len(Hourly(snapshot(tmp_path)).of(wanted[:0])) == 0


def test_the_register_has_a_row_for_each_account_in_the_order_asked(kit, many, tmp_path) -> None:
    """Who is not in the register is known by id alone."""
    kit.put(tmp_path, many(20, accounts=3))
    kit.know(tmp_path, [{"account_id": "a2", "email_domain": "two.example"}])
    hashes = _pseudonyms(tmp_path)
    found = Hourly(snapshot(tmp_path)).register(np.array([hashes["a1"], hashes["a2"], hashes["a0"]], np.uint64))

    assert found.schema.equals(ACCOUNTS)
    assert found["account_id"].to_pylist() == ["a1", "a2", "a0"]
    assert found["email_domain"].to_pylist() == [None, "two.example", None]


def test_without_the_names_exchanges_have_pseudonyms(kit, many, tmp_path) -> None:
    """Where the names were taken away, an exchange is called by its pseudonym."""
    kit.put(tmp_path, many(10))
    for file in (tmp_path / "identities").rglob("*.parquet"):
        file.unlink()
    names = [name for hour in Hourly(snapshot(tmp_path)).hours(COLUMNS) for name in hour["exchange_id"].to_pylist()]

    assert len(set(names)) == 10
    assert all(name.startswith("exchange-") for name in names)
