"""The traffic as detection sees it: exchanges and accounts by number, with what is known of each account."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.detect.components import between, codes
from hydrascope.detect.handovers import Handovers, handovers
from hydrascope.detect.replays import Replays, replays
from hydrascope.detect.rewording import Rewording, rewording
from hydrascope.engine import Engine, Step

Ints = npt.NDArray[np.int64]


class Accounts(NamedTuple):
    """The accounts of the traffic, sorted by id: row `a` is account number `a`."""

    ids: list[str]
    table: pa.Table

    def column(self, name: str) -> npt.NDArray[np.object_]:
        """Return a register column as Python values, None where unknown."""
        return np.array([*self.table[name].to_pylist(), None], dtype=object)[:-1]

    def seconds(self, name: str) -> npt.NDArray[np.float64]:
        """Return a time column as seconds since 1970, NaN where unknown."""
        micros = self.table[name].cast(pa.int64()).to_numpy(zero_copy_only=False)
        return micros.astype(np.float64) / 1e6


def _steps() -> list[Step]:
    """Return the steps that number accounts and exchanges; the same numbers whatever the order of rows."""
    return [
        Step(
            "account",
            """SELECT row_number() OVER (ORDER BY account_id) - 1 AS a, s.account_id,
                      coalesce(r.org_id, s.org_id) AS org_id, r.* EXCLUDE (account_id, org_id)
            FROM (SELECT account_id, max(org_id) AS org_id FROM fingerprint GROUP BY account_id) s
            LEFT JOIN (SELECT DISTINCT ON (account_id) * FROM register ORDER BY ALL) r USING (account_id)
            ORDER BY a""",
        ),
        Step(
            "x",
            """SELECT row_number() OVER (ORDER BY f.ts, f.exchange_id, f.account_id) - 1 AS xid, a.a, f.* EXCLUDE (org_id, account_id)
            FROM fingerprint f JOIN account a USING (account_id) ORDER BY xid""",
        ),
    ]


class Exchanges(NamedTuple):
    """The exchanges, sorted by account, time and id; texts stand as hashes or codes, unknown is nought or -1."""

    offsets: Ints  # account `a` has rows offsets[a] to offsets[a + 1]
    a: Ints
    xid: Ints
    ts: Ints  # seconds since 1970
    template: Ints
    model: Ints
    pathway: Ints
    client: Ints
    ja4: Ints
    headers: Ints
    config: Ints
    shape: Ints
    ip: Ints
    subnet: Ints
    asn: Ints
    content: Ints
    opening: Ints
    prompt: Ints
    system: Ints
    end_user: Ints
    status: Ints
    user_turns: Ints
    tool_turns: Ints
    tokens: Ints
    samples: Ints
    batch: Ints
    intent: Ints
    harvest: Ints  # probability that it asks for training data, in thousandths
    capability: Ints
    key: npt.NDArray[np.uint64]  # hash of the exchange's id

    def of(self, accounts: Ints) -> Ints:
        """Return the rows of some accounts, in order."""
        if not len(accounts):
            return np.zeros(0, np.int64)
        return between(self.offsets, accounts)[0]


class Traffic(NamedTuple):
    """All that detection looks at, and the names behind its numbers."""

    accounts: Accounts
    exchanges: Exchanges
    models: list[str]
    pathways: list[str]
    clients: list[str]
    subnets: list[str]
    replays: Replays
    handovers: Handovers
    rewording: Rewording


_HASHES = {
    "headers": "headers_key",
    "config": "config_hash",
    "shape": "structure_hash",
    "content": "content_hash",
    "opening": "opening_hash",
    "prompt": "prompt_hash",
    "system": "system_hash",
    "end_user": "end_user",
}
# The probability that an exchange asks for training data, in SQL: what is kept is that of the likeliest purpose, which several may share.
HARVEST = "CASE WHEN intent = 0 THEN 1 - intent_p ELSE greatest(intent_p, 0.5) END"
_NAMES = {"model": "model", "pathway": "pathway", "client": "client", "ja4": "ja4", "ip": "ip", "subnet": "subnet"}


def _dense(values: pa.ChunkedArray) -> Ints:
    """Return codes of hashes in their order, -1 for nought."""
    raw = values.to_numpy()
    known, code = np.unique(raw, return_inverse=True)
    return code.astype(np.int64) - int(len(known) > 0 and known[0] == 0)


def _ranked(values: pa.ChunkedArray) -> Ints:
    """Return the rank of each number among the distinct ones, -1 for null: numbers may be huge, ranks are small."""
    known = values.is_valid().to_numpy()
    out = np.full(len(known), -1)
    out[known] = np.unique(values.drop_null().to_numpy(), return_inverse=True)[1]
    return out


def _named(values: pa.ChunkedArray) -> tuple[Ints, list[str]]:
    """Return codes of strings in their order, -1 for null, and the strings."""
    names = sorted(v for v in values.unique().to_pylist() if v is not None)
    found = pc.index_in(values, value_set=pa.array(names, values.type)).fill_null(-1)
    return found.to_numpy().astype(np.int64), names


def _exchanges(table: pa.Table, count: int) -> tuple[Exchanges, dict[str, list[str]]]:
    columns: dict[str, Any] = {our: _dense(table[their]) for our, their in _HASHES.items()}
    names = {}
    for our, their in _NAMES.items():
        columns[our], names[our] = _named(table[their])
    columns["asn"] = _ranked(table["asn"])
    for name in (
        "a",
        "xid",
        "ts",
        "template",
        "status",
        "user_turns",
        "tool_turns",
        "tokens",
        "samples",
        "batch",
        "intent",
        "harvest",
        "capability",
    ):
        columns[name] = table[name].to_numpy().astype(np.int64)
    columns["key"] = table["key"].to_numpy()
    columns["offsets"] = np.searchsorted(columns["a"], np.arange(count + 1))
    return Exchanges(**columns), names


def conversations(x: Exchanges) -> Ints:
    """Return a code of how each exchange's conversation begins: its system prompt and first message; -1 where the latter is unknown."""
    width = int(x.system.max(initial=-1)) + 2
    return np.where(x.opening >= 0, codes(x.opening * width + x.system + 1), -1)


