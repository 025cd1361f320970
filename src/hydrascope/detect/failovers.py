"""Requests that failed and came again from another customer."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import between, counted, distinct, pairs
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = 3600  # seconds
_FAILED = 400


class Failovers(NamedTuple):
    """Rows of requests that failed, and of the same requests sent again by another customer, pair by pair; and how many failed at all."""

    first: Ints
    again: Ints
    failed: int

    @property
    def rows(self) -> Ints:
        """All rows that take part."""
        return np.concatenate([self.first, self.again])


def failovers(x: Exchanges, rows: Ints, customer: Ints) -> Failovers:
    """Return what another customer repeats, word for word and within the hour, of failed requests that no two got answered: what many ask is repeated anyway."""
    order = rows[np.lexsort((x.xid[rows], x.ts[rows], x.content[rows]))]
    order = order[x.content[order] >= 0]
    content, ts, by = x.content[order], x.ts[order], customer[x.a[order]]
    failed = x.status[order] >= _FAILED
    asked, answered = counted(pairs(content[~failed], by[~failed])[0])
    rare = failed & ~np.isin(content, asked[answered > 1])
    at = np.flatnonzero(rare[:-1] & (content[1:] == content[:-1]) & (by[1:] != by[:-1]) & (ts[1:] - ts[:-1] <= WITHIN))
    return Failovers(order[at], order[at + 1], int(rare.sum()))


class Elsewhere:
    """
    Failovers among many accounts, request by request, so that some of the accounts can be left out without going through all again.

    A request that two of the others got answered counts for none whoever is left out: of the many that
    everybody asks nothing is looked at.
    """

    def __init__(self, x: Exchanges, customer: Ints, accounts: npt.NDArray[np.bool_]) -> None:
        self._x, self._customer, self._accounts = x, customer, accounts
        rows = np.flatnonzero(accounts[x.a] & (x.content >= 0))
        self._rows = rows[np.argsort(x.content[rows], kind="stable")]
        self._count = int(x.content.max(initial=-1)) + 1
        self._offsets = np.searchsorted(x.content[self._rows], np.arange(self._count + 1))
        self._answered = self._answers(rows, np.arange(self._count))
        found = failovers(x, rows, customer)
        self._again = np.bincount(x.content[found.first], minlength=self._count)
        self._failed = np.bincount(
            x.content[rows[(x.status[rows] >= _FAILED) & (self._answered[x.content[rows]] < 2)]], minlength=self._count
        )

    def _answers(self, rows: Ints, requests: Ints) -> Ints:
        """Return how many customers got an answer to each of some requests, which come in order, by some rows of these."""
        done = rows[self._x.status[rows] < _FAILED]
        answered = pairs(self._x.content[done], self._customer[self._x.a[done]])[0]
        return np.bincount(np.searchsorted(requests, answered), minlength=len(requests))

    def without(self, accounts: Ints) -> tuple[int, int]:
        """Return how many failed requests came again from another customer, and how many failed at all, with some accounts left out."""
        mine = self._x.of(accounts)
        mine = mine[self._accounts[self._x.a[mine]] & (self._x.content[mine] >= 0)]
        touched = distinct(self._x.content[mine])
        # One customer may have other accounts that stay: so many answers remain at least.
        left = touched[self._answered[touched] - self._answers(mine, touched) < 2]
        rows = self._rows[between(self._offsets, left)[0]]
        rest = failovers(self._x, rows[~np.isin(self._x.a[rows], accounts)], self._customer)
        again, failed = (int(each.sum() - each[touched].sum()) for each in (self._again, self._failed))
        return again + len(rest.again), failed + rest.failed
