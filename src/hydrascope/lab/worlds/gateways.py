"""
Companies with a layer of their own between their applications and the provider: a gateway, or a router that fails over.

Both send what failed at one account again through the next, word for word, as a hydra's scheduler does. Each kind is a frozen record of its figures and
one function that acts it out.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds.applications import Item, application, items
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.companies import fleet, org, sized
from hydrascope.lab.worlds.failures import PATIENCE, SLOW_STATUSES, STATUSES
from hydrascope.lab.worlds.people import Person
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.traffic import Enrolled, Population, Sent, Setting, times_scale

COOL_DOWN = 60.0
INCIDENT_SHARE = 0.5


class Gateway(msgspec.Struct, frozen=True, kw_only=True):
    """
    Companies whose applications all pass one gateway: one egress address, one client, the load shared out at random over a few accounts on one card.

    `keys` and `teams` are the least and the most of them; `per_day` counts the requests of one team, `failures` the share that the gateway must send again.
    An undeclared company's accounts name no organisation.
    """

    companies: int = 1
    keys: tuple[int, int] = (2, 5)
    teams: tuple[int, int] = (3, 6)
    per_day: float = 24.0
    declared: bool = True
    failures: float = 0.02
    spread: float = 0.0


class Failover(msgspec.Struct, frozen=True, kw_only=True):
    """
    Unrelated customers of one open-source router, each with one application: the first account takes all until it fails, then the next.

    `accounts` is the least and the most of a customer; with one, what fails goes to another provider and is not seen again. `paths` are the ways in that
    a customer's accounts take in turn; `slow` is the share of failures that are answers not waited for.
    """

    customers: int = 4
    accounts: tuple[int, int] = (1, 3)
    per_day: float = 20.0
    paths: tuple[str, ...] = ("api", "cloud:bedrock", "cloud:vertex")
    declared: bool = True
    failures: float = 0.03
    slow: float = 0.3
    spread: float = 0.0


class Line(NamedTuple):
    """One account as the router knows it: whose it is, and by which path the requests go in."""

    person: Person
    path: str


class Troubles(NamedTuple):
    """When a request fails: now and then, and every other one during an incident at the provider; and how many failures are slow answers."""

    share: float
    slow: float
    incidents: tuple[tuple[float, float], ...]

    def strike(self, rng: Random, at: float) -> bool:
        """Return whether a request at that time fails."""
        during = any(start <= at < end for start, end in self.incidents)
        return rng.random() < (INCIDENT_SHARE if during else self.share)


def incidents(setting: Setting) -> tuple[tuple[float, float], ...]:
    """
    Return the provider's bad quarters of an hour, the same for all its customers: one in four days, 10 to 50 minutes each.

    >>> len(incidents(Setting(seed=1, days=14, scale=1, release=0)))
    3
    """
    rng = stream(setting.seed, "incidents")
    begins = [rng.random() * setting.end for _ in range(int(setting.days // 4))]
    return tuple((start, start + rng.uniform(600, 3000)) for start in sorted(begins))


def gateway(setting: Setting, these: Gateway) -> Population:
    """Act out the companies with a gateway."""
    whole, name = Population([], []), "gateway" if these.declared else "gateway-undeclared"
    troubles = Troubles(these.failures, 0.2, incidents(setting))
    for n in range(times_scale(setting, these.companies)):
        rng = stream(setting.seed, name, n, "gateway")
        keys = list(fleet(setting, name, n, rng.randint(*these.keys), declared=these.declared, families=("gateway",), apart=20 * DAY))
        whole.accounts.extend(Enrolled(key.account, "", "gateway", f"{name}-{n}") for key in keys)
        sent = _teams(setting, these, name, n, rng.randint(*these.teams))
        whole.sent.extend(_routed(rng, sent, [Line(key, "api") for key in keys], troubles, balanced=True, end=setting.end))
    return whole


def _teams(setting: Setting, these: Gateway, name: str, n: int, teams: int) -> list[Item]:
    """Return what the teams of one company send, in order of time; they share a working day and nothing else."""
    zone = stream(setting.seed, name, n, "zone").uniform(-8, 9)
    sent: list[Item] = []
    for i in range(teams):
        app = application(stream(setting.seed, name, n, "team", i), zone)
        sent.extend(items(app, setting, sized(setting, f"{name}/{n}", i, these.per_day, these.spread)))
    return sorted(sent, key=lambda item: item.ts)


def failover(setting: Setting, these: Failover) -> Population:
    """Act out the customers of the router."""
    whole, name = Population([], []), "failover" if these.declared else "failover-undeclared"
    troubles = Troubles(these.failures, these.slow, incidents(setting))
    for n in range(times_scale(setting, these.customers)):
        rng = stream(setting.seed, name, n, "router")
        accounts = rng.randint(*these.accounts)
        people = fleet(setting, name, n, accounts, declared=these.declared, families=("router",), apart=30 * DAY)
        lines = [Line(person, these.paths[i % len(these.paths)]) for i, person in enumerate(people)]
        whole.accounts.extend(Enrolled(line.person.account, "", "failover", f"{name}-{n}") for line in lines)
        app = application(stream(setting.seed, name, n, "application"), lines[0].person.zone)
        sent = sorted(items(app, setting, sized(setting, name, n, these.per_day, these.spread)), key=lambda item: item.ts)
        whole.sent.extend(_routed(rng, sent, lines, troubles, balanced=False, end=setting.end))
    return whole


def _routed(rng: Random, sent: Sequence[Item], lines: list[Line], troubles: Troubles, *, balanced: bool, end: float) -> Iterator[Sent]:
    """
    Yield each item's tries: through one account after another, until one answers.

    The accounts are tried in random order (`balanced`) or always the first before the next; one that failed rests for a minute. An item that finds no
    account goes to another provider.
    """
    rested = [0.0] * len(lines)
    for item in sent:
        at = item.ts
        for i in rng.sample(range(len(lines)), len(lines)) if balanced else range(len(lines)):
            if at < rested[i]:
                continue
            if at >= end:
                break
            if not troubles.strike(rng, at):
                yield _through(lines[i], at, item, item.reply)
                break
            status, wait = _failure(rng, troubles.slow)
            yield _through(lines[i], at, item, "", status=status)
            at += wait
            rested[i] = at + COOL_DOWN


def _failure(rng: Random, slow: float) -> tuple[int, float]:
    """Return the status of a failed try, and the seconds until the next."""
    if rng.random() < slow:
        return pick(rng, SLOW_STATUSES), PATIENCE + rng.random()
    return pick(rng, STATUSES), 0.3 + 2 * rng.random()


def _through(line: Line, at: float, item: Item, reply: str, **extra: Any) -> Sent:
    return line.person.sends(at, item.request, reply, pathway=line.path, extra={**item.extra, **org(line.person), **extra})
