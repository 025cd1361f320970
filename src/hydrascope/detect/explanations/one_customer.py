"""One customer or office in the open: one mail domain of its own for everybody, and few cards."""

import numpy as np

from hydrascope.detect.components import counted
from hydrascope.detect.explanations.model import Reading, fit, own_domain
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

MANY = 150  # accounts beyond which a customer has an organisation declared
CARDS, PER_CARD = 1, 12  # cards that the smallest customer pays with, and accounts for each further one


def _paid(card: Ints) -> tuple[float, int]:
    """Return the share of the accounts that are paid with the few commonest cards, and how many cards these are."""
    n = np.sort(counted(card[card >= 0])[1])[::-1][: CARDS + len(card) // PER_CARD]
    return float(n.sum()) / len(card), len(n)


def one_customer(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts are openly one customer's: one mail domain that is nobody else's, and few cards.

    A company, a school or an application that opens accounts for its users pays for them, in one
    place, in one week, and they run its program: all of that follows from one fact that nobody hid. Whoever hides
    that many accounts are one gives them several domains. Forged by a domain for all, at the price of losing everything with it.
    """
    if group.size > MANY:
        return None
    domain, name = own_domain(group, scene)
    card, cards = _paid(scene.traits.payment[group.members])
    share = min(domain, card)
    if share < 0.5:
        return None
    return Reading(
        fit(share, 0.7, 0.95),
        f"{domain:.0%} of the {group.size} accounts are in {name}, which hardly anybody else uses, and {card:.0%} pay with {cards} of their cards, in the open.",
    )
