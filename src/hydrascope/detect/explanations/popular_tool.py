"""A popular tool or public prompt: strangers who run the same software send the same text in the same shape."""

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene

_PERSONAL = ("shared_payment", "birth_burst", "shared_network", "load_balancing", "round_the_clock")
_FEW, _MANY = 4.0, 10.0  # bits of personal ties that strangers have by chance, and that they never have


def popular_tool(group: Group, scene: Scene) -> Reading | None:
    """Return how far nothing but software and text ties the accounts: no shared card, place, birthday, hours or load."""
    bits = 0.0
    for name in _PERSONAL:
        found = CHANNELS[name].test(group, scene)
        bits += min(max(found.bits, 0.0), CHANNELS[name].cap) if found else 0.0
    how = 1.0 - fit(bits, _FEW, _MANY)
    if how <= 0:
        return None
    return Reading(
        how,
        f"Nothing but software and text ties the {group.size} accounts: cards, networks, birthdays and hours give {bits:.1f} bits together.",
    )
