"""A popular tool or public prompt: strangers who run the same software send the same text in the same shape."""

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.ties import paid, raw_bits

_PERSONAL = ("shared_payment", "shared_network")
_TIMING = ("load_balancing", "round_the_clock")
_LAUNCH = ("birth_burst",)
_FEW, _MANY = 4.0, 10.0  # bits of personal ties that strangers have by chance, and that they never have


def _ties(group: Group, scene: Scene) -> tuple[float, str]:
    """
    Return the bits by which cards, places, birthdays and hours tie the accounts, after what it cost to find them, and which of these count.

    An even load and a common beginning tie only accounts that also work at all
    hours: strangers who run the same job have equal volumes, at hours of their
    own, and a launch or a tutorial brings many of them at once.
    """
    raw, timing = raw_bits(group, scene, _PERSONAL), raw_bits(group, scene, _TIMING)
    tireless = min(timing.values()) >= 1.0
    if tireless:
        raw |= timing | raw_bits(group, scene, _LAUNCH)
    return max(0.0, paid(raw, group.price)), "cards, networks, birthdays and hours" if tireless else "cards and networks"


def popular_tool(group: Group, scene: Scene) -> Reading | None:
    """Return how far nothing but software and text ties the accounts: no shared card or place, and no common hours, load and birthday at once."""
    bits, what = _ties(group, scene)
    how = 1.0 - fit(bits, _FEW, _MANY)
    if how <= 0:
        return None
    say = "Nothing but software and text ties the {} accounts: {} give {:.1f} bits together."
    return Reading(how, say.format(group.size, what, bits))
