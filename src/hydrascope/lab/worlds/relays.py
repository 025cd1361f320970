"""
What an operator passes on for others: live conversations of its own users, and kept ones sent once more.

A relay sends what its users type, wrapped in nothing of its own. Each turn goes
through whichever head is next, so the signed reasoning blocks that one head
was given are handed back by another.
"""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds.grammar import spin
from hydrascope.lab.worlds.problems import code, coding_task
from hydrascope.lab.worlds.seeds import pick, token
from hydrascope.lab.worlds.text import Voice, answer, anyone, chat, follow_up, proper_name, question
from hydrascope.lab.worlds.traffic import dialogue

ANY = 997  # a hop of any length: whichever head is next
_LONGEST = 7  # messages of a conversation that a client sends along


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """A program that the users of a relay know from elsewhere: its long system prompt and its tools."""

    system: str
    tools: tuple[Mapping[str, Any], ...] = ()


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """
    The users whom an operator serves: how many, the program that `with_tool` of them use, and whether reasoning blocks travel with the conversation.

    `kept` is how many of their conversations are stored, to be sent once more.
    """

    users: int = 250
    tool: Tool | None = None
    with_tool: float = 0.0
    blocks: bool = False
    kept: int = 150


class User(NamedTuple):
    """One user: how they write, and the checkout that their tool works on, where they have one."""

    voice: Voice
    system: str


class Step(NamedTuple):
    """One request of a piece of work: seconds after the one before, how many heads further on, what is sent, what comes back, and what it is for."""

    wait: float
    hop: int
    request: dict[str, Any]
    said: str
    minted: str = ""
    extra: Mapping[str, Any] = {}
    intent: str = "none"
    capability: str = "other"


def crowd(relay: Relay, rng: Random) -> tuple[User, ...]:
    """
    Return the users of a relay.

    >>> len(crowd(Relay(users=3), Random(1)))
    3
    """
    return tuple(User(anyone(rng), _checkout(relay, rng)) for _ in range(relay.users))


def _checkout(relay: Relay, rng: Random) -> str:
    if relay.tool is None or rng.random() >= relay.with_tool:
        return ""
    return f"{relay.tool.system}\n\nCheckout: ~/{proper_name(rng).lower()}; shell: {pick(rng, ('bash', 'zsh', 'fish'))}."


MEAN = 2.5  # turns a conversation


def conversation(relay: Relay, user: User, rng: Random) -> Iterator[Step]:
    """
    Yield a conversation of one to four turns; every turn but the first goes through another head, with the blocks minted so far.

    The user wants the answers as they are, so there is no intent in it; users of a tool are coding.
    """
    first = coding_task(rng, user.voice) if user.system else chat(rng, user.voice)
    turns: list[str] = [first]
    blocks: list[str] = []
    for turn in range(1 + int(rng.random() * 4)):
        request = dialogue(turns[-_LONGEST:], user.system, **_settings(relay, user))
        if blocks:
            request["reasoning_blocks"] = blocks[-3:]
        said = f"{answer(rng, user.voice)}\n{code(rng)}" if user.system else answer(rng, user.voice)
        minted = f"rb_{token(rng, 16)}" if relay.blocks else ""
        wait, hop = (30 + rng.expovariate(1 / 60), int(rng.random() * ANY)) if turn else (0.0, 0)
        yield Step(wait, hop, request, said, minted, capability="coding" if user.system else "other")
        blocks += [minted] if minted else []
        turns += [said, _next(user, rng)]


def _settings(relay: Relay, user: User) -> dict[str, Any]:
    if user.system and relay.tool and relay.tool.tools:
        return {"max_tokens": 8192, "tools": [dict(tool) for tool in relay.tool.tools], "stream": True}
    return {"max_tokens": 4096}


def _next(user: User, rng: Random) -> str:
    if user.system:
        return f"{spin('[ok|output|exit 1|diff]', rng)}:\n{code(rng)}\n{question(rng, user.voice)}"
    return follow_up(rng, user.voice)


def shelf(relay: Relay, users: tuple[User, ...], rng: Random) -> tuple[tuple[Step, ...], ...]:
    """
    Return the conversations that were kept: to be sent once more, turn by turn, word for word.

    >>> relay = Relay(users=2, kept=5)
    >>> len(shelf(relay, crowd(relay, Random(1)), Random(1)))
    5
    """
    return tuple(tuple(_stored(conversation(relay, pick(rng, users), rng))) for _ in range(relay.kept))


def _stored(steps: Iterator[Step]) -> Iterator[Step]:
    """Yield the steps of a conversation as a script sends them: at its own pace, through one head, without the blocks that its answers once carried."""
    for step in steps:
        request = {key: value for key, value in step.request.items() if key != "reasoning_blocks"}
        yield step._replace(wait=3.0 if step.wait else 0.0, hop=0, request=request, minted="")
