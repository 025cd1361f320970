"""What each channel of evidence gave, for groups of heads and for groups of the honest."""

from collections import Counter
from collections.abc import Mapping

from hydrascope.detect import Detection
from hydrascope.lab.benchmark.records import Candidate


def judged(detection: Detection, heads: Mapping[str, str]) -> list[Candidate]:
    """Return the groups that a scan judged, also those that came out clear, with the accounts by true campaign and the bits by channel."""
    ids = detection.scene.traffic.accounts.ids
    return [
        Candidate(
            accounts=dict(sorted(Counter(heads.get(ids[a], "") for a in one.group.everyone.tolist()).items())),
            verdict=one.judgement.verdict,
            bits={weighed.channel: round(weighed.bits, 2) for weighed in one.judgement.evidence},
        )
        for one in detection.candidates
    ]
