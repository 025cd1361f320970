"""
Scenes written out by hand: strangers and heads as rows of the tables that cross the packages.

A field of a row may be a value, or a function of the account's number and the
exchange's; a field of an account a value or a function of the account's number.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.detect import traffic
from hydrascope.detect.profile import profile
from hydrascope.detect.scene import Group, Scene, scene
from hydrascope.engine import connect
from hydrascope.schema import ACCOUNTS, FINGERPRINTS

START = 1_767_225_600  # 1 January 2026, a Thursday
HOUR = 3600
_OF_ACCOUNTS = set(ACCOUNTS.names) - {"account_id"}
_CODED = {"intent", "capability"}


class Told(NamedTuple):
    """Exchanges and accounts, not yet a scene."""

    rows: list[dict[str, Any]]
    accounts: dict[str, dict[str, Any]]

    def without(self, *fields: str) -> "Told":
        """Return the same, told by a log and a register that do not have some fields."""
        rows = [{k: v for k, v in row.items() if k not in fields} for row in self.rows]
        accounts = {name: {k: v for k, v in account.items() if k not in fields} for name, account in self.accounts.items()}
        return Told(rows, accounts)


def both(*parts: Told) -> Told:
    """Return several parts as one."""
    return Told([row for part in parts for row in part.rows], {k: v for part in parts for k, v in part.accounts.items()})


def _value(given: object, *numbers: int) -> object:
    return given(*numbers) if callable(given) else given


def people(prefix: str, count: int, each: object, **fields: object) -> Told:
    """Return accounts named after a prefix, each with so many exchanges; `hour` counts from the start, births and bans in days from it."""
    rows, accounts = [], {}
    for i in range(count):
        name = f"{prefix}{i:03d}"
        accounts[name] = {k: _value(v, i) for k, v in fields.items() if k in _OF_ACCOUNTS}
        for k in range(int(_value(each, i))):
            row = {f: _value(v, i, k) for f, v in fields.items() if f not in _OF_ACCOUNTS}
            rows.append({"account_id": name, "exchange_id": f"{name}-{k:03d}"} | row)
    return Told(rows, accounts)


def _own(kind: int) -> Callable[[int, int], int]:
    """Return a function that gives each exchange a hash of its own."""
    return lambda i, k: 1 + kind * 10**9 + i * 10**5 + k


def strangers(count: int = 40, each: object = lambda i: 8 << i % 4, prefix: str = "c", **fields: object) -> Told:
    """Return independent customers: own cards, lines and words, in office hours, most of them small."""
    usual: dict[str, object] = {
        "hour": lambda i, k: 24 * (k % 10) + 9 + (i * 7 + k * 3) % 9 + i / 1000,
        "created_at": lambda i: -400 + 9 * i,
        "payment_fingerprint": lambda i: f"{prefix}-card-{i}",
        "user_ref": lambda i: f"{prefix}-person-{i}",
        "email_domain": lambda i: f"mail{i % 4}.example",
        "client": lambda i, _: f"client-{i % 5}",
        "headers_key": lambda i, _: 10 + i % 5,
        "config_hash": lambda i, _: 20 + i % 5,
        "structure_hash": 30,
        "subnet": lambda i, _: f"{prefix}-net-{i}",
        "asn": lambda i, _: 64500 + i % 9,
        "content_hash": _own(1),
        "prompt_hash": _own(2),
        "opening_hash": _own(3),
        "sketch": lambda i, k: [hash_of(prefix, i, k, j) for j in range(4)],
        "user_turns": 3,
        "output_tokens": lambda i, _: 50 + 7 * (i % 40),
    }
    return people(prefix, count, each, **usual | fields)


def heads(count: int = 12, each: object = 24, prefix: str = "h", **fields: object) -> Told:
    """Return one operator's accounts: two cards, two lines, three mail domains, one script, born in two days, at work at all hours, after reasoning."""
    usual: dict[str, object] = {
        "hour": lambda i, k: 24 * (k % 10) + (k * 11 + i * 5) % 24 + i / 1000,
        "created_at": lambda i: -20 + i % 2,
        "payment_fingerprint": lambda i: f"{prefix}-card-{i % 2}",
        "user_ref": lambda i: f"{prefix}-person-{i}",
        "email_domain": lambda i: f"burner{i % 3}.example",
        "client": "harvester/1",
        "headers_key": 99,
        "config_hash": 98,
        "structure_hash": 97,
        "subnet": lambda i, _: f"{prefix}-net-{i % 2}",
        "asn": 64666,
        "content_hash": _own(5),
        "prompt_hash": _own(6),
        "opening_hash": _own(7),
        "sketch": lambda i, k: [*(hash_of(prefix, j) for j in range(8)), *(hash_of(prefix, i, k, j) for j in range(4))],
        "template": 7,
        "user_turns": 1,
        "intent": 1,
        "capability": 1,
        "output_tokens": 1500,
    }
    return people(prefix, count, each, **usual | fields)


