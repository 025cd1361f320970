"""Does a fresh account go on with the work whenever one is banned?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

HOURS = 48.0
WITHIN = (3.0, 12.0, HOURS)  # a successor shows as soon as its work is frequent
LEAST = 3  # bans that were made up for: one or two are people who came back
_HOUR = 3600.0


class Replacement(NamedTuple):
    """A banned account, the account that began next, and the hours between."""

    banned: int
    successor: int
    hours: float


def replacements(group: Group, scene: Scene) -> list[Replacement]:
    """Return who began after each ban within the traffic, each successor once, soonest first; beginnings at its edge are left out."""
    members, ts = group.members, scene.traffic.exchanges.ts
    banned = scene.traits.banned[members]
    banned = np.where((banned >= float(ts.min())) & (banned <= float(ts.max())), banned, np.nan)
    first = group.profile.first[members].astype(float)
    fresh = first > float(ts.min()) + 24 * _HOUR
    used: set[int] = set()
    found = []
    for at in np.argsort(banned, kind="stable")[: int((~np.isnan(banned)).sum())]:
        gap = np.where(fresh & (first >= banned[at]), first - banned[at], np.inf)
        gap[list(used)] = np.inf
        gap[at] = np.inf
        next_one = int(np.argmin(gap))
        if gap[next_one] <= HOURS * _HOUR:
            used.add(next_one)
            found.append(Replacement(int(members[at]), int(members[next_one]), float(gap[next_one]) / _HOUR))
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


def _weighed(banned: Floats, fresh: Floats, opened: float, end: float, hours: float) -> tuple[float, str]:
    """Return the bits of bans that have a successor within so many hours, and the figures in words."""
    within = hours * _HOUR
    at = moments(banned, within)
    hits = int((np.searchsorted(fresh, at + within, "right") > np.searchsorted(fresh, at, "right")).sum())
    chance = covered(fresh, within, opened, end)
    words = f"{hits} of {len(at)} bans at different times had a successor within {hours:.0f} hours, by chance {chance:.0%} would"
    return rate_bits(hits, len(at), chance) if hits >= LEAST else 0.0, words


def regrowth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that bans within the group are followed by fresh accounts with the same work.

    The null is a ban at any other hour among the same beginnings, once half of the group had begun. Bans of one wave are one,
    and that the best of three spans is taken costs log2 3 bits. Misleads where honest users return under a new account; one or two such say nothing of a group.
    """
    found = replacements(group, scene)
    if len(found) < LEAST:
        return None
    end = float(scene.traffic.exchanges.ts.max())
    begun = group.profile.first[group.members][group.profile.exchanges[group.members] > 0].astype(float)
    opened, banned = float(np.median(begun)), scene.traits.banned[group.members]
    within = banned[(banned >= float(scene.traffic.exchanges.ts.min())) & (banned <= end)]
    bits, words = max(_weighed(within[within >= opened], np.sort(begun[begun > opened]), opened, end, hours) for hours in WITHIN)
    hours = float(np.median([r.hours for r in found]))
    return Evidence(
        max(0.0, bits - float(np.log2(len(WITHIN)))),
        f"{len(found)} of {len(within)} banned accounts were followed by a fresh one with the same work, after {hours:.0f} hours in the middle; {words}.",
    )
