"""Does a conversation that one account began go on at another?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene

LEAST = 2  # accounts that must do so: one person may move to another account in the middle of a conversation
MIGRATION = 0.02  # share of conversations that honest accounts are taken to go on with, before any are seen
_SEEN = 20.0  # conversations that this share counts for


def handover(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that the accounts go on with conversations that another customer's account of the group began.

    Of the conversations that the group's accounts come into after their
    beginning, those count that another of the group had within the hour. The
    null is the share among independent accounts, who come into conversations
    that their client keeps. Misleads for routers over keys of many accounts
    that nobody declared, and for whoever moves to another account.
    """
    found = scene.traffic.handovers
    foreign = found.foreign(scene.traits.customer)
    inside, crowd = scene.mask(group.everyone), scene.others(group)
    mine = foreign & inside[found.giver] & inside[found.taker]
    takers = len(np.unique(scene.traits.customer[found.taker[mine]]))
    if takers < LEAST:
        return None
    hits, of = int(found.conversations[mine].sum()), int(found.entered[inside].sum())
    elsewhere, known = int(found.conversations[foreign & crowd[found.taker]].sum()), int(found.entered[crowd].sum())
    background = (elsewhere + MIGRATION * _SEEN) / (known + _SEEN)
    finding = (
        f"{hits} of {of} conversations that accounts of the group came into were begun by another of them within the hour;"
        f" among independent accounts {elsewhere} of {known} were begun by anyone else."
    )
    return Evidence(rate_bits(hits, of, background), finding)
