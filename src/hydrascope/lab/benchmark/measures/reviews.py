"""What an analyst finds who looks at so many accounts a day, the worst first."""

from collections import defaultdict

from hydrascope.lab.benchmark.records import Said, WorldTruth

BUDGETS = (20, 100)  # accounts reviewed a day


def precision(truth: WorldTruth, said: Said, reviews: int) -> float | None:
    """
    Return the share of heads among the first accounts that one day's budget reviews, of the shares that were possible.

    The queue is that of one scan, by score; accounts of equal score are
    looked at in any order, and the expected share counts. Accounts of
    score 0 are not shown. Where a world has fewer heads than reviews, finding all of them is 1; None in a world without heads.
    """
    possible = min(reviews, len(truth.heads))
    if not possible:
        return None
    tied: defaultdict[float, list[bool]] = defaultdict(list)
    for account, score in said.scores.items():
        if score > 0:
            tied[score].append(bool(truth.accounts[account].campaign))
    left, hits = reviews, 0.0
    for score in sorted(tied, reverse=True):
        looked = min(left, len(tied[score]))
        hits += sum(tied[score]) * looked / len(tied[score])
        left -= looked
        if not left:
            break
    return hits / possible
