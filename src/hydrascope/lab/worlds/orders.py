"""The pieces of work that an operator deals to its heads: recipes, trajectories, relayed and kept conversations, blocks handed back, trials."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds import relays, trajectories
from hydrascope.lab.worlds.recipes import Book, Recipe, book, compose, reply
from hydrascope.lab.worlds.relays import Step
from hydrascope.lab.worlds.seeds import pick, token
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.text import Voice, anyone, voice

_VOICES = 80  # passers-by whose words fill the slots


class Workshop(NamedTuple):
    """What an operator works with: its wordings, its tools, the items' voices, its users and what it has kept of them."""

    these: Campaign
    books: dict[str, Book]
    kit: trajectories.Kit
    voices: dict[str, tuple[Voice, ...]]
    users: tuple[relays.User, ...]
    shelf: tuple[tuple[Step, ...], ...]
    minted: list[tuple[float, str]]


def workshop(these: Campaign, rng: Random) -> Workshop:
    """Return a campaign's means; whoever is not asked for costs nothing."""
    used = (*these.recipes, *these.late, *these.reveal)
    books = {one.name: book(one, these.wordings, rng) for one in used} | {one.name: book(one, 0, rng) for one in these.probes}
    users = relays.crowd(these.relay, rng) if these.relayed or these.stored else ()
    return Workshop(
        these,
        books,
        trajectories.kit(these.harness, these.wordings, rng),
        {tongue: _speakers(tongue, rng) for tongue in sorted({"", *(one.tongue for one in used)})},
        users,
        relays.shelf(these.relay, users, rng) if these.stored else (),
        [],
    )


def _speakers(tongue: str, rng: Random) -> tuple[Voice, ...]:
    return tuple(voice(rng, tongue=tongue, names=3) if tongue else anyone(rng) for _ in range(_VOICES))


def mean(these: Campaign) -> float:
    """
    Return how many exchanges a piece of work takes on average.

    >>> mean(Campaign(name="x", heads=1, trajectories=1.0))
    2.5
    """
    talk = these.trajectories * trajectories.MEAN + (these.relayed + these.stored) * relays.MEAN + these.reveals
    rest = 1.0 - these.trajectories - these.relayed - these.stored - these.reveals
    return talk + rest * these.draws


def order(own: Workshop, rng: Random, at: float, progress: float) -> Iterator[Step]:
    """Return the steps of one piece of work, `progress` being the share of the campaign's time that has gone by."""
    these = own.these
    if these.probes and progress < these.probe:
        return _trials(own, rng, round(mean(these)))
    drawn = rng.random()
    for share, work in (
        (these.trajectories, _trajectory),
        (these.relayed, _relayed),
        (these.stored, _stored),
        (these.reveals, _reveal),
    ):
        if drawn < share:
            return work(own, rng, at)
        drawn -= share
    late = these.late and progress > these.late_from and rng.random() < 0.7
    return _recipe(own, rng, pick(rng, these.late if late or not these.recipes else these.recipes), these.draws)


def _recipe(own: Workshop, rng: Random, recipe: Recipe, draws: int) -> Iterator[Step]:
    who = pick(rng, own.voices[recipe.tongue])
    request, capability = compose(recipe, own.books[recipe.name], rng, who)
    for draw in range(draws):
        said = reply(recipe, rng, who)
        yield Step(rng.expovariate(1 / 30) if draw else 0.0, draw, request, said, intent=recipe.intent, capability=capability)


def _trials(own: Workshop, rng: Random, count: int) -> Iterator[Step]:
    """Yield as many different trials as another piece of work has requests."""
    for number in range(count):
        for step in _recipe(own, rng, pick(rng, own.these.probes), 1):
            yield step._replace(wait=rng.expovariate(1 / 20), hop=number)


def _trajectory(own: Workshop, rng: Random, _: float) -> Iterator[Step]:
    session, wait = token(rng, 10), 0.0
    for request, said, tool in trajectories.steps(own.kit, rng, pick(rng, own.voices[""])):
        calls = [{"name": tool, "arguments": {"input": token(rng, 8)}}]
        extra = {"session_id": f"s_{session}", "tool_calls": calls}
        yield Step(wait, 0, request, said, "", extra, "trajectory_collection", own.these.harness.capability)
        wait = 15 + rng.expovariate(1 / 40)


def _relayed(own: Workshop, rng: Random, _: float) -> Iterator[Step]:
    return relays.conversation(own.these.relay, pick(rng, own.users), rng)


def _stored(own: Workshop, rng: Random, _: float) -> Iterator[Step]:
    return iter(pick(rng, own.shelf))


def _reveal(own: Workshop, rng: Random, at: float) -> Iterator[Step]:
    """Yield a request that hands back a block minted in a conversation that is over, and asks for what it seals."""
    recipe = pick(rng, own.these.reveal)
    who = pick(rng, own.voices[recipe.tongue])
    request, capability = compose(recipe, own.books[recipe.name], rng, who)
    sealed = [block for ts, block in (pick(rng, own.minted) for _ in range(3)) if ts < at] if own.minted else []
    if sealed:
        request["reasoning_blocks"] = sealed[:1]
    yield Step(0.0, 0, request, reply(recipe, rng, who), intent=recipe.intent, capability=capability)
