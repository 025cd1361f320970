"""Shares of a whole as small bars."""

from typing import NamedTuple

from markupsafe import Markup

from hydrascope.report.svg import at, tag
from hydrascope.report.words import label, percent, ranked


class ShareBar(NamedTuple):
    """One part of a whole: its name, its share in words, and its bar."""

    name: str
    share: str
    drawing: Markup


def share_bars(shares: dict[str, float], *, most: int = 8) -> list[ShareBar]:
    """
    Return the largest parts, each with a bar as long as its share.

    >>> [(bar.name, bar.share) for bar in share_bars({"coding": 0.25, "tool_use": 0.75})]
    [('tool use', '75%'), ('coding', '25%')]
    """
    return [ShareBar(label(name), percent(share), _bar(share)) for name, share in ranked(shares)[:most] if share > 0]


def number_bars(numbers: dict[str, int], *, most: int = 8) -> list[ShareBar]:
    """
    Return the largest numbers, each with a bar as long as its share of them all.

    >>> [(bar.name, bar.share) for bar in number_bars({"api": 30, "web": 10})]
    [('api', '30'), ('web', '10')]
    """
    whole = max(sum(numbers.values()), 1)
    return [ShareBar(label(name), f"{number:,}", _bar(number / whole)) for name, number in ranked(numbers)[:most] if number]


def _bar(share: float) -> Markup:
    filled = tag("rect", class_="part", width=at(min(max(share, 0.004), 1.0)), height="100%", rx="2")
    return tag("svg", tag("rect", class_="whole", width="100%", height="100%", rx="2"), filled, class_="share", aria_hidden="true")
