"""Small truths and answers to measure."""

import pytest

from hydrascope.lab.benchmark.records import AccountTruth, CampaignTruth, Cost, Said, WorldTruth


@pytest.fixture
def make_truth():
    """Return a function that makes a world of so many honest accounts (h0...) and heads (a0... of campaign `a`, and so on)."""

    def make(honest: int = 4, *, world: str = "demo", seed: int = 1, kind: str = "hobby", **heads: int) -> WorldTruth:
        accounts = {f"h{i}": AccountTruth("", kind, f"h{i}", 10, 5) for i in range(honest)}
        accounts |= {f"{name}{i}": AccountTruth(name, "attack", name, 10, 5) for name, count in heads.items() for i in range(count)}
        campaigns = {
            name: CampaignTruth(heads=n, exchanges=10 * n, sent=20 * n, cards=n, networks=n, value=1.0, first=0.0)
            for name, n in heads.items()
        }
        return WorldTruth(world=world, seed=seed, scale=1.0, days=14, exchanges=10 * len(accounts), accounts=accounts, campaigns=campaigns)

    return make


@pytest.fixture
def make_said():
    """Return a function that makes an answer from scores; whoever has a score above the line is accused."""

    def make(scores: dict[str, float], *, line: float = 0.5, **more) -> Said:
        accused = sorted(account for account, score in scores.items() if score > line)
        known = {"confirmed": [], "watched": [], "groups": {}, "cost": Cost(seconds=1.0, peak_mib=1.0)}
        return Said(scores=scores, accused=accused, **(known | more))

    return make
