"""A service with users of its own: the requests are its users', at their hours."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit, hours
from hydrascope.detect.scene import Group, Scene


def support_bot(group: Group, scene: Scene) -> Reading | None:
    """Return how far the requests name many end users and follow a human day."""
    x = scene.traffic.exchanges
    named = x.end_user[group.rows]
    known = named[named >= 0]
    if not len(known) or len(known) < 0.5 * len(named):
        return None
    users = len(np.unique(known))
    human, rhythm = hours(group.mine, 0.05, 0.2)
    return Reading(human * fit(users / len(known), 0.02, 0.1), f"The requests name {users} end users, and keep a daily rhythm of {rhythm}.")
