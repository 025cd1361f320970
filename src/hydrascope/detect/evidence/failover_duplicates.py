"""Is a request that failed on one head sent again by another?"""

from typing import NamedTuple

import numpy as np
from scipy.special import pdtrc

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.rules import CONFIRMED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = 3600  # seconds
UNLIKELY = 0.01  # probability below which chance does not explain that the same take part again and again
_FAILED = 400


class Repeats(NamedTuple):
    """How many failed requests another customer sent again within the hour, how many failed, and the customers who left and took up each."""

    again: int
    failed: int
    parts: Ints


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
    return Repeats(len(again), int(rare.sum()), np.concatenate([by[again], by[again + 1]]))


def by_chance(parts: Ints, load: Ints) -> bool:
    """
    Return whether those who took part are as varied as if everybody was drawn by chance, in proportion to a load.

    `load` holds the customer behind each exchange. What a queue deals out falls on all who work
    off it; what ten colleagues do falls on them again and again. The number of draws that meet somebody
    again is Poisson's, by the birthday problem.

    >>> everybody = np.arange(200)
    >>> by_chance(np.arange(12), everybody), by_chance(np.repeat(np.arange(6), 2), everybody)
    (True, False)
    """
    share = np.unique(load, return_counts=True)[1] / len(load)
    met_again = len(parts) - len(np.unique(parts))
    expected = len(parts) - float((1.0 - (1.0 - share) ** len(parts)).sum())
    return met_again == 0 or float(pdtrc(met_again - 1, expected)) >= UNLIKELY


def failover_duplicates(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that failed requests come again, word for word, from another customer of the group.

    Only requests count that no two of them got answered, for a class that
    copies one assignment repeats whatever fails. The null is how often it
    happens among independent accounts. Those who take part must speak for the group: many of it, or ten
    who are as varied as chance would have it. Misleads for a company's router over its own keys.
    """
    x, customer = scene.traffic.exchanges, scene.traits.customer
    mine = sent_again(x, group.rows, customer)
    doers = len(np.unique(mine.parts))
    wide = doers >= CONFIRMED.customers and by_chance(mine.parts, customer[x.a[group.rows]])
    if not wide and not speaks_for(doers, group.size):
        return None
    others = sent_again(x, np.flatnonzero(scene.others(group)[x.a]), customer)
    return Evidence(
        rate_bits(mine.again, mine.failed, (others.again + 1) / (others.failed + 2)),
        f"{mine.again} of {mine.failed} failed requests were sent again within the hour by another of the group, {doers} customers in all;"
        f" {others.again} of {others.failed} among independent accounts.",
    )
