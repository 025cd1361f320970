"""
Honest people: private ones, strangers with one popular tool, colleagues in one office.

Each kind is a frozen record of its figures and one function that acts it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from random import Random
from typing import Any

import msgspec

from hydrascope.lab.worlds import clients, networks, registration, thinking
from hydrascope.lab.worlds.companies import sized
from hydrascope.lab.worlds.people import Person, conversation, hours, sessions, stranger
from hydrascope.lab.worlds.problems import code, coding_task
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import answer, proper_name, question
from hydrascope.lab.worlds.traffic import Enrolled, Population, Sent, Setting, dialogue, times_scale

TANDEM = (
    "You are Tandem, a command line companion for programmers. You share a terminal and a checkout with one person. Look before you write: list the folder, open the file, find the callers. "
    "Change as little as the job allows and keep the house style of the surrounding lines. Never touch version control history, never print secrets, never install a package unasked. "
    "After each edit run the nearest test and quote its last line. If a test was red before you came, say so once and carry on. Ask at most one question, and only when two readings would lead to different code. "
    "Finish with a note of three lines: what changed, how it was checked, what is left."
)
TANDEM_TOOLS = [
    {"name": name, "description": says, "input_schema": {"type": "object", "properties": {"target": {"type": "string"}}}}
    for name, says in (
        ("ls", "List a folder."),
        ("open", "Show a file with line numbers."),
        ("patch", "Apply a unified diff."),
        ("sh", "Run a command and return its tail."),
    )
]


class Hobbyists(msgspec.Struct, frozen=True, kw_only=True):
    """Diverse private people in many languages who chat, by web or by API."""

    accounts: int = 260
    per_day: float = 0.85
    web: float = 0.5


class Coders(msgspec.Struct, frozen=True, kw_only=True):
    """
    Strangers who use one popular open-source coding tool with its long fixed system prompt and tools.

    `thinking` is the share of them who let the model think: the tool hands their reasoning blocks back. `resumed` is the share of their sittings that go
    on from the blocks of the sitting before.
    """

    accounts: int = 80
    per_day: float = 1.6
    thinking: float = 0.35
    resumed: float = 0.15


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Employees of one declared organisation behind one address and one card, in working hours."""

    offices: int = 1
    desks: int = 12
    per_day: float = 2.0
    spread: float = 0.0


def _gather(people: Sequence[tuple[Person, str]], sent: Iterator[Sent]) -> Population:
    return Population([Enrolled(person.account, "", person.kind, operator) for person, operator in people], list(sent))


def hobbyists(setting: Setting, these: Hobbyists) -> Population:
    """Act out the hobbyists."""
    count = times_scale(setting, these.accounts)
    people = [stranger(setting, "hobby", i, families=clients.BROWSERS + clients.LIBRARIES[:4]) for i in range(count)]

    def talk() -> Iterator[Sent]:
        for person in people:
            pathway = "web" if person.rng.random() < these.web else "api"
            for session in sessions(person.rng, hours(person, setting, these.per_day)):
                yield from conversation(person, session, pathway=pathway)

    return _gather([(person, f"hobby-{i}") for i, person in enumerate(people)], talk())


def coders(setting: Setting, these: Coders) -> Population:
    """Act out the users of the coding tool."""
    count = times_scale(setting, these.accounts)
    people = [stranger(setting, "coder", i, families=(*clients.LIBRARIES, "tool"), english=0.9) for i in range(count)]

    def work() -> Iterator[Sent]:
        for i, person in enumerate(people):
            own = stream(setting.seed, "coder", i, "thinking")
            sittings = (_pairing(person, at) for at in sessions(person.rng, hours(person, setting, these.per_day), longest=6))
            yield from _thinking(own, sittings, these.resumed) if own.random() < these.thinking else chain.from_iterable(sittings)

    return _gather([(person, f"coder-{i}") for i, person in enumerate(people)], work())


def _pairing(person: Person, times: list[float]) -> Iterator[Sent]:
    """Yield one sitting with the tool: its prompt, the user's checkout, and a history of tool results."""
    rng, session = person.rng, token(person.rng, 10)
    system = f"{TANDEM}\n\nCheckout: ~/{proper_name(rng).lower()}; shell: {pick(rng, ('bash', 'zsh', 'fish'))}."
    turns = [coding_task(rng, person.voice)]
    for at in times:
        reply = f"{answer(rng, person.voice)}\n{code(rng)}"
        request = dialogue(turns[-5:], system, max_tokens=8192, tools=TANDEM_TOOLS, stream=True)
        yield person.sends(at, request, reply, extra={"session_id": f"s_{session}"})
        turns += [reply, f"{pick(rng, ('ok', 'output', 'exit 1', 'diff'))}:\n{code(rng)}\n{question(rng, person.voice)}"]


def _thinking(rng: Random, sittings: Iterable[Iterator[Sent]], resumed: float) -> Iterator[Sent]:
    """Yield the sittings of one account with the blocks that its answers mint and its next requests hand back."""
    blocks: list[str] = []
    for sitting in sittings:
        if rng.random() >= resumed:
            blocks = []
        for one in sitting:
            minted = thinking.block(rng)
            yield one._replace(request=thinking.thinks(one.request, blocks), extra={**one.extra, "reasoning_blocks": [minted]})
            blocks.append(minted)


def office(setting: Setting, these: Office) -> Population:
    """Act out the offices."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.offices)):
        rng = stream(setting.seed, "office", n, "house")
        place, org = networks.shared(rng, 1)[0], f"org_{token(rng, 8)}"
        known: dict[str, Any] = {
            "org_id": org,
            "payment_fingerprint": registration.card(rng),
            "email_domain": registration.company_domain(rng),
            "plan": "team",
            "user_ref": None,
        }
        zone, desks = rng.uniform(-8, 9), max(3, round(sized(setting, "office", n, these.desks, these.spread)))
        people = [stranger(setting, "office", 1000 * n + i, place=place, english=1.0, **known)._replace(zone=zone) for i in range(desks)]
        for person in people:
            whole.accounts.append(Enrolled(person.account, "", "office", f"office-{n}"))
            for session in sessions(person.rng, hours(person, setting, these.per_day, weekend=0.03, spread=0.5), longest=3):
                whole.sent.extend(_with_org(conversation(person, session, pathway="web"), org))
    return whole


def _with_org(sent: Iterator[Sent], org: str) -> Iterator[Sent]:
    return (one._replace(extra={**one.extra, "org_id": org}) for one in sent)
