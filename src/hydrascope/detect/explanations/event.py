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


def event(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts began within days of each other, and were used only in the days that followed."""
    begun, how = _begun(group, scene)
    if len(begun) < 3:
        return None
    begin, hits = densest(begun, DAYS)
    close = begin + (DAYS + AFTER) * _DAY
    ts = scene.traffic.exchanges.ts
    # An event at either edge of the traffic cannot be told from accounts that go on.
    if close >= float(ts.max()) or (how == "first seen" and begin < float(ts.min()) + _DAY):
        return None
    over = float((scene.profile.last[group.members] <= close).mean())
    share = min(hits / group.size, over)
    if share < 0.5:
        return None
    finding = (
        f"{hits} of {group.size} accounts were {how} within {DAYS} days, and {over:.0%} were not used after the {AFTER} days that followed."
    )
    return Reading(fit(share, 0.7, 0.95), finding)
