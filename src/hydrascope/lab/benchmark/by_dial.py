"""Figures by dial: what is found where one dial of evasion is turned, and what that costs the operator."""

from collections.abc import Sequence

from hydrascope.lab.benchmark.by_campaign import finding
from hydrascope.lab.benchmark.intervals import Figure
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.rows import Row, by
from hydrascope.lab.worlds import DIALLED
from hydrascope.lab.worlds.dials import NONE, POSITIONS, Position, price

TIMES = "times "


def dials(every: Sequence[Answer]) -> list[Row]:
    """
    Return a row for each dial, value and detector, over campaigns and seeds: `scope` is the dial, `name` the value.

    A figure named "times cards" is what the operator pays, as a multiple of the campaigns as published. Values at which all campaigns were
    published share one world, and its figures.
    """
    told = by(every, lambda answer: answer.truth.world)
    return [_row(where, own) for where in POSITIONS for own in by(told.get(where.world, ()), lambda answer: answer.detector).values()]


def dialled(world: str) -> bool:
    """
    Return whether a world is one in which a dial is turned, or the one that those are compared with.

    >>> dialled("dial-cover-0.9"), dialled("published-0")
    (True, False)
    """
    return world in DIALLED


def untouched(rows: Sequence[Row], detector: str) -> Figure | None:
    """Return a detector's recall of the campaigns as published, from the row of any dial that stands so; None where there is none."""
    places = {(where.dial, where.value) for where in POSITIONS if where.world == NONE}
    return next((row.figures["recall"] for row in rows if row.detector == detector and (row.scope, row.name) in places), None)


def _row(where: Position, own: Sequence[Answer]) -> Row:
    cost = {f"{TIMES}{name.replace('_', ' ')}": Figure(times, None, None) for name, times in price(where).items()}
    return Row(
        scope=where.dial,
        name=where.value,
        detector=own[0].detector,
        seeds=len({answer.truth.seed for answer in own}),
        of=sum(len(answer.truth.heads) for answer in own),
        figures=finding(own) | cost,
    )
