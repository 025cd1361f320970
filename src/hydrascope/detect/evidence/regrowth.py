"""Does a fresh account go on with the work whenever one is banned?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

HOURS = 48.0
WITHIN = (3.0, 6.0, 12.0, HOURS)  # a successor shows as soon as its work is frequent
LEAST = 3  # bans that were made up for: one or two are people who came back
_HOUR = 3600.0


class Replacement(NamedTuple):
    """A banned account, the account that began next, and the hours between."""

    banned: int
    successor: int
    hours: float


class Lives(NamedTuple):
    """When each member began the common work (nan: had no part in it) and was banned within the traffic (nan: was not, or not after it began)."""

    begun: Floats
    banned: Floats


def _lives(group: Group, scene: Scene) -> Lives:
    members, mine, (start, end) = group.members, group.mine, scene.span
    begun = np.where(mine.exchanges > 0, mine.first.astype(float), np.nan)
    birth = scene.traits.birth[members]
    begun = np.where((birth >= start) & (birth <= begun), birth, begun)
    banned = scene.traits.banned[members]
    return Lives(begun, np.where((banned > begun) & (banned >= start) & (banned <= end), banned, np.nan))


def replacements(group: Group, scene: Scene) -> list[Replacement]:
    """Return who began after each ban within the traffic, each successor once, soonest first; beginnings at its edge are left out."""
    begun, banned = _lives(group, scene)
    fresh = np.where(begun > scene.span[0] + 24 * _HOUR, begun, np.nan)
    used: set[int] = set()
    found = []
    for at in np.argsort(banned, kind="stable")[: int((~np.isnan(banned)).sum())]:
        gap = np.where(fresh >= banned[at], fresh - banned[at], np.inf)
        gap[list(used)] = np.inf
        next_one = int(np.argmin(gap))
        if gap[next_one] <= HOURS * _HOUR:
            used.add(next_one)
            found.append(Replacement(int(group.members[at]), int(group.members[next_one]), float(gap[next_one]) / _HOUR))
    return found


def moments(banned: Floats, apart: float) -> Floats:
    """
    Return the times of bans that lie further apart than that, each the first of its wave: whoever is banned at once is one event.

    >>> moments(np.array([1.0, 2.0, 9.0, 12.5]), 3.0).tolist()
    [1.0, 9.0, 12.5]
    """
    kept: list[float] = []
    for at in np.sort(banned):
        if not kept or at - kept[-1] > apart:
            kept.append(float(at))
    return np.array(kept)


def covered(fresh: Floats, within: float, opened: float, end: float) -> float:
    """
    Return the share of the time from `opened` to `end` at which a fresh account begins within so long: what a ban at any other hour would meet.

    >>> covered(np.array([5.0, 6.0]), 2.0, 0.0, 10.0)
    0.3
    """
    gaps = np.diff(fresh, prepend=opened)
    return float(np.minimum(gaps, within).sum() / max(end - opened, within))


def _any(begun: Floats, low: Floats, high: Floats) -> int:
    """Return in how many of the spans from `low` on and before `high` somebody began."""
    return int((np.searchsorted(begun, high) > np.searchsorted(begun, low)).sum())


def _weighed(begun: Floats, banned: Floats, opened: float, end: float, hours: float) -> tuple[float, str]:
    """
    Return the bits of bans that have a successor within so many hours, and the figures in words.

    Where people come, some are banned: as many beginnings before the bans as after them say that both fell into the same days.
    """
    within, fresh = hours * _HOUR, begun[begun > opened]
    at = moments(banned, within)
    hits, before = _any(fresh, at, at + within), _any(begun, at - within, at)
    chance = max(covered(fresh, within, opened, end), (before + 1) / (len(at) + 2))
    words = f"{hits} of {len(at)} bans at different times had a successor within {hours:.0f} hours, by chance {chance:.0%} would"
    return rate_bits(hits, len(at), chance) if hits >= LEAST else 0.0, words


def regrowth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that bans within the group are followed by fresh accounts with the same work.

    The null is a ban at any other hour among the same beginnings, once half of the group had begun, or the hours before the bans,
    whichever makes successors likelier. Bans of one wave are one, and that the best of four spans is taken costs 2 bits. What a few
    of a group went through says nothing of it. Misleads where honest users return under a new account.
    """
    found = replacements(group, scene)
    taking_part = {account for one in found for account in (one.banned, one.successor)}
    if len(found) < LEAST or not speaks_for(len(taking_part), group.size):
        return None
    lives, (start, end) = _lives(group, scene), scene.span
    begun, banned = np.sort(lives.begun[~np.isnan(lives.begun)]), lives.banned[~np.isnan(lives.banned)]
    opened = max(middle(begun), start + 24 * _HOUR)
    late = banned[banned >= opened]
    bits, words = max((_weighed(begun, late, opened, float(end), hours) for hours in WITHIN), key=lambda one: one[0])
    hours = middle(np.array([one.hours for one in found]))
    return Evidence(
        max(0.0, bits - float(np.log2(len(WITHIN)))),
        f"{len(found)} of {len(banned)} banned accounts were followed by one that began the same work, after {hours:.0f} hours in the middle; {words}.",
    )
