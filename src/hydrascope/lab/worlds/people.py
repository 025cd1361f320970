"""One independent customer: own card, own line, own program, own words, own hours."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from hydrascope.lab.worlds import arrivals, clients, networks, registration
from hydrascope.lab.worlds.clients import Stack
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.registration import Account
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import Voice, answer, chat, follow_up, voice
from hydrascope.lab.worlds.tongues import TONGUES
from hydrascope.lab.worlds.traffic import Sent, Setting, dialogue, model_at, moment, taste

MAX_TOKENS = (None, None, 1024, 2048, 4096)


class Person(NamedTuple):
    """An account with the habits of whoever uses it."""

    rng: Random
    account: Account
    place: Place
    stack: Stack
    voice: Voice
    zone: float
    model: tuple[str, float]
    kind: str

    def sends(self, ts: float, request: dict[str, Any], reply: str, **more: Any) -> Sent:
        """Return one exchange of this person."""
        return Sent(ts, self.account.account_id, model_at(ts, self.model), request, reply, self.place, self.stack, self.kind, **more)


def stranger(
    setting: Setting,
    kind: str,
    number: int,
    *,
    families: tuple[str, ...] = clients.BROWSERS,
    place: Place | None = None,
    born: float | None = None,
    english: float = 0.72,
    early: float = 0.2,
    **known: Any,
) -> Person:
    """Return the customer of that kind and number; what is not given is drawn as for a stranger."""
    rng = stream(setting.seed, kind, number)
    home = place or (networks.server(rng) if rng.random() < 0.1 else networks.home(rng))
    birth = registration.long_ago(rng) if born is None else born
    account = registration.register(rng, moment(birth), **{"country": home.country, **known})
    tongue = "en" if rng.random() < english else pick(rng, sorted(TONGUES))
    own = voice(rng, tongue=tongue, topics=2 + int(rng.random() * 4))
    return Person(rng, account, home, clients.stack(rng, families), own, rng.uniform(-9, 10), taste(rng, setting, early=early), kind)


def sessions(rng: Random, times: list[float], *, longest: int = 5, idle: float = 1200.0) -> Iterator[list[float]]:
    """
    Cut a person's arrivals into conversations: a pause, or the longest length, ends one.

    >>> list(sessions(Random(1), [0, 10, 5000]))
    [[0, 10], [5000]]
    """
    current: list[float] = []
    limit = longest
    for at in times:
        if current and (at - current[-1] > idle or len(current) >= limit):
            yield current
            current = []
            limit = 1 + int(rng.random() * longest)
        current.append(at)
    if current:
        yield current


def conversation(person: Person, times: list[float], **more: Any) -> Iterator[Sent]:
    """Yield a chat that grows: every request carries what was said before."""
    rng, session = person.rng, token(person.rng, 10)
    limit = pick(rng, MAX_TOKENS)
    settings: dict[str, Any] = {} if limit is None else {"max_tokens": limit}
    turns: list[str] = []
    for at in times:
        turns.append(follow_up(rng, person.voice) if turns else chat(rng, person.voice))
        reply = answer(rng, person.voice)
        yield person.sends(at, dialogue(turns[-7:], **settings), reply, extra={"session_id": f"s_{session}"}, **more)
        turns.append(reply)


def hours(person: Person, setting: Setting, per_day: float, **profile: float) -> list[float]:
    """Return the person's arrivals over the whole world, from birth on."""
    start = max(0.0, (person.account.created_at - moment(0)).total_seconds())
    return arrivals.human(person.rng, start=start, end=setting.end, per_day=per_day, zone=person.zone, **profile)
