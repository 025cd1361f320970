"""
Accounts that come to the same things at the same times, again and again.

Two accounts are tied when they meet more often than two of their volumes,
days and hours would on those objects. What a layer, an object and a meeting
are follows arXiv 2512.19677 (Iannucci, Muratore, Matakos, Kivelä); but a tie
is told by a test against chance, where the paper weighs each meeting by
1 / (k - 1) and exp(-beta dt) and leaves to an analyst which communities count.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.special import pdtrc

from hydrascope.detect.components import codes
from hydrascope.detect.profile import Floats
from hydrascope.detect.seeds import SMALLEST, crowd
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = (60, 300, 1200)  # seconds between two visits that meet: each is tried
STEADY = 60  # seconds by which the pauses of a job that runs by the clock differ
APART = 1800  # seconds of absence that end a visit, and between two meetings that count
RECURS = 3  # meetings that are more than one event
CHANCE = 0.01  # ties expected among all pairs of accounts where nobody acts together
CROWDED = 8.0  # visits to an object within the time of a meeting, on average, from which company is no news
PARTNERS = 32  # accounts of a crowd that all others are compared with
LOOK_BACK = 1024  # visits that are looked at from one
TIES = 2  # accounts that another must be tied to
ROUNDS = 3  # times that groups draw in who meets any of them
_PRIOR = 24.0  # visits that speak for the usual times, against an object's own
_HOUR, _PART, _DAY = 3600, 6 * 3600, 86400
_MIX = 0x9E3779B97F4A7C15


class Visits(NamedTuple):
    """When accounts came to objects, one row a visit, sorted by object, time and account; whoever stays does not come again."""

    item: Ints
    ts: Ints
    a: Ints


class Met(NamedTuple):
    """Pairs of accounts, `left` below `right`, and how often they met, at least `APART` from one time to the next."""

    left: Ints
    right: Ints
    times: Ints


def wordings(held: pa.Table, x: Exchanges) -> Ints:
    """
    Return the template of each exchange whether or not any account repeats it, -1 for none.

    `held` has the columns `xid` and `fragment`, sorted by exchange, one row
    for each. Put in the place of `x.template`, these let accounts meet on
    templates that each of them fills once.
    """
    xid, fragment = held["xid"].to_numpy(), held["fragment"].to_numpy().astype(np.int64)
    at = np.searchsorted(xid, x.xid)
    known = np.append(xid, -1)[at] == x.xid
    return np.where(known, np.append(fragment, -1)[at], -1)


def objects(x: Exchanges, n_accounts: int) -> list[Ints]:
    """Return what exchanges are on, -1 for nothing: their template, exact request, opening, and uncommon shape."""
    width = int(x.shape.max(initial=-1)) + 2
    bare = codes((x.config + 1) * width + x.shape + 1)
    pairs = np.unique(bare * n_accounts + x.a)
    uncommon = np.bincount(pairs // n_accounts, minlength=1) <= crowd(n_accounts)
    known = ((x.config >= 0) | (x.shape >= 0)) & uncommon[bare]
    return [x.template, x.content, x.opening, np.where(known, bare, -1)]


def _again(*columns: Ints) -> npt.NDArray[np.bool_]:
    """Return which rows repeat the row before."""
    same = np.logical_and.reduce([np.diff(column) == 0 for column in columns])
    return np.append([False], same)[: len(columns[0])]


def _begun(item: Ints, ts: Ints, a: Ints) -> Visits:
    """Return the visits behind what accounts did on objects, without those that a clock makes: as long after the last as that came after its own."""
    order = np.lexsort((ts, a, item))
    item, ts, a = item[order], ts[order], a[order]
    new = ~_again(item, a) | (np.diff(ts, prepend=0) > APART)
    item, ts, a = item[new], ts[new], a[new]
    known = _again(item, a)
    gap = np.diff(ts, prepend=0)
    steady = known[1:] & known[:-1] & (np.abs(np.diff(gap)) <= STEADY)
    chosen = np.flatnonzero(~np.append([False], steady)[: len(item)])
    chosen = chosen[np.lexsort((a[chosen], ts[chosen], item[chosen]))]
    return Visits(item[chosen], ts[chosen], a[chosen])


def visits(x: Exchanges, n_accounts: int) -> Visits:
    """Return the visits to the objects that several accounts come to."""
    found, offset = [], 0
    for kind in objects(x, n_accounts):
        rows = np.flatnonzero(kind >= 0)
        found.append((kind[rows] + offset, x.ts[rows], x.a[rows]))
        offset += int(kind.max(initial=-1)) + 1
    item, ts, a = (np.concatenate(column) for column in zip(*found, strict=True))
    low, high = np.full(offset, n_accounts), np.full(offset, -1)
    np.minimum.at(low, item, a)
    np.maximum.at(high, item, a)
    several = (low < high)[item]
    return _begun(codes(item[several]), ts[several], a[several])


def _quiet(seen: Visits, within: int) -> Visits:
    """Return the visits to objects where company is news."""
    span = max(int(np.ptp(seen.ts)), _DAY)
    keep = (np.bincount(seen.item) * 2 * within <= CROWDED * span)[seen.item]
    return Visits(*(column[keep] for column in seen))


@numba.njit(cache=True, nogil=True)
def _pairs(item: Ints, ts: Ints, a: Ints, mark: Floats, within: int, pair: Ints, when: Ints) -> int:
    """
    Write down who met whom (a number for each pair) and when, and return how many meetings there are.

    In a crowd, all are compared with the accounts of the smallest marks, the
    same ones each time. Nothing is written where the columns are empty.
    """
    found = 0
    for k in range(item.size):
        begin = k
        while begin > 0 and k - begin < LOOK_BACK and item[begin - 1] == item[k] and ts[k] - ts[begin - 1] <= within:
            begin -= 1
        few = PARTNERS / max(k - begin, 1)
        for p in range(begin, k):
            if a[p] == a[k] or min(mark[a[p]], mark[a[k]]) > few:
                continue
            if pair.size:
                pair[found], when[found] = min(a[p], a[k]) * mark.size + max(a[p], a[k]), ts[k]
            found += 1
    return found


@numba.njit(cache=True, nogil=True)
def _times(pair: Ints, when: Ints) -> Ints:
    """Return for each meeting, sorted by pair and time, how many of its pair counted up to it."""
    out = np.ones(pair.size, np.int64)
    last = 0
    for k in range(pair.size):
        if k == 0 or pair[k] != pair[k - 1]:
            last = when[k]
        elif when[k] - last > APART:
            out[k], last = out[k - 1] + 1, when[k]
        else:
            out[k] = out[k - 1]
    return out


def meetings(seen: Visits, mark: Floats, within: int) -> Met:
    """Return who met `RECURS` times and more; of a crowd, those of small marks (from 0 to 1) with all others."""
    none = np.zeros(0, np.int64)
    count = _pairs(*seen, mark, within, none, none)
    pair, when = np.empty(count, np.int64), np.empty(count, np.int64)
    _pairs(*seen, mark, within, pair, when)
    order = np.lexsort((when, pair))
    pair, when = pair[order], when[order]
    ends = np.flatnonzero(np.diff(pair, append=-1))
    times = _times(pair, when)[ends]
    often = times >= RECURS
    return Met(pair[ends[often]] // len(mark), pair[ends[often]] % len(mark), times[often])


def _crowding(item: Ints, part: Ints) -> Floats:
    """Return of each object how much likelier two visits fall into one part of the time than if they came at any; the usual parts count, too."""
    usual = (np.bincount(part) + 1.0) / (len(part) + part.max() + 1)
    filled, n = np.unique(item * len(usual) + part, return_counts=True)
    own = np.bincount(filled // len(usual), n**2.0 + 2 * _PRIOR * n * usual[filled % len(usual)])
    return np.asarray(len(usual) * (own + _PRIOR**2 * (usual**2).sum()) / (np.bincount(item) + _PRIOR) ** 2)


class Diary(NamedTuple):
    """Who came to what, each pair once, sorted by account and object; and the visits behind each, by time of day."""

    accounts: Ints  # account a has entries accounts[a] to accounts[a + 1]
    items: Ints
    entries: Ints  # entry e has visits entries[e] to entries[e + 1]
    ts: Ints


def _diary(seen: Visits, n_accounts: int) -> Diary:
    order = np.lexsort((seen.ts % _DAY, seen.item, seen.a))
    item, a = seen.item[order], seen.a[order]
    first = np.flatnonzero((np.diff(item, prepend=-1) != 0) | (np.diff(a, prepend=-1) != 0))
    return Diary(np.searchsorted(a[first], np.arange(n_accounts + 1)), item[first], np.append(first, len(a)), seen.ts[order])


@numba.njit(cache=True, nogil=True)
def _by_the_clock(one: Ints, other: Ints, within: int) -> int:
    """Return how many visits, both sorted by time of day, would meet if it were the same day, and do not."""
    found = begin = 0
    for k in range(one.size):
        now = one[k] % _DAY
        while begin < other.size and other[begin] % _DAY < now - within:
            begin += 1
        p = begin
        while p < other.size and other[p] % _DAY <= now + within:
            found += abs(other[p] - one[k]) > within
            p += 1
    return found


@numba.njit(cache=True, nogil=True)
def _shared(left: Ints, right: Ints, kept: Diary, crowding: Floats, within: int) -> Floats:
    """
    Return what pairs have in common, two figures each, summed over the objects that both came to.

    The product of how often each came, weighted by the crowding of the
    object's times; and the meetings by time of day on different days.
    """
    out = np.zeros((2, left.size))
    for k in range(left.size):
        p, q = kept.accounts[left[k]], kept.accounts[right[k]]
        while p < kept.accounts[left[k] + 1] and q < kept.accounts[right[k] + 1]:
            if kept.items[p] == kept.items[q]:
                one, other = kept.ts[kept.entries[p] : kept.entries[p + 1]], kept.ts[kept.entries[q] : kept.entries[q + 1]]
                out[0, k] += one.size * other.size * crowding[kept.items[p]]
                out[1, k] += _by_the_clock(one, other, within)
                p, q = p + 1, q + 1
            elif kept.items[p] < kept.items[q]:
                p += 1
            else:
                q += 1
    return out


def _common_days(seen: Visits, met: Met, n_accounts: int) -> tuple[Floats, Floats]:
    """Return the seconds from first visits to last that pairs have in common, and the chance that two visits fall into the same second."""
    first, last = np.full(n_accounts, np.iinfo(np.int64).max), np.zeros(n_accounts, np.int64)
    np.minimum.at(first, seen.a, seen.ts)
    np.maximum.at(last, seen.a, seen.ts)
    left, right = met.left, met.right
    here = np.maximum(last[left] - first[left], _DAY).astype(np.float64), np.maximum(last[right] - first[right], _DAY)
    both = np.clip(np.minimum(last[left], last[right]) - np.maximum(first[left], first[right]), _HOUR, np.minimum(*here))
    return both, both / here[0] / here[1]


def expected(seen: Visits, met: Met, n_accounts: int, within: int) -> Floats:
    """
    Return how often the accounts of pairs would meet if each came to its objects without the other.

    The larger of two: by how often each comes between its first day and its
    last, at the busy times of the object; and as often as they would meet if the
    days of one were exchanged, which keeps the hours and minutes of both.
    """
    crowding = _crowding(seen.item, codes(seen.ts // _PART))
    came, by_clock = _shared(met.left, met.right, _diary(seen, n_accounts), crowding, within)
    both, second = _common_days(seen, met, n_accounts)
    return np.maximum(2 * within * came * second, by_clock / np.maximum(both / _DAY - 1, 1.0))


def _ties(seen: Visits, mark: Floats, searched: float) -> Iterator[tuple[Ints, Ints]]:
    """Yield the pairs that meet more often than chance would bring any of those searched to, for each time within which they may."""
    for within in WITHIN:
        quiet = _quiet(seen, within)
        met = meetings(quiet, mark, within)
        if len(met.left):
            real = pdtrc(met.times - 1, expected(quiet, met, len(mark), within)) * searched * len(WITHIN) <= CHANCE
            yield met.left[real], met.right[real]


def ties(seen: Visits, mark: Floats, searched: float) -> tuple[Ints, Ints]:
    """Return the pairs of accounts that keep meeting, each once, out of so many pairs that were looked at."""
    found = [left * len(mark) + right for left, right in _ties(seen, mark, searched)]
    pair = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
    return pair // len(mark), pair % len(mark)


def _joined(left: Ints, right: Ints, count: int) -> Ints:
    """Return for each account the smallest one that it is connected to."""
    label = connected_components(coo_array((np.ones(len(left)), (left, right)), shape=(count, count)), directed=False)[1]
    return np.asarray(np.unique(label, return_index=True)[1][label])


def _core(left: Ints, right: Ints, count: int) -> Ints:
    """Return the groups of accounts that are tied to `TIES` others each, as each account's smallest companion."""
    while True:
        degree = np.bincount(np.concatenate([left, right]), minlength=count)
        firm = (degree[left] >= TIES) & (degree[right] >= TIES)
        if firm.all():
            return _joined(left, right, count)
        left, right = left[firm], right[firm]


