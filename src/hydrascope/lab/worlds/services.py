"""
Honest machines that look like harvesters: support bots, nightly jobs, harnesses, judges, resellers.

Each kind is a frozen record of its figures and one function that acts it out.
"""

from random import Random

import msgspec

from hydrascope.lab.worlds import arrivals, networks
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.companies import fleet, machine, nights, org, sized
from hydrascope.lab.worlds.people import Person
from hydrascope.lab.worlds.problems import coding_task
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.stories import Problem, arithmetic
from hydrascope.lab.worlds.text import answer, anyone, chat, document, proper_name, prose, question, ticket, voice
from hydrascope.lab.worlds.traffic import LARGE, SMALL, Enrolled, Population, Sent, Setting, times_scale, user

PUBLIC_BENCHMARK = 400


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Support chatbots: one account each, one system prompt, many end users."""

    bots: int = 2
    per_day: float = 22.0
    spread: float = 0.0


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A classification job by night over a few accounts on one card, of a declared organisation or not."""

    jobs: int = 1
    accounts: int = 3
    per_night: int = 8
    declared: bool = True
    spread: float = 0.0


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """Unrelated researchers who each run the same public benchmark at temperature 0, the same questions in the same frame."""

    researchers: int = 3
    questions: int = 160


class Judge(msgspec.Struct, frozen=True, kw_only=True):
    """A company that grades the answers of its own product against a rubric every night."""

    companies: int = 1
    accounts: int = 2
    per_night: int = 8
    spread: float = 0.0


class Inhouse(msgspec.Struct, frozen=True, kw_only=True):
    """A declared organisation that makes synthetic examples for its own product with one account, openly."""

    companies: int = 1
    per_night: int = 10
    spread: float = 0.0


class Aggregator(msgspec.Struct, frozen=True, kw_only=True):
    """
    Resellers that relay the diverse requests of many customers, round the clock, over one account each or over several `keys` on one card.

    `with_system` is the share of requests with a system prompt of the customer's own; `front` puts the reseller's own prompt before all of them.
    """

    kind: str = "aggregator"
    accounts: int = 1
    keys: int = 1
    per_day: float = 36.0
    addresses: int = 12
    with_system: float = 0.4
    front: bool = False
    spread: float = 0.0


def support(setting: Setting, these: Support) -> Population:
    """Act out the support bots."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.bots)):
        bot = machine(setting, "saas", n)
        product = voice(bot.rng, topics=2)
        system = f"You answer customers of {proper_name(bot.rng)}. {document(bot.rng, product, 1)} Hand over to a person when money is asked back."
        whole.accounts.append(Enrolled(bot.account, "", "saas", f"saas-{n}"))
        count = int(sized(setting, "saas", n, these.per_day, these.spread) * setting.days)
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
        for bot in fleet(setting, name, n, these.accounts, declared=these.declared):
            whole.accounts.append(Enrolled(bot.account, "", "batch", f"{name}-{n}"))
            for at in nights(setting, name, n, bot.rng, these.per_night, these.spread):
                item = ticket(bot.rng, anyone(bot.rng))
                whole.sent.append(bot.sends(at, user(frame + item, max_tokens=60, temperature=0.0), pick(rng, reply), extra=org(bot)))
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
        person = machine(
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
        for bot in fleet(setting, "judge", n, these.accounts, declared=True):
            whole.accounts.append(Enrolled(bot.account, "", "judge", f"judge-{n}"))
            for at in nights(setting, "judge", n, bot.rng, these.per_night, these.spread):
                text = f"Caller: {ticket(bot.rng, product)}\nReply: {prose(bot.rng, product, 3)}"
                reply = f"{bot.rng.randrange(1, 6)}, {prose(bot.rng, product, 1)}"
                whole.sent.append(bot.sends(at, user(text, system, max_tokens=50, temperature=0.0), reply, extra=org(bot)))
    return whole


def inhouse(setting: Setting, these: Inhouse) -> Population:
    """Act out the open makers of synthetic examples."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.companies)):
        rng = stream(setting.seed, "inhouse", n, "prompt")
        product = voice(rng, topics=2)
        frame = f"Invent five queries that a user of {proper_name(rng)} could type, each with its intent. {prose(rng, product, 2)}\nSeed: "
        for bot in fleet(setting, "inhouse", n, 1, declared=True):
            whole.accounts.append(Enrolled(bot.account, "", "inhouse", f"inhouse-{n}"))
            for at in nights(setting, "inhouse", n, bot.rng, these.per_night, these.spread):
                reply = "\n".join(f"{i}. {question(bot.rng, product)}" for i in range(1, 6))
                request = user(frame + prose(bot.rng, product, 1), max_tokens=1024, temperature=1.0)
                whole.sent.append(bot.sends(at, request, reply, extra=org(bot)))
    return whole


def aggregator(setting: Setting, these: Aggregator) -> Population:
    """Act out the resellers: `per_day` counts each reseller's requests, whatever the number of its keys."""
    whole = Population([], [])
    for n in range(times_scale(setting, these.accounts)):
        bots = _keys(setting, these, n)
        rng = bots[0].rng
        places = [networks.server(rng) for _ in range(these.addresses)]
        front = f"{document(rng, voice(rng), 2)} You are {proper_name(rng)}." if these.front else ""
        whole.accounts.extend(Enrolled(bot.account, "", these.kind, f"{these.kind}-{n}") for bot in bots)
        count = int(sized(setting, these.kind, n, these.per_day, these.spread) * setting.days)
        for at in arrivals.machine(rng, start=0, end=setting.end, count=count):
            bot = pick(rng, bots) if len(bots) > 1 else bots[0]
            whole.sent.append(_relayed(rng, at, bot._replace(place=pick(rng, places)), these, front))
    return whole


def _keys(setting: Setting, these: Aggregator, n: int) -> list[Person]:
    """Return the accounts of one reseller."""
    if these.keys == 1:
        return [machine(setting, these.kind, n, families=("go", "java"))]
    return list(fleet(setting, these.kind, n, these.keys, declared=False, families=("go", "java"), apart=9 * DAY))


def _relayed(rng: Random, at: float, bot: Person, these: Aggregator, front: str) -> Sent:
    """Return one customer's request as the reseller passes it on."""
    customer = anyone(rng)
    text = coding_task(rng, customer) if rng.random() < 0.2 else chat(rng, customer)
    own = prose(rng, customer, 2) if rng.random() < these.with_system else ""
    request = user(text, "\n\n".join(filter(None, (front, own))), max_tokens=1024)
    relayed = bot._replace(model=(pick(rng, (LARGE, SMALL)), bot.model[1]))
    return relayed.sends(at, request, answer(rng, customer), pathway="reseller")
