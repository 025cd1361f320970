"""One bill in the open: who pays for all of them runs all of them, and nobody hid it."""

from hydrascope.detect.customers import OPEN
from hydrascope.detect.explanations.model import Reading
from hydrascope.detect.explanations.one_payer import one_payer
from hydrascope.detect.scene import Group, Scene


def one_bill(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far one instrument, or one registered person, stands behind all of a few accounts, whatever else they have in common.

    A firm's accounts run its program, in one place, from one week on, off one list; all of that follows from one fact that nobody hid. The card itself
    is `one_payer`'s. A purpose that is recognised, a prompt that is reworded and successors of the banned speak against it: a firm's work has none of these. Nothing for more
    accounts than one customer in the open has. Forged by paying for few accounts with one card, at the price of losing all of them with it.
    """
    found = one_payer(group, scene) if group.size <= OPEN else None
    return found and Reading(found.fit, found.finding + " What else they have in common follows from that.")
