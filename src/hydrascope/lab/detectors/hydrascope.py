"""Our own scan as a detector among others."""

from typing import NamedTuple

from hydrascope.campaigns import ScanResult, conclude
from hydrascope.detect import Detection, detect
from hydrascope.engine import connect
from hydrascope.lab.detectors.model import Findings, Observed

ACCUSING = ("confirmed", "suspected")


class Explained(NamedTuple):
    """All that a scan concluded: what the fingerprints hold, and what is made of it."""

    detection: Detection
    result: ScanResult


def explained(observed: Observed) -> Explained:
    """Return everything a scan on one thread concludes from the fingerprints; templates stay without words."""
    releases = dict(observed.releases)
    detection = detect(connect(threads=1), observed.fingerprints, observed.accounts, releases)
    ids = observed.fingerprints["exchange_id"].take(detection.entries).combine_chunks()
    return Explained(detection, conclude(detection, ids, releases, lambda _filled: "", rejected=0, duplicates=0))


def findings(result: ScanResult) -> Findings:
    """Return the verdicts of a scan: `confirmed` and `suspected` accuse, `watch` is shown to an analyst; groups are campaigns."""
    said = [result.account_verdicts[name].to_pylist() for name in ("account_id", "score", "verdict", "campaign_id")]
    rows = list(zip(*said, strict=True))
    return Findings(
        scores={account: score for account, score, _, _ in rows},
        accused=frozenset(account for account, _, verdict, _ in rows if verdict in ACCUSING),
        groups={account: campaign for account, _, verdict, campaign in rows if verdict in ACCUSING},
        watched=frozenset(account for account, _, verdict, _ in rows if verdict == "watch"),
    )


def confirmed(result: ScanResult) -> list[str]:
    """Return the accounts that a scan is surest of, sorted."""
    rows = zip(*(result.account_verdicts[name].to_pylist() for name in ("account_id", "verdict")), strict=True)
    return sorted(account for account, verdict in rows if verdict == ACCUSING[0])


def hydrascope(observed: Observed) -> Findings:
    """Return which accounts a scan accuses, of which campaign, and how sure it is."""
    return findings(explained(observed).result)