def hydra(**fields: object) -> Told:
    """Return an operator's twelve heads among forty strangers; the fields are the heads'."""
    return both(strangers(), heads(**fields))


def hash_of(*parts: object) -> int:
    """Return a number that follows from its parts, whatever the interpreter's hash seed."""
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=7).digest(), "big") + 1


def time(hours: float) -> datetime:
    """Return a time so many hours after the start."""
    return datetime.fromtimestamp(round(START + hours * HOUR), UTC)


def fingerprints(told: Told) -> pa.Table:
    """Return the rows as `schema.FINGERPRINTS`; what a row does not say is null or nought."""
    usual: dict[str, object] = {"model": "m1", "status": 200, "samples": 1, "intent_p": 1.0, "sketch": [], "pathway": "api"}
    full = []
    for number, row in enumerate(told.rows):
        stated = {"ts": time(row.get("hour", 0.0)), "key": hash_of(row["exchange_id"]), "content_hash": 10**15 + number} | usual | row
        full.append([stated.get(f.name, None if f.nullable else 0) for f in FINGERPRINTS])
    columns = [pa.array(values, f.type) for values, f in zip(zip(*full, strict=True), FINGERPRINTS, strict=True)]
    return pa.Table.from_arrays(columns, schema=FINGERPRINTS)


def register(told: Told) -> pa.Table:
    """Return the accounts as `schema.ACCOUNTS`; one of which nothing is said is not in it."""
    rows = []
    for name, account in told.accounts.items():
        times = {k: time(24 * account[k]) for k in ("created_at", "banned_at") if account.get(k) is not None}
        if account:
            rows.append({"account_id": name} | account | times)
    return pa.Table.from_pylist(rows, schema=ACCOUNTS)


def scene_of(told: Told, **releases: float) -> Scene:
    """Return the scene; `template` of a row is its template, `held` its fragments, `releases` are hours after the start."""
    engine = connect(threads=1)
    loaded = traffic.load(engine, fingerprints(told), register(told))
    number = {row["exchange_id"]: entry for entry, row in enumerate(told.rows)}
    filled = [(number[row["exchange_id"]], row["template"]) for row in told.rows if row.get("template", -1) >= 0]
    engine.put(
        "filled",
        pa.table({"entry": pa.array([f[0] for f in filled], pa.int64()), "template": pa.array([f[1] for f in filled], pa.int64())}),
    )
    held = [(number[row["exchange_id"]], fragment) for row in told.rows for fragment in row.get("held", ())]
    entries, fragments = (pa.array([h[at] for h in held], pa.int64()) for at in (0, 1))
    engine.put("holding", pa.table({"entry": entries, "fragment": fragments}))
    engine.put("held", engine.fetch("SELECT xid, a, fragment, 1 AS matched FROM x JOIN holding USING (entry)"))
    engine.put("fragment", engine.fetch("SELECT DISTINCT fragment, true AS has_slots, true AS is_fresh FROM holding"))
    engine.put("template_of", engine.fetch("SELECT xid, template FROM x JOIN filled USING (entry)"))
    return scene(traffic.read(engine, loaded), {model: round(START + hours * HOUR) for model, hours in releases.items()})


def group_of(seen: Scene, prefix: str = "h", rows: Callable[[Any], Any] | None = None) -> Group:
    """Return the accounts whose name begins with a prefix, with all their exchanges or those that `rows` marks."""
    members = np.array([a for a, name in enumerate(seen.traffic.accounts.ids) if name.startswith(prefix)], np.int64)
    x = seen.traffic.exchanges
    mine = x.of(members)
    if rows is not None:
        mine = mine[rows(x)[mine]]
    return Group(members, members, mine, profile(x, mine, members))


def asked(test: Callable[[Group, Scene], Any], told: Told, prefix: str = "h", **releases: float) -> Any:
    """Return what a test says of the accounts with a prefix."""
    seen = scene_of(told, **releases)
    return test(group_of(seen, prefix), seen)


def bits_of(found: Any) -> float:
    """Return the bits of a finding, nought for none."""
    return 0.0 if found is None else float(found.bits)


def _kit() -> Mapping[str, Any]:
    given = (both, hydra, people, strangers, heads, fingerprints, register, scene_of, group_of, asked, bits_of, hash_of)
    return {one.__name__: one for one in given} | {"Told": Told, "START": START}


class Kit:
    """The functions above by name: a test asks for `told` and writes `told.heads()`."""

    def __init__(self) -> None:
        self.__dict__.update(_kit())


@pytest.fixture(scope="session")
def told() -> Kit:
    """Return the functions that make scenes."""
    return Kit()
