"""Who else is of a campaign that was judged by a sample of its accounts: the same marks, the same traits."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.groups import LIKELY, SURELY
from hydrascope.detect.membership import Described, belonging, features
from hydrascope.detect.screen.census import Census
from hydrascope.detect.screen.pairs import Counted
from hydrascope.detect.screen.population import Population
from hydrascope.detect.seeds import REPEATS
from hydrascope.detect.streams import ASIDE, BARE, COMMON, RECURS, UNLIKE, marking

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Marks(NamedTuple):
    """What tells a campaign's work: template families, or request shapes where its text conserves nothing."""

    values: npt.NDArray[np.uint64]
    by_text: bool


def _marking(pairs: Counted, members: Mask, share: float, repeats: int) -> npt.NDArray[np.uint64]:
    """Return the values that are usual among some accounts and unusual elsewhere."""
    often = pairs.times >= repeats
    values, at = np.unique(pairs.value[often], return_inverse=True)
    inside = np.bincount(at, members[pairs.account[often]], len(values))
    total, size = np.bincount(at, minlength=len(values)), int(members.sum())
    return values[marking(inside, total, size, len(members), share)]


def _sent(pairs: Counted, values: npt.NDArray[np.uint64], count: int) -> Ints:
    """Return how many exchanges of each account have one of some values."""
    marked = np.isin(pairs.value, values)
    return np.bincount(pairs.account[marked], pairs.times[marked], count).astype(np.int64)


def marks(people: Population, members: Mask) -> Marks:
    """Return what marks the work of some accounts."""
    text = _marking(people.seen.filled, members, COMMON, 1)
    filling = _sent(people.seen.filled, text, len(members)) > 0
    if filling[members].mean() >= BARE:
        return Marks(text, by_text=True)
    return Marks(_marking(people.seen.bare, members, 3 * COMMON, 2), by_text=False)


def working(profile: Census, members: Mask, sent: Ints, *, by_text: bool) -> Mask:
    """Return which accounts do a campaign's work often enough for it to be theirs, and are after what it is after; `sent` counts their exchanges with its marks."""
    own = (sent >= (RECURS if by_text else REPEATS)) & (sent >= ASIDE * profile.exchanges)
    return own & (profile.harvest >= UNLIKE * np.median(profile.harvest[members]))


def alike(people: Described, members: Mask, pool: Mask, *, by_text: bool) -> Ints:
    """Return which accounts of a pool have the traits of a campaign's members."""
    if not pool.any():
        return np.zeros(0, np.int64)
    seed = np.flatnonzero(pool | members)
    belief = belonging(seed, features(people))
    return seed[pool[seed] & (belief > (LIKELY if by_text else SURELY))]


def recruits(people: Population, members: Mask, looked: Mask) -> tuple[Ints, Marks]:
    """
    Return which accounts that nobody has looked at do a campaign's work and have its traits, and what marks that work.

    `members` were judged to be one operator's. Misleads where an honest
    customer runs the campaign's own prompt again and again: for that it must be like them in the rest, too.
    """
    seen, found = people.seen, marks(people, members)
    sent = _sent(seen.filled if found.by_text else seen.bare, found.values, len(members))
    pool = ~looked & working(people.profile, members, sent, by_text=found.by_text)
    return alike(people, members, pool, by_text=found.by_text), found
