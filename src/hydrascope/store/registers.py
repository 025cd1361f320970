"""What a store knows of accounts and models: one row each, whatever was told of them and in whatever order."""

import pyarrow as pa

from hydrascope.engine import connect
from hydrascope.schema import ACCOUNT_NAMES, HASHED, RELEASES
from hydrascope.store.form import ACCOUNT


def known_accounts(wide: pa.Table) -> pa.Table:
    """Return one row an account: of each column the greatest value that was told, of its birth the earliest; sorted by pseudonym."""
    paired = {HASHED[name]: name for name in ACCOUNT_NAMES.names if name != "account_id"}
    chosen = ["account", "max(account_id) AS account_id"]
    for name in ACCOUNT.stored.names:
        if name in paired:  # the names decide, and the pseudonyms where there are none
            told = f"{{'rank': coalesce({paired[name]}, ''), 'hash': {name}, 'name': {paired[name]}}}"
            greatest = f"(max(CASE WHEN {name} IS NOT NULL THEN {told} END))"
            chosen += [f"{greatest}.hash AS {name}", f"{greatest}.name AS {paired[name]}"]
        elif name != "account":
            chosen.append(f"{'min' if name == 'created_at' else 'max'}({name}) AS {name}")
    return _grouped(wide, f"SELECT {', '.join(chosen)} FROM register GROUP BY account ORDER BY account", ACCOUNT.wide)


def known_releases(table: pa.Table) -> pa.Table:
    """Return one row a model, with the earliest time that was told; sorted by time and model."""
    return _grouped(
        table, "SELECT model, min(released_at) AS released_at FROM register GROUP BY model ORDER BY released_at, model", RELEASES
    )


def _grouped(table: pa.Table, sql: str, schema: pa.Schema) -> pa.Table:
    engine = connect(threads=1)
    engine.put("register", table)
    return engine.fetch(sql).select(schema.names).cast(schema)
