"""
What ties the accounts of each set, roughly and for all sets at once.

The statistics are those of the personal channels of `detect.evidence`, over the
accounts as they stand: cards, birthdays, networks, hours and load. They decide
what is looked at, and accuse nobody.
"""

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from hydrascope.detect.evidence.birth_burst import WINDOWS
from hydrascope.detect.evidence.load_balancing import ROBUST, evenness
from hydrascope.detect.screen.population import Population
from hydrascope.detect.screen.sets import Sets
from hydrascope.detect.seeds import SMALLEST

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_DAY = 86400.0
_CAP = 12.0  # bits that one kind of tie may give


def rate_bits(hits: Ints, of: Ints, background: Floats) -> Floats:
    """
    Return `detect.bits.rate_bits` for many counts at once.

    >>> rate_bits(np.array([9, 1]), np.array([10, 10]), np.array([0.1, 0.1])).round(1).tolist()
    [23.3, 0.0]
    """
    p = np.clip(background, 1e-9, 1 - 1e-9)
    choose = gammaln(of + 1.0) - gammaln(hits + 1.0) - gammaln(of - hits + 1.0)
    gain = -np.log(of + 1.0) - choose - hits * np.log(p) - (of - hits) * np.log1p(-p)
    return np.where(hits > background * of, np.maximum(gain / np.log(2), 0.0), 0.0)


def _sharing(s: Sets, code: Ints) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
    """Return how many accounts of each set share a value with another of it, how many have one, and of each row whether it does."""
    value, width = code[s.account], int(code.max(initial=0)) + 1
    pair = np.where(value >= 0, s.of * width + value, -1)
    _, at, n = np.unique(pair, return_inverse=True, return_counts=True)
    shares = (value >= 0) & (n[at] > 1)
    sets = len(s.offsets) - 1
    return np.bincount(s.of, shares, sets).astype(np.int64), np.bincount(s.of, value >= 0, sets).astype(np.int64), shares


def shared(s: Sets, code: Ints) -> Floats:
    """Return the bits of instruments, or registration details, that most of a set's accounts share with each other."""
    hits, of, _ = _sharing(s, code)
    holders = np.bincount(code[code >= 0], minlength=1)
    usual = (int(holders[holders > 1].sum()) + 1) / (int(holders.sum()) + 2)
    return np.where(2 * hits > of, rate_bits(hits, of, np.full(len(of), usual)), 0.0)


def born_together(s: Sets, birth: Floats) -> Floats:
    """Return the bits of registrations within one window of days."""
    known = ~np.isnan(birth[s.account])
    of_set, births = s.of[known], birth[s.account][known]
    crowd = np.sort(birth[~np.isnan(birth)])
    count = np.bincount(of_set, minlength=len(s.offsets) - 1)
    best = np.zeros(len(count))
    if not len(births):
        return best
    origin, span = float(crowd[0]), float(crowd[-1] - crowd[0]) + 40 * _DAY
    order = np.lexsort((births, of_set))
    of_set, births = of_set[order], births[order] - origin
    key = of_set * span + births
    tried = np.log2(np.maximum(len(WINDOWS) * count, 1))
    for days in WINDOWS:
        hits = np.searchsorted(key, key + days * _DAY, side="right") - np.arange(len(key))
        usual = (np.searchsorted(crowd, origin + births + days * _DAY, side="right") - np.searchsorted(crowd, origin + births) + 1) / (
            len(crowd) + 2
        )
        enough = 2 * hits > count[of_set]
        bits = np.where(enough, rate_bits(hits, count[of_set], np.maximum(usual, 1 / len(crowd))), 0.0)
        np.maximum.at(best, of_set, bits)
    return np.maximum(best - tried, 0.0)


def one_place(s: Sets, place: Ints) -> Floats:
    """Return the bits of narrow networks that three of a set and hardly anybody else come from."""
    value, width = place[s.account], int(place.max(initial=0)) + 1
    holders = np.bincount(place[place >= 0], minlength=width)
    pair, at, n = np.unique(np.where(value >= 0, s.of * width + value, -1), return_inverse=True, return_counts=True)
    own = (pair >= 0) & (n >= SMALLEST) & (2 * n >= holders[pair % width])
    sets = len(s.offsets) - 1
    hits, of = np.bincount(s.of, own[at], sets).astype(np.int64), np.bincount(s.of, value >= 0, sets).astype(np.int64)
    usual = (int(holders[holders >= SMALLEST].sum()) + 1) / (int(holders.sum()) + 2)
    return np.where(2 * hits > of, rate_bits(hits, of, np.full(sets, usual)), 0.0)


def middle(s: Sets, value: Floats) -> Floats:
    """
    Return the median of each set, NaN where nothing is known.

    >>> middle(Sets(np.array([0, 3, 4]), np.arange(4)), np.array([3.0, 1.0, np.nan, np.nan])).tolist()
    [2.0, nan]
    """
    return _medians(s.of, value[s.account], len(s.offsets) - 1)


def _medians(of: Ints, value: Floats, sets: int) -> Floats:
    known = ~np.isnan(value)
    of, value = of[known], value[known]
    value = value[np.lexsort((value, of))]
    n = np.bincount(of, minlength=sets)
    begin = np.cumsum(n) - n
    last = max(len(value) - 1, 0)
    if not len(value):
        return np.full(sets, np.nan)
    low, high = value[np.minimum(begin + (n - 1) // 2, last)], value[np.minimum(begin + n // 2, last)]
    return np.where(n > 0, (low + high) / 2, np.nan)


def round_the_clock(s: Sets, rhythm: Floats) -> Floats:
    """Return the bits of the middle account's rhythm: how few accounts keep so little."""
    null = np.sort(rhythm[~np.isnan(rhythm)])
    at = middle(s, rhythm)
    flatter = np.searchsorted(null, np.nan_to_num(at, nan=np.inf), side="right")
    return np.maximum(0.0, -np.log2((1 + flatter) / (1 + len(null))) - 1.0)


def even_load(s: Sets, daily: Floats) -> Floats:
    """Return the bits of volumes that differ less than those of the crowd; a third of what a scheduler gives at most."""
    daily = np.maximum(daily, 1e-3)
    logs = np.log(daily)
    away = np.abs(logs[s.account] - middle(s, logs)[s.of])
    spread = ROBUST * _medians(s.of, away, len(s.offsets) - 1)
    return np.where(s.size >= 2 * SMALLEST, np.clip(3 * np.log2(max(evenness(daily), 0.1) / np.maximum(spread, 0.1)), 0.0, 6.0), 0.0)


def ties(s: Sets, people: Population, *, by_birth: bool = False) -> Floats:
    """Return the bits of personal ties of each set, each kind within its cap; of sets that were put together `by_birth` without that."""
    if not len(s.account):
        return np.zeros(len(s.offsets) - 1)
    known, did = people.traits, people.profile
    paid = np.maximum(shared(s, known.payment), shared(s, known.user_ref))
    born = np.zeros(len(paid)) if by_birth else born_together(s, known.birth)
    kinds = (paid, born, one_place(s, known.place), round_the_clock(s, did.rhythm), even_load(s, did.daily))
    return np.sum([np.minimum(bits, _CAP) for bits in kinds], axis=0)
