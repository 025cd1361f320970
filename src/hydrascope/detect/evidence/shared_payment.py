"""Do accounts that look independent pay with the same instruments, or share registration details?"""

from functools import partial

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.held import Sharing, held
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints


def sharing(code: Ints, among: Ints) -> tuple[int, int, int]:
    """
    Return how many of some accounts share a value with another of them, how many have one, and the values shared.

    >>> sharing(np.array([4, 4, 7, -1]), np.arange(4))
    (2, 3, 1)
    """
    known = code[among][code[among] >= 0]
    n = counted(known)[1]
    return int(n[n > 1].sum()), len(known), int((n > 1).sum())


def _shared(code: Ints, scene: Scene) -> Sharing:
    return Sharing(held(code, np.arange(len(code)), len(code)), scene.independent & (scene.traits.org < 0), 2)


def shared_payment(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many of the group share payment instruments or registration details.

    The null is how often independent accounts without a declared organisation
    share theirs. Two accounts on one instrument in one place are one customer, and no two.
    What fewer than half of those do whose instruments are known, or too few of the group, says nothing of the others: a family
    among the users of one prompt pays for nobody else. Misleads where a reseller or a company pays for customers
    who do not say so.
    """
    best: Evidence | None = None
    for what, code in (("payment instruments", scene.traits.payment), ("registration details", scene.traits.user_ref)):
        hits, of, values = sharing(code, group.members)
        if 2 * hits <= of or not speaks_for(hits, group.size):
            continue
        null = scene.nulls.of(what, scene.independent, partial(_shared, code, scene))
        crowd_hits, crowd_of = null.without(group.everyone)
        bits = rate_bits(hits, of, (crowd_hits + 1) / (crowd_of + 2))
        finding = f"{hits} of {of} accounts share {values} {what}; {crowd_hits} of {crowd_of} independent accounts share theirs."
        if best is None or bits > best.bits:
            best = Evidence(bits, finding)
    return best
