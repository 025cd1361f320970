"""Is a request that failed on one head sent again by another?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = 3600  # seconds
_FAILED = 400


class Repeats(NamedTuple):
    """How many failed requests another customer sent again within the hour, how many failed, and the customers who left or took up one."""

    again: int
    failed: int
    customers: Ints


def sent_again(x: Exchanges, rows: Ints, customer: Ints) -> Repeats:
    """Return how often another customer repeats what failed, of requests that no two got answered: what many ask is repeated anyway."""
    order = rows[np.lexsort((x.xid[rows], x.ts[rows], x.content[rows]))]
    order = order[x.content[order] >= 0]
    content, ts, by = x.content[order], x.ts[order], customer[x.a[order]]
    failed = x.status[order] >= _FAILED
    pairs = np.unique(np.stack([content[~failed], by[~failed]]), axis=1)[0]
    asked, answered = np.unique(pairs, return_counts=True)
    rare = failed & ~np.isin(content, asked[answered > 1])
    again = np.flatnonzero(rare[:-1] & (content[1:] == content[:-1]) & (by[1:] != by[:-1]) & (ts[1:] - ts[:-1] <= WITHIN))
    return Repeats(len(again), int(rare.sum()), np.union1d(by[again], by[again + 1]))


def failover_duplicates(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that failed requests come again, word for word, from another customer of the group.

    Only requests count that no two of them got answered, for a class that
    copies one assignment repeats whatever fails. The null is how often it
    happens among independent accounts. Fewer than ten customers say nothing of a group
    of twice as many. Misleads for a company's router over its own keys.
    """
    x, customer = scene.traffic.exchanges, scene.traits.customer
    mine = sent_again(x, group.rows, customer)
    if not speaks_for(len(mine.customers), group.size):
        return None
    others = sent_again(x, np.flatnonzero(scene.others(group)[x.a]), customer)
    return Evidence(
        rate_bits(mine.again, mine.failed, (others.again + 1) / (others.failed + 2)),
        f"{mine.again} of {mine.failed} failed requests were sent again within the hour by another of the group, {len(mine.customers)} customers in all;"
        f" {others.again} of {others.failed} among independent accounts.",
    )
