"""
Honest people who gather: a course and an event, so that strangers begin together and ask the same.

Each kind is a frozen record of its figures and one function that acts it out.
"""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds import arrivals, clients, networks
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.companies import sized
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.people import Person, hours, stranger
from hydrascope.lab.worlds.problems import code, coding_task, reasoning
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.stories import arithmetic
from hydrascope.lab.worlds.text import answer, chat, document, proper_name, question, voice
from hydrascope.lab.worlds.traffic import NEW, Enrolled, Population, Sent, Setting, times_scale, user


class Classroom(msgspec.Struct, frozen=True, kw_only=True):
    """
    Students of one course: one campus network, one email domain, registered within days, the same assignments.

    `campus` is the share of students on the campus network. At 0 the course is held online: its students are strangers in many countries, each with an
    own line, mail service, card and time zone, and `english` of them write English. `portal` is the share of requests through the course's own tutor.
    """

    kind: str = "classroom"
    courses: int = 1
    students: int = 40
    per_day: float = 1.0
    assignments: int = 24
    portal: float = 0.7
    campus: float = 0.7
    english: float = 0.95
    enrolment_days: float = 5.0
    spread: float = 0.0


class Hackathon(msgspec.Struct, frozen=True, kw_only=True):
    """
    Teams that register on one day, share a starter kit and a venue, and work two days round the clock on the new model.

    `accounts` counts the hackers of one event, `requests` those of one hacker; every event has a kit and a venue of its own.
    """

    events: int = 1
    accounts: int = 40
    requests: int = 14
    hours: float = 48.0
    team: int = 4
    kit: float = 0.6
    new_model: float = 0.6
    spread: float = 0.0


class _Course(NamedTuple):
    """What all students of one course have in common."""

    number: int
    rng: Random
    tutor: str
    tasks: list[str]
    birth: float
    zone: float
    places: tuple[Place, ...]
    domain: str


def classroom(setting: Setting, these: Classroom) -> Population:
    """Act out the courses: assignments come out over the weeks, and students paste them with a word of their own."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.courses)):
        course = _course(setting, these, n)
        for i in range(max(5, round(sized(setting, these.kind, n, these.students, these.spread)))):
            person = _student(setting, these, course, i)
            whole.accounts.append(Enrolled(person.account, "", these.kind, f"{'student' if these.campus else these.kind}-{n}-{i}"))
            whole.sent.extend(_study(person, hours(person, setting, these.per_day, spread=0.5), course, these.portal, setting))
    return whole


def _course(setting: Setting, these: Classroom, n: int) -> _Course:
    rng = stream(setting.seed, these.kind, n, "course")
    places, domain = networks.shared(rng, 24), f"{proper_name(rng).lower()}.edu.example"
    tutor = f"You are the tutor of {proper_name(rng)} {rng.randrange(100, 500)}. {document(rng, voice(rng), 1)} Never hand out a finished solution."
    tasks = [arithmetic(rng).text if rng.random() < 0.5 else document(rng, voice(rng), 1) for _ in range(these.assignments)]
    return _Course(n, rng, tutor, tasks, -rng.uniform(15, 40) * DAY, rng.uniform(-8, 9), places, domain)


def _student(setting: Setting, these: Classroom, course: _Course, i: int) -> Person:
    """Return a student; one of an online course has nothing from the course but its tasks and the week of enrolment."""
    rng, number = course.rng, 1000 * course.number + i
    known: dict[str, Any] = {"born": course.birth + rng.random() * these.enrolment_days * DAY, "english": these.english, "early": 0.05}
    if not these.campus:
        return stranger(setting, these.kind, number, **known)
    place = pick(rng, course.places) if rng.random() < these.campus else None
    person = stranger(setting, these.kind, number, place=place, email_domain=course.domain, program="education", **known)
    return person._replace(zone=course.zone)


def _study(person: Person, times: list[float], course: _Course, portal: float, setting: Setting) -> Iterator[Sent]:
    rng, tasks = person.rng, course.tasks
    for at in times:
        due = min(len(tasks) - 1, int(at / setting.end * len(tasks)))
        task = tasks[max(0, due - int(rng.random() * 4))]
        text = f"{task}\n\n{question(rng, person.voice)}" if rng.random() < 0.75 else chat(rng, person.voice)
        request = user(text, course.tutor if rng.random() < portal else "", max_tokens=1024)
        yield person.sends(at, request, reasoning(rng, person.voice, 2) if rng.random() < 0.4 else answer(rng, person.voice))


def hackathon(setting: Setting, these: Hackathon) -> Population:
    """Act out the events: each opens the morning after the release."""
    whole = Population([], [])
    for n in range(these.events):
        rng = stream(setting.seed, "hackathon", n, "venue")
        opens = setting.release + rng.uniform(2, 10) * HOUR
        places = networks.shared(rng, 30)
        kit = f"You are the {proper_name(rng)} buddy from the starter kit. {document(rng, voice(rng), 1)} Answer in markdown and call a tool when it helps."
        team, size = voice(rng), sized(setting, "hackathon", n, times_scale(setting, these.accounts, least=4), these.spread)
        for i in range(max(4, round(size))):
            if i % these.team == 0:
                team = voice(rng, topics=2, names=2)
            person = _hacker(setting, these, rng, 1000 * n + i, opens, places)._replace(voice=team)
            whole.accounts.append(Enrolled(person.account, "", "hackathon", f"hacker-{n}-{i}"))
            whole.sent.extend(_hack(person, _sprint(setting, these, person.rng, opens), kit, these.kit))
    return whole


def _hacker(setting: Setting, these: Hackathon, rng: Random, number: int, opens: float, places: tuple[Place, ...]) -> Person:
    """Return someone who registered in the hours before the doors opened."""
    known: dict[str, Any] = {"born": opens - rng.random() * 3 * HOUR, "program": "startup", "families": clients.LIBRARIES, "english": 1.0}
    model = (NEW, 0.0) if rng.random() < these.new_model else None
    person = stranger(setting, "hackathon", number, place=pick(rng, places), **known)
    return person._replace(model=model or person.model)


def _sprint(setting: Setting, these: Hackathon, rng: Random, opens: float) -> list[float]:
    count = max(1, int(rng.lognormvariate(0, 0.6) * these.requests))
    return arrivals.flat(rng, start=opens, end=min(setting.end, opens + these.hours * HOUR), count=count)


def _hack(person: Person, times: list[float], kit: str, share: float) -> Iterator[Sent]:
    rng = person.rng
    for at in times:
        text = coding_task(rng, person.voice) if rng.random() < 0.6 else chat(rng, person.voice)
        reply = f"{answer(rng, person.voice)}\n```\n{code(rng)}\n```"
        yield person.sends(at, user(text, kit if rng.random() < share else "", max_tokens=1024), reply)
