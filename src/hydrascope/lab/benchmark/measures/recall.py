"""How much of each campaign a detector finds."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from hydrascope.lab.benchmark.records import WorldTruth
from hydrascope.lab.score import TOUCHES


class Found(NamedTuple):
    """
    Heads of a campaign that were accused at all, and in the found group that holds most of them.

    `pure` adds up, over the accused heads, the share of their found group that
    is of the campaign: divided by `accused` it is B-cubed precision. `found` says
    whether a found group holds at least a tenth of the heads, and mostly heads.
    """

    heads: int
    accused: int
    together: int
    pure: float
    found: bool


def recall(truth: WorldTruth, accused: AbstractSet[str], groups: Mapping[str, str]) -> dict[str, Found]:
    """Return what was found of each campaign; an accused account without a group is a group of its own."""
    found = {account: groups.get(account, account) for account in accused}
    sizes = Counter(found.values())
    own: dict[str, Counter[str]] = {name: Counter() for name in truth.campaigns}
    for account, group in found.items():
        if campaign := truth.accounts[account].campaign:
            own[campaign][group] += 1
    return {name: _found(true.heads, own[name], sizes) for name, true in truth.campaigns.items()}


def _found(heads: int, own: Counter[str], sizes: Mapping[str, int]) -> Found:
    pure = sum(count * count / sizes[group] for group, count in own.items())
    matched = any(count >= TOUCHES * heads and 2 * count > sizes[group] for group, count in own.items())
    return Found(heads, own.total(), max(own.values(), default=0), pure, matched)
