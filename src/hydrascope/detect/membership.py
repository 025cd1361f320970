"""
Which accounts of a seed belong to one operator: a mixture of an operator with the crowd.

Each account's traits are drawn from the operator's small urn or from the
crowd's large one. The urn is learned from the seed (a Pólya urn with the crowd
as its base), leaving out the account in question, so nobody vouches for himself.
Expectation-maximisation, Dempster, Laird & Rubin 1977.
"""

from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import birth_week
from hydrascope.detect.traffic import Ints

ROUNDS = 12
_BASE = 2.0  # accounts that the crowd's frequencies count for in the urn
_LOW = -2.0  # bits that one trait may take away
DOUBT = 1.5  # bits against any account, for the urn is fitted to the seed
_STILL = 0.01  # change of belief below which another round changes nothing
_DAY = 86400
_SURE = 0.75  # share of the seed that may be the operator's, at most


def _bins(values: Floats, edges: list[float]) -> Ints:
    return np.where(np.isnan(values), -1, np.searchsorted(edges, np.nan_to_num(values))).astype(np.int64)


class Feature(NamedTuple):
    """A trait of all accounts as codes, how often each value stands, and the bits that it may add for one account."""

    code: Ints
    counts: Ints
    most: float


def _own(code: Ints) -> Ints:
    """
    Return codes in which everything that one account alone has is the same value: that it is its own.

    >>> _own(np.array([4, 4, 7, 8, -1])).tolist()
    [4, 4, 9, 9, -1]
    """
    holders = np.bincount(code[code >= 0], minlength=1)
    return np.where((code >= 0) & (holders[code] == 1), len(holders), code)


class Described(Protocol):
    """Accounts with what they have and what they did: a scene, or all accounts of a log that no scene can hold."""

    @property
    def traits(self) -> Any: ...  # noqa: D102

    @property
    def profile(self) -> Any: ...  # noqa: D102


def features(s: Described) -> list[Feature]:
    """Return the traits that tell an operator's accounts from the crowd; habits may weigh less than instruments."""
    t, p = s.traits, s.profile
    daily = _bins(np.log2(np.maximum(p.daily, 0.05)), [-1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 6.0])
    rhythm = _bins(p.rhythm, [0.05, 0.15, 0.3, 0.5, 0.7])
    weighed = [
        (_own(t.payment), 5.0),
        (_own(t.user_ref), 5.0),
        (_own(t.stack), 4.0),
        (_own(t.email), 3.0),
        (t.config, 3.0),
        (birth_week(t.birth), 3.0),
    ]
    span = _bins((p.last - p.first) / _DAY, [1.0, 3.0, 7.0, 14.0, 28.0])
    weighed += [(t.asn, 2.0), (rhythm, 2.0), (daily, 2.0), (span, 2.0)]
    return [Feature(code, np.bincount(code[code >= 0], minlength=1), most) for code, most in weighed]


class _Urns(NamedTuple):
    """What a trait is in a seed: who has a known value, which of the seed's values it is, and how usual that is in the crowd."""

    known: npt.NDArray[np.bool_]
    place: Ints
    base: Floats
    most: float

    def ratio(self, weight: Floats) -> Floats:
        """Return each account's bits from the trait, 0 where it is unknown, if accounts are the operator's by some weight."""
        mine = np.bincount(self.place[self.known], weight[self.known], minlength=1)
        own = np.where(self.known, weight, 0.0)
        urn = (mine[self.place] - own + _BASE * self.base) / (own.sum() - own + _BASE)
        return np.where(self.known, np.clip(np.log2(urn / self.base), _LOW, self.most), 0.0)


def _urns(f: Feature, seed: Ints) -> _Urns:
    code = f.code[seed]
    known, place, base = code >= 0, np.zeros(len(code), np.int64), np.ones(len(code))
    values, place[known], n = np.unique(code[known], return_inverse=True, return_counts=True)
    crowd = np.maximum(f.counts[values] - n, 0)
    size = f.counts.sum() - f.counts[values].sum() + crowd.sum()
    base[known] = np.minimum((crowd + 0.5) / (size + 1.0), 1.0)[place[known]]
    return _Urns(known, place, base, f.most)


def belonging(seed: Ints, traits: list[Feature], known: Floats | None = None) -> Floats:
    """
    Return how probably each account of a seed is the operator's, 0 to 1.

    The crowd is all accounts but the seed; `known` are bits that each account
    gives already. Means little for a seed of fewer than three accounts.
    """
    weight, share = np.ones(len(seed)), 0.5
    urns = [_urns(f, seed) for f in traits]
    for _ in range(ROUNDS):
        bits = sum((one.ratio(weight) for one in urns), np.zeros(len(seed)) if known is None else known)
        odds = bits + np.log2(share / (1 - share)) - DOUBT
        before, weight = weight, 1.0 / (1.0 + np.exp2(-np.clip(odds, -60, 60)))
        share = float(np.clip(weight.mean(), 0.02, _SURE))
        if np.abs(weight - before).max() < _STILL:
            break
    return weight
