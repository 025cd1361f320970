"""
Honest machines that look like harvesters: support bots, nightly jobs, harnesses, judges, resellers.

Each kind is a frozen record of its figures and one function that acts it out.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.people import Person, stranger
from hydrascope.lab.worlds.problems import Problem, arithmetic, coding_task
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import answer, anyone, chat, document, proper_name, prose, question, ticket, voice
from hydrascope.lab.worlds.traffic import LARGE, SMALL, Enrolled, Population, Setting, times_scale, user

PUBLIC_BENCHMARK = 400


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Support chatbots: one account each, one system prompt, many end users."""

    bots: int = 2
    per_day: float = 22.0


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A classification job by night over a few accounts on one card, of a declared organisation or not."""

    jobs: int = 1
    accounts: int = 3
    per_night: int = 8
    declared: bool = True


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """Unrelated researchers who each run the same public benchmark at temperature 0, the same questions in the same frame."""

    researchers: int = 3
    questions: int = 160


class Judge(msgspec.Struct, frozen=True, kw_only=True):
    """A company that grades the answers of its own product against a rubric every night."""

    companies: int = 1
    accounts: int = 2
    per_night: int = 8


class Inhouse(msgspec.Struct, frozen=True, kw_only=True):
    """A declared organisation that makes synthetic examples for its own product with one account, openly."""

    companies: int = 1
    per_night: int = 10


class Aggregator(msgspec.Struct, frozen=True, kw_only=True):
    """A reseller: one account that relays the diverse requests of many customers, round the clock."""

    accounts: int = 1
    per_day: float = 36.0
    addresses: int = 12
    with_system: float = 0.4


def support(setting: Setting, these: Support) -> Population:
    """Act out the support bots."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.bots)):
        bot = _machine(setting, "saas", n)
        product = voice(bot.rng, topics=2)
        system = f"You answer customers of {proper_name(bot.rng)}. {document(bot.rng, product, 1)} Hand over to a person when money is asked back."
        whole.accounts.append(Enrolled(bot.account, "", "saas", f"saas-{n}"))
        count = int(these.per_day * setting.days)
        for at in arrivals.served(bot.rng, start=0, end=setting.end, count=count, zone=bot.zone):
            caller = voice(bot.rng, names=2)._replace(words={**product.words, "N": (proper_name(bot.rng),)})
            request = user(ticket(bot.rng, caller), system, max_tokens=512, temperature=0.3)
            whole.sent.append(bot.sends(at, request, prose(bot.rng, product, 4), extra={"end_user": f"u_{token(bot.rng, 6)}"}))
    return whole


def batch(setting: Setting, these: Batch) -> Population:
    """Act out the nightly jobs."""
    name = "batch" if these.declared else "batch-undeclared"
    whole = Population([], [])
    for n in range(times_scale(setting, these.jobs)):
        rng = stream(setting.seed, name, n, "job")
        frame, reply = _labelling(setting, name, n)
        for machine in _fleet(setting, name, n, these.accounts, declared=these.declared):
            whole.accounts.append(Enrolled(machine.account, "", "batch", f"{name}-{n}"))
            for at in arrivals.nightly(machine.rng, start=0, end=setting.end, hour=_hour(setting, name, n), per_night=these.per_night):
                item = ticket(machine.rng, anyone(machine.rng))
                whole.sent.append(
                    machine.sends(at, user(frame + item, max_tokens=60, temperature=0.0), pick(rng, reply), extra=_org(machine))
                )
    return whole


def _labelling(setting: Setting, name: str, n: int) -> tuple[str, list[str]]:
    """Return a job's prompt up to the item, and its possible answers."""
    rng = stream(setting.seed, name, n, "labels")
    labels = [pick(rng, voice(rng).words["n"]) for _ in range(6)]
    frame = f"Assign the message from {proper_name(rng)} to one queue ({', '.join(labels)}) and reply as JSON with queue and certainty.\n\nMessage: "
    return frame, [f'{{"queue": "{label}", "certainty": 0.{rng.randrange(50, 99)}}}' for label in labels]


def evaluation(setting: Setting, these: Evaluation) -> Population:
    """Act out the researchers."""
    questions = [arithmetic(stream(0, "public benchmark", i)) for i in range(PUBLIC_BENCHMARK)][: these.questions]
    whole = Population([], [])
    for n in range(times_scale(setting, these.researchers, least=3)):
        person = _machine(
            setting, "eval", n, families=("sdk-python", "sdk-python-sync", "requests"), program=("research", "standard")[n % 2]
        )
        whole.accounts.append(Enrolled(person.account, "", "eval", f"researcher-{n}"))
        times = arrivals.one_run(person.rng, start=0, end=setting.end, count=len(questions), gap=2.0)
        for at, problem in zip(times, questions, strict=False):
            whole.sent.append(person.sends(at, user(_harness(problem), temperature=0.0, max_tokens=512, seed=1234), problem.worked))
    return whole


