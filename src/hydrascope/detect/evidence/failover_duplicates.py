"""Is a request that failed on one head sent again by another?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

WITHIN = 3600  # seconds
_FAILED = 400


class Repeats(NamedTuple):
    """How many failed requests another account sent again within the hour, how many failed, and the same of those that were answered."""

    failed: int
    failures: int
    answered: int
    answers: int


def sent_again(x: Exchanges, rows: Ints) -> Repeats:
    """Return how often another account repeats what failed, and what did not."""
    order = rows[np.lexsort((x.xid[rows], x.ts[rows], x.content[rows]))]
    order = order[x.content[order] >= 0]
    content, ts, a = x.content[order], x.ts[order], x.a[order]
    failed = x.status[order] >= _FAILED
    again = np.zeros(len(order), bool)
    again[:-1] = (content[1:] == content[:-1]) & (a[1:] != a[:-1]) & (ts[1:] - ts[:-1] <= WITHIN)
    return Repeats(int((failed & again).sum()), int(failed.sum()), int((~failed & again).sum()), int((~failed).sum()))


def failover_duplicates(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that failed requests come again, word for word, from another account of the group.

    The null is how often that happens among independent accounts, or how
    often the group repeats what was answered, if that is more: a class that
    copies one assignment repeats both. Misleads for a company's router over its own keys.
    """
    x = scene.traffic.exchanges
    mine = sent_again(x, group.rows)
    if not mine.failed:
        return None
    others = sent_again(x, np.flatnonzero(scene.others(group)[x.a]))
    null = max((others.failed + 1) / (others.failures + 2), (mine.answered + 1) / (mine.answers + 2))
    return Evidence(
        rate_bits(mine.failed, mine.failures, null),
        f"{mine.failed} of {mine.failures} failed requests were sent again within the hour by another of the group, as were {mine.answered} of {mine.answers}"
        f" that were answered; {others.failed} of {others.failures} failed ones were among independent accounts.",
    )
