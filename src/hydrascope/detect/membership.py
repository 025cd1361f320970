"""
Which accounts of a seed belong to one operator: a mixture of an operator with the crowd.

Each account's traits are drawn from the operator's small urn or from the
crowd's large one. The urn is learned from the seed (a Pólya urn with the crowd
as its base), leaving out the account in question, so nobody vouches for himself.
Expectation-maximisation, Dempster, Laird & Rubin 1977.
"""

from typing import Any, NamedTuple, Protocol

import numba
import numpy as np

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
    """A trait of all accounts as codes, how often each value stands and all together, and the bits that it may add for one account."""

    code: Ints
    counts: Ints
    total: int
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
    return [Feature(code, np.bincount(code[code >= 0], minlength=1), int((code >= 0).sum()), most) for code, most in weighed]


# The kernels below are loops over numbers: whole-array expressions and sorting take numba ten seconds to compile.


@numba.njit(cache=True)
def _places(code: Ints, order: Ints, place: Ints) -> int:
    """Write which of the values among some codes each is, -1 for the unknown, and return how many values there are; `order` sorts the codes."""
    values, last = 0, -1
    for i in order:
        if code[i] >= 0:
            values += code[i] != last
            last = code[i]
        place[i] = values - 1 if code[i] >= 0 else -1
    return values


@numba.njit(cache=True)
def _base(place: Ints, values: int, held: Ints, total: int, base: Floats) -> None:
    """Write how usual each account's value is in the crowd: all accounts but the seed, `total` of which `held` have it."""
    n, of = np.zeros(values, np.int64), np.zeros(values, np.int64)
    for i in range(place.size):
        if place[i] >= 0:
            n[place[i]] += 1
            of[place[i]] = held[i]
    size = total
    for one in range(values):
        size += max(of[one] - n[one], 0) - of[one]
    for i in range(place.size):
        if place[i] >= 0:
            base[i] = min((max(held[i] - n[place[i]], 0) + 0.5) / (size + 1.0), 1.0)


@numba.njit(cache=True)
def _add_ratio(weight: Floats, place: Ints, base: Floats, most: float, odds: Floats) -> None:
    """Add each account's bits from a trait, nought where it is unknown, if accounts are the operator's by some weight."""
    mine, whole = np.zeros(place.size), 0.0
    for i in range(place.size):
        if place[i] >= 0:
            mine[place[i]] += weight[i]
            whole += weight[i]
    for i in range(place.size):
        if place[i] >= 0:
            urn = (mine[place[i]] - weight[i] + _BASE * base[i]) / (whole - weight[i] + _BASE)
            odds[i] += min(max(np.log2(urn / base[i]), _LOW), most)


@numba.njit(cache=True)
def _weigh(odds: Floats, weight: Floats) -> tuple[float, float]:
    """Write how probably each account is the operator's; return the sum of that, and the largest change."""
    whole, change = 0.0, 0.0
    for i in range(odds.size):
        before, weight[i] = weight[i], 1.0 / (1.0 + np.exp2(-min(max(odds[i], -60.0), 60.0)))
        whole, change = whole + weight[i], max(change, abs(weight[i] - before))
    return whole, change


@numba.njit(cache=True)
def _belonging(code: Ints, order: Ints, held: Ints, total: Ints, most: Floats, known: Floats) -> Floats:
    """Return what `belonging` does, from the codes of each trait in the seed, how many accounts have these, how many any, and the bits of each trait at most."""
    places, bases, odds = np.empty_like(code), np.ones(code.shape), np.empty_like(known)
    for trait in range(len(code)):
        values = _places(code[trait], order[trait], places[trait])
        _base(places[trait], values, held[trait], total[trait], bases[trait])
    weight, share = np.ones(known.size), 0.5
    for _ in range(ROUNDS):
        prior = np.log2(share / (1 - share)) - DOUBT
        for i in range(known.size):
            odds[i] = known[i] + prior
        for trait in range(len(code)):
            _add_ratio(weight, places[trait], bases[trait], most[trait], odds)
        whole, change = _weigh(odds, weight)
        share = min(max(whole / known.size, 0.02), _SURE)
        if change < _STILL:
            break
    return weight


def belonging(seed: Ints, traits: list[Feature], known: Floats | None = None) -> Floats:
    """
    Return how probably each account of a seed is the operator's, 0 to 1.

    The crowd is all accounts but the seed; `known` are bits that each account
    gives already. Means little for a seed of fewer than three accounts.
    """
    code = np.stack([f.code[seed] for f in traits])
    held = np.stack([f.counts[np.maximum(mine, 0)] for f, mine in zip(traits, code, strict=True)])
    total, most = np.array([f.total for f in traits]), np.array([f.most for f in traits])
    order = np.argsort(code, axis=1)
    found: Floats = _belonging(code, order, held, total, most, np.zeros(len(seed)) if known is None else np.asarray(known, np.float64))
    return found
