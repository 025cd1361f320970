"""A hackathon or workshop: begun for the day, used for the day, all together."""

import numpy as np

from hydrascope.detect.evidence.birth_burst import densest
from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

DAYS = 3  # days within which the accounts of an event begin
AFTER = 2  # days that they go on
_DAY = 86400.0


def _begun(group: Group, scene: Scene) -> tuple[Floats, str]:
    """Return when the accounts were registered, or first seen where that is unknown, and how to say it."""
    births = scene.traits.birth[group.members]
    if not np.isnan(births).any():
        return births, "registered"
    return scene.profile.first[group.members].astype(float), "first seen"


def _until(close: float, group: Group, scene: Scene) -> float:
    """Return the share of an account's requests that came before a moment: few stay on, with little to ask."""
    x = scene.traffic.exchanges
    rows = x.of(group.members)
    before = np.bincount(x.a[rows], x.ts[rows] <= close, scene.n_accounts)[group.members]
    return float((before / np.maximum(scene.profile.exchanges[group.members], 1)).mean())


def event(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts began within days of each other, and asked only in the days that followed."""
    begun, how = _begun(group, scene)
    if len(begun) < 3:
        return None
    begin, hits = densest(begun, DAYS)
    close = begin + (DAYS + AFTER) * _DAY
    start, end = scene.span
    # An event at either edge of the traffic cannot be told from accounts that go on.
    if close >= end or (how == "first seen" and begin < start + _DAY):
        return None
    over = _until(close, group, scene)
    share = min(hits / group.size, over)
    if share < 0.5:
        return None
    finding = (
        f"{hits} of {group.size} accounts were {how} within {DAYS} days, and {over:.0%} of their requests came until {AFTER} days later."
    )
    return Reading(fit(share, 0.7, 0.95), finding)
