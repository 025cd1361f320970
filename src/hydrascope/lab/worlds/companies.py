"""A company's accounts: a lone machine, or several on one card, one server and one program; and how companies differ in size."""

from collections.abc import Iterator
from random import Random
from typing import Any

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.people import Person, stranger
from hydrascope.lab.worlds.seeds import stream, token
from hydrascope.lab.worlds.traffic import Setting


def sized(setting: Setting, name: str, number: int, mean: float, spread: float) -> float:
    """
    Return the size or rate of the company of that name and number: drawn by `arrivals.volume`, or the mean itself where `spread` is 0.

    `spread` is the standard deviation of the logarithm; real clients' volumes have 2.18. The figure comes from a stream of its own, so it moves no other draw.

    >>> setting = Setting(seed=1, days=1, scale=1, release=0)
    >>> sized(setting, "office", 0, 12, 0.0)
    12
    >>> sized(setting, "office", 0, 12, 0.5) != sized(setting, "office", 1, 12, 0.5)
    True
    """
    if not spread:
        return mean
    return arrivals.volume(stream(setting.seed, name, number, "size"), mean, spread=spread)


def machine(setting: Setting, kind: str, n: int, *, families: tuple[str, ...] = clients.LIBRARIES, program: str = "standard") -> Person:
    """Return a lone account on a server."""
    place = networks.server(stream(setting.seed, kind, n, "server"))
    return stranger(setting, kind, n, families=families, place=place, english=1.0, early=0.05, program=program)


def fleet(
    setting: Setting,
    name: str,
    n: int,
    accounts: int,
    *,
    declared: bool,
    families: tuple[str, ...] = clients.LIBRARIES,
    apart: float = 60.0,
) -> Iterator[Person]:
    """
    Yield the accounts of one company: one card, one program, one server; one organisation if it says so.

    They were opened `apart` seconds after each other. A name that ends in `-undeclared` is of the kind without it.
    """
    rng = stream(setting.seed, name, n, "company")
    known: dict[str, Any] = {
        "org_id": f"org_{token(rng, 8)}" if declared else None,
        "payment_fingerprint": registration.card(rng),
        "email_domain": registration.company_domain(rng),
        "user_ref": f"ur_{token(rng, 10)}",
    }
    place, stack, last = networks.server(rng), clients.stack(rng, families), registration.long_ago(rng)
    for i in range(accounts):
        born = last - apart * (accounts - 1 - i)
        person = stranger(setting, name, 1000 * n + i, place=place, born=born, english=1.0, early=0.0, **known)
        yield person._replace(stack=stack, kind=name.removesuffix("-undeclared"))


def nights(setting: Setting, name: str, n: int, rng: Random, per_night: int, spread: float) -> list[float]:
    """Return the arrivals of one account of the company's nightly job: all its accounts work at the same hour."""
    hour = stream(setting.seed, name, n, "hour").uniform(0, 23)
    count = max(1, round(sized(setting, name, n, per_night, spread)))
    return arrivals.nightly(rng, start=0, end=setting.end, hour=hour, per_night=count)


def org(person: Person) -> dict[str, str]:
    """Return what the log says of the account's organisation: nothing where none is declared."""
    return {"org_id": person.account.org_id} if person.account.org_id else {}
