"""Does the group turn to a new model at once, and further than others do?"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import binom

from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

_DAY = 86400
LEAST = 0.2  # share that must move beyond matched accounts
WRONGLY = 1e-3  # or chance at which as many of the group's accounts try the new model: told as a pivot, but no evidence
BEFORE = 10  # exchanges before and after the turn, at least


class Turn(NamedTuple):
    """A turn to a new model: when, how far within a day, and how far independent accounts went in the same day."""

    model: int
    released: int
    at: int
    share: float
    matched: float
    moved: int
    of: int
    chance: float  # that as many of the group's accounts try the new model that day, at the rate of independent accounts

    @property
    def beyond_others(self) -> float:
        """The share that moved beyond that of independent accounts."""
        return self.share - self.matched

    @property
    def pivot(self) -> bool:
        """Whether the group turned: far beyond others, or surely further where the turn ramps up and others try the new model, too."""
        return self.beyond_others >= LEAST or (self.share >= LEAST and self.chance <= WRONGLY)


def users(a: Ints, new: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """
    Return how many accounts sent anything to the new model, and how many sent anything; `a` is the account of each exchange.

    >>> users(np.array([3, 3, 5]), np.array([True, True, False]))
    (1, 2)
    """
    return len(np.unique(a[new])), len(np.unique(a))


def onset(new: Ints) -> int:
    """
    Return the position from which the new model is used, by the likeliest step from one rate to another.

    Exact for one change of a Bernoulli rate (Hinkley & Hinkley 1970). `new`
    is 1 for an exchange with the new model, in order of time.

    >>> onset(np.array([0, 0, 0, 1, 0, 1]))
    3
    """
    n, after = len(new), np.cumsum(new[::-1])[::-1].astype(float)
    total = float(new.sum())
    at = np.arange(float(n))
    before = total - after

    def likelihood(hits: Floats, of: Floats) -> Floats:
        rate = np.clip(hits / np.maximum(of, 1.0), 1e-6, 1 - 1e-6)
        return np.asarray(hits * np.log(rate) + (of - hits) * np.log(1 - rate))

    return int(np.argmax(np.round(likelihood(before, at) + likelihood(after, n - at), 9)))


def turns(group: Group, scene: Scene) -> list[Turn]:
    """Return the group's turns to models that came out within the traffic, however few of its exchanges moved."""
    x = scene.traffic.exchanges
    order = group.rows[np.lexsort((x.xid[group.rows], x.ts[group.rows]))]
    crowd = scene.others(group)[x.a]
    found = []
    for model, released in scene.releases:
        rows = order[x.ts[order] <= released + 4 * _DAY]
        new = (x.model[rows] == model).astype(np.int64)
        if new.sum() < BEFORE or (x.ts[rows] < released).sum() < BEFORE:
            continue
        at = int(x.ts[rows[onset(new)]])
        day = (x.ts[order] >= at) & (x.ts[order] < at + _DAY)
        same = crowd & (x.ts >= at) & (x.ts < at + _DAY)
        ours, of = order[day], int(day.sum())
        if at < released - _DAY or of < BEFORE:
            continue
        moved, new_to_others = x.model[ours] == model, x.model[same] == model
        matched = float(new_to_others.mean()) if same.any() else 0.0
        (turned, active), (tried, others) = users(x.a[ours], moved), users(x.a[same], new_to_others)
        chance = float(binom.sf(turned - 1, active, (tried + 1) / (others + 2)))
        found.append(Turn(model, released, at, float(moved.mean()), matched, int(moved.sum()), of, chance))
    return found


def release_chasing(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how far the group moved to a new model within a day, beyond independent accounts.

    One bit for each fifth of its traffic that moved beyond theirs. Misleads
    for those who benchmark every model on its first day, and for products
    that switch models.
    """
    found = [turn for turn in turns(group, scene) if turn.beyond_others >= LEAST]
    if not found:
        return None
    turn = max(found, key=lambda t: t.beyond_others)
    hours = (turn.at - turn.released) / 3600
    name = scene.traffic.models[turn.model]
    finding = f"{turn.moved} of {turn.of} exchanges moved to {name} within a day, {hours:.0f} hours after its release; {turn.matched:.0%} of independent traffic did."
    return Evidence(5.0 * turn.beyond_others, finding)
