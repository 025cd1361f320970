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
NONE, ANY = -1, -2  # in place of a campaign: an account that is of none, and one that may yet be of any


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


def _worked(owner: Ints, family: Ints, bare: npt.NDArray[np.uint64], marks: Sequence[Marks]) -> tuple[Ints, Ints]:
    """Return which exchanges have a mark of a campaign that their account is of or may be of, in order, and of which."""
    rows, campaigns = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for campaign, one in enumerate(marks):
        mine = np.flatnonzero((owner == campaign) | (owner == ANY))
        value = (family[mine] + 1).astype(np.uint64) if one.by_text else bare[mine]
        rows.append(mine[np.isin(value, one.values)])
        campaigns.append(np.full(len(rows[-1]), campaign))
    found, of = np.concatenate(rows), np.concatenate(campaigns)
    order = np.lexsort((of, found))
    return found[order], of[order]


def marked(table: pa.Table, account: Ints, owner: Ints, known: Families, marks: Sequence[Marks]) -> pa.Table:
    """
    Return the exchanges of a part of a log that have a mark of the campaign that their account is of, as rows of `Work`.

    `owner` is the campaign of each exchange's account, -1 for none; `ANY` may be of any, and has a row for each whose mark it has.
    """
    mine = np.flatnonzero(owner != NONE)
    table, account, owner = table.take(pa.array(mine)), account[mine], owner[mine]
    family = held(known, *sketches(table))
    kept, campaign = _worked(owner, family, bare(table), marks)
    rows = table.drop_columns(["account", "sketch", "config_hash", "structure_hash"]).take(pa.array(kept))
    named = {"account": account[kept].astype(np.int32), "campaign": campaign.astype(np.int16), "family": family[kept].astype(np.int32)}
    for name, column in named.items():
        rows = rows.append_column(name, pa.array(column))
    return rows


def together(parts: Sequence[pa.Table]) -> Work:
    """Return the work of several parts of a log."""
    return Work(pa.concat_tables(parts, promote_options="permissive") if parts else pa.table({"campaign": pa.array([], pa.int16())}))


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
            found.append(marked(table, number, owner, known, [one.marks for one in recruited]))
    return together(found)
