"""What a search at scale concludes: the campaigns of the accounts that were looked at, with all who belong to them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.campaigns.accounts import REASONS, account_verdicts, attributed, named
from hydrascope.campaigns.build import Render
from hydrascope.campaigns.conclude import described, result_of
from hydrascope.campaigns.identity import campaign_id
from hydrascope.campaigns.model import Campaign, Scanned
from hydrascope.campaigns.more import attributed_to, more_of
from hydrascope.campaigns.standing import Crew, Standing
from hydrascope.campaigns.timeline import at
from hydrascope.campaigns.widen import widen
from hydrascope.detect import Detection
from hydrascope.detect.screen.checkpoint import USUAL, Checkpoint
from hydrascope.detect.screen.families import family_of
from hydrascope.detect.screen.find import Search
from hydrascope.detect.screen.look import to_seconds
from hydrascope.detect.screen.population import usual
from hydrascope.detect.screen.work import ANY, NONE
from hydrascope.schema import ACCOUNT_VERDICTS

Ints = npt.NDArray[np.int64]
Words = Callable[[Detection, pa.Table], Render]
_PREFIX = len("tp-")
NOT_LOOKED_AT = "Taken in by the work it does and the traits it has; {} accounts of the campaign were judged."


def _templates(campaign: Campaign, search: Search) -> dict[str, int]:
    """Return the family of each template of a campaign, that of the shingle that names it; of templates of one family the most used one has it, -1 for none."""
    names = [one.template_id for one in campaign.templates]
    shingles = np.array([int(name[_PREFIX:], 16) for name in names], np.uint64)
    family = family_of(search.people.seen.families, shingles)
    _, first = np.unique(family, return_index=True)
    known = np.isin(np.arange(len(family)), first)
    return dict(zip(names, np.where(known, family, -1).tolist(), strict=True))


def unseen(ids: pa.Array, owner: Ints, exchanges: Ints, whole: Sequence[Campaign], judged: Sequence[int]) -> pa.Table:
    """
    Return the verdicts of accounts that nobody looked at: as that of their campaign, the `owner` among `whole`; all others are clear.

    `owner` is `ANY` for who is of none; `judged` accounts of each campaign were looked at.
    """
    at_ = np.where(owner == ANY, len(whole), owner)
    said = [[NOT_LOOKED_AT.format(n), *(f.finding for f in one.evidence[:REASONS])] for one, n in zip(whole, judged, strict=True)]
    fields = {
        "account_id": ids,
        "score": pa.array(np.array([*(one.members[0].score for one in whole), 0.0])[at_]),
        "verdict": named(at_, [*(one.verdict for one in whole), "clear"]),
        "campaign_id": named(at_, [*(one.campaign_id for one in whole), None]),
        "reasons": pa.array([*said, []], ACCOUNT_VERDICTS.field("reasons").type).take(pa.array(at_)),
        "coordination": pa.array(np.array([*(one.coordination_bits for one in whole), 0.0])[at_]),
        "harvest": pa.array(np.array([*(one.harvest_bits for one in whole), 0.0])[at_]),
        "exchanges": pa.array(exchanges),
    }
    return pa.table([fields[field.name].cast(field.type) for field in ACCOUNT_VERDICTS], schema=ACCOUNT_VERDICTS)


def _known(campaign: Campaign, rows: pa.Table, ids: pa.Array) -> Campaign:
    """Return a campaign with all accounts that do its work, under the name that its very first exchange gives it, whether or not that was looked at."""
    if not len(rows):
        return campaign
    account, ts = rows["account"].to_numpy(), to_seconds(rows["ts"])
    names = ids.take(pa.array(np.unique(account))).to_pylist()
    wide = msgspec.structs.replace(campaign, accounts=sorted([*campaign.accounts, *names]))
    if at(int(ts.min())) >= campaign.first_ts:
        return wide
    first = min((rows["exchange_id"][i].as_py(), ids[int(account[i])].as_py()) for i in np.flatnonzero(ts == ts.min()).tolist())
    return msgspec.structs.replace(wide, campaign_id=campaign_id(first[1], first[0]))


def _checkpoint(search: Search, whole: Sequence[Campaign], ids: pa.Array) -> Checkpoint:
    """Return what is known of all accounts; `whole` are the campaigns in the order of recruits."""
    seen, owner = search.people.seen, np.where(search.looked, NONE, ANY)
    for position, one in enumerate(whole):
        owner[pc.index_in(pa.array(one.accounts), value_set=ids).to_numpy()] = position
    shown = {name: usual(getattr(seen, name), len(owner)) for name in USUAL}
    return Checkpoint(seen.accounts, owner, seen.census, shown, seen.families, [one.marks for one in search.recruited])


class Sampled(NamedTuple):
    """What is concluded of the accounts that were looked at: their campaigns by position, as they are named in the end; verdicts and exchanges."""

    found: dict[int, Campaign]
    verdicts: pa.Table
    exchanges: pa.Table


def sampled(search: Search, detection: Detection, words: Words) -> Sampled:
    """Return what was detected in the accounts that were looked at; `words` puts templates in words."""
    ids, near = search.register["account_id"].combine_chunks(), search.where["exchange_id"].combine_chunks()
    found = described(detection, near, words(detection, search.where))
    named_ = {at_: _known(found[at_], rows, ids) for at_, rows in zip(search.positions, search.work, strict=True)}
    said = found | named_
    verdicts, exchanges = account_verdicts(detection, said), attributed(detection, said, near)
    renamed = {at_: msgspec.structs.replace(one, campaign_id=said[at_].campaign_id) for at_, one in found.items()}
    return Sampled(renamed, verdicts, exchanges)


def conclude_whole(search: Search, near: Sampled, releases: Mapping[str, int]) -> Standing:
    """
    Return the campaigns and the tables of all accounts and exchanges, with what it takes to go on from there; of rejected lines and duplicates it knows nothing.

    The search loses its work on the way, campaign by campaign: exchanges and what is said of them are never in memory all at once.
    """
    ids, did = search.register["account_id"].combine_chunks(), search.people.profile
    campaigns, parts, crews = dict(near.found), [near.exchanges], list[Crew]()
    for at_, position in enumerate(search.positions):
        one = campaigns[position]
        accounts, templates, rows = search.recruited[at_].accounts, _templates(one, search), search.work.pop(0)
        if len(accounts):
            more = more_of(accounts, search.register.take(pa.array(accounts)), did.exchanges[accounts], rows, templates)
            campaigns[position] = widen(one, more, judged=len(one.accounts))
            parts.append(attributed_to(one.campaign_id, more))
        crews.append(Crew(one.campaign_id, len(one.accounts), templates))
    whole = [campaigns[position] for position in search.positions]
    point, rest = _checkpoint(search, whole, ids), np.flatnonzero(~search.looked)
    others = unseen(ids.take(pa.array(rest)), point.owner[rest], did.exchanges[rest], whole, [crew.judged for crew in crews])
    verdicts = pa.concat_tables([near.verdicts, others]).sort_by("account_id")
    scanned = Scanned(int(did.exchanges.sum()), len(did.exchanges), at(int(did.first.min())), at(int(did.last.max())), 0, 0)
    number = pc.index_in(verdicts["account_id"], value_set=ids).combine_chunks().to_numpy().astype(np.int64)
    exchanges = pa.concat_tables(parts).unify_dictionaries()
    return Standing(result_of(scanned, campaigns.values(), releases, verdicts, exchanges), crews, point, number)
