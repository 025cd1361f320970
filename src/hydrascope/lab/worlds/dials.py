"""
One dial at a time: the published campaigns, all turned by one dial to one value, and what that costs their operators.

Where all nine stand at a value as they were published, nothing is turned, and one world serves for all such values: `dial-none`.
"""

import statistics
from typing import Any, NamedTuple

from hydrascope.lab.worlds import evasion, published
from hydrascope.lab.worlds.shapes import Campaign

PREFIX = "dial-"
NONE = f"{PREFIX}none"
PRICES = ("accounts", "cards", "addresses", "days", "sent_per_harvested")


class Position(NamedTuple):
    """A dial at one of its values, the published campaigns so turned, and the name of the world that holds them."""

    dial: str
    value: str
    campaigns: tuple[Campaign, ...]
    world: str


def written(value: Any) -> str:
    """
    Return a dial's value as it stands in tables and names of worlds.

    >>> written(0.75), written(20.0), written(False)
    ('0.75', '20', 'no')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}"


def turned(these: Campaign, dial: str, value: Any) -> Campaign:
    """
    Return a campaign with one dial turned, or as it was where the value says nothing of it.

    `regrowth` leaves pools that are banned whole and accounts that take turns alone, for these know no single bans. `split` leaves accounts
    alone that send no more as it is: the same traffic from fewer of them would be a smaller campaign, not a more open one.

    >>> turned(published.ZHIPU, "regrowth", 0.2) == published.ZHIPU
    True
    """
    banned_otherwise = dial == "regrowth" and (these.pools > 1 or these.rotation > 1)
    slow_enough = dial == "split" and these.per_day / (1 - these.cover) <= value
    return these if banned_otherwise or slow_enough else evasion.dial(these, dial, value)


def position(dial: str, value: Any) -> Position:
    """
    Return the position of a dial at a value.

    >>> position("cover", 0.75).world, position("cover", 0.0).world
    ('dial-cover-0.75', 'dial-none')
    """
    campaigns = tuple(turned(one, dial, value) for one in published.PUBLISHED)
    world = NONE if campaigns == published.PUBLISHED else f"{PREFIX}{dial}-{written(value)}"
    return Position(dial, written(value), campaigns, world)


POSITIONS = tuple(position(dial, value) for dial, known in evasion.DIALS.items() for value in known.values)


def price(where: Position) -> dict[str, float]:
    """
    Return what a position costs, as multiples of the campaign as published: medians over the campaigns, by the fields of `evasion.Cost`.

    It leaves out what no record declares: work by hand, upkeep of clients, foresight.

    >>> price(position("cover", 0.75))["sent_per_harvested"]
    4.0
    """
    costs = [(evasion.cost(now), evasion.cost(before)) for now, before in zip(where.campaigns, published.PUBLISHED, strict=True)]
    return {name: statistics.median(getattr(now, name) / getattr(before, name) for now, before in costs) for name in PRICES}


def sent(campaigns: tuple[Campaign, ...]) -> float:
    """
    Return how many exchanges some campaigns send in all, cover included.

    >>> sent((Campaign(name="x", heads=10, per_day=10.0, days=1.0, cover=0.5),))
    200.0
    """
    costs = [evasion.cost(one) for one in campaigns]
    return sum(one.harvested * one.sent_per_harvested for one in costs)
