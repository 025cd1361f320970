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
from hydrascope.lab.worlds.traffic import Setting, moment, taste

_BARE_HEADERS = ("host", "content-type", "authorization", "accept", "content-length")


class Tenure(NamedTuple):
    """An account and a stretch of time in which it works (seconds); `begun` is when it first did."""

    account: Account
    start: float
    end: float
    begun: float


class Lane(NamedTuple):
    """A place in the operator's scheduler, with the voice and the model of its cover traffic."""

    rng: Random
    tenures: tuple[Tenure, ...]
    places: tuple[Place, ...]
    stack: Stack
    pathway: str
    voice: Voice
    zone: float
    taste: tuple[str, float]


class Shift(NamedTuple):
    """A pool of heads and the stretch of time in which it works; `banned` where the provider ends it."""

    lanes: tuple[Lane, ...]
    start: float
    end: float


def shifts(setting: Setting, these: Campaign, count: int) -> list[Shift]:
    """Return the campaign's pools of heads in turn: each is banned whole, and the next takes over within the hour."""
    first = these.start * DAY
    last = min(setting.end, setting.end if these.days is None else first + these.days * DAY)
    length = (last - first) / these.pools
    made = []
    for number in range(these.pools):
        start = first + number * length
        banned = number < these.pools - 1
        rng = stream(setting.seed, "pool", these.name, number)
        name = f"{these.name}/{number}" if number else these.name
        late = rng.uniform(0.2, 0.9) * HOUR if number else 0.0
        made.append(Shift(_lanes(setting, these, name, count, start + late, start + length, banned=banned), start + late, start + length))
    return made


def _lanes(setting: Setting, these: Campaign, name: str, count: int, start: float, end: float, *, banned: bool) -> tuple[Lane, ...]:
    """Return the lanes of a pool; cards, addresses, domains and client are shared as the dials say."""
    rng = stream(setting.seed, "heads", name)
    places = -(-count // these.rotation)
    cards = [registration.card(rng) for _ in range(-(-count // these.per_card))]
    line = networks.home if these.residential else networks.server
    pool = tuple(line(rng) for _ in range(these.addresses))
    domains = tuple(f"{proper_name(rng).lower()}{rng.randrange(100, 999)}.example" for _ in range(these.burner_domains))
    families = these.families or clients.LIBRARIES
    stack = clients.stack(rng, families)
    doomed = set(rng.sample(range(places), round(these.banned * places)))
    made = []
    for i in range(places):
        own = stream(setting.seed, "heads", name, i)
        from_where = pool or (line(own),)
        known = _registration(own, these, cards[i * these.rotation // these.per_card], domains, from_where[0].country)
        if these.rotation > 1 or banned:
            tenures = _turns(own, these, known, start, end, banned=banned)
        else:
            tenures = _tenures(own, these, known, start, end, banned=i in doomed)
        theirs = clients.stack(own, families) if these.mixed_clients else stack
        made.append(
            Lane(
                own,
                tenures,
                from_where,
                sanitised(theirs) if these.sanitised else theirs,
                pick(own, these.pathways),
                anyone(own),
                own.uniform(-9, 10),
                taste(own, setting),
            )
        )
    return tuple(made)


def sanitised(stack: Stack) -> Stack:
    """
    Return a program as a proxy shows it that strips the metadata: no version, no header of a kit's own, the usual few in one order.

    >>> sanitised(Stack("openai/js 5.1.2", "t13", ("x-sdk-lang", "host"))).user_agent
    'openai'
    """
    return Stack(stack.user_agent.split("/")[0].split(" ")[0], stack.ja4, _BARE_HEADERS)


def _registration(rng: Random, these: Campaign, card: str, domains: tuple[str, ...], country: str) -> dict[str, str]:
    """Return what the accounts of a lane share with each other, and with other lanes as far as the dials say."""
    known = {"program": pick(rng, these.programs)}
    if these.per_card > 1:
        known["payment_fingerprint"] = card
    if these.free_mail:
        known["email_domain"] = pick(rng, registration.FREEMAIL)
    elif these.burner_domains:
        known["email_domain"] = pick(rng, (*domains, *registration.FREEMAIL[:2]))
    if not these.addresses:
        known["country"] = country
    return known


def _born(rng: Random, these: Campaign, start: float) -> float:
    return start + rng.uniform(*these.births) * DAY if these.births else registration.long_ago(rng)


def _tenures(rng: Random, these: Campaign, known: dict[str, str], start: float, end: float, *, banned: bool) -> tuple[Tenure, ...]:
    """Return the lane's accounts in turn: one, or a banned one and the fresh one that follows within hours."""
    born = _born(rng, these, start)
    begun = max(start, born)
    ban = start + (end - start) * rng.uniform(0.25, 0.7)
    fresh = ban + min(rng.uniform(0.3, 5) * HOUR, (end - start) / 8)
    if not banned:
        return (Tenure(registration.register(rng, moment(born), **known), begun, end, begun),)
    first = registration.register(rng, moment(born), banned_at=moment(ban), **known)
    second = registration.register(rng, moment(fresh), **known)
    again = fresh + 0.1 * HOUR
    return Tenure(first, begun, ban, begun), Tenure(second, again, end, again)


def _turns(rng: Random, these: Campaign, known: dict[str, str], start: float, end: float, *, banned: bool) -> tuple[Tenure, ...]:
    """Return the stretches of the accounts that take turns in a lane; all are banned at the end where the pool is."""
    last = moment(end + rng.uniform(0, 0.15) * HOUR) if banned else None
    some = [registration.register(rng, moment(_born(rng, these, start)), banned_at=last, **known) for _ in range(these.rotation)]
    if these.rotation == 1:
        return (Tenure(some[0], start, end, start),)
    turn = these.turn_hours * HOUR
    begins = [start + n * turn for n in range(int((end - start) // turn) + 1)]
    return tuple(
        Tenure(some[n % len(some)], at, min(at + turn, end), start + (n % len(some)) * turn) for n, at in enumerate(begins) if at < end
    )


def holder(own: tuple[Lane, ...], number: int, at: float) -> tuple[Lane, Tenure] | None:
    """Return the lane and the account that take a request at that time: the lane asked for, or the next that has one."""
    for step in range(min(5, len(own))):
        lane = own[(number + step) % len(own)]
        for tenure in lane.tenures:
            if tenure.start <= at < tenure.end:
                return lane, tenure
    return None


def load(lane: Lane, at: float, ramp: float) -> float:
    """Return the share of its full load that a lane takes at that time, while its account is fresh: a tenth at first, all after `ramp` days."""
    if not ramp:
        return 1.0
    begun = next((tenure.begun for tenure in lane.tenures if tenure.start <= at < tenure.end), at)
    return min(1.0, 0.1 + 0.9 * (at - begun) / (ramp * DAY))
