"""From a group with a verdict to a campaign: purpose, templates, timeline, phases, pivots, regrowth."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa

from hydrascope.campaigns.identity import campaign_id
from hydrascope.campaigns.members import heads, links
from hydrascope.campaigns.model import Campaign, Finding, Pivot, Regrowth, Template
from hydrascope.campaigns.phases import phases
from hydrascope.campaigns.purposes import purposes
from hydrascope.campaigns.samples import Filled, filled
from hydrascope.campaigns.shares import counted, shares
from hydrascope.campaigns.timeline import at, timeline
from hydrascope.detect import Detection, members_of
from hydrascope.detect.choice import Candidate
from hydrascope.detect.evidence.regrowth import replacements
from hydrascope.detect.evidence.release_chasing import turns
from hydrascope.detect.verdict import Weighed
from hydrascope.schema import CAPABILITIES, INTENTS

Render = Callable[[Filled], str]
_BANDS = {"confirmed": (0.9, 1.0), "suspected": (0.6, 0.9), "watch": (0.3, 0.6), "clear": (0.0, 0.3)}


def score(verdict: str, bits: float) -> float:
    """
    Return a number from 0 to 1 that sorts as the verdict does, and by bits within it.

    >>> score("confirmed", 40.0), score("watch", 0.0)
    (0.9938, 0.3)
    """
    low, high = _BANDS[verdict]
    return round(low + (high - low) * (1.0 - 2.0 ** (-max(bits, 0.0) / 10.0)), 4)


def _findings(weighed: Sequence[Weighed]) -> list[Finding]:
    return [Finding(w.channel, w.family, w.side, round(float(w.bits), 2), w.finding) for w in weighed]


def _templates(found: Sequence[Filled], detection: Detection, render: Render) -> list[Template]:
    x = detection.scene.traffic.exchanges
    out = []
    for one in found:
        intent = INTENTS[int(np.argmax(np.bincount(purposes(x, one.rows), minlength=len(INTENTS))))]
        out.append(Template(one.name, render(one), len(one.rows), len(np.unique(x.a[one.rows])), intent))
    return out


def _pivots(candidate: Candidate, detection: Detection) -> list[Pivot]:
    models = detection.scene.traffic.models
    found = [turn for turn in turns(candidate.group, detection.scene) if turn.pivot]
    return [Pivot(at(t.at), models[t.model], round(t.share, 4), round((t.at - t.released) / 3600, 2), round(t.matched, 4)) for t in found]


def build(candidate: Candidate, detection: Detection, exchange_ids: pa.Array, render: Render) -> Campaign:
    """Return the campaign behind a group; `exchange_ids` names the exchanges by their number, `render` puts a template in words."""
    scene, judgement = detection.scene, candidate.judgement
    x, ids = scene.traffic.exchanges, scene.traffic.accounts.ids
    rows, members = candidate.group.rows, members_of(candidate)
    found = filled(candidate, detection)
    edges = links(candidate.group, scene, members, {one.template: one.name for one in found})
    ts, intents = x.ts[rows], purposes(x, rows)
    own = rows[np.isin(x.a[rows], members)]
    first = own[np.argmin(x.xid[own])]
    return Campaign(
        campaign_id=campaign_id(ids[x.a[first]], exchange_ids[int(x.xid[first])].as_py()),
        verdict=judgement.verdict,
        bits=round(judgement.bits, 2),
        coordination_bits=round(judgement.coordination, 2),
        harvest_bits=round(judgement.harvest, 2),
        accounts=sorted(ids[a] for a in members),
        exchanges=len(rows),
        first_ts=at(int(ts.min())),
        last_ts=at(int(ts.max())),
        evidence=_findings(judgement.evidence),
        explanations=_findings(judgement.explanations),
        capabilities=shares(x.capability[rows], CAPABILITIES),
        intents=shares(intents, INTENTS),
        templates=_templates(found, detection, render),
        pathways=pathways(candidate, detection),
        models=counted(x.model[rows], scene.traffic.models),
        timeline=timeline(ts, x.model[rows], scene.traffic.models),
        pivots=_pivots(candidate, detection),
        phases=phases(ts, intents),
        regrowth=[Regrowth(ids[r.banned], ids[r.successor], round(r.hours, 2)) for r in replacements(candidate.group, scene)],
        members=heads(candidate.group, scene, members, score(judgement.verdict, judgement.bits), edges),
        links=edges,
        output_tokens=int(x.tokens[rows].sum()),
    )


def pathways(candidate: Candidate, detection: Detection) -> dict[str, int]:
    """Return how many of the accounts used each access pathway, most first; an account may use several."""
    x = detection.scene.traffic.exchanges
    rows = candidate.group.rows
    pairs = np.unique(np.stack([x.pathway[rows], x.a[rows]]), axis=1)
    return counted(pairs[0], detection.scene.traffic.pathways)
