"""Do the accounts come from the same narrow networks, and hardly anybody else?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import SMALLEST, Evidence, speaks_for
from hydrascope.detect.scene import Group, Scene

OWN = 0.5  # share of a network's accounts that must be the group's


def shared_network(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts share a narrow network with two others of the group.

    A network counts when three of the group use it and most of its accounts are the group's, so that a home, a
    cloud's or a carrier's shared addresses say nothing. The null is how often
    independent accounts share one. Misleads for offices and campuses.
    """
    held = scene.networks
    inside, crowd = scene.mask(group.members), scene.others(group)
    mine, theirs = held.users(inside), held.users(crowd)
    total = np.bincount(held.value, minlength=held.values)
    own = (mine >= SMALLEST) & (mine >= OWN * total)
    hits, of = held.holders(inside, own), held.holders(inside, mine > 0)
    elsewhere, known = held.holders(crowd, theirs >= SMALLEST), held.holders(crowd, theirs > 0)
    if 2 * hits <= of or not speaks_for(hits, group.size) or not known:
        return None
    bits = rate_bits(hits, of, (elsewhere + 1) / (known + 2))
    return Evidence(
        bits,
        f"{hits} of {of} accounts share {int(own.sum())} networks that are mostly theirs; {elsewhere} of {known} independent accounts share any.",
    )
