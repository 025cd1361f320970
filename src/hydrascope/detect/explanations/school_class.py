"""A class or course: one school's mail domain or one campus network, the same assignments, human hours."""

from hydrascope.detect.explanations.model import Reading, fit, hours, own_domain, own_network
from hydrascope.detect.scene import Group, Scene


def school_class(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the accounts look like one school's: one mail domain or campus network of their own, and human hours.

    Does not account for shared cards, an even load or what
    is asked for: those stand.
    """
    share, name = max(own_domain(group, scene), own_network(group, scene))
    if share < 0.5:
        return None
    human, rhythm = hours(group.mine, 0.1, 0.3)
    finding = f"{share:.0%} of {group.size} accounts are in {name}, which hardly anybody else uses; their daily rhythm is {rhythm}."
    return Reading(fit(share, 0.5, 0.9) * human, finding)