def together(x: Exchanges, n_accounts: int) -> list[Ints]:
    """
    Return the sets of accounts that keep coming to the same objects at the same times, each sorted.

    `x` holds the exchanges of accounts numbered below `n_accounts`. Groups
    begin with accounts that are tied to each other; then each counts as one
    actor that is there when any of its accounts is, and draws in who keeps
    meeting it: so accounts that take turns are found, who seldom meet any one
    of the others. Linear in the exchanges: of a crowd, some are compared with
    all. Classes and teams that meet are sets, too: a set is a question and no
    accusation. Blind to operators that spread their requests over the day or
    send by the clock, and to objects that are always in use.

    Eight accounts fill one template once a day, four of them at the same time:

    >>> rng, (day, a) = np.random.default_rng(1), np.divmod(np.arange(80), 8)
    >>> ts = _DAY * day + np.where(a < 4, rng.integers(_DAY, size=10)[day], rng.integers(_DAY, size=80))
    >>> order, none = np.lexsort((ts, a)), np.full(80, -1)
    >>> x = Exchanges(**dict.fromkeys(Exchanges._fields, none) | {"a": a[order], "ts": ts[order], "template": 0 * none})
    >>> [accounts.tolist() for accounts in together(x, 8)]
    [[0, 1, 2, 3]]
    """
    seen = visits(x, n_accounts)
    mark = (np.arange(1, n_accounts + 1, dtype=np.uint64) * np.uint64(_MIX)).astype(np.float64) / 2.0**64
    if not len(seen.a):
        return []
    group = _core(*ties(seen, mark, n_accounts * (n_accounts - 1) / 2), n_accounts)
    for _ in range(ROUNDS):
        large = np.bincount(group, minlength=n_accounts) >= SMALLEST
        if not large.any():
            return []
        left, right = ties(_begun(seen.item, seen.ts, group[seen.a]), np.where(large, 0.0, mark), n_accounts * int(large.sum()))
        drawn = large[left] | large[right]
        if not drawn.any():
            break
        group = _joined(left[drawn], right[drawn], n_accounts)[group]
    every = np.argsort(group, kind="stable")
    parts = np.split(every, np.flatnonzero(np.diff(group[every])) + 1)
    return [part for part in parts if len(part) >= SMALLEST]
