"""A public benchmark: the same items are asked by strangers too."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene


def public_benchmark(group: Group, scene: Scene) -> Reading | None:
    """Return how far the group's last messages are asked, word for word, by independent accounts as well."""
    x = scene.traffic.exchanges
    crowd = scene.others(group.members)[x.a]
    mine = np.unique(x.prompt[group.rows])
    mine = mine[mine >= 0]
    if not len(mine):
        return None
    share = float(np.isin(mine, x.prompt[crowd]).mean())
    if share < 0.2:
        return None
    return Reading(
        fit(share, 0.3, 0.7), f"{share:.0%} of the group's {len(mine)} distinct questions are asked by independent accounts too."
    )
