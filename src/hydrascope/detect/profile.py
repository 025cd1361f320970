"""What each account's exchanges look like as a whole: the figures whose spread among honest accounts is the null."""

from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import pairs
from hydrascope.detect.traffic import Exchanges, Ints

Floats = npt.NDArray[np.float64]
Values = TypeVar("Values", Ints, npt.NDArray[np.uint64])
ENOUGH = 8  # exchanges below which an account's rhythm says nothing
_DAY = 86400


class Profile(NamedTuple):
    """One row an account; NaN where its exchanges are too few to tell."""

    exchanges: Ints
    first: Ints  # seconds since 1970
    last: Ints
    rhythm: Floats  # squared length of the mean daily phase, unbiased: 0 round the clock, 1 one moment a day
    daily: Floats  # exchanges a day between first and last
    innocent: Floats  # share of exchanges that most likely ask for no training data
    harvest: Floats  # mean probability that an exchange asks for training data
    fresh: Floats  # share of exchanges that fill a template once, in one turn of the user
    bare: Floats  # share of exchanges that ask something new in one turn, with a template or without
    tokens: Floats  # mean tokens of an answer

    def some(self, rows: Ints) -> "Profile":
        """Return some of the rows, in the order given."""
        return Profile._make(column[rows] for column in self)


def _rhythm(a: Ints, ts: Ints, counts: Ints) -> Floats:
    """
    Return the unbiased squared resultant of each account's hours.

    Hours are counted as whole numbers first, so that sums do not depend on
    their order. Fisher 1993, Statistical Analysis of Circular Data, 2.3.
    """
    return resultant(np.bincount(a * 24 + ts % _DAY // 3600, minlength=len(counts) * 24).reshape(-1, 24), counts)


def resultant(hours: npt.NDArray[np.integer], counts: Ints) -> Floats:
    """Return the unbiased squared resultant of exchanges that are counted by hour of the day, a row each; NaN where they are fewer than `ENOUGH`."""
    angle = 2 * np.pi * np.arange(24) / 24
    square = (hours @ np.cos(angle)) ** 2 + (hours @ np.sin(angle)) ** 2
    n = counts.astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(counts >= ENOUGH, (square - n) / (n * (n - 1)), np.nan)


def _fresh(x: Exchanges, rows: Ints) -> npt.NDArray[np.bool_]:
    """Return which exchanges ask something new, in one turn of the user."""
    content = x.content[rows]
    pair = x.a[rows] * (int(content.max(initial=-1)) + 2) + content
    new = np.zeros(len(rows), bool)
    new[np.unique(pair, return_index=True)[1]] = True
    return new & (x.user_turns[rows] <= 1)


def profile(x: Exchanges, rows: Ints, accounts: Ints) -> Profile:
    """Return the profiles of some accounts, which come in order, over some exchanges, which are theirs: a row an account."""
    count, ts = len(accounts), x.ts[rows]
    a = np.searchsorted(accounts, x.a[rows])
    counts = np.bincount(a, minlength=count)
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, a, ts)
    np.maximum.at(last, a, ts)
    fresh = _fresh(x, rows)
    days = np.maximum((last - first) / _DAY, 1.0)
    return Profile(
        counts,
        first,
        last,
        _rhythm(a, ts, counts),
        np.where(counts > 0, counts / days, np.nan),
        np.bincount(a, x.intent[rows] == 0, minlength=count) / np.maximum(counts, 1),
        np.bincount(a, x.harvest[rows], minlength=count) / 1000 / np.maximum(counts, 1),
        np.bincount(a, fresh & (x.template[rows] >= 0), minlength=count) / np.maximum(counts, 1),
        np.bincount(a, fresh, minlength=count) / np.maximum(counts, 1),
        np.bincount(a, x.tokens[rows], minlength=count) / np.maximum(counts, 1),
    )


def modal(a: Ints, value: Ints, count: int) -> Ints:
    """
    Return each account's commonest value, the smallest of equals; -1 where it has none.

    >>> modal(np.array([0, 0, 0, 1]), np.array([5, 7, 7, -1]), 3).tolist()
    [7, -1, -1]
    """
    known = value >= 0
    return commonest(*pairs(a[known], value[known]), count)


def commonest(account: Ints, value: Values, times: Ints, count: int, none: int = -1) -> Values:
    """Return of each account the value that it has most often, the smallest of equals, from pairs that are counted; `none` where it has none."""
    order = np.lexsort((value, -times, account))
    owner, first = np.unique(account[order], return_index=True)
    out = np.full(count, none, value.dtype)
    out[owner] = value[order][first]
    return out
