"""
How unusual an account's score is among honest accounts of its class: conformal p-values.

Half of the seeds give the scores to compare with, the other half are held
against them: whatever the class, at most a share of alpha of its accounts may get a p-value of alpha or less
(Vovk, Gammerman and Shafer 2005, doi:10.1007/b106715, chapter 4.5: Mondrian conformal predictors).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from hydrascope.lab.benchmark.intervals import Figure, clopper_pearson
from hydrascope.lab.benchmark.measures.honest import operator_class
from hydrascope.lab.benchmark.records import Said, WorldTruth

ALPHAS = (0.1, 0.05, 0.01)
FEWEST = 19  # honest accounts of a class from which its p-values can reach 0.05
HEADS = "heads, worst class"


class Validity(msgspec.Struct, frozen=True, kw_only=True):
    """
    A class: how many accounts it is compared with and how many were held against them, and the share of these with p at most alpha.

    For the heads of campaigns the p-value is the largest over the classes, for nobody knows the class of an account beforehand.
    """

    kind: str
    compared: int
    held: int
    shares: dict[str, Figure]


def p_value(honest: Sequence[float], score: float) -> float:
    """
    Return the share of honest scores that are as high, the account itself counted among them; `honest` is in ascending order.

    >>> p_value([0.0, 0.1, 0.5], 0.4), p_value([0.0, 0.1, 0.5], 0.6)
    (0.5, 0.25)
    """
    return (len(honest) - bisect_left(honest, score) + 1) / (len(honest) + 1)


def validity(told: Sequence[tuple[WorldTruth, Said]]) -> list[Validity]:
    """Return how the p-values hold for each class, and how many heads they show; nothing with fewer than two seeds."""
    seeds = sorted({truth.seed for truth, _ in told})
    half = set(seeds[: len(seeds) // 2])
    known = {kind: sorted(scores) for kind, scores in _honest([one for one in told if one[0].seed in half]).items()}
    rest = [one for one in told if one[0].seed not in half]
    if not known:
        return []
    rows = [
        _row(kind, len(known[kind]), [p_value(known[kind], score) for score in scores])
        for kind, scores in sorted(_honest(rest).items())
        if kind in known
    ]
    worst = [_worst(known, said.scores.get(account, 0.0)) for truth, said in rest for account in truth.heads]
    return [*rows, *([_row(HEADS, sum(map(len, known.values())), worst)] if worst else [])]


def _worst(known: Mapping[str, Sequence[float]], score: float) -> float:
    return max((p_value(scores, score) for scores in known.values() if len(scores) >= FEWEST), default=1.0)


def _honest(told: Sequence[tuple[WorldTruth, Said]]) -> dict[str, list[float]]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for truth, said in told:
        for account, true in truth.accounts.items():
            if not true.campaign:
                found[operator_class(true)].append(said.scores.get(account, 0.0))
    return found


def _row(kind: str, compared: int, values: Sequence[float]) -> Validity:
    shares = {f"{alpha:g}": clopper_pearson(sum(value <= alpha for value in values), len(values)) for alpha in ALPHAS}
    return Validity(kind=kind, compared=compared, held=len(values), shares=shares)
