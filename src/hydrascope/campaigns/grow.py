"""What was concluded at a checkpoint, with what its campaigns did since and with the accounts that came to them."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from msgspec.structs import replace

from hydrascope.campaigns.conclude import severity
from hydrascope.campaigns.model import Campaign, Scanned, ScanResult
from hydrascope.campaigns.more import More, attributed_to, more_of
from hydrascope.campaigns.standing import Standing
from hydrascope.campaigns.timeline import at
from hydrascope.campaigns.whole import unseen
from hydrascope.campaigns.widen import widen
from hydrascope.detect.screen.checkpoint import Since
from hydrascope.schema import ACCOUNT_VERDICTS, ACCOUNTS

Ints = npt.NDArray[np.int64]
Register = Callable[[npt.NDArray[np.uint64]], pa.Table]


class _People:
    """Who accounts are, by number: those that the checkpoint knew by id alone, all others in full."""

    def __init__(self, standing: Standing, later: Since, fresh: Ints, register: Register) -> None:
        self._row = np.empty(len(standing.number), np.int64)
        self._row[standing.number] = np.arange(len(self._row))
        self._ids = standing.result.account_verdicts["account_id"]
        self.fresh = fresh  # accounts that are of another campaign by now, and those that came since, in order
        self.known = register(later.accounts[fresh])  # a row of `schema.ACCOUNTS` for each of these

    def of(self, accounts: Ints) -> pa.Table:
        """Return a row of `schema.ACCOUNTS` for each account."""
        fresh = np.isin(accounts, self.fresh)
        told = self.known.take(pa.array(np.searchsorted(self.fresh, accounts[fresh])))
        names = self._ids.take(pa.array(self._row[accounts[~fresh]])).combine_chunks()
        rest = pa.table({field.name: names if field.name == "account_id" else pa.nulls(len(names), field.type) for field in ACCOUNTS})
        whole = pa.concat_tables([told.cast(ACCOUNTS), rest.cast(ACCOUNTS)])
        return whole.take(pa.array(np.argsort(np.concatenate([np.flatnonzero(fresh), np.flatnonzero(~fresh)]))))


def _more(later: Since, owner: Ints, campaign: int, people: _People, standing: Standing) -> More | None:
    rows = later.work[campaign]
    rows = rows.filter(pa.array(owner[rows["account"].to_numpy()] == campaign))
    if not len(rows):
        return None
    accounts = np.unique(rows["account"].to_numpy()).astype(np.int64)
    return more_of(accounts, people.of(accounts), later.census.exchanges[accounts], rows, standing.crews[campaign].templates)


def _verdicts(standing: Standing, later: Since, owner: Ints, people: _People, whole: list[Campaign]) -> pa.Table:
    """Return the verdicts of all accounts: those of the checkpoint, but for who was of no campaign then and is of one now, or was not there."""
    known, exchanges = standing.result.account_verdicts, later.census.exchanges
    counted = known.set_column(
        known.schema.get_field_index("exchanges"), ACCOUNT_VERDICTS.field("exchanges"), pa.array(exchanges[standing.number])
    )
    stayed = counted.filter(pa.array(~np.isin(standing.number, people.fresh)))
    judged = [crew.judged for crew in standing.crews]
    new = unseen(people.known["account_id"], owner[people.fresh], exchanges[people.fresh], whole, judged)
    return pa.concat_tables([stayed, new]).sort_by("account_id")


def grown(standing: Standing, later: Since, owner: Ints, register: Register, *, rejected: int, duplicates: int) -> ScanResult:
    """
    Return what is concluded by the end of the hours after a checkpoint.

    `owner` is the campaign of each account by now, as `detect.screen.checkpoint.newcomers` says;
    `register` returns rows of `schema.ACCOUNTS` for pseudonyms. Evidence, phases and links stay those of the checkpoint.
    """
    result, before = standing.result, len(standing.point.owner)
    joined = np.flatnonzero(owner[:before] != standing.point.owner)
    people = _People(standing, later, np.append(joined, np.arange(before, len(owner))), register)
    found, parts = {one.campaign_id: one for one in result.campaigns}, [result.attributed]
    for campaign, crew in enumerate(standing.crews):
        more = _more(later, owner, campaign, people, standing)
        if more is not None:
            found[crew.campaign_id] = widen(found[crew.campaign_id], more, judged=crew.judged)
            parts.append(attributed_to(crew.campaign_id, more))
    whole = [found[crew.campaign_id] for crew in standing.crews]
    did = later.census
    return replace(
        result,
        scanned=Scanned(int(did.exchanges.sum()), len(owner), at(int(did.first.min())), at(int(did.last.max())), rejected, duplicates),
        campaigns=sorted(found.values(), key=severity),
        account_verdicts=_verdicts(standing, later, owner, people, whole),
        attributed=pa.concat_tables(parts).unify_dictionaries(),
        judged=result.scanned.last_ts,
    )
