"""What is concluded about each account and each attributed exchange, as tables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.campaigns.build import score
from hydrascope.campaigns.model import Campaign
from hydrascope.campaigns.purposes import purposes
from hydrascope.campaigns.samples import filled
from hydrascope.detect import Detection, members_of, relays_of
from hydrascope.detect.choice import Candidate
from hydrascope.detect.scene import Scene
from hydrascope.schema import ACCOUNT_VERDICTS, ATTRIBUTED, CAPABILITIES, INTENTS

REASONS = 6  # sentences that an account's verdict comes with


def _reasons(campaign: Campaign, member_exchanges: int, exchanges: int) -> list[str]:
    part = (
        f"{member_exchanges} of its {exchanges} exchanges belong to the work of {len(campaign.accounts)} accounts ({campaign.campaign_id})."
    )
    return [part, *(f.finding for f in campaign.evidence[:REASONS])]


def _own_harvest(detection: Detection) -> npt.NDArray[np.float64]:
    """Return how unusual each account's share of harvesting requests is, in bits, whatever its company."""
    scene = detection.scene
    share = 1.0 - scene.profile.innocent
    null = np.sort(share[scene.independent])
    beyond = len(null) - np.searchsorted(null, share, side="left")
    return np.where(share > 0, np.maximum(0.0, -np.log2((1 + beyond) / (1 + len(null))) - 1.0), 0.0)


class Concluded(NamedTuple):
    """What is concluded about one account."""

    verdict: str
    campaign: str | None
    points: float
    reasons: list[str]


def _heads(candidate: Candidate, campaign: Campaign, scene: Scene) -> dict[int, Concluded]:
    points = score(campaign.verdict, campaign.bits)
    members, every = members_of(candidate), scene.profile.exchanges
    worked = candidate.group.of(members).exchanges
    return {
        a: Concluded(campaign.verdict, campaign.campaign_id, points, _reasons(campaign, n, int(every[a])))
        for a, n in zip(members.tolist(), worked.tolist(), strict=True)
    }


def _relays(candidate: Candidate, campaign: Campaign, scene: Scene) -> dict[int, Concluded]:
    """Return the gateways that carry the campaign's stream: on watch, for their other customers are honest."""
    carried = scene.traffic.exchanges.a[candidate.group.rows]
    say = "It carries {} exchanges of {} among the traffic of other customers; it is no head."
    return {
        a: Concluded("watch", campaign.campaign_id, score("watch", 0.0), [say.format(int((carried == a).sum()), campaign.campaign_id)])
        for a in relays_of(candidate, scene).tolist()
    }


def account_verdicts(detection: Detection, campaigns: Mapping[int, Campaign]) -> pa.Table:
    """
    Return one row an account, sorted by id, as `schema.ACCOUNT_VERDICTS`.

    `campaigns` gives the campaign of each candidate by its position. A clear
    account keeps the bits that stood in any set with it, and those of its own
    requests, so that a reader sees how near it came; its score is by the
    smaller of the two, for a campaign needs both.
    """
    scene = detection.scene
    coordination, harvest = np.maximum(detection.ties, 0.0), _own_harvest(detection)
    near = np.minimum(coordination, harvest).tolist()
    found: dict[int, Concluded] = {}
    mild_first = sorted(campaigns.items(), reverse=True)
    for at, campaign in mild_first:
        found |= _relays(detection.candidates[at], campaign, scene)
    for at, campaign in mild_first:
        heads = _heads(detection.candidates[at], campaign, scene)
        found |= heads
        members = np.array(sorted(heads), np.int64)
        coordination[members], harvest[members] = campaign.coordination_bits, campaign.harvest_bits
    rows = [found.get(a) or Concluded("clear", None, score("clear", near[a]), []) for a in range(scene.n_accounts)]
    columns = [
        scene.traffic.accounts.ids,
        [round(r.points, 4) for r in rows],
        [r.verdict for r in rows],
        [r.campaign for r in rows],
        [r.reasons for r in rows],
        np.round(coordination, 2),
        np.round(harvest, 2),
        scene.profile.exchanges,
    ]
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, ACCOUNT_VERDICTS, strict=True)], schema=ACCOUNT_VERDICTS)


def coded(codes: npt.NDArray[np.integer], names: Sequence[str | None]) -> pa.DictionaryArray:
    """Return texts by their number, one code a row; None is null."""
    known = np.array([name is not None for name in names], bool)
    place = (np.cumsum(known) - 1).astype(np.int32)
    texts = pa.array([name for name in names if name is not None], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(place[codes], mask=~known[codes]), texts)


def named(codes: npt.NDArray[np.integer], names: Sequence[str | None]) -> pa.Array:
    """Return the same as plain texts."""
    return coded(codes, names).cast(pa.string())


def _attributed(candidate: Candidate, campaign: Campaign, detection: Detection, exchange_ids: pa.Array) -> pa.Table:
    x, ids = detection.scene.traffic.exchanges, detection.scene.traffic.accounts.ids
    rows = candidate.group.rows
    templates = filled(candidate, detection)
    place = {one.template: at for at, one in enumerate(templates)}
    known, at = np.unique(x.template[rows], return_inverse=True)
    filling = np.array([place.get(t, len(templates)) for t in known.tolist()], np.int64)[at]
    columns = [
        exchange_ids.take(pa.array(x.xid[rows])),
        coded(x.a[rows], ids),
        coded(np.zeros(len(rows), np.int64), [campaign.campaign_id]),
        coded(filling, [*(one.name for one in templates), None]),
        coded(purposes(x, rows), INTENTS),
        coded(x.capability[rows], CAPABILITIES),
    ]
    return pa.Table.from_arrays(columns, schema=ATTRIBUTED)


def attributed(detection: Detection, campaigns: Mapping[int, Campaign], exchange_ids: pa.Array) -> pa.Table:
    """Return one row for each exchange of a campaign, sorted by campaign and id, as `schema.ATTRIBUTED`."""
    parts = [_attributed(detection.candidates[at], campaign, detection, exchange_ids) for at, campaign in campaigns.items()]
    table = pa.concat_tables([ATTRIBUTED.empty_table(), *parts])
    keys = pa.table({"campaign_id": table["campaign_id"].cast(pa.string()), "exchange_id": table["exchange_id"]})
    return table.unify_dictionaries().take(pc.sort_indices(keys, [(name, "ascending") for name in keys.column_names]))
