"""A campaign that was judged by a sample of its accounts, with all of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.campaigns.model import Campaign, Finding, Member, Template, TimelinePoint
from hydrascope.campaigns.purposes import told
from hydrascope.campaigns.shares import counted
from hydrascope.campaigns.timeline import at, timeline
from hydrascope.schema import CAPABILITIES, INTENTS

Ints = npt.NDArray[np.int64]


class More(NamedTuple):
    """
    The accounts of a campaign that nobody judged, and their work.

    One row an account in `ids`, `sent` (all its exchanges), `born` and `banned`
    (None where unknown); one row an exchange in the others, `who` being the row
    of its account and `family` a number that `templates` gives for each template of the campaign, -1 for none.
    """

    ids: Sequence[str]
    sent: Ints
    born: Sequence[datetime | None]
    banned: Sequence[datetime | None]
    who: Ints
    ts: Ints  # seconds since 1970
    family: Ints
    intent: Ints
    capability: Ints
    tokens: Ints
    model: pa.Array
    pathway: pa.Array
    templates: Mapping[str, int]


def _codes(names: pa.Array) -> tuple[Ints, list[str]]:
    coded = names.dictionary_encode()
    return coded.indices.fill_null(-1).to_numpy().astype(np.int64), coded.dictionary.to_pylist()


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    whole = {name: one.get(name, 0) + other.get(name, 0) for name in {*one, *other}}
    return dict(sorted(whole.items(), key=lambda item: (-item[1], item[0])))


def _mixed(before: Mapping[str, float], n: int, codes: Ints, names: Sequence[str]) -> dict[str, float]:
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


def _template(one: Template, more: More) -> Template:
    mine = (more.family >= 0) & (more.family == more.templates.get(one.template_id, -1))
    return msgspec.structs.replace(one, exchanges=one.exchanges + int(mine.sum()), accounts=one.accounts + len(np.unique(more.who[mine])))


def _members(campaign: Campaign, more: More) -> list[Member]:
    count = len(more.ids)
    worked = np.bincount(more.who, minlength=count)
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, more.who, more.ts)
    np.maximum.at(last, more.who, more.ts)
    score = campaign.members[0].score if campaign.members else 0.0
    made = [
        Member(
            more.ids[i],
            score,
            int(worked[i]),
            int(more.sent[i] - worked[i]),
            at(int(first[i])),
            at(int(last[i])),
            more.born[i],
            more.banned[i],
            ["template"],
        )
        for i in range(count)
        if worked[i]
    ]
    return sorted([*campaign.members, *made], key=lambda member: (-member.exchanges, member.account_id))


def _sampled(campaign: Campaign, more: More) -> Finding:
    say = f"{len(campaign.accounts)} of its {len(campaign.accounts) + len(more.ids)} accounts were judged; the others do the same work and have the same traits."
    return Finding("sampled_accounts", "sample", "explanation", 0.0, say)


def widen(campaign: Campaign, more: More) -> Campaign:
    """
    Return a campaign with accounts that were not judged themselves, and what they did for it.

    Its bits, its phases, turns and the links between accounts stay those of the sample.
    """
    if not len(more.ids):
        return campaign
    models, names = _codes(more.model)
    paths, pathways = _codes(more.pathway)
    pairs = np.unique(np.stack([paths, more.who]), axis=1)
    return msgspec.structs.replace(
        campaign,
        accounts=sorted([*campaign.accounts, *more.ids]),
        exchanges=campaign.exchanges + len(more.ts),
        first_ts=min(campaign.first_ts, at(int(more.ts.min()))),
        last_ts=max(campaign.last_ts, at(int(more.ts.max()))),
        explanations=[*campaign.explanations, _sampled(campaign, more)],
        capabilities=_mixed(campaign.capabilities, campaign.exchanges, more.capability, CAPABILITIES),
        intents=_mixed(campaign.intents, campaign.exchanges, told(more.family, more.intent), INTENTS),
        templates=[_template(one, more) for one in campaign.templates],
        pathways=_added(campaign.pathways, counted(pairs[0], pathways)),
        models=_added(campaign.models, counted(models, names)),
        timeline=_points(campaign.timeline, timeline(more.ts, models, names)),
        members=_members(campaign, more),
        output_tokens=campaign.output_tokens + int(more.tokens.sum()),
    )
