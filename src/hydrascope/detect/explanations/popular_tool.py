"""A popular tool or public prompt: strangers who run the same software send the same text in the same shape."""

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.ties import paid, raw_bits

_PERSONAL = ("shared_payment", "shared_network")
_TIMING = ("load_balancing", "round_the_clock")
_LAUNCH = ("birth_burst",)
_FEW, _MANY = 4.0, 10.0  # bits of personal ties that strangers have by chance, and that they never have


def _ties(group: Group, scene: Scene) -> float:
    """
    Return the bits by which cards, places, birthdays and hours tie the accounts, after what it cost to find them.

    An even load and a common beginning tie only accounts that also work at all
    hours: strangers who run the same job have equal volumes, at hours of their
    own, and a launch or a tutorial brings many of them at once.
    """
    raw, timing = raw_bits(group, scene, _PERSONAL), raw_bits(group, scene, _TIMING)
    if min(timing.values()) >= 1.0:
        raw |= timing | raw_bits(group, scene, _LAUNCH)
    return max(0.0, paid(raw, group.price))


def popular_tool(group: Group, scene: Scene) -> Reading | None:
    """Return how far nothing but software and text ties the accounts: no shared card, place or birthday, no hours and load in common."""
    bits = _ties(group, scene)
    how = 1.0 - fit(bits, _FEW, _MANY)
    if how <= 0:
        return None
    say = "Nothing but software and text ties the {} accounts: cards, networks, birthdays and hours give {:.1f} bits together."
    return Reading(how, say.format(group.size, bits))
