"""Requests that failed and came again from another customer."""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.components import pairs
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
    asked, answered = np.unique(pairs(content[~failed], by[~failed])[0], return_counts=True)
    rare = failed & ~np.isin(content, asked[answered > 1])
    at = np.flatnonzero(rare[:-1] & (content[1:] == content[:-1]) & (by[1:] != by[:-1]) & (ts[1:] - ts[:-1] <= WITHIN))
    return Failovers(order[at], order[at + 1], int(rare.sum()))
