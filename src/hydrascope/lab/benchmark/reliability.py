"""Does a score mean what it says? The share of heads among accounts of like score."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hydrascope.lab.benchmark.intervals import Figure, clopper_pearson
from hydrascope.lab.benchmark.records import Said, WorldTruth

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """Accounts with a score above `low` and up to `high`: how many, their mean score, and the share of heads among them."""

    low: float
    high: float
    accounts: int
    said: float
    heads: Figure


def reliability(told: Sequence[tuple[WorldTruth, Said]]) -> list[Bin]:
    """
    Return the bins of a score from 0 to 1 that hold any account, those of the lowest score first.

    A detector is calibrated when `said` lies within the interval of `heads`
    in every bin (DeGroot and Fienberg 1983, doi:10.2307/2987588). The share depends on how many heads the worlds hold: it says nothing of
    traffic in which they are rarer.
    """
    pairs = [(said.scores.get(account, 0.0), bool(true.campaign)) for truth, said in told for account, true in truth.accounts.items()]
    found = []
    for low, high in pairwise(EDGES):
        own = [(score, head) for score, head in pairs if low < score <= high or (low == score == 0.0)]
        if own:
            scores = [score for score, _ in own]
            share = clopper_pearson(sum(head for _, head in own), len(own))
            found.append(Bin(low=low, high=high, accounts=len(own), said=sum(scores) / len(scores), heads=share))
    return found
