"""What some channels say of a group together, after what it cost to find the group."""

from collections.abc import Iterable, Mapping

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.scene import Group, Scene


def raw_bits(group: Group, scene: Scene, names: Iterable[str]) -> dict[str, float]:
    """Return the bits that each of some channels gives before its cap, 0 where it has nothing to say; nothing is asked twice."""
    if group.told is not None:
        return {name: group.told.get(name, 0.0) for name in names}
    found = ((name, CHANNELS[name].test(group, scene)) for name in names)
    return {name: max(0.0, float(evidence.bits)) if evidence else 0.0 for name, evidence in found}


def paid(raw: Mapping[str, float], price: float) -> float:
    """
    Return the sum within the channels' caps, or what the whole agreement leaves after the price, whichever is less.

    >>> paid({"shared_payment": 30.0, "birth_burst": 3.0}, 5.0), paid({"birth_burst": 3.0}, 5.0)
    (13.0, -2.0)
    """
    return min(sum(min(bits, CHANNELS[name].cap) for name, bits in raw.items()), sum(raw.values()) - price)
