"""A hackathon or workshop: registered for the day, used for the day, in one place."""

import numpy as np

from hydrascope.detect.evidence.birth_burst import densest
from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene

DAYS = 3  # days that an event may last
_DAY = 86400.0


def event(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts were registered within days, and used only in the days after."""
    births = scene.traits.birth[group.members]
    births = births[~np.isnan(births)]
    if len(births) < 3:
        return None
    begin, hits = densest(births, DAYS)
    last = scene.profile.last[group.members]
    traffic_end = float(scene.profile.last.max())
    if begin + (DAYS + 2) * _DAY >= traffic_end:
        return None
    over = float((last <= begin + (DAYS + 2) * _DAY).mean())
    share = min(hits / group.size, over)
    if share < 0.5:
        return None
    return Reading(
        fit(share, 0.7, 0.95),
        f"{hits} of {group.size} accounts were registered within {DAYS} days, and {over:.0%} were not used after the {DAYS + 2} days that followed.",
    )