def read(engine: Engine, accounts: Accounts) -> Traffic:
    """Return the traffic behind the tables `x`, `held`, `fragment` and `template_of`."""
    table = engine.fetch(
        f"""SELECT x.* EXCLUDE (sketch, blocks_in, blocks_out, source, line, is_batch, ts, semantic),
                  coalesce(t.template, -1)::BIGINT AS template, epoch(ts)::BIGINT AS ts,
                  coalesce(is_batch, false)::INT AS batch, output_tokens AS tokens,
                  round(1000 * {HARVEST})::BIGINT AS harvest
        FROM x LEFT JOIN template_of t USING (xid) ORDER BY a, xid"""
    )
    exchanges, names = _exchanges(table, len(accounts.ids))
    count, x = len(accounts.ids), exchanges
    return Traffic(
        accounts,
        x,
        names["model"],
        names["pathway"],
        names["client"],
        names["subnet"],
        replays(engine),
        handovers(conversations(x), x.a, x.ts, x.xid, x.user_turns + x.tool_turns),
        rewording(engine, count, x.xid),
    )


def load(engine: Engine, fingerprints: pa.Table, register: pa.Table) -> Accounts:
    """
    Make the tables `account` and `x` and return the accounts.

    `fingerprints` follows `schema.FINGERPRINTS`, without two rows of one
    exchange; `register` follows `schema.ACCOUNTS` and may be empty.
    """
    engine.put("fingerprint", fingerprints)
    engine.put("register", register)
    engine.run(_steps())
    engine.drop("fingerprint")
    table = engine.fetch("SELECT * FROM account ORDER BY a")
    return Accounts(table["account_id"].to_pylist(), table)
