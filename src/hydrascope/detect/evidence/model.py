"""What a test of a group says: bits and a sentence with the figures behind them."""

from collections.abc import Callable
from typing import NamedTuple

from hydrascope.detect.rules import CONFIRMED
from hydrascope.detect.scene import Group, Scene

SMALLEST = 3  # accounts that are more than a person with two of them, or a couple
PART = 0.2  # share of a group whose deed may be said of all, where it is large


class Evidence(NamedTuple):
    """`bits` is log2 of how much better one harvesting operator explains what was seen than independent customers."""

    bits: float
    finding: str


Test = Callable[[Group, Scene], Evidence | None]


class Channel(NamedTuple):
    """
    A named test of a group.

    `side` is `coordination` or `harvest`; channels of one `family` look at
    the same kind of fact and count as one; `cap` is the most bits it may give.
    """

    name: str
    family: str
    side: str
    cap: float
    test: Test


def speaks_for(doers: int, size: int) -> bool:
    """
    Return whether what some customers of a group did together may be said of all: more than half, or a fifth and as many as make a confirmed campaign.

    Otherwise five colleagues' router, in one class with forty strangers, would
    accuse them all, and so would ten behind one gateway the other users of a tool.

    >>> speaks_for(6, 11), speaks_for(6, 40), speaks_for(10, 50), speaks_for(10, 51)
    (True, False, True, False)
    """
    return 2 * doers > size or (doers >= CONFIRMED.customers and doers >= PART * size)
