"""Does the work fall on the accounts more evenly than chance would have it, hour by hour, as if dealt in turn?"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import log_ndtr

from hydrascope.detect.components import codes
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.rules import CONFIRMED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

ROUNDS = 3  # as many requests as customers are a round; fewer rounds say nothing
GAPS = 3  # gaps between an account's requests from which its pace is known
WAIT = 600.0  # seconds of the middle gap, at least: a program that asks and waits for the answer keeps a pace of its own
CLOCK = 0.25  # spread of an account's gaps, in their mean, below which it keeps a clock
FAR = 0.85  # of the scatter of chance, above which the load is not called dealt, however surely
_FAILED = 400


class Scatter(NamedTuple):
    """How much customers' counts differ from round to round (chi-squared), what independent customers give, and its standard deviation."""

    found: float
    expected: float
    error: float

    @property
    def share(self) -> float:
        """What was found, in what independent customers give: 1 for chance, 0 for cards dealt."""
        return self.found / self.expected


def scatter(who: Ints) -> Scatter | None:
    """
    Return how much the counts of some customers differ from round to round; `who` is the customer of each request, in time.

    A customer may be as busy as he likes, so long as he is so throughout. Chi-squared of rounds by customers; its variance
    for small counts is Haldane's (1937, Biometrika 29). None where there are too few rounds.

    >>> round(scatter(np.tile(np.arange(20), 5)).share, 3), scatter(np.random.default_rng(1).integers(0, 20, 2000)).share > 0.95
    (0.0, True)
    """
    count = int(who.max(initial=-1)) + 1
    rounds = len(who) // max(count, 1)
    if rounds < ROUNDS or count < 2:
        return None
    used = who[: rounds * count]
    table = np.zeros((rounds, count))
    np.add.at(table, (np.arange(len(used)) // count, used), 1)
    table = table[:, table.any(axis=0)]
    share = table.mean(axis=0) / count
    k = table.shape[1]
    found = float(((table - count * share) ** 2 / (count * share)).sum())
    each = 2.0 * (k - 1) + (float((1.0 / share).sum()) - k * k - 2.0 * k + 2.0) / count
    return Scatter(found, (rounds - 1.0) * (k - 1), float(np.sqrt((rounds - 1.0) * each)))


def new_work(x: Exchanges, rows: Ints) -> Ints:
    """Return the rows that begin a conversation with something that the account has not asked yet, in time."""
    rows = rows[(x.user_turns[rows] <= 1) & (x.tool_turns[rows] == 0) & (x.status[rows] < _FAILED)]
    rows = rows[np.lexsort((x.xid[rows], x.ts[rows]))]
    first = np.unique(x.a[rows] * (int(x.content[rows].max(initial=-1)) + 2) + x.content[rows], return_index=True)[1]
    return rows[np.sort(first)]


def _own_pace(who: Ints, ts: Ints) -> npt.NDArray[np.bool_]:
    """Return which customers keep a pace of their own: by the clock, or by waiting for one answer after another; too few requests are none."""
    order = np.lexsort((ts, who))
    same = np.diff(who[order]) == 0
    gaps, at = np.diff(ts[order]).astype(float)[same], who[order][1:][same]
    count = np.bincount(at, minlength=int(who.max(initial=-1)) + 1)
    mean, square = (np.bincount(at, gaps**power, minlength=len(count)) / np.maximum(count, 1) for power in (1, 2))
    spread = np.sqrt(np.maximum(square - mean**2, 0.0)) / np.maximum(mean, 1e-9)
    middle = np.full(len(count), np.inf)
    sorted_gaps, known = gaps[np.lexsort((gaps, at))], count >= GAPS
    middle[known] = sorted_gaps[(np.cumsum(count) - count + count // 2)[known]]
    return (middle < WAIT) | (known & (spread < CLOCK))


def dealt_in_turn(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unlikely it is that independent customers share the work so evenly in every stretch of time.

    Requests that begin something new are cut into rounds of as many as there are customers. Independent
    customers' counts scatter from round to round by chance at least, and by more where they have hours and sittings; whoever deals in turn, or to who has least to
    do, leaves less. What it took to find the group is taken off, for among many sets some scatter little. Customers who keep a clock, or ask again as soon as they are answered, are left out: such a pace looks the same. Blind to work dealt at random.
    """
    x = scene.traffic.exchanges
    rows = new_work(x, group.rows)
    who = codes(scene.traits.customer[x.a[rows]])
    free = ~_own_pace(who, x.ts[rows])[who] if len(rows) else np.zeros(0, bool)
    who = codes(who[free])
    customers = int(who.max(initial=-1)) + 1
    found = scatter(who) if customers >= max(CONFIRMED.customers, group.size / 2) else None
    if found is None:
        return None
    bits = -float(log_ndtr((found.found - found.expected) / found.error)) / float(np.log(2)) - 1.0
    return Evidence(
        max(0.0, bits - group.price) if found.share <= FAR else 0.0,
        f"New requests in {len(who) // customers} rounds of {customers}: the shares of {customers} customers scatter {found.share:.2f} times as much as by chance.",
    )
