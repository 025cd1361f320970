"""
Which accounts of a seed belong to one operator: a mixture of an operator with the crowd.

Each account's traits are drawn from the operator's small urn or from the
crowd's large one. The urn is learned from the seed (a Pólya urn with the crowd
as its base), leaving out the account in question, so nobody vouches for himself.
Expectation-maximisation, Dempster, Laird & Rubin 1977.
"""

import numpy as np

from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Scene, birth_week
from hydrascope.detect.traffic import Ints

ROUNDS = 12
_BASE = 2.0  # accounts that the crowd's frequencies count for in the urn
_LOW, _HIGH = -2.0, 5.0  # bits that one trait may weigh
_STILL = 0.01  # change of belief below which another round changes nothing
_SURE = 0.98  # share of the seed that may be the operator's, at most


def _bins(values: Floats, edges: list[float]) -> Ints:
    return np.where(np.isnan(values), -1, np.searchsorted(edges, np.nan_to_num(values))).astype(np.int64)


def features(s: Scene) -> list[Ints]:
    """Return the traits that tell an operator's accounts from the crowd, as codes an account."""
    t, p = s.traits, s.profile
    return [
        t.payment,
        t.email,
        t.stack,
        t.config,
        t.asn,
        birth_week(t.birth),
        _bins(p.rhythm, [0.05, 0.15, 0.3, 0.5, 0.7]),
        _bins(np.log2(np.maximum(p.daily, 0.05)), [-1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 6.0]),
    ]


def _ratio(code: Ints, everyone: Ints, weight: Floats) -> Floats:
    """Return each account's bits from one trait, 0 where it is unknown; `everyone` counts the trait's values in all accounts."""
    known = code >= 0
    if not known.any():
        return np.zeros(len(code))
    crowd = np.maximum(everyone - np.bincount(code[known], minlength=len(everyone)), 0)
    base = np.minimum((crowd[code] + 0.5) / (crowd.sum() + 1.0), 1.0)
    mine = np.bincount(code[known], weight[known], minlength=len(everyone))
    own = np.where(known, weight, 0.0)
    urn = (mine[code] - own + _BASE * base) / (own.sum() - own + _BASE)
    return np.where(known, np.clip(np.log2(urn / base), _LOW, _HIGH), 0.0)


def belonging(seed: Ints, traits: list[Ints], counts: list[Ints]) -> Floats:
    """
    Return how probably each account of a seed is the operator's, 0 to 1.

    `counts` is how often each value of each trait stands in all accounts; the
    crowd is all of them but the seed. Means little for a seed of fewer than
    three accounts.
    """
    mine = [t[seed] for t in traits]
    weight, share = np.ones(len(seed)), 0.5
    for _ in range(ROUNDS):
        bits = sum((_ratio(t, n, weight) for t, n in zip(mine, counts, strict=True)), np.zeros(len(seed)))
        odds = bits + np.log2(share / (1 - share))
        before, weight = weight, 1.0 / (1.0 + np.exp2(-np.clip(odds, -60, 60)))
        share = float(np.clip(weight.mean(), 0.02, _SURE))
        if np.abs(weight - before).max() < _STILL:
            break
    return weight


def tally(traits: list[Ints]) -> list[Ints]:
    """Return how often each value of each trait stands in all accounts."""
    return [np.bincount(t[t >= 0], minlength=1) for t in traits]
