"""What a scan says of the exchanges that it attributes, beside what they were."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.campaigns.model import Campaign, ScanResult
from hydrascope.lab.benchmark.observe import Staged
from hydrascope.lab.benchmark.records import Attribution
from hydrascope.lab.detectors.hydrascope import ACCUSING
from hydrascope.schema import INTENTS

PURPOSE = 0.1  # share of a found campaign's exchanges from which an intent is one of its purposes
MATCHES = 0.5  # share of a found campaign's accounts that are of a true one


def attribution(staged: Staged, result: ScanResult) -> Attribution:
    """Return what was said of the exchanges of accused campaigns, of what these are after, and of their turns to a new model."""
    found = _true_names(staged, result)
    accused = pa.array([campaign.campaign_id for campaign in result.campaigns if campaign.verdict in ACCUSING], pa.string())
    said = result.attributed.filter(pc.is_in(result.attributed["campaign_id"], accused))
    true = staged.labels.take(pc.index_in(said["exchange_id"], staged.labels["exchange_id"]))
    right = pc.not_equal(true["campaign"], "")
    pairs = {
        name: _pairs(true.filter(right)[name], said.filter(right)[name]) for name in ("intent", "capability") if name in true.column_names
    }
    return Attribution(
        exchanges=dict(Counter(staged.truth.heads.get(account, "") for account in said["account_id"].to_pylist())),
        right=dict(Counter(true.filter(right)["campaign"].to_pylist())),
        purposes={name: sorted({intent for one in own for intent in _purposes(one)}) for name, own in found.items()},
        intents=pairs.get("intent", {}),
        capabilities=pairs.get("capability", {}),
        pivots={name: _turn(true, found.get(name, [])) for name, campaign in staged.truth.campaigns.items() if (true := campaign.pivot)},
    )


def _true_names(staged: Staged, result: ScanResult) -> dict[str, list[Campaign]]:
    """Return the accused campaigns by the true one that most of their accounts are of."""
    heads = staged.truth.heads
    found: dict[str, list[Campaign]] = {}
    for campaign in result.campaigns:
        name, count = Counter(heads.get(account, "") for account in campaign.accounts).most_common(1)[0]
        if name and campaign.verdict in ACCUSING and count > MATCHES * len(campaign.accounts):
            found.setdefault(name, []).append(campaign)
    return found


def _purposes(campaign: Campaign) -> list[str]:
    return [intent for intent, share in campaign.intents.items() if intent != INTENTS[0] and share >= PURPOSE]


def _turn(true: float, found: list[Campaign]) -> float | None:
    """Return how many hours the nearest turn that was found is off."""
    errors = [abs(turn.ts.timestamp() - true) / 3600 for campaign in found for turn in campaign.pivots]
    return round(min(errors), 2) if errors else None


def macro_f1(pairs: Mapping[str, int]) -> float | None:
    """
    Return the mean F1 over the classes that are truly there, from counts of "true>said"; None where there are none.

    >>> macro_f1({"a>a": 8, "a>b": 2, "b>b": 5})
    0.861...
    """
    true, said, both = Counter[str](), Counter[str](), Counter[str]()
    for pair, count in pairs.items():
        is_, called = pair.split(">")
        true[is_] += count
        said[called] += count
        both[is_] += count if is_ == called else 0
    scores = [2 * both[name] / (true[name] + said[name]) for name in sorted(true)]
    return sum(scores) / len(scores) if scores else None


def purpose_f1(true: Sequence[Sequence[str]], said: Sequence[Sequence[str]]) -> float | None:
    """
    Return the mean F1 of the intents that campaigns are truly after, each campaign being said to be after some; None where there are none.

    >>> purpose_f1([["a", "b"], ["a"]], [["a"], ["a", "b"]])
    0.5
    """
    names = sorted({name for one in true for name in one})
    scores = []
    for name in names:
        both = sum(name in a and name in b for a, b in zip(true, said, strict=True))
        scores.append(2 * both / (sum(name in one for one in true) + sum(name in one for one in said)))
    return sum(scores) / len(scores) if scores else None


def _pairs(true: pa.ChunkedArray, said: pa.ChunkedArray) -> dict[str, int]:
    known = pa.table({"true": true, "said": said}).filter(pc.not_equal(true, ""))
    counted = known.group_by(["true", "said"], use_threads=False).aggregate([([], "count_all")]).to_pylist()
    return {f"{row['true']}>{row['said']}": row["count_all"] for row in sorted(counted, key=lambda row: (row["true"], row["said"]))}
