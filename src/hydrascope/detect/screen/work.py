"""What accounts that were taken into a campaign without being looked at did for it: counts, and which exchanges."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.detect.screen.families import Families, held
from hydrascope.detect.screen.look import bare, sketches
from hydrascope.detect.screen.recruits import Marks

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


class Recruited(NamedTuple):
    """Accounts of one campaign beyond those that were judged, by number, and what marks its work."""

    accounts: Ints
    marks: Marks


class Work(NamedTuple):
    """
    The exchanges of recruits that are their campaign's work, in the order of the log.

    `rows` has the columns `account` (number), `campaign` (position), `ts`,
    `family` (-1 for none), `model`, `pathway`, `intent`, `capability`,
    `output_tokens` and `exchange_id`.
    """

    rows: pa.Table

    def of(self, campaign: int) -> pa.Table:
        """Return the rows of one campaign."""
        return self.rows.filter(pc.equal(self.rows["campaign"], campaign))

    def at_work(self, recruited: Sequence[Recruited], least: int) -> tuple[list[Recruited], "Work"]:
        """Return the recruits with so many of these exchanges, and theirs alone."""
        if not len(self.rows):
            return [one._replace(accounts=one.accounts[:0]) for one in recruited], self
        account = self.rows["account"].to_numpy()
        working = np.bincount(account) >= least
        working = np.append(working, np.zeros(max(0, 1 + max(one.accounts.max(initial=-1) for one in recruited) - len(working)), bool))
        kept = [one._replace(accounts=one.accounts[working[one.accounts]]) for one in recruited]
        return kept, Work(self.rows.filter(pa.array(working[account])))


def _worked(owner: Ints, family: Ints, bare: npt.NDArray[np.uint64], recruited: Sequence[Recruited]) -> npt.NDArray[np.bool_]:
    """Return which exchanges have a mark of the campaign that their account is of."""
    out = np.zeros(len(owner), bool)
    for campaign, one in enumerate(recruited):
        mine = np.flatnonzero(owner == campaign)
        value = (family[mine] + 1).astype(np.uint64) if one.marks.by_text else bare[mine]
        out[mine] = np.isin(value, one.marks.values)
    return out


def _hour(table: pa.Table, account: Ints, owner: Ints, known: Families, recruited: Sequence[Recruited]) -> pa.Table:
    mine = np.flatnonzero(owner >= 0)
    table, account, owner = table.take(pa.array(mine)), account[mine], owner[mine]
    family = held(known, *sketches(table))
    kept = pa.array(_worked(owner, family, bare(table), recruited))
    rows = table.drop_columns(["account", "sketch", "config_hash", "structure_hash"])
    named = {"account": account.astype(np.int32), "campaign": owner.astype(np.int16), "family": family.astype(np.int32)}
    for name, column in named.items():
        rows = rows.append_column(name, pa.array(column))
    return rows.filter(kept)


def work(hours: Iterable[pa.Table], accounts: npt.NDArray[np.uint64], known: Families, recruited: Sequence[Recruited]) -> Work:
    """
    Return what recruits did for their campaigns.

    `hours` yields the log with the columns `COLUMNS`; `accounts` are all its accounts in the order
    of their numbers. One reading; memory grows with the exchanges of the recruits, some 100 bytes each.
    """
    campaign = np.full(len(accounts), -1)
    for at, one in enumerate(recruited):
        campaign[one.accounts] = at
    found = []
    for table in hours:
        number = np.searchsorted(accounts, table["account"].to_numpy())
        owner = campaign[number]
        if (owner >= 0).any():
            found.append(_hour(table, number, owner, known, recruited))
    return Work(pa.concat_tables(found, promote_options="permissive") if found else pa.table({"campaign": pa.array([], pa.int16())}))
