"""Does the group turn to a new model at once, and further than others do?"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import betainc

from hydrascope.detect.components import distinct
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints
from hydrascope.detect.windows import DAY, Windows, windows

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


class Tried(NamedTuple):
    """How many accounts sent anything in a day, and how many exchanges; and the same of those that went to the new model."""

    accounts: int
    exchanges: int
    new_accounts: int
    new_exchanges: int

    def without(self, some: "Tried") -> "Tried":
        """Return the figures without some of the accounts."""
        return Tried._make(ours - theirs for ours, theirs in zip(self, some, strict=True))


def tried(a: Ints, new: npt.NDArray[np.bool_]) -> Tried:
    """
    Return who tried the new model; `a` is the account of each exchange of a day.

    >>> tried(np.array([3, 3, 5]), np.array([True, True, False]))
    Tried(accounts=2, exchanges=3, new_accounts=1, new_exchanges=2)
    """
    return Tried(len(distinct(a)), len(a), len(distinct(a[new])), int(new.sum()))


def _tried_by_others(scene: Scene, group: Group, model: int, at: int) -> Tried:
    """Return which independent accounts, without a group's, tried a model in the day from a moment on."""
    x, independent = scene.traffic.exchanges, scene.independent

    def made() -> tuple[Windows, Windows]:
        free = independent[x.a]
        to_new = free & (x.model == model)
        return windows(x.a[free], x.ts[free]), windows(x.a[to_new], x.ts[to_new])

    every, to_new = scene.nulls.of(f"tried {model}", independent, made)
    own = x.of(group.everyone[independent[group.everyone]])
    own = own[(x.ts[own] >= at) & (x.ts[own] < at + DAY)]
    return Tried(*every.from_(at), *to_new.from_(at)).without(tried(x.a[own], x.model[own] == model))


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
    found = []
    for model, released in scene.releases:
        rows = order[x.ts[order] <= released + 4 * DAY]
        new = (x.model[rows] == model).astype(np.int64)
        if new.sum() < BEFORE or (x.ts[rows] < released).sum() < BEFORE:
            continue
        at = int(x.ts[rows[onset(new)]])
        day = order[(x.ts[order] >= at) & (x.ts[order] < at + DAY)]
        if at < released - DAY or len(day) < BEFORE:
            continue
        ours, others = tried(x.a[day], x.model[day] == model), _tried_by_others(scene, group, model, at)
        matched = others.new_exchanges / max(others.exchanges, 1)
        rate = (others.new_accounts + 1) / (others.accounts + 2)
        found.append(Turn(model, released, at, ours.new_exchanges / len(day), matched, ours.new_exchanges, len(day), _as_many(ours, rate)))
    return found


def _as_many(ours: Tried, rate: float) -> float:
    """Return how probable it is that as many accounts or more try the new model, each at some rate: a binomial tail."""
    hits = ours.new_accounts
    return float(betainc(hits, ours.accounts - hits + 1, rate)) if hits else 1.0


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
