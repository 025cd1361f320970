"""
Honest people who look alike without knowing each other: the hard negatives that have faces.

Each kind is a frozen record of its figures and one function that acts it out.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.people import Person, conversation, hours, sessions, stranger
from hydrascope.lab.worlds.problems import arithmetic, code, coding_task, reasoning
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import answer, chat, document, proper_name, question, voice
from hydrascope.lab.worlds.traffic import NEW, Enrolled, Population, Sent, Setting, dialogue, times_scale, user

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
    """Strangers who use one popular open-source coding tool with its long fixed system prompt and tools."""

    accounts: int = 80
    per_day: float = 1.6


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Employees of one declared organisation behind one address and one card, in working hours."""

    offices: int = 1
    desks: int = 12
    per_day: float = 2.0


class Classroom(msgspec.Struct, frozen=True, kw_only=True):
    """Students of one course: one campus network, one email domain, registered within days, the same assignments."""

    courses: int = 1
    students: int = 40
    per_day: float = 1.0
    assignments: int = 24
    portal: float = 0.7


class Hackathon(msgspec.Struct, frozen=True, kw_only=True):
    """Teams that register on one day, share a starter kit and a venue, and work two days round the clock on the new model."""

    accounts: int = 40
    requests: int = 14
    hours: float = 48.0
    team: int = 4
    kit: float = 0.6
    new_model: float = 0.6


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
        for person in people:
            for session in sessions(person.rng, hours(person, setting, these.per_day), longest=6):
                yield from _pairing(person, session)

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
        zone = rng.uniform(-8, 9)
        people = [
            stranger(setting, "office", 1000 * n + i, place=place, english=1.0, **known)._replace(zone=zone) for i in range(these.desks)
        ]
        for person in people:
            whole.accounts.append(Enrolled(person.account, "", "office", f"office-{n}"))
            for session in sessions(person.rng, hours(person, setting, these.per_day, weekend=0.03, spread=0.5), longest=3):
                whole.sent.extend(_with_org(conversation(person, session, pathway="web"), org))
    return whole


def _with_org(sent: Iterator[Sent], org: str) -> Iterator[Sent]:
    return (one._replace(extra={**one.extra, "org_id": org}) for one in sent)


def classroom(setting: Setting, these: Classroom) -> Population:
    """Act out the courses: assignments come out over the weeks, and students paste them with a word of their own."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.courses)):
        rng = stream(setting.seed, "classroom", n, "course")
        places, domain = networks.shared(rng, 24), f"{proper_name(rng).lower()}.edu.example"
        tutor = f"You are the tutor of {proper_name(rng)} {rng.randrange(100, 500)}. {document(rng, voice(rng), 1)} Never hand out a finished solution."
        tasks = [arithmetic(rng).text if rng.random() < 0.5 else document(rng, voice(rng), 1) for _ in range(these.assignments)]
        birth, zone = -rng.uniform(15, 40) * DAY, rng.uniform(-8, 9)
        for i in range(these.students):
            known: dict[str, Any] = {
                "born": birth + rng.random() * 5 * DAY,
                "email_domain": domain,
                "program": "education",
                "english": 0.95,
                "early": 0.05,
            }
            place = pick(rng, places) if rng.random() < 0.7 else None
            person = stranger(setting, "classroom", 1000 * n + i, place=place, **known)._replace(zone=zone)
            whole.accounts.append(Enrolled(person.account, "", "classroom", f"student-{n}-{i}"))
            whole.sent.extend(_study(person, hours(person, setting, these.per_day, spread=0.5), tasks, tutor, these.portal, setting))
    return whole


def _study(person: Person, times: list[float], tasks: list[str], tutor: str, portal: float, setting: Setting) -> Iterator[Sent]:
    rng = person.rng
    for at in times:
        due = min(len(tasks) - 1, int(at / setting.end * len(tasks)))
        task = tasks[max(0, due - int(rng.random() * 4))]
        text = f"{task}\n\n{question(rng, person.voice)}" if rng.random() < 0.75 else chat(rng, person.voice)
        request = user(text, tutor if rng.random() < portal else "", max_tokens=1024)
        yield person.sends(at, request, reasoning(rng, person.voice, 2) if rng.random() < 0.4 else answer(rng, person.voice))


def hackathon(setting: Setting, these: Hackathon) -> Population:
    """Act out the event: it opens the morning after the release."""
    rng = stream(setting.seed, "hackathon", "venue")
    opens = setting.release + rng.uniform(2, 10) * HOUR
    places = networks.shared(rng, 30)
    kit = f"You are the {proper_name(rng)} buddy from the starter kit. {document(rng, voice(rng), 1)} Answer in markdown and call a tool when it helps."
    whole, team = Population([], []), voice(rng)
    for i in range(times_scale(setting, these.accounts, least=4)):
        if i % these.team == 0:
            team = voice(rng, topics=2, names=2)
        known: dict[str, Any] = {
            "born": opens - rng.random() * 3 * HOUR,
            "program": "startup",
            "families": clients.LIBRARIES,
            "english": 1.0,
        }
        model = (NEW, 0.0) if rng.random() < these.new_model else None
        person = stranger(setting, "hackathon", i, place=pick(rng, places), **known)._replace(voice=team)
        person = person._replace(model=model or person.model)
        whole.accounts.append(Enrolled(person.account, "", "hackathon", f"hacker-{i}"))
        count = max(1, int(person.rng.lognormvariate(0, 0.6) * these.requests))
        times = arrivals.flat(person.rng, start=opens, end=min(setting.end, opens + these.hours * HOUR), count=count)
        whole.sent.extend(_hack(person, times, kit, these.kit))
    return whole


def _hack(person: Person, times: list[float], kit: str, share: float) -> Iterator[Sent]:
    rng = person.rng
    for at in times:
        text = coding_task(rng, person.voice) if rng.random() < 0.6 else chat(rng, person.voice)
        reply = f"{answer(rng, person.voice)}\n```\n{code(rng)}\n```"
        yield person.sends(at, user(text, kit if rng.random() < share else "", max_tokens=1024), reply)
