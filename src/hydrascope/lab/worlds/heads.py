"""
The heads of a hydra: lanes of work, each held by one account after another.

A lane keeps its network, its client and its card while its account changes,
because the operator's scheduler knows lanes and the provider bans accounts.
"""

from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds import clients, networks, registration
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.clients import Stack
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.registration import Account
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.text import Voice, anyone, proper_name
from hydrascope.lab.worlds.traffic import Setting, moment


class Tenure(NamedTuple):
    """An account and the stretch of time in which it works (seconds)."""

    account: Account
    start: float
    end: float


class Lane(NamedTuple):
    """A place in the operator's scheduler."""

    rng: Random
    tenures: tuple[Tenure, ...]
    places: tuple[Place, ...]
    stack: Stack
    pathway: str
    voice: Voice
    zone: float


def lanes(setting: Setting, name: str, count: int, dials: Campaign) -> list[Lane]:
    """Return the campaign's lanes; cards, addresses, domains and client are shared as the dials say."""
    rng = stream(setting.seed, "heads", name)
    cards = [registration.card(rng) for _ in range(-(-count // dials.per_card))]
    line = networks.home if dials.residential else networks.server
    pool = tuple(line(rng) for _ in range(dials.addresses))
    domains = tuple(f"{proper_name(rng).lower()}{rng.randrange(100, 999)}.example" for _ in range(dials.burner_domains))
    stack = clients.stack(rng, clients.LIBRARIES)
    doomed = set(rng.sample(range(count), round(dials.banned * count)))
    made = []
    for i in range(count):
        own = stream(setting.seed, "heads", name, i)
        places = pool or (line(own),)
        known = _registration(own, dials, cards[i // dials.per_card], domains, places[0].country)
        tenures = _tenures(setting, own, dials, known, banned=i in doomed)
        theirs = clients.stack(own, clients.LIBRARIES) if dials.mixed_clients else stack
        made.append(Lane(own, tenures, places, theirs, pick(own, dials.pathways), anyone(own), own.uniform(-9, 10)))
    return made


def _registration(rng: Random, dials: Campaign, card: str, domains: tuple[str, ...], country: str) -> dict[str, str]:
    """Return what the accounts of a lane share with each other, and with other lanes as far as the dials say."""
    known = {"program": pick(rng, dials.programs)}
    if dials.per_card > 1:
        known["payment_fingerprint"] = card
    if dials.burner_domains:
        known["email_domain"] = pick(rng, (*domains, *registration.FREEMAIL[:2]))
    if not dials.addresses:
        known["country"] = country
    return known


def _tenures(setting: Setting, rng: Random, dials: Campaign, known: dict[str, str], *, banned: bool) -> tuple[Tenure, ...]:
    """Return the lane's accounts in turn: one, or a banned one and the fresh one that follows within hours."""
    born = rng.uniform(*dials.births) * DAY if dials.births else registration.long_ago(rng)
    ban = setting.end * rng.uniform(0.25, 0.7)
    fresh = ban + rng.uniform(0.3, 5) * HOUR
    if not banned:
        return (Tenure(registration.register(rng, moment(born), **known), max(0.0, born), setting.end),)
    first = registration.register(rng, moment(born), banned_at=moment(ban), **known)
    second = registration.register(rng, moment(fresh), **known)
    return Tenure(first, max(0.0, born), ban), Tenure(second, fresh + 0.1 * HOUR, setting.end)


def holder(own: list[Lane], number: int, at: float) -> tuple[Lane, Account] | None:
    """Return the lane and the account that take a request at that time: the lane asked for, or the next that has one."""
    for step in range(min(5, len(own))):
        lane = own[(number + step) % len(own)]
        for tenure in lane.tenures:
            if tenure.start <= at < tenure.end:
                return lane, tenure.account
    return None
