"""
Where requests come from: invented networks and addresses.

Addresses lie in 240.0.0.0/4 and numbers in the private range of RFC 6996, so
that no real network stands accused in a made-up log.
"""

from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.seeds import pick

COUNTRIES = ("US", "US", "US", "DE", "GB", "FR", "IN", "IN", "JP", "KR", "BR", "CA", "SG", "NL", "PL", "AU", "MX", "IT", "SE", "ZA")
RESIDENTIAL = tuple(range(64_600, 64_640))
HOSTING = tuple(range(64_700, 64_712))
_VENUES = range(64_800, 65_200)


class Place(NamedTuple):
    """One address as the operator logs it."""

    ip: str
    asn: int
    country: str


def address(rng: Random, asn: int) -> str:
    """
    Return an address of the network: each holds 16 blocks of 65,536.

    >>> address(Random(1), 64_600).split(".")[0]
    '240'
    """
    block = (asn - 64_600) * 16 + rng.randrange(16)
    return f"{240 + (block >> 8) % 15}.{block & 255}.{rng.randrange(256)}.{rng.randrange(1, 255)}"


def home(rng: Random) -> Place:
    """Return somebody's line at an access provider."""
    asn = pick(rng, RESIDENTIAL)
    return Place(address(rng, asn), asn, pick(rng, COUNTRIES))


def server(rng: Random) -> Place:
    """Return a machine at a hosting provider."""
    asn = pick(rng, HOSTING)
    return Place(address(rng, asn), asn, pick(rng, COUNTRIES[:8]))


def shared(rng: Random, addresses: int) -> tuple[Place, ...]:
    """
    Return the few addresses that a campus, an office or a venue shows to the world: one network, one /24.

    >>> places = shared(Random(1), 3)
    >>> len({place.asn for place in places}), len({place.ip.rsplit(".", 1)[0] for place in places})
    (1, 1)
    """
    asn = pick(rng, _VENUES)
    block, country = address(rng, asn).rsplit(".", 1)[0], pick(rng, COUNTRIES)
    return tuple(Place(f"{block}.{host}", asn, country) for host in rng.sample(range(1, 255), addresses))
