"""
Honest automation that critics of detectors name: each shows some sign of a harvest, and none is one.

A job is a recipe like a campaign's, run openly by one customer; the list below
is the pool that every benchmark of ours contains.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.companies import sized
from hydrascope.lab.worlds.people import Person, stranger
from hydrascope.lab.worlds.recipes import Recipe, phrasebook, reply, word
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import Voice, voice
from hydrascope.lab.worlds.traffic import NEW, Enrolled, Population, Setting, times_scale, user


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """
    One customer's automation and how many customers run their own of the kind.

    `rhythm` is `nightly`, `office` (a working day), `clock` (at equal intervals, round it) or `first-day` (one run when the new model comes out);
    `fixed` above 0 repeats that many prompts for ever; `roaming` sends every request from another machine. `spread` is how unequal the customers are.
    """

    recipe: Recipe
    rhythm: str
    per_day: int = 6
    customers: int = 1
    fixed: int = 0
    roaming: bool = False
    declared: bool = True
    spread: float = 0.0


JOBS = (
    Job(
        recipe=Recipe(
            name="regression",
            intent="none",
            frame=("Expected behaviour unchanged since the last build? Answer the case. <problem>",),
            settings={"temperature": 0.0, "max_tokens": 512},
        ),
        rhythm="nightly",
        fixed=12,
        per_day=12,
    ),
    Job(
        recipe=Recipe(
            name="ci-review",
            intent="none",
            back="text",
            frame=("Review the change. Point at lines, name the risk, approve or block. <instruction>",),
            settings={"max_tokens": 2048},
        ),
        rhythm="office",
        roaming=True,
    ),
    Job(
        recipe=Recipe(
            name="backfill",
            intent="none",
            back="text",
            frame=("Situate the chunk within the handbook in one sentence for search.\n\n<document>",),
            settings={"temperature": 0.0, "max_tokens": 100},
        ),
        rhythm="nightly",
        per_day=10,
    ),
    Job(
        recipe=Recipe(name="monitor", intent="none", frame=("<question>",), settings={"temperature": 0.0, "max_tokens": 64}),
        rhythm="clock",
        fixed=5,
        per_day=24,
    ),
    Job(
        recipe=Recipe(
            name="audit",
            intent="none",
            frame=("Decide the claim. Record every consideration with its reason, since the regulator reads the file. <document>",),
            settings={"temperature": 0.2, "max_tokens": 4096},
        ),
        rhythm="office",
    ),
    Job(
        recipe=Recipe(
            name="first-day",
            intent="none",
            frame=("Solve and show the working. <problem>",),
            settings={"temperature": 0.0, "max_tokens": 2048},
        ),
        rhythm="first-day",
        per_day=90,
        customers=3,
        fixed=90,
        declared=False,
    ),
    Job(
        recipe=Recipe(name="team-key", intent="none", back="text", frame=("<instruction>",)), rhythm="office", roaming=True, declared=False
    ),
)


def job(setting: Setting, these: Job) -> Population:
    """Act out all customers of one kind of job."""
    whole = Population([], [])
    name = these.recipe.name
    for n in range(times_scale(setting, these.customers)):
        person, org = _customer(setting, these, n)
        whole.accounts.append(Enrolled(person.account, "", name, f"{name}-{n}"))
        extra = {"org_id": org} if org else {}
        for at, text in zip(_times(setting, these, person, n), _prompts(these, person), strict=False):
            where = _elsewhere(person) if these.roaming else person
            whole.sent.append(
                where.sends(at, user(text, **these.recipe.settings), reply(these.recipe, person.rng, person.voice), extra=extra)
            )
    return whole


def _customer(setting: Setting, these: Job, n: int) -> tuple[Person, str | None]:
    rng = stream(setting.seed, these.recipe.name, n, "customer")
    org = f"org_{token(rng, 8)}" if these.declared else None
    known: dict[str, Any] = {"org_id": org, "email_domain": registration.company_domain(rng), "place": networks.server(rng)}
    person = stranger(setting, these.recipe.name, n, families=clients.LIBRARIES, english=1.0, early=0.0, **known)
    return (person._replace(model=(NEW, 0.0)) if these.rhythm == "first-day" else person), org


def _times(setting: Setting, these: Job, person: Person, n: int) -> list[float]:
    rng, end = person.rng, setting.end
    per_day = sized(setting, these.recipe.name, n, these.per_day, these.spread)
    if these.rhythm == "nightly":
        return arrivals.nightly(rng, start=0, end=end, hour=rng.uniform(0, 23), per_night=max(1, round(per_day)))
    if these.rhythm == "office":
        return arrivals.human(rng, start=0, end=end, per_day=per_day, zone=person.zone, weekend=0.1, spread=0.3)
    if these.rhythm == "clock":
        return arrivals.scheduled(rng, start=0, end=end, count=int(per_day * setting.days))
    return arrivals.one_run(rng, start=setting.release, end=min(end, setting.release + DAY), count=these.per_day, gap=4.0)


def _prompts(these: Job, person: Person) -> Iterator[str]:
    """Yield prompts without end: the customer's fixed ones in turn (public ones on the first day), or always a fresh item."""
    rng = stream(0, "first-day benchmark") if these.rhythm == "first-day" else person.rng
    who: Voice = voice(rng) if these.rhythm == "first-day" else person.voice
    book = phrasebook(these.recipe.frame, 1, rng)
    fixed = [word(book, rng, who) for _ in range(these.fixed)]
    while True:
        yield from fixed or [word(book, rng, who)]


def _elsewhere(person: Person) -> Person:
    return (
        person._replace(place=networks.server(person.rng), stack=clients.stack(person.rng, clients.LIBRARIES))
        if pick(person.rng, (True, True, False))
        else person
    )
