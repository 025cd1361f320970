"""What is concluded about each account and each attributed exchange, as tables."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.campaigns.build import score
from hydrascope.campaigns.model import Campaign
from hydrascope.campaigns.samples import filled
from hydrascope.detect import Detection, members_of
from hydrascope.detect.groups import Candidate
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
    share = 1.0 - scene.profile.intents[:, 0]
    null = np.sort(share[scene.independent])
    beyond = len(null) - np.searchsorted(null, share, side="left")
    return np.where(share > 0, np.maximum(0.0, -np.log2((1 + beyond) / (1 + len(null))) - 1.0), 0.0)


def account_verdicts(detection: Detection, campaigns: Mapping[int, Campaign]) -> pa.Table:
    """
    Return one row an account, sorted by id, as `schema.ACCOUNT_VERDICTS`.

    `campaigns` gives the campaign of each candidate by its position. A clear
    account keeps the bits that stood in any set with it, and those of its own
    requests, so that a reader sees how near it came; its score is by the
    smaller of the two, for a campaign needs both.
    """
    scene = detection.scene
    count, ids = scene.n_accounts, scene.traffic.accounts.ids
    verdict, campaign_of = ["clear"] * count, list[str | None]([None] * count)
    reasons: list[list[str]] = [[] for _ in range(count)]
    coordination, harvest = np.maximum(detection.ties, 0.0), _own_harvest(detection)
    points = np.array([score("clear", min(c, h)) for c, h in zip(coordination.tolist(), harvest.tolist(), strict=True)])
    for at, candidate in reversed(list(enumerate(detection.candidates))):
        campaign, judgement = campaigns.get(at), candidate.judgement
        for a in members_of(candidate).tolist():
            if campaign is not None:
                coordination[a], harvest[a] = judgement.coordination, judgement.harvest
                points[a] = score(judgement.verdict, judgement.bits)
                verdict[a], campaign_of[a] = campaign.verdict, campaign.campaign_id
                reasons[a] = _reasons(campaign, int(candidate.group.profile.exchanges[a]), int(scene.profile.exchanges[a]))
    columns = [
        ids,
        np.round(points, 4),
        verdict,
        campaign_of,
        reasons,
        np.round(coordination, 2),
        np.round(harvest, 2),
        scene.profile.exchanges,
    ]
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, ACCOUNT_VERDICTS, strict=True)], schema=ACCOUNT_VERDICTS)


def _attributed(candidate: Candidate, campaign: Campaign, detection: Detection, exchange_ids: Sequence[str]) -> pa.Table:
    x, ids = detection.scene.traffic.exchanges, detection.scene.traffic.accounts.ids
    rows = candidate.group.rows
    names = {one.template: one.name for one in filled(candidate, detection)}
    columns = [
        [exchange_ids[i] for i in x.xid[rows]],
        [ids[a] for a in x.a[rows]],
        [campaign.campaign_id] * len(rows),
        [names.get(t) for t in x.template[rows].tolist()],
        [INTENTS[i] for i in x.intent[rows]],
        [CAPABILITIES[i] for i in x.capability[rows]],
    ]
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, ATTRIBUTED, strict=True)], schema=ATTRIBUTED)


def attributed(detection: Detection, campaigns: Mapping[int, Campaign], exchange_ids: Sequence[str]) -> pa.Table:
    """Return one row for each exchange of a campaign, sorted by campaign and id, as `schema.ATTRIBUTED`."""
    parts = [_attributed(detection.candidates[at], campaign, detection, exchange_ids) for at, campaign in campaigns.items()]
    table = pa.concat_tables([ATTRIBUTED.empty_table(), *parts])
    return table.sort_by([("campaign_id", "ascending"), ("exchange_id", "ascending")])
