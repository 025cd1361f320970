"""Does a fresh account go on with the work whenever one is banned?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene

HOURS = 48.0
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


def regrowth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that bans within the group are followed by fresh accounts with the same work.

    The null spreads the group's own late beginnings evenly over the traffic.
    Misleads where honest users return under a new account; one or two such say nothing of a group.
    """
    x = scene.traffic.exchanges
    begin, end = float(x.ts.min()), float(x.ts.max())
    banned = scene.traits.banned[group.members]
    banned = banned[(banned >= begin) & (banned <= end)]
    starts = group.profile.first[group.members][group.profile.exchanges[group.members] > 0]
    late = int((starts > begin + 24 * _HOUR).sum())
    found = replacements(group, scene)
    if len(found) < LEAST:
        return None
    chance = 1.0 - (1.0 - min(1.0, HOURS * _HOUR / max(end - begin, 1.0))) ** late
    hours = float(np.median([r.hours for r in found]))
    bits = rate_bits(len(found), len(banned), min(chance, 0.999))
    return Evidence(
        bits,
        f"{len(found)} of {len(banned)} banned accounts were followed by a fresh one with the same work, after {hours:.0f} hours in the middle; by chance {chance:.0%} would be.",
    )
