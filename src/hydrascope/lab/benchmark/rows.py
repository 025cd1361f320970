"""Figures of one detector for one thing: the rows of every table."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import msgspec

from hydrascope.lab.benchmark.intervals import Figure

EVERY = "all"
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """
    Figures of one detector for one thing.

    `name` is a campaign, a class of operator, or "all"; `scope` the worlds it
    comes from; `of` counts what the figures are over: heads, account-days, worlds.
    """

    scope: str
    name: str
    detector: str
    seeds: int
    of: int
    figures: dict[str, Figure]


def by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """
    Return the items by key, in the order in which the keys first come.

    >>> by([3, 1, 2], lambda n: n % 2)
    {1: [3, 1], 0: [2]}
    """
    found: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return dict(found)
