"""An office or co-working space: one line for all, each with work of their own, at human hours."""

from hydrascope.detect.components import counted
from hydrascope.detect.explanations.model import Reading, fit, hours
from hydrascope.detect.scene import Group, Scene


def shared_office(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far nearly all accounts use one narrow network, by day, and mostly for work that they do not have in common.

    Accounts for the network, the mail domains and shared holidays. Cards,
    birthdays, one client, a common template and what is asked for stand.
    """
    x = scene.traffic.exchanges
    everything = len(x.of(group.everyone))
    if not everything or not scene.networks.values:
        return None
    users = counted(scene.networks.of(group.members)[0])[1]
    share, common = float(users.max(initial=0)) / group.size, len(group.rows) / everything
    human, rhythm = hours(scene.profile.some(group.members), 0.1, 0.3)
    how = fit(share, 0.7, 0.95) * (1.0 - fit(common, 0.3, 0.6)) * human
    if how <= 0:
        return None
    finding = (
        f"{int(users.max(initial=0))} of {group.size} accounts use one network, {common:.0%} of what they send is common work,"
        f" and their daily rhythm is {rhythm}."
    )
    return Reading(how, finding)
