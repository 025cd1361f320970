"""Is a request that failed on one head sent again by another?"""

from scipy.special import pdtrc

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted, distinct
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.failovers import Elsewhere, failovers
from hydrascope.detect.rules import CONFIRMED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

BACKGROUND = 0.5  # share of strangers' failures that are taken to come again from another, before any are seen
_SEEN = 10.0  # failures that this share counts for: few are often the rest of the same queue
UNLIKELY = 0.01  # probability below which chance does not explain that the same take part again and again


def by_chance(parts: Ints, load: Ints) -> bool:
    """
    Return whether those who took part are as varied as if everybody was drawn by chance, in proportion to a load.

    `load` holds the customer behind each exchange. What a queue deals out falls on all who work
    off it; what ten colleagues do falls on them again and again. The number of draws that meet somebody
    again is Poisson's, by the birthday problem.

    >>> import numpy as np
    >>> everybody = np.arange(200)
    >>> by_chance(np.arange(12), everybody), by_chance(np.repeat(np.arange(6), 2), everybody)
    (True, False)
    """
    share = counted(load)[1] / len(load)
    met_again = len(parts) - len(distinct(parts))
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
    mine = failovers(x, group.rows, customer)
    parts = customer[x.a[mine.rows]]
    doers = len(distinct(parts))
    wide = doers >= CONFIRMED.customers and by_chance(parts, customer[x.a[group.rows]])
    if not wide and not speaks_for(doers, group.size):
        return None
    others = scene.nulls.of("failovers", scene.independent, lambda: Elsewhere(x, customer, scene.independent))
    again, (elsewhere, failed) = len(mine.again), others.without(group.everyone)
    return Evidence(
        rate_bits(again, mine.failed, (elsewhere + BACKGROUND * _SEEN) / (failed + _SEEN)),
        f"{again} of {mine.failed} failed requests were sent again within the hour by another of the group, {doers} customers in all;"
        f" {elsewhere} of {failed} among independent accounts.",
    )
