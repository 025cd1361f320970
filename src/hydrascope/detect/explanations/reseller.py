"""A reseller or aggregator: many customers behind one egress, one client and one set of parameters, at all hours."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene

_NAMES = ("reseller", "aggregator")


def _resold(group: Group, scene: Scene) -> float:
    """Return the share of the group's exchanges that came by a reseller's pathway."""
    named = np.array([any(name in pathway for name in _NAMES) for pathway in scene.traffic.pathways] + [False])
    return float(named[scene.traffic.exchanges.pathway[group.rows]].mean())


def _users(group: Group, scene: Scene) -> tuple[int, float]:
    """Return how many end users all exchanges of the accounts name, and how far that looks like customers with work of their own."""
    x = scene.traffic.exchanges
    rows = x.of(group.everyone)
    named, template = x.end_user[rows], x.template[rows]
    known = named[named >= 0]
    if len(known) < 0.5 * len(rows):
        return 0, 0.0
    users = len(np.unique(known))
    common = float(np.bincount(template[template >= 0], minlength=1).max()) / len(rows)
    return users, fit(users / len(known), 0.02, 0.1) * (1.0 - fit(common, 0.1, 0.3))


def reseller(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the requests come by a reseller's pathway, or name many end users who have no template in common.

    Accounts for what belongs to the reseller: network, client, parameters and
    hours. Cards, birthdays, templates, an even load and what is asked for stand,
    for a campaign may buy from a reseller or call itself one.
    """
    if not len(group.rows):
        return None
    share = _resold(group, scene)
    users, diverse = _users(group, scene)
    how = max(fit(share, 0.5, 0.9), diverse)
    if how <= 0:
        return None
    named = f"; all requests name {users} end users, with hardly a template in common" if diverse > 0 else ""
    return Reading(how, f"{share:.0%} of the requests came by a reseller's or aggregator's pathway{named}.")
