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
            "number",
            """SELECT row_number() OVER (ORDER BY f.ts, f.exchange_id, f.account_id) - 1 AS xid, a.a, f.entry
            FROM fingerprint f JOIN account a USING (account_id)""",
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
_NAMES = ("model", "pathway", "client", "ja4", "ip", "subnet")
_NUMBERS = {
    "status": "status",
    "user_turns": "user_turns",
    "tool_turns": "tool_turns",
    "tokens": "output_tokens",
    "samples": "samples",
    "batch": "is_batch",
    "intent": "intent",
    "capability": "capability",
}
_NUMBERED = ["exchange_id", "account_id", "org_id", "ts"]  # what the numbers of exchanges and accounts are made of
_ASKED = ["key", "content_hash", "sketch", "blocks_in", "blocks_out", "intent", "intent_p"]  # what steps ask of an exchange


def _ranked(values: pa.ChunkedArray) -> tuple[Ints, pa.Array]:
    """Return each value's rank among the distinct ones, -1 for null, and these in their order."""
    coded = values.combine_chunks().dictionary_encode()
    order = pc.sort_indices(coded.dictionary)
    rank = np.full(len(order) + 1, -1)
    rank[order.to_numpy()] = np.arange(len(order))
    return rank[coded.indices.fill_null(-1).to_numpy()], coded.dictionary.take(order)


def _hashed(values: pa.ChunkedArray) -> Ints:
    """Return codes of hashes in their order, -1 for nought."""
    code, known = _ranked(values)
    return code - int(len(known) > 0 and known[0].as_py() == 0)


def _numbers(values: pa.ChunkedArray) -> Ints:
    """Return whole numbers, nought for null."""
    return values.cast(pa.int64()).fill_null(0).to_numpy()


def _exchanges(table: pa.Table, number: pa.Table, count: int) -> tuple[Exchanges, dict[str, list[str]]]:
    """Return the exchanges by account and number, as far as their rows tell, and the names behind their codes."""
    a, xid, entry = (number[name].to_numpy() for name in ("a", "xid", "entry"))
    columns: dict[str, Any] = {our: _hashed(table[their])[entry] for our, their in _HASHES.items()}
    names = {}
    for name in _NAMES:
        code, known = _ranked(table[name])
        columns[name], names[name] = code[entry], known.to_pylist()
    columns["asn"] = _ranked(table["asn"])[0][entry]
    columns |= {our: _numbers(table[their])[entry] for our, their in _NUMBERS.items()}
    columns["ts"] = np.rint(table["ts"].cast(pa.int64()).to_numpy() / 1e6).astype(np.int64)[entry]
    columns["key"] = table["key"].to_numpy()[entry]
    unknown = np.full(len(a), -1)
    offsets = np.searchsorted(a, np.arange(count + 1))
    return Exchanges(offsets=offsets, a=a, xid=xid, template=unknown, harvest=unknown, **columns), names


def conversations(x: Exchanges) -> Ints:
    """Return a code of how each exchange's conversation begins: its system prompt and first message; -1 where the latter is unknown."""
    width = int(x.system.max(initial=-1)) + 2
    return np.where(x.opening >= 0, codes(x.opening * width + x.system + 1), -1)


class Loaded(NamedTuple):
    """The accounts, the exchanges without what templates and purposes say of them, the names behind their codes, and each one's row in the fingerprints, by number."""

    accounts: Accounts
    exchanges: Exchanges
    names: dict[str, list[str]]
    entries: Ints


def read(engine: Engine, loaded: Loaded) -> Traffic:
    """Return the traffic behind what was loaded and the tables `x`, `held`, `fragment` and `template_of`."""
    told = engine.fetch(
        f"""SELECT coalesce(t.template, -1)::BIGINT AS template, round(1000 * {HARVEST})::BIGINT AS harvest
        FROM x LEFT JOIN template_of t USING (xid) ORDER BY a, xid"""
    )
    x = loaded.exchanges._replace(template=told["template"].to_numpy(), harvest=told["harvest"].to_numpy())
    return Traffic(
        loaded.accounts,
        x,
        loaded.names["model"],
        loaded.names["pathway"],
        loaded.names["client"],
        loaded.names["subnet"],
        replays(engine),
        handovers(conversations(x), x.a, x.ts, x.xid, x.user_turns + x.tool_turns),
        rewording(engine, len(loaded.accounts.ids), x.xid),
    )


def load(engine: Engine, fingerprints: pa.Table, register: pa.Table) -> Loaded:
    """
    Make the tables `account` and `x`, and return the accounts and their exchanges.

    `fingerprints` follows `schema.FINGERPRINTS`, without two rows of one
    exchange; `register` follows `schema.ACCOUNTS` and may be empty. Of the
    fingerprints `x` holds what steps ask for; they are needed no more.
    """
    entry = pa.array(np.arange(len(fingerprints)))
    engine.put("fingerprint", fingerprints.select(_NUMBERED).append_column("entry", entry))
    engine.put("register", register)
    engine.run(_steps())
    engine.drop("fingerprint")
    number = engine.fetch("SELECT xid, a, entry FROM number ORDER BY a, xid")
    engine.drop("number")
    table = engine.fetch("SELECT * FROM account ORDER BY a")
    accounts = Accounts(table["account_id"].to_pylist(), table)
    at, of = (np.empty(len(number), np.int64) for _ in range(2))
    at[number["entry"].to_numpy()], of[number["entry"].to_numpy()] = number["xid"].to_numpy(), number["a"].to_numpy()
    asked = fingerprints.select(_ASKED).append_column("entry", entry)
    engine.put("x", asked.append_column("xid", pa.array(at)).append_column("a", pa.array(of)))
    exchanges, names = _exchanges(fingerprints, number, len(accounts.ids))
    entries = np.empty(len(number), np.int64)
    entries[at] = np.arange(len(number))
    return Loaded(accounts, exchanges, names, entries)
