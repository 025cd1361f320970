"""Is every request a new item of the same work, with nobody asking back?"""

from hydrascope.detect.bits import rank_bits
from hydrascope.detect.counts import Rest
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene

LEAST = 0.2  # share of requests below which nobody works through a list


def _breadth(share: Floats, group: Group, null: Rest, what: str) -> Evidence:
    """Return how unusual the share of the group's middle account is."""
    usual = middle(share[group.members])
    beyond = null.at_least(usual)
    finding = (
        f"{usual:.0%} of the middle account's requests {what} in one turn; {beyond} of {null.size} independent accounts reach that share."
    )
    return Evidence(rank_bits(beyond, null.size) if usual >= LEAST else 0.0, finding)


def single_turn_breadth(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the share of one-turn requests that ask something new is: those that fill a template, or any, whichever says more.

    Taken over all the traffic of the group's middle account, cover and all;
    the null is that share among independent accounts. Misleads for batch jobs
    and evaluation, which work through lists too.
    """
    of_all = scene.profile
    fresh = scene.ranked(group, "share of new items", lambda: of_all.fresh, enough=5)
    if not fresh.size:
        return None
    filled = _breadth(of_all.fresh, group, fresh, "fill a template with a new item")
    new = scene.ranked(group, "share of new questions", lambda: of_all.bare, enough=5)
    bare = _breadth(of_all.bare, group, new, "ask something new")
    return bare if bare.bits > filled.bits else filled
