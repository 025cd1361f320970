"""
Who is taken for an account of a scheduled group and keeps hours of its own.

Bare questions by everybody's kit tell a head from a stranger by little but how much it sends. But where a scheduler deals out
the work, each account's requests come whenever the others' do; whoever sits down and asks stands out by the sittings.
"""

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, pdtr

from hydrascope.detect.components import codes
from hydrascope.detect.evidence.dealt_in_turn import new_work
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

EACH = 2  # requests of a customer in a part of its time, on average
FEWEST, MOST = 4, 64  # parts that a customer's time is cut into
USUAL = 0.05  # probability from which a customer's requests are as the others'; so must be those of three quarters
AT_MOST = 0.25  # share of the customers that may be less usual
WRONGLY = 1e-3  # share of groups in which a head may be put out by chance, at the group's own spread


def as_spread(who: Ints) -> Floats:
    """
    Return for each customer how probable it is that its requests come whenever others' do; `who` is the customer of each request, in time.

    The time from its first request to its last is cut into parts in which all together sent as much; chi-squared of its requests by part. 1 for
    too few requests.

    >>> even, sitting = np.tile(np.arange(9), 40), np.full(40, 9)
    >>> as_spread(np.concatenate([[9], even[:180], sitting, even[180:], [9]]))[8:].round(1).tolist()
    [1.0, 0.0]
    """
    n, first, last = _times(who)
    parts, place = np.clip((n - 2) // EACH, FEWEST, MOST), np.arange(len(who))
    inner = (place > first[who]) & (place < last[who])
    mine = who[inner]
    part = (place[inner] - first[mine] - 1) * parts[mine] // (last - first - 1)[mine]
    counts = np.bincount(mine * MOST + part, minlength=len(n) * MOST).reshape(len(n), MOST)
    squares = (counts**2.0).sum(axis=1) * parts / np.maximum(n - 2, 1) - (n - 2)
    return np.where(n - 2 >= EACH * FEWEST, chdtrc(parts - 1, np.maximum(squares, 0.0)), 1.0)


def as_many(who: Ints) -> Floats:
    """
    Return for each customer how probable so few requests are, between its first and its last, at the rate of the middle customer.

    >>> even = np.tile(np.arange(9), 40)
    >>> as_many(np.concatenate([[9], even[:180], [9], even[180:], [9]]))[8:].round(1).tolist()
    [0.5, 0.0]
    """
    n, first, last = _times(who)
    span = last - first
    rate = middle((n - 1)[span > 0] / span[span > 0]) if span.any() else 0.0
    return np.asarray(np.where(n > 1, pdtr(np.maximum(n - 1, 0), rate * span), 1.0))


def _times(who: Ints) -> tuple[Ints, Ints, Ints]:
    """Return how many requests each customer sent, and the places of its first and its last."""
    n = np.bincount(who)
    order, ends = np.argsort(who, kind="stable"), np.cumsum(n)
    return n, order[ends - n], order[ends - 1]


def own_hours(likely: Floats) -> npt.NDArray[np.bool_]:
    """
    Return which customers keep hours of their own, by how probable theirs are, each against the others' spread.

    Among heads that are dealt their work one in four has a probability under a quarter; where one in four has a smaller one, as
    where some began late, a stranger's must be smaller, too. One in four may be strangers.

    >>> usual = np.linspace(0.01, 1, 60)
    >>> [bool(own_hours(np.append(others, 1e-6)).any()) for others in (usual, usual**3)]
    [True, False]
    """
    surprise = -np.log(np.maximum(likely, 1e-300))
    spread = max(1.0, float(np.quantile(surprise, 1 - AT_MOST, method="lower")) / -np.log(AT_MOST))
    return np.asarray(surprise > spread * np.log(len(likely) / WRONGLY))


def _common_time(ts: Ints, who: Ints) -> npt.NDArray[np.bool_]:
    """
    Return which of some requests, in time, lie between the beginning and the end of the middle customer, with the last of each customer before that and the first after it.

    Who goes on alone when the others are banned keeps their hours all the same.
    """
    _, first, last = _times(who)
    begin, end = middle(ts[first]), middle(ts[last])
    kept = (ts >= begin) & (ts <= end)
    before, after = np.flatnonzero(ts < begin), np.flatnonzero(ts > end)
    kept[before[len(before) - 1 - np.unique(who[before][::-1], return_index=True)[1]]] = True
    kept[after[np.unique(who[after], return_index=True)[1]]] = True
    return kept


def out_of_step(group: Group, scene: Scene) -> npt.NDArray[np.bool_]:
    """Return which of all accounts are of customers of a group that keep hours of their own, where a scheduler deals out the work of nearly all others."""
    x, customer = scene.traffic.exchanges, scene.traits.customer
    rows = new_work(x, group.rows)
    sent = customer[x.a[rows]]
    if not len(sent):
        return np.zeros(len(customer), np.bool_)
    sent = sent[_common_time(x.ts[rows], codes(sent))]
    known, who = np.unique(sent), codes(sent)
    likely = np.minimum(as_spread(who), as_many(who))
    scheduled = (likely < USUAL).mean() <= AT_MOST
    return np.isin(customer, known[own_hours(likely)]) & scheduled