def _harness(problem: Problem) -> str:
    return f"Problem: {problem.text}\nWork it out line by line and put the result after 'Answer:'.\nSolution:"


def judge(setting: Setting, these: Judge) -> Population:
    """Act out the companies that grade their own product."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.companies)):
        rng = stream(setting.seed, "judge", n, "rubric")
        product = voice(rng, topics=2)
        system = f"Grade replies of the {proper_name(rng)} helpdesk from 1 to 5. {document(rng, product, 1)} Return the mark and half a sentence."
        for machine in _fleet(setting, "judge", n, these.accounts, declared=True):
            whole.accounts.append(Enrolled(machine.account, "", "judge", f"judge-{n}"))
            for at in arrivals.nightly(machine.rng, start=0, end=setting.end, hour=_hour(setting, "judge", n), per_night=these.per_night):
                text = f"Caller: {ticket(machine.rng, product)}\nReply: {prose(machine.rng, product, 3)}"
                reply = f"{machine.rng.randrange(1, 6)}, {prose(machine.rng, product, 1)}"
                whole.sent.append(machine.sends(at, user(text, system, max_tokens=50, temperature=0.0), reply, extra=_org(machine)))
    return whole


def inhouse(setting: Setting, these: Inhouse) -> Population:
    """Act out the open makers of synthetic examples."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.companies)):
        rng = stream(setting.seed, "inhouse", n, "prompt")
        product = voice(rng, topics=2)
        frame = f"Invent five queries that a user of {proper_name(rng)} could type, each with its intent. {prose(rng, product, 2)}\nSeed: "
        for machine in _fleet(setting, "inhouse", n, 1, declared=True):
            whole.accounts.append(Enrolled(machine.account, "", "inhouse", f"inhouse-{n}"))
            for at in arrivals.nightly(machine.rng, start=0, end=setting.end, hour=_hour(setting, "inhouse", n), per_night=these.per_night):
                reply = "\n".join(f"{i}. {question(machine.rng, product)}" for i in range(1, 6))
                request = user(frame + prose(machine.rng, product, 1), max_tokens=1024, temperature=1.0)
                whole.sent.append(machine.sends(at, request, reply, extra=_org(machine)))
    return whole


def aggregator(setting: Setting, these: Aggregator) -> Population:
    """Act out the resellers."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.accounts)):
        machine = _machine(setting, "aggregator", n, families=("go", "java"))
        rng, places = machine.rng, [networks.server(machine.rng) for _ in range(these.addresses)]
        whole.accounts.append(Enrolled(machine.account, "", "aggregator", f"aggregator-{n}"))
        for at in arrivals.flat(rng, start=0, end=setting.end, count=int(these.per_day * setting.days)):
            customer = anyone(rng)
            text = coding_task(rng, customer) if rng.random() < 0.2 else chat(rng, customer)
            request = user(text, prose(rng, customer, 2) if rng.random() < these.with_system else "", max_tokens=1024)
            relayed = machine._replace(place=pick(rng, places), model=(pick(rng, (LARGE, SMALL)), machine.model[1]))
            whole.sent.append(relayed.sends(at, request, answer(rng, customer), pathway="reseller"))
    return whole


def _machine(setting: Setting, kind: str, n: int, *, families: tuple[str, ...] = clients.LIBRARIES, program: str = "standard") -> Person:
    """Return a lone account on a server."""
    place = networks.server(stream(setting.seed, kind, n, "server"))
    return stranger(setting, kind, n, families=families, place=place, english=1.0, early=0.05, program=program)


def _fleet(setting: Setting, name: str, n: int, accounts: int, *, declared: bool) -> Iterator[Person]:
    """Yield the accounts of one company: one card, one program, one server; one organisation if it says so."""
    rng = stream(setting.seed, name, n, "company")
    org = f"org_{token(rng, 8)}" if declared else None
    known: dict[str, Any] = {
        "org_id": org,
        "payment_fingerprint": registration.card(rng),
        "email_domain": registration.company_domain(rng),
        "user_ref": f"ur_{token(rng, 10)}",
    }
    place, stack, born = networks.server(rng), clients.stack(rng, clients.LIBRARIES), registration.long_ago(rng)
    for i in range(accounts):
        person = stranger(setting, name, 1000 * n + i, place=place, born=born + 60.0 * i, english=1.0, early=0.0, **known)
        yield person._replace(stack=stack, kind=name.removesuffix("-undeclared"))


def _hour(setting: Setting, name: str, n: int) -> float:
    return stream(setting.seed, name, n, "hour").uniform(0, 23)


def _org(machine: Person) -> dict[str, str]:
    return {"org_id": machine.account.org_id} if machine.account.org_id else {}
