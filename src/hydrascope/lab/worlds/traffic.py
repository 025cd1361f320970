"""The records that actors hand to the writer, and the setting that they act in."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds.clients import Stack
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.registration import Account

LARGE, SMALL, NEW = "meridian-2", "meridian-2-small", "meridian-3"
BEGIN = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday, so that weekends fall where arrivals.human puts them
_MILLISECOND = timedelta(milliseconds=1)


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """The world around the actors: its seed, its length, its scale and the moment a new model comes out (seconds)."""

    seed: int
    days: float
    scale: float
    release: float

    @property
    def end(self) -> float:
        """Seconds from the beginning to the end."""
        return self.days * 86_400.0


class Enrolled(NamedTuple):
    """An account and the truth about it; `campaign` is empty for the honest."""

    account: Account
    campaign: str
    kind: str
    operator: str


class Sent(NamedTuple):
    """
    One exchange and the truth about it: who sent it, and what a campaign is after with it, in the words of `schema.INTENTS` and `schema.CAPABILITIES`.

    `request` is the body that was sent; `extra` says what is not usual: parts of the response by name, and keys of the line itself.
    """

    ts: float
    account_id: str
    model: str
    request: dict[str, Any]
    answer: str
    place: Place
    stack: Stack
    kind: str
    campaign: str = ""
    pathway: str = "api"
    extra: Mapping[str, Any] = MappingProxyType({})
    intent: str = "none"
    capability: str = "other"


class Population(NamedTuple):
    """What a kind of actor adds to the world."""

    accounts: list[Enrolled]
    sent: list[Sent]


def moment(seconds: float) -> datetime:
    """
    Return the time that many seconds after the world began, to the millisecond.

    >>> moment(1.5).isoformat()
    '2026-03-02T00:00:01.500000+00:00'
    """
    return BEGIN + round(seconds * 1000) * _MILLISECOND


def user(text: str, system: str = "", **settings: Any) -> dict[str, Any]:
    """
    Return a request of one user message.

    >>> user("hi", max_tokens=5)
    {'messages': [{'role': 'user', 'content': 'hi'}], 'max_tokens': 5}
    """
    return dialogue([text], system, **settings)


def dialogue(turns: Sequence[str], system: str = "", **settings: Any) -> dict[str, Any]:
    """
    Return a request whose messages alternate between user and assistant.

    >>> [m["role"] for m in dialogue(["a", "b", "c"])["messages"]]
    ['user', 'assistant', 'user']
    """
    body: dict[str, Any] = {
        "messages": [{"role": ("user", "assistant")[i % 2], "content": turn} for i, turn in enumerate(turns)],
        **settings,
    }
    if system:
        body["system"] = system
    return body


def taste(rng: Random, setting: Setting, *, early: float = 0.2) -> tuple[str, float]:
    """Return an account's usual model and when it turns to the new one: `early` is the share that does so at all."""
    usual = SMALL if rng.random() < 0.4 else LARGE
    return usual, setting.release + rng.expovariate(1 / 259_200) if rng.random() < early else setting.end


def model_at(ts: float, preference: tuple[str, float]) -> str:
    """
    Return the model that an account asks for at that time.

    >>> model_at(5, ("old", 9)), model_at(10, ("old", 9))
    ('old', 'meridian-3')
    """
    return NEW if ts >= preference[1] else preference[0]


def times_scale(setting: Setting, count: int, least: int = 1) -> int:
    """
    Return a head count at the world's scale.

    >>> times_scale(Setting(seed=0, days=1, scale=0.1, release=0), 40, least=6)
    6
    """
    return max(least, round(count * setting.scale))
