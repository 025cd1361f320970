"""Do the accounts hand back reasoning blocks that were minted for somebody else?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.scene import Group, Scene

MIGRATION = 0.05  # share of honest accounts that are taken to do so, before any are seen
_SEEN = 10.0  # accounts that this share counts for


def trace_replay(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts hand back reasoning blocks that another customer's account minted.

    Exact: a block belongs to the session that it was minted in, and only
    blocks whose minter is in the traffic count. Blocks carry hidden reasoning,
    and a weaker model reads a stronger one's aloud (Panfilov et al. 2026,
    arXiv:2608.09867). The null is the share of independent accounts that
    return blocks, which return somebody else's. Those of the group who hand back, and whose blocks are handed back, must be
    enough customers to speak for it, for two colleagues who share a session say nothing of their class.
    Misleads for people who move a session to another account, and for routers over keys of many accounts.
    """
    pairs = scene.traffic.replays
    foreign = pairs.foreign(scene.traits.customer)
    returns, returns_foreign = np.zeros(scene.n_accounts, bool), np.zeros(scene.n_accounts, bool)
    returns[pairs.presenter] = True
    returns_foreign[pairs.presenter[foreign]] = True
    mine, crowd = group.members, scene.others(group)
    hits, of = int(returns_foreign[mine].sum()), int(returns[mine].sum())
    inside = scene.mask(group.everyone)
    handed = foreign & inside[pairs.presenter]
    taking_part = np.concatenate([pairs.presenter[handed], pairs.minter[handed & inside[pairs.minter]]])
    if not speaks_for(len(np.unique(scene.traits.customer[taking_part])), group.size):
        return None
    elsewhere, known = int((returns_foreign & crowd).sum()), int((returns & crowd).sum())
    background = (elsewhere + MIGRATION * _SEEN) / (known + _SEEN)
    blocks = int(pairs.blocks[foreign & scene.mask(mine)[pairs.presenter]].sum())
    finding = (
        f"{hits} of {of} accounts that hand back reasoning blocks hand back blocks of other customers, {blocks} in all;"
        f" {elsewhere} of {known} independent accounts do."
    )
    return Evidence(rate_bits(hits, of, background), finding)
