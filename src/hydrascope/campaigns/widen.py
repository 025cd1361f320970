"""A campaign that was judged by a sample of its accounts, with all of them and all that they did."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.campaigns.model import Campaign, Finding, Member, Template, TimelinePoint
from hydrascope.campaigns.more import More
from hydrascope.campaigns.purposes import told
from hydrascope.campaigns.shares import counted
from hydrascope.campaigns.timeline import at, timeline
from hydrascope.schema import CAPABILITIES, INTENTS

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.integer]
Mask = npt.NDArray[np.bool_]
SAMPLED = "sampled_accounts"


def _codes(names: pa.Array) -> tuple[Ints, list[str]]:
    coded = names.dictionary_encode()
    return coded.indices.fill_null(-1).to_numpy().astype(np.int64), coded.dictionary.to_pylist()


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    whole = {name: one.get(name, 0) + other.get(name, 0) for name in {*one, *other}}
    return dict(sorted(whole.items(), key=lambda item: (-item[1], item[0])))


def _mixed(before: Mapping[str, float], n: int, codes: Codes, names: Sequence[str]) -> dict[str, float]:
    """Return shares among exchanges of which `n` had the shares from before, and the others have codes."""
    more = np.bincount(codes, minlength=len(names))
    whole = {name: before.get(name, 0.0) * n + int(more[i]) for i, name in enumerate(names)}
    order = sorted((name for name in whole if whole[name]), key=lambda name: (-whole[name], name))
    return {name: round(whole[name] / (n + len(codes)), 6) for name in order}


def _points(before: Sequence[TimelinePoint], more: Sequence[TimelinePoint]) -> list[TimelinePoint]:
    found = {point.ts: point for point in before}
    for point in more:
        old = found.get(point.ts)
        found[point.ts] = TimelinePoint(point.ts, old.exchanges + point.exchanges, _added(old.models, point.models)) if old else point
    return [found[ts] for ts in sorted(found)]


def _template(one: Template, more: More, new: Mask) -> Template:
    mine = (more.family >= 0) & (more.family == more.templates.get(one.template_id, -1))
    filled = np.zeros(len(new), bool)
    filled[more.who[mine]] = True
    accounts = one.accounts + int((filled & new).sum())
    return msgspec.structs.replace(one, exchanges=one.exchanges + int(mine.sum()), accounts=accounts)


def _went_on(one: Member, worked: int, sent: int, first: int, last: int) -> Member:
    """Return a member with more of its work; of all its exchanges what is none is cover."""
    return msgspec.structs.replace(
        one,
        exchanges=one.exchanges + worked,
        cover=sent - one.exchanges - worked,
        first_ts=min(one.first_ts, at(first)),
        last_ts=max(one.last_ts, at(last)),
    )


def _members(campaign: Campaign, more: More) -> list[Member]:
    count = len(more.ids)
    worked = np.bincount(more.who, minlength=count).tolist()
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, more.who, more.ts)
    np.maximum.at(last, more.who, more.ts)
    score = campaign.members[0].score if campaign.members else 0.0
    found = {member.account_id: member for member in campaign.members}
    for i in np.flatnonzero(worked).tolist():
        name, begin, end, sent = more.ids[i], int(first[i]), int(last[i]), int(more.sent[i])
        new = Member(name, score, 0, 0, at(begin), at(end), more.born[i], more.banned[i], ["template"])
        found[name] = _went_on(found.get(name, new), worked[i], sent, begin, end)
    return sorted(found.values(), key=lambda member: (-member.exchanges, member.account_id))


def _sampled(campaign: Campaign, judged: int, accounts: int) -> list[Finding]:
    """Return the explanations with one that says how many accounts were judged, where these are not all."""
    others = [one for one in campaign.explanations if one.channel != SAMPLED]
    say = f"{judged} of its {accounts} accounts were judged; the others do the same work and have the same traits."
    return others if judged == accounts else [*others, Finding(SAMPLED, "sample", "explanation", 0.0, say)]


def widen(campaign: Campaign, more: More, *, judged: int) -> Campaign:
    """
    Return a campaign with more work, and with the accounts that did it where it has these not yet; `judged` of its accounts were judged themselves.

    Its bits, its phases, turns and the links between accounts stay those of the sample. Of accounts that it has
    already, templates and pathways are not counted again.
    """
    if not len(more.ids):
        return campaign
    known = set(campaign.accounts)
    new = np.array([name not in known for name in more.ids])
    models, names = _codes(more.model)
    paths, pathways = _codes(more.pathway)
    came = np.zeros((len(pathways), len(new)), bool)
    came[paths[paths >= 0], more.who[paths >= 0]] = True
    by_path = dict(zip(pathways, (came & new).sum(axis=1).tolist(), strict=True))
    accounts = sorted(known.union(more.ids))
    return msgspec.structs.replace(
        campaign,
        accounts=accounts,
        exchanges=campaign.exchanges + len(more.ts),
        first_ts=min(campaign.first_ts, at(int(more.ts.min()))),
        last_ts=max(campaign.last_ts, at(int(more.ts.max()))),
        explanations=_sampled(campaign, judged, len(accounts)),
        capabilities=_mixed(campaign.capabilities, campaign.exchanges, more.capability, CAPABILITIES),
        intents=_mixed(campaign.intents, campaign.exchanges, told(more.family, more.intent), INTENTS),
        templates=[_template(one, more, new) for one in campaign.templates],
        pathways=_added(campaign.pathways, {name: n for name, n in by_path.items() if n}),
        models=_added(campaign.models, counted(models, names)),
        timeline=_points(campaign.timeline, timeline(more.ts, models, names)),
        members=_members(campaign, more),
        output_tokens=campaign.output_tokens + int(more.tokens.sum()),
    )
