"""Do the accounts come from the same narrow networks, and hardly anybody else?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted, distinct
from hydrascope.detect.evidence.model import SMALLEST, Evidence, speaks_for
from hydrascope.detect.held import Sharing
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
    networks, who = held.of(group.members)
    values, mine = counted(networks)
    own = (mine >= SMALLEST) & (mine >= OWN * (held.first[values + 1] - held.first[values]))
    hits, of = len(distinct(who[own[np.searchsorted(values, networks)]])), len(distinct(who))
    if 2 * hits <= of or not speaks_for(hits, group.size):
        return None
    crowd = scene.nulls.of("networks", scene.independent, lambda: Sharing(held, scene.independent, SMALLEST))
    elsewhere, known = crowd.without(group.everyone)
    if not known:
        return None
    bits = rate_bits(hits, of, (elsewhere + 1) / (known + 2))
    return Evidence(
        bits,
        f"{hits} of {of} accounts share {int(own.sum())} networks that are mostly theirs; {elsewhere} of {known} independent accounts share any.",
    )
