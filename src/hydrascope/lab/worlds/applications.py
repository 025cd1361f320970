"""What the teams of a company send: six sorts of application, each with its own product, prompt, settings and hours."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from hydrascope.lab.worlds import arrivals, thinking
from hydrascope.lab.worlds.problems import code, coding_task
from hydrascope.lab.worlds.seeds import pick, token
from hydrascope.lab.worlds.text import Voice, answer, chat, document, follow_up, proper_name, prose, question, ticket, voice
from hydrascope.lab.worlds.traffic import Setting, dialogue, user

TURNS = 6
THINK = 0.5  # share of applications that let the model think


class Application(NamedTuple):
    """One team's product: its words, its fixed prompt, the hours of its users, and whether it lets the model think where it talks in turns."""

    rng: Random
    sort: str
    voice: Voice
    system: str
    zone: float
    thinks: bool = False


class Item(NamedTuple):
    """One request before it is known which account carries it."""

    ts: float
    request: dict[str, Any]
    reply: str
    extra: dict[str, Any]


class Sort(NamedTuple):
    """A sort of application: its settings, whether it runs by night, whether it talks in turns, what it asks and what comes back."""

    settings: dict[str, Any]
    nightly: bool
    talks: bool
    ask: Callable[[Random, Voice], str]
    back: Callable[[Random, Voice], str]


def fields(rng: Random, who: Voice) -> str:
    """
    Return a small record as JSON, as an extractor does.

    >>> fields(Random(1), voice(Random(1))).startswith('{"item": ')
    True
    """
    return f'{{"item": "{pick(rng, who.words["n"])}", "party": "{pick(rng, who.words["N"])}", "amount": {rng.randrange(9000)}}}'


SORTS: dict[str, Sort] = {
    "helpdesk": Sort({"temperature": 0.3, "max_tokens": 512}, False, False, ticket, lambda rng, who: prose(rng, who, 4)),
    "assistant": Sort({"stream": True}, False, True, chat, answer),
    "coding": Sort({"max_tokens": 4096, "stream": True}, False, True, coding_task, lambda rng, who: f"{prose(rng, who, 2)}\n{code(rng)}"),
    "digest": Sort({"temperature": 0.0, "max_tokens": 300}, True, False, document, lambda rng, who: prose(rng, who, 3)),
    "extract": Sort({"temperature": 0.0, "response_format": {"type": "json_object"}}, True, False, ticket, fields),
    "draft": Sort({"temperature": 0.7, "max_tokens": 1024}, False, False, question, lambda rng, who: document(rng, who, 1)),
}


def application(rng: Random, zone: float) -> Application:
    """
    Return a team's application of a drawn sort; every sentence of its prompt is its own.

    >>> application(Random(1), 0.0).sort in SORTS
    True
    """
    own = voice(rng, topics=2)
    sort = pick(rng, tuple(SORTS))
    return Application(rng, sort, own, f"{document(rng, own, 1)} {prose(rng, own, 2)}", zone, rng.random() < THINK)


def items(app: Application, setting: Setting, per_day: float) -> Iterator[Item]:
    """Yield what the application sends, `per_day` requests on the average; the turns of one talk lie a minute apart."""
    rng, sort = app.rng, SORTS[app.sort]
    if sort.nightly:
        hour = rng.uniform(0, 23)
        times = arrivals.nightly(rng, start=0, end=setting.end, hour=hour, per_night=max(1, round(per_day)), minutes=90.0)
    else:
        mean = 2.5 if sort.talks else 1.0
        times = arrivals.served(rng, start=0, end=setting.end, count=max(1, int(per_day * setting.days / mean)), zone=app.zone)
    for at in times:
        yield from _talk(app, sort, at) if sort.talks else (_single(app, sort, at),)


def _single(app: Application, sort: Sort, at: float) -> Item:
    """Return one request about the product, in the words of a user of its own."""
    rng = app.rng
    caller = app.voice._replace(words={**app.voice.words, "N": (proper_name(rng),)})
    extra = {} if sort.nightly else {"end_user": f"u_{token(rng, 6)}"}
    return Item(at, user(sort.ask(rng, caller), app.system, **sort.settings), sort.back(rng, app.voice), extra)


def _talk(app: Application, sort: Sort, at: float) -> Iterator[Item]:
    """Yield the requests of one session, each with what was said before, and with the reasoning blocks where the model thinks."""
    rng, session = app.rng, token(app.rng, 10)
    caller, turns, blocks = voice(rng, topics=3, names=2), list[str](), list[str]()
    for _ in range(1 + int(rng.random() * 4)):
        turns.append(follow_up(rng, caller) if turns else sort.ask(rng, caller))
        reply = sort.back(rng, caller)
        request = dialogue(turns[-TURNS - 1 :], app.system, **sort.settings)
        extra: dict[str, Any] = {"session_id": f"s_{session}"}
        if app.thinks:
            request, minted = thinking.thinks(request, blocks), thinking.block(rng)
            extra["reasoning_blocks"] = [minted]
            blocks.append(minted)
        yield Item(at, request, reply, extra)
        turns.append(reply)
        at += 15 + rng.expovariate(1 / 60)
