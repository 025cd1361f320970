"""A class or course: one school's mail domain or one campus network, the same assignments, human hours."""

import numpy as np

from hydrascope.detect.explanations.model import FOREIGN, Reading, fit, hours, own_domain
from hydrascope.detect.scene import Group, Scene


def _campus(group: Group, scene: Scene) -> tuple[float, str]:
    """Return the share of the accounts in one network that others hardly use, and its name."""
    held = scene.networks
    mine = held.users(scene.mask(group.members))
    if not mine.any():
        return 0.0, ""
    top = int(np.argmax(mine))
    outside = scene.others(group)
    own = held.users(outside)[top] < max(FOREIGN * outside.sum(), 1)
    return (float(mine[top]) / group.size, scene.traffic.subnets[top]) if own else (0.0, "")


def school_class(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts look like one school's: one mail domain or campus network of their own, and human hours.

    Does not account for shared cards, an even load or what
    is asked for: those stand.
    """
    share, name = max(own_domain(group, scene), _campus(group, scene))
    if share < 0.5:
        return None
    human, rhythm = hours(group, 0.1, 0.3)
    finding = f"{share:.0%} of {group.size} accounts are in {name}, which hardly anybody else uses; their daily rhythm is {rhythm}."
    return Reading(fit(share, 0.5, 0.9) * human, finding)
