"""Are the accounts busy in the same hours, beyond the hours and days that each keeps?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.crowd import as_near, clearly, some
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import ENOUGH, Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

LEAST = 3  # accounts that are a group
WEAK, CLEAR = 0.03, 0.1  # mean correlation of two accounts that honest sets reach, and from which it counts in full
RARE, USUAL = 0.02, 0.1  # share of independent accounts that keep the group's hours by chance, and that makes them everybody's
DAYS = 182  # days that are looked at, the last ones
_HOUR, _DAY, _WEEK = 3600, 86400, 7


class Surprise(NamedTuple):
    """One row an account: its hours less what its own week leads to expect, as a vector of length 1."""

    accounts: Ints
    hours: Floats


def hourly(scene: Scene, rows: Ints) -> tuple[Ints, Floats]:
    """Return the accounts behind the rows that have enough, and their counts by day and hour, over the last half year of the traffic."""
    x = scene.traffic.exchanges
    end = int(scene.profile.last.max()) // _DAY + 1
    begin = max(int(scene.profile.first.min()) // _DAY, end - DAYS)
    rows = rows[x.ts[rows] >= begin * _DAY]
    accounts, at, n = np.unique(x.a[rows], return_inverse=True, return_counts=True)
    rows, at, kept = rows[n[at] >= ENOUGH], at[n[at] >= ENOUGH], accounts[n >= ENOUGH]
    cell = np.searchsorted(kept, accounts[at]) * (end - begin) * 24 + x.ts[rows] // _HOUR - begin * 24
    table = np.bincount(cell, minlength=len(kept) * (end - begin) * 24)
    return kept, table.reshape(len(kept), end - begin, 24).astype(np.float64)


def surprise(scene: Scene, rows: Ints) -> Surprise:
    """
    Return the surprises of the accounts behind some rows.

    An account's count in an hour is compared with its mean in the same hour
    of the same weekday, over the days between its first and its last. So
    neither daily rhythm nor weekends nor the day it began agree with anybody
    else's. Accounts with no weekday twice are left out.
    """
    accounts, table = hourly(scene, rows)
    days = table.shape[1]
    active = table.max(axis=2) > 0
    first, last = active.argmax(axis=1), days - 1 - active[:, ::-1].argmax(axis=1)
    inner = (np.arange(days) > first[:, None]) & (np.arange(days) < last[:, None])
    rest = np.zeros_like(table)
    for weekday in range(min(_WEEK, days)):
        mine = inner[:, weekday::_WEEK, None]
        counts = table[:, weekday::_WEEK] * mine
        mean = counts.sum(axis=1, keepdims=True) / np.maximum(mine.sum(axis=1, keepdims=True), 1)
        rest[:, weekday::_WEEK] = (counts - mean) * mine
    flat = rest.reshape(len(rest), days * 24)
    length = np.sqrt((flat**2).sum(axis=1))
    return Surprise(accounts[length > 0], flat[length > 0] / length[length > 0, None])


def _known(scene: Scene) -> Ints:
    """Return the independent accounts that have sent enough."""
    return np.flatnonzero(scene.independent & (scene.profile.exchanges >= ENOUGH))


def synchrony(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts are busy and idle with the rest of the group, beyond each one's own week.

    Half of them must have enough hours. The null is the share of independent accounts that keep as near to the
    group's hours, which many do where a holiday or an outage strikes everybody;
    an account gives no more than one bit, for all it has in common is hours.
    A campaign that runs evenly round the clock gives nothing; one that is sent
    out in bursts does. Misleads for classes, events and offices, whose people
    meet.
    """
    x = scene.traffic.exchanges
    looked_at = some(group.members)
    accounts, mine = surprise(scene, group.rows[scene.mask(looked_at)[x.a[group.rows]]])
    size = len(accounts)
    if size < max(LEAST, len(looked_at) / 2):
        return None
    everybody = scene.nulls.of("hours", scene.independent, lambda: surprise(scene, x.of(some(_known(scene)))))
    crowd = everybody.hours[~scene.mask(group.everyone)[everybody.accounts]]
    if not len(crowd):
        return None
    whole = mine.sum(axis=0)
    rest = whole - mine
    own = (mine * rest).sum(axis=1) / np.sqrt(np.maximum((rest**2).sum(axis=1), 1e-9))
    hits, alike = as_near(own, crowd @ whole / max(float(np.sqrt((whole**2).sum())), 1e-9))
    together = float((mine * rest).sum() / (size * (size - 1)))
    finding = (
        f"The hours of two of {size} accounts correlate by {together:.2f} beyond their own weeks; {hits} keep so near to the hours of the others,"
        f" and {alike} of {len(crowd)} independent accounts do."
    )
    own = clearly(together, WEAK, CLEAR) * (1.0 - clearly(alike / len(crowd), RARE, USUAL))
    return Evidence(own * min(rate_bits(hits, size, (alike + 1) / (len(crowd) + 2)), size), finding)
