"""Is a request that failed on one head sent again by another?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = 3600  # seconds
_FAILED = 400


def failed_over(x: Exchanges, rows: Ints) -> tuple[int, int]:
    """Return how many failed requests another account sent again within the hour, and how many failed."""
    order = rows[np.lexsort((x.xid[rows], x.ts[rows], x.content[rows]))]
    content, ts, a = x.content[order], x.ts[order], x.a[order]
    failed = (x.status[order] >= _FAILED) & (content >= 0)
    again = np.zeros(len(order), bool)
    again[:-1] = (content[1:] == content[:-1]) & (a[1:] != a[:-1]) & (ts[1:] - ts[:-1] <= WITHIN)
    return int((failed & again).sum()), int(failed.sum())


def failover_duplicates(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that failed requests come again, word for word, from another account of the group.

    The null is how often that happens among independent accounts. Misleads
    for a company's router over its own keys.
    """
    x = scene.traffic.exchanges
    hits, of = failed_over(x, group.rows)
    if not hits:
        return None
    crowd = np.flatnonzero(scene.others(group)[x.a])
    elsewhere, failed = failed_over(x, crowd)
    bits = rate_bits(hits, of, (elsewhere + 1) / (failed + 2))
    return Evidence(
        bits,
        f"{hits} of {of} failed requests were sent again within the hour by another of the group; {elsewhere} of {failed} among independent accounts.",
    )
