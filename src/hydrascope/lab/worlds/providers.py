"""
Honest providers of accounts: one pays, registers and words the prompt for many who have nothing to hide.

An application, a seminar, the sponsor of an event and a firm that has drafts compared: to look at, each shares
what a campaign shares. They may be tuned on.
"""

from collections.abc import Iterator
from random import Random
from typing import Any, Literal, NamedTuple

import msgspec

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.clients import Stack
from hydrascope.lab.worlds.companies import sized
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.people import Person, stranger
from hydrascope.lab.worlds.recipes import Book, Recipe, book, compose, reply
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.text import chat
from hydrascope.lab.worlds.traffic import Enrolled, Population, Sent, Setting, moment, times_scale, user


class Provider(msgspec.Struct, frozen=True, kw_only=True):
    """
    Who provides others with accounts, and what they are used for.

    `opened` and `days` say how long accounts are opened for and used, from day `start` on; `own` is the share of requests that are the users' own;
    `where` is the provider's server, a venue, or each user's home; `domain` says whether all are of the provider's e-mail domain.
    """

    kind: str
    recipe: Recipe
    providers: int = 1
    accounts: int = 40
    cards: int = 2
    start: float = -10.0
    opened: float = 1.0
    days: float = 30.0
    per_day: float = 2.0
    own: float = 0.1
    where: Literal["server", "venue", "home"] = "server"
    domain: bool = True
    program: bool = True
    spread: float = 0.6


HOMEWORK = Recipe(
    name="homework",
    intent="none",
    system="You are the study aid of the app Paperfox. Work out every step on the page and say why it is allowed. Name the result only at the end.",
    frame=("<problem>",),
    settings={"temperature": 0.2, "max_tokens": 900},
)
PEERS = Recipe(
    name="peers",
    intent="none",
    back="grade",
    system="Study 4, condition B: two replies were given. Say which one a newcomer would rather read, give your reasons one by one, then a number for each.",
    frame=("Asked was: <question>\n\nFirst reply: <text>\n\nSecond reply: <text>",),
    settings={"temperature": 0.0, "max_tokens": 600},
)
VISITORS = Recipe(
    name="visitors",
    intent="none",
    system="Starter kit, booth 7. Think aloud before you answer, so that visitors can watch: every idea, also those you drop. Then one clear answer.",
    frame=("<question>",),
    settings={"temperature": 0.7},
)
DRAFTS = Recipe(
    name="drafts",
    intent="none",
    back="text",
    frame=(
        "House rules, page 3: read both drafts for the customer and name the better one with your grounds.\nLetter: <question>\nDraft one: <text>\nDraft two: <text>",
    ),
)
PROVIDERS = (
    Provider(kind="application", recipe=HOMEWORK, accounts=90, cards=3, start=-50.0, opened=60.0, per_day=1.3, own=0.0),
    Provider(kind="seminar", recipe=PEERS, accounts=24, start=-8.0, per_day=4.0, spread=0.3),
    Provider(
        kind="sponsored",
        recipe=VISITORS,
        accounts=55,
        start=4.6,
        opened=0.3,
        days=2.6,
        per_day=7.0,
        own=0.2,
        where="venue",
        domain=False,
        program=False,
        spread=0.4,
    ),
    Provider(
        kind="drafts",
        recipe=DRAFTS,
        accounts=60,
        cards=4,
        start=-50.0,
        opened=50.0,
        per_day=2.0,
        where="home",
        domain=False,
        program=False,
        spread=0.4,
    ),
)


class _House(NamedTuple):
    """What all accounts of one provider have in common."""

    rng: Random
    cards: tuple[str, ...]
    places: tuple[Place, ...]
    stack: Stack
    zone: float
    domain: str


def provider(setting: Setting, these: Provider) -> Population:
    """Act out the providers: accounts are opened one after the other, and used by the hours of their users."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.providers)):
        house = _house(setting, these, n)
        own = book(these.recipe, 1, house.rng)
        for i in range(these.accounts):
            person = _user(setting, these, house, 1000 * n + i)
            whole.accounts.append(Enrolled(person.account, "", these.kind, f"{these.kind}-{n}-{i}"))
            whole.sent.extend(_asked(person, _times(setting, these, person, 1000 * n + i), these, own))
    return whole


def _house(setting: Setting, these: Provider, n: int) -> _House:
    rng = stream(setting.seed, these.kind, n, "house")
    places = {"server": (networks.server(rng),), "venue": networks.shared(rng, 8), "home": ()}[these.where]
    cards = tuple(registration.card(rng) for _ in range(these.cards))
    stack = clients.stack(rng, clients.LIBRARIES)
    return _House(rng, cards, places, stack, rng.uniform(-8, 9), registration.company_domain(rng))


def _user(setting: Setting, these: Provider, house: _House, number: int) -> Person:
    """Return the user of one account."""
    rng = house.rng
    known: dict[str, Any] = {"payment_fingerprint": pick(rng, house.cards), "born": (these.start + rng.random() * these.opened) * DAY}
    if these.domain:
        known["email_domain"] = house.domain
    place = pick(rng, house.places) if house.places else None
    person = stranger(setting, these.kind, number, place=place, english=1.0, early=0.0, **known)
    person = person._replace(stack=house.stack) if these.program else person
    return person._replace(zone=house.zone) if these.where == "venue" else person


def _times(setting: Setting, these: Provider, person: Person, number: int) -> list[float]:
    start = max(0.0, these.start * DAY, (person.account.created_at - moment(0)).total_seconds())
    end = min(setting.end, start + these.days * DAY)
    if start >= end:
        return []
    per_day = sized(setting, these.kind, number, these.per_day, these.spread)
    return arrivals.human(person.rng, start=start, end=end, per_day=per_day, zone=person.zone, spread=0.3)


def _asked(person: Person, times: list[float], these: Provider, own: Book) -> Iterator[Sent]:
    rng = person.rng
    for at in times:
        chatted = rng.random() < these.own
        request = user(chat(rng, person.voice), "") if chatted else compose(these.recipe, own, rng, person.voice)[0]
        yield person.sends(at, request, reply(these.recipe, rng, person.voice))
