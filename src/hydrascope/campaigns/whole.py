"""What a search at scale concludes: the campaigns of the accounts that were looked at, with all who belong to them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.campaigns.accounts import REASONS, account_verdicts, attributed, named
from hydrascope.campaigns.build import Render
from hydrascope.campaigns.conclude import described, result_of
from hydrascope.campaigns.identity import campaign_id
from hydrascope.campaigns.model import Campaign, Scanned, ScanResult
from hydrascope.campaigns.purposes import told
from hydrascope.campaigns.timeline import at
from hydrascope.campaigns.widen import More, widen
from hydrascope.detect.screen.families import family_of
from hydrascope.detect.screen.find import Search
from hydrascope.detect.screen.look import to_seconds
from hydrascope.schema import ACCOUNT_VERDICTS, ATTRIBUTED, CAPABILITIES, INTENTS

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


def _more(search: Search, accounts: npt.NDArray[np.int64], rows: pa.Table, campaign: Campaign) -> More:
    """Return the recruits of a campaign and what they did, which is `rows` of the work of all."""
    people = search.register.take(pa.array(accounts))

    def column(name: str) -> npt.NDArray[np.int64]:
        return rows[name].to_numpy().astype(np.int64)

    born, banned = (_times(people[name]) for name in ("created_at", "banned_at"))
    return More(
        ids=people["account_id"].to_pylist(),
        sent=search.people.profile.exchanges[accounts],
        born=born,
        banned=banned,
        who=np.searchsorted(accounts, column("account")),
        ts=to_seconds(rows["ts"]),
        family=column("family"),
        intent=column("intent"),
        capability=column("capability"),
        tokens=column("output_tokens"),
        model=rows["model"].combine_chunks(),
        pathway=rows["pathway"].combine_chunks(),
        templates=_templates(campaign, search),
    )


def _times(column: pa.ChunkedArray) -> list[datetime | None]:
    micros = column.cast(pa.int64()).to_pylist()
    return [None if one is None else at(one / 1e6) for one in micros]


def _attributed(campaign: Campaign, more: More, ids: pa.Array) -> pa.Table:
    names = {family: name for name, family in more.templates.items() if family >= 0}
    known, row = np.unique(more.family, return_inverse=True)
    count = len(more.ts)
    columns = [
        ids,
        named(more.who, more.ids),
        named(np.zeros(count, np.int64), [campaign.campaign_id]),
        named(row, [names.get(family) for family in known.tolist()]),
        named(told(more.family, more.intent), INTENTS),
        named(more.capability, CAPABILITIES),
    ]
    return pa.Table.from_arrays(columns, schema=ATTRIBUTED)


def _others(search: Search, whole: Sequence[Campaign], samples: Sequence[int]) -> pa.Table:
    """Return the verdicts of accounts that nobody looked at: recruits as their campaign, which is one of `whole` in the order of recruits; all others clear."""
    rest = np.flatnonzero(~search.looked)
    owner = np.full(len(search.looked), len(whole))
    for position, one in enumerate(search.recruited):
        owner[one.accounts] = position
    at_ = owner[rest]
    said = [[NOT_LOOKED_AT.format(n), *(f.finding for f in one.evidence[:REASONS])] for one, n in zip(whole, samples, strict=True)]
    fields = {
        "account_id": search.register["account_id"].take(pa.array(rest)),
        "score": pa.array(np.array([*(one.members[0].score for one in whole), 0.0])[at_]),
        "verdict": named(at_, [*(one.verdict for one in whole), "clear"]),
        "campaign_id": named(at_, [*(one.campaign_id for one in whole), None]),
        "reasons": pa.array([*said, []], ACCOUNT_VERDICTS.field("reasons").type).take(pa.array(at_)),
        "coordination": pa.array(np.array([*(one.coordination_bits for one in whole), 0.0])[at_]),
        "harvest": pa.array(np.array([*(one.harvest_bits for one in whole), 0.0])[at_]),
        "exchanges": pa.array(search.people.profile.exchanges[rest]),
    }
    return pa.table([fields[field.name].cast(field.type) for field in ACCOUNT_VERDICTS], schema=ACCOUNT_VERDICTS)


def _begun(campaign: Campaign, more: More, ids: pa.Array) -> Campaign:
    """Return a campaign under the name that its very first exchange gives it, whether or not that was looked at."""
    if not len(more.ts) or at(int(more.ts.min())) >= campaign.first_ts:
        return campaign
    first = min((ids[i].as_py(), more.ids[more.who[i]]) for i in np.flatnonzero(more.ts == more.ts.min()).tolist())
    return msgspec.structs.replace(campaign, campaign_id=campaign_id(first[1], first[0]))


def conclude_whole(
    search: Search,
    releases: Mapping[str, int],
    render: Render,
    *,
    rejected: int,
    duplicates: int,
) -> ScanResult:
    """Return the campaigns and the tables of all accounts and exchanges."""
    ids_near = search.where["exchange_id"].combine_chunks()
    found = described(search.detection, ids_near, render)
    parts, samples = [], [len(found[position].accounts) for position in search.positions]
    for at_, position in enumerate(search.positions):
        accounts = search.recruited[at_].accounts
        if not len(accounts):
            continue
        rows = search.work.of(at_)
        more, ids = _more(search, accounts, rows, found[position]), rows["exchange_id"].combine_chunks()
        found[position] = widen(_begun(found[position], more, ids), more)
        parts.append(_attributed(found[position], more, ids))
    did = search.people.profile
    scanned = Scanned(int(did.exchanges.sum()), len(did.exchanges), at(int(did.first.min())), at(int(did.last.max())), rejected, duplicates)
    others = _others(search, [found[position] for position in search.positions], samples)
    verdicts = pa.concat_tables([account_verdicts(search.detection, found), others]).sort_by("account_id")
    exchanges = pa.concat_tables([attributed(search.detection, found, ids_near), *parts])
    return result_of(scanned, found.values(), releases, verdicts, exchanges)
