"""Everything that a scan concludes, from what detection found."""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from hydrascope.campaigns.accounts import account_verdicts, attributed
from hydrascope.campaigns.build import Render, build
from hydrascope.campaigns.model import Campaign, Release, Scanned, ScanResult
from hydrascope.campaigns.timeline import at
from hydrascope.detect import Detection
from hydrascope.detect.rules import CLEAR, ORDER


def severity(campaign: Campaign) -> tuple[object, ...]:
    """Return what orders campaigns, the most severe first."""
    return (ORDER.index(campaign.verdict), -campaign.bits, -len(campaign.accounts), campaign.campaign_id)


def described(detection: Detection, exchange_ids: pa.Array, render: Render) -> dict[int, Campaign]:
    """Return the campaign of each candidate that did not come out clear, by its position; `exchange_ids` names the exchanges by their number."""
    return {
        i: build(candidate, detection, exchange_ids, render)
        for i, candidate in enumerate(detection.candidates)
        if candidate.judgement.verdict != CLEAR
    }


def result_of(
    scanned: Scanned, found: Iterable[Campaign], releases: Mapping[str, int], verdicts: pa.Table, exchanges: pa.Table
) -> ScanResult:
    """Return what was concluded as one record, the most severe campaign first."""
    return ScanResult(
        scanned=scanned,
        campaigns=sorted(found, key=severity),
        releases=[Release(model, at(seconds)) for model, seconds in sorted(releases.items(), key=lambda r: (r[1], r[0]))],
        account_verdicts=verdicts,
        attributed=exchanges,
    )


def conclude(
    detection: Detection, exchange_ids: pa.Array, releases: Mapping[str, int], render: Render, *, rejected: int, duplicates: int
) -> ScanResult:
    """Return the campaigns, most severe first, and the tables of accounts and exchanges; `exchange_ids` names the exchanges by their number."""
    found = described(detection, exchange_ids, render)
    ts = detection.scene.traffic.exchanges.ts
    scanned = Scanned(len(ts), detection.scene.n_accounts, at(int(ts.min())), at(int(ts.max())), rejected, duplicates)
    return result_of(scanned, found.values(), releases, account_verdicts(detection, found), attributed(detection, found, exchange_ids))
