"""Staff, contractors or a seminar: people with hours of their own, at home or in one room, for whom one pays."""

import numpy as np

from hydrascope.detect.components import counted, distinct
from hydrascope.detect.explanations.model import Reading, fit, hours, own_network
from hydrascope.detect.middle import middle
from hydrascope.detect.scene import Group, Scene

BY_HAND, BY_PROGRAM = (
    40.0,
    80.0,
)  # requests a day that people make, and that none makes day in, day out: a program's few hours look like a person's day


def paid_staff(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts are people who only share who pays: human hours, and a network for each or one room for all.

    A firm pays for the accounts of those who read drafts for it at home, a family for its members, a lab for the
    seminar next door, whose people ask by hand: nobody who is hidden sits behind one line. Accounts for
    cards, a common beginning and one domain; what they do together stands. Forged by a home line
    for each account, or one for all, and sham hours, at a price that an own card hardly adds to.
    """
    networks, who = scene.networks.of(group.members)
    values, users = counted(networks)
    shared = users[np.searchsorted(values, networks)] > 1
    alone = len(distinct(who[~shared])) - len(distinct(who[shared]))
    apart, (room, name) = max(0, alone) / group.size, own_network(group, scene)
    mine = group.mine
    human, rhythm = hours(mine, 0.05, 0.2)
    by_hand = 1.0 - fit(middle(mine.daily), BY_HAND, BY_PROGRAM)
    places = (
        (fit(apart, 0.5, 0.9), f"{alone} of the {group.size} accounts share no network with another"),
        (fit(room, 0.7, 0.95) * by_hand, f"{room:.0%} of the {group.size} accounts are in {name}, which hardly anybody else uses"),
    )
    how, where = max(places)
    if how * human <= 0:
        return None
    return Reading(how * human, f"{where}, and their daily rhythm is {rhythm}.")
