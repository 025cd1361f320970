"""Staff or contractors: people with homes and hours of their own, for whom one pays."""

from hydrascope.detect.explanations.model import Reading, fit, hours
from hydrascope.detect.scene import Group, Scene


def paid_staff(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts are people who only share who pays: human hours in each, and a network of their own.

    A firm pays for the accounts of those who read drafts for it at home, a family for its members. Accounts for
    cards, a common beginning and one domain; what they do together stands. Forged by a home line
    for each account and sham hours, at a price that an own card hardly adds to.
    """
    held, inside = scene.networks, scene.mask(group.members)
    users = held.users(inside)
    alone = held.holders(inside, users == 1) - held.holders(inside, users > 1)
    apart = max(0, alone) / group.size
    human, rhythm = hours(group, 0.05, 0.2)
    how = fit(apart, 0.5, 0.9) * human
    if how <= 0:
        return None
    return Reading(how, f"{alone} of the {group.size} accounts share no network with another, and their daily rhythm is {rhythm}.")
