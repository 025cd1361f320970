"""Do conversations go from account to account?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.scene import Group, Scene

MIGRATION = 0.02  # share of honest customers who are taken to pass conversations both ways, at least


def handover(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many of the customers take over conversations from others of the group, and hand on to others.

    Both are asked for: who moves to another account hands over and takes
    nothing back, and who evaluates the beginnings of known conversations has
    always the same turn. The null is the share of independent customers who do
    both with anybody; one in fifty is assumed at least. Fewer than ten say nothing
    of a group of twice as many. Misleads for routers
    over keys of many accounts that nobody declared, and says nothing of what is collected.
    """
    customer, found = scene.traits.customer, scene.handovers
    mine = found.among(scene.mask(group.everyone))
    hits = len(np.unique(customer[mine.both_ways()]))
    if not speaks_for(hits, group.size):
        return None
    crowd = scene.others(group)
    elsewhere, of = int(crowd[found.both_ways()].sum()), int(crowd.sum())
    finding = (
        f"{hits} of {group.size} customers go on with conversations of others of the group and hand on to others, {len(mine.taker)} turns in all;"
        f" {elsewhere} of {of} independent accounts do both with anybody."
    )
    return Evidence(rate_bits(hits, group.size, max((elsewhere + 1) / (of + 2), MIGRATION)), finding)
