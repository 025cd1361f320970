"""Staff, contractors or a seminar: people with hours of their own, at home or in one room, for whom one pays."""

from hydrascope.detect.explanations.model import Reading, fit, hours, own_network
from hydrascope.detect.scene import Group, Scene


def paid_staff(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts are people who only share who pays: human hours, and a network for each or one room for all.

    A firm pays for the accounts of those who read drafts for it at home, a family for its members, a lab for the
    seminar next door: nobody who is hidden sits behind one line. Accounts for
    cards, a common beginning and one domain; what they do together stands. Forged by a home line
    for each account, or one for all, and sham hours, at a price that an own card hardly adds to.
    """
    held, inside = scene.networks, scene.mask(group.members)
    users = held.users(inside)
    alone = held.holders(inside, users == 1) - held.holders(inside, users > 1)
    apart, (room, name) = max(0, alone) / group.size, own_network(group, scene)
    human, rhythm = hours(group, 0.05, 0.2)
    places = (
        (fit(apart, 0.5, 0.9), f"{alone} of the {group.size} accounts share no network with another"),
        (fit(room, 0.7, 0.95), f"{room:.0%} of the {group.size} accounts are in {name}, which hardly anybody else uses"),
    )
    how, where = max(places)
    if how * human <= 0:
        return None
    return Reading(how * human, f"{where}, and their daily rhythm is {rhythm}.")
