"""What accounts that were taken into a campaign without being looked at did for it: counts, and which exchanges."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.screen.families import Families, held
from hydrascope.detect.screen.look import bare, sketches
from hydrascope.detect.screen.recruits import Marks
from hydrascope.detect.streams import RECURS
from hydrascope.schema import STORED
from hydrascope.schema.results import CODED

Ints = npt.NDArray[np.int64]
COLUMNS = (
    "account",
    "ts",
    "sketch",
    "config_hash",
    "structure_hash",
    "model",
    "pathway",
    "intent",
    "capability",
    "output_tokens",
    "exchange_id",
)
NO_WORK = pa.schema(
    [
        ("account", pa.int32()),
        *((name, STORED.field(name).type) for name in ("ts", "intent", "capability", "output_tokens")),
        ("family", pa.int32()),
        ("model", CODED),
        ("pathway", CODED),
        ("exchange_id", pa.string()),
    ]
).empty_table()
NONE, ANY = -1, -2  # in place of a campaign: an account that is of none, and one that may yet be of any


class Recruited(NamedTuple):
    """Accounts of one campaign beyond those that were judged, by number, and what marks its work."""

    accounts: Ints
    marks: Marks


def _worked(campaign: int, one: Marks, owner: Ints, family: Ints, shape: npt.NDArray[np.uint64]) -> Ints:
    """Return which exchanges have a mark of a campaign that their account is of or may be of."""
    mine = np.flatnonzero((owner == campaign) | (owner == ANY))
    value = (family[mine] + 1).astype(np.uint64) if one.by_text else shape[mine]
    return mine[np.isin(value, one.values)]


def marked(table: pa.Table, account: Ints, owner: Ints, known: Families, marks: Sequence[Marks]) -> list[pa.Table]:
    """
    Return for each campaign the exchanges of a part of a log, with the columns `COLUMNS`, that have a mark of it, in their order.

    `account` is the number of each exchange's account, `owner` the campaign of that, `NONE`
    or `ANY`. The columns are those of `NO_WORK`; of `family` -1 is none.
    """
    mine = np.flatnonzero(owner != NONE)
    table, account, owner = table.take(pa.array(mine)), account[mine], owner[mine]
    family, shape = held(known, *sketches(table)), bare(table)
    own = {"account": pa.array(account.astype(np.int32)), "family": pa.array(family.astype(np.int32))}
    rows = pa.table({name: own[name] if name in own else table[name] for name in NO_WORK.column_names})
    return [rows.take(pa.array(_worked(at, one, owner, family, shape))).cast(NO_WORK.schema) for at, one in enumerate(marks)]


def together(hours: Sequence[Sequence[pa.Table]], campaigns: int) -> list[pa.Table]:
    """Return the work of so many campaigns in all hours, the exchanges in the order of the log."""
    return [pa.concat_tables([NO_WORK, *(hour[at] for hour in hours)]).unify_dictionaries() for at in range(campaigns)]


def work(
    hours: Iterable[pa.Table], accounts: npt.NDArray[np.uint64], known: Families, recruited: Sequence[Recruited]
) -> tuple[list[pa.Table], list[Recruited]]:
    """
    Return what recruits did for their campaigns, a table each as `NO_WORK`, and those of them who did that again and again.

    `hours` yields the log with the columns `COLUMNS`; `accounts` are all its accounts in the order
    of their numbers. One reading; memory grows with the exchanges of the recruits, some 60 bytes each.
    """
    campaign = np.full(len(accounts), NONE)
    for at, one in enumerate(recruited):
        campaign[one.accounts] = at
    found = []
    for table in hours:
        number = np.searchsorted(accounts, table["account"].to_numpy())
        owner = campaign[number]
        if (owner != NONE).any():
            found.append(marked(table, number, owner, known, [one.marks for one in recruited]))
    each = [_at_work(*one) for one in zip(recruited, together(found, len(recruited)), strict=True)]
    return [rows for _, rows in each], [one for one, _ in each]


def _at_work(one: Recruited, rows: pa.Table) -> tuple[Recruited, pa.Table]:
    """Return the recruits of a campaign with enough of these exchanges, and theirs alone."""
    account = rows["account"].to_numpy()
    enough = np.bincount(account, minlength=int(one.accounts.max(initial=-1)) + 1) >= RECURS
    kept = one._replace(accounts=one.accounts[enough[one.accounts]])
    return kept, rows if enough[account].all() else rows.filter(pa.array(enough[account]))
