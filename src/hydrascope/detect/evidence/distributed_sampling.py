"""Is the same request sent again by several heads, as for sampling many answers?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted, distinct
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.held import Sharing
from hydrascope.detect.scene import Group, Scene


def distributed_sampling(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts sent requests that others of the group sent word for word.

    The null is how often independent accounts repeat each other. Misleads for
    classes with one assignment and for public benchmarks.
    """
    requests, who = scene.requests.of(group.members)
    values, senders = counted(requests)
    hits, of = len(distinct(who[senders[np.searchsorted(values, requests)] >= 2])), scene.count_others(group)
    if not hits or not of:
        return None
    crowd = scene.nulls.of("requests", scene.independent, lambda: Sharing(scene.requests, scene.independent, 2))
    elsewhere = crowd.without(group.everyone)[0]
    bits = rate_bits(hits, group.size, (elsewhere + 1) / (of + 2))
    return Evidence(
        bits,
        f"{hits} of {group.size} accounts sent requests that another of the group sent word for word; {elsewhere} of {of} independent accounts did with any other.",
    )
