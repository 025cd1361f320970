"""The plots of a run: recall and first alarm by level, what hiding and each dial of it cost, false accusations by class, reliability."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from hydrascope.lab.benchmark.area import PERCENT, Axis, Point, Series
from hydrascope.lab.benchmark.by_class import ALONE
from hydrascope.lab.benchmark.by_dial import TIMES, untouched
from hydrascope.lab.benchmark.chart import chart
from hydrascope.lab.benchmark.intervals import NOTHING, Figure
from hydrascope.lab.benchmark.panels import Panel, panels, place
from hydrascope.lab.benchmark.plan import OURS
from hydrascope.lab.benchmark.rows import EVERY, Row, by
from hydrascope.lab.benchmark.summary import Summary
from hydrascope.report.axis import ticks

_SPENT = ("sent per answer", "answers per head", "cards per 100 heads", "networks per 100 heads")
_DIALS = "Below each value: the greatest multiple of accounts, cards, addresses, days or requests (median). Dashed: as published."
_LEAST = -7  # power of ten at which the axis of false accusations begins


def plots(summary: Summary) -> dict[str, Markup]:
    """Return the plots that the figures allow, by the name of their file."""
    made = {
        "recall_by_level": _recall(summary.levels),
        "first_alarm": _alarm(summary.levels),
        "cost_of_hiding": _spent([row for row in summary.levels if row.detector == OURS]),
        "cost_of_each_dial": _dials(summary.dials),
        "false_positives": _false(summary.honest),
        "reliability": _reliability(summary),
    }
    return {name: plot for name, plot in made.items() if plot}


def _across(names: Sequence[str]) -> dict[str, float]:
    """Return places for names along the axis, evenly."""
    return {name: (at + 0.5) / len(names) for at, name in enumerate(names)}


def _recall(levels: Sequence[Row]) -> Markup | None:
    if not levels:
        return None
    place = _across(sorted({row.scope for row in levels}))
    shown = [row for row in levels if row.detector == OURS or row.detector.endswith("(matched)")]
    series = [
        Series(name, [Point(place[row.scope], row.figures["recall"]) for row in rows])
        for name, rows in by(shown, lambda row: row.detector).items()
    ]
    return chart(
        "Account recall by evasion level, all at the same false accusations", [(at, name) for name, at in place.items()], PERCENT, series
    )


def _alarm(levels: Sequence[Row]) -> Markup | None:
    """Return after how many of a campaign's exchanges the first alarm comes at each level, on a scale of powers of ten."""
    told = [row for row in levels if row.figures.get("alarm exchanges", NOTHING).value is not None]
    if not told:
        return None
    place = _across(sorted({row.scope for row in told}))
    series = [
        Series(name, [Point(place[row.scope], _powers(row.figures["alarm exchanges"], 0)) for row in rows])
        for name, rows in by(told, lambda row: row.detector).items()
    ]
    most = math.ceil(max(point.figure.high or point.figure.value or 1.0 for one in series for point in one.points))
    told_by = "harvesting exchanges, medians over campaigns; all of a campaign where no alarm came"
    axis = Axis(0, most, [(power, f"{10**power:,}") for power in range(most + 1)], told_by)
    return chart("Leaked before the first alarm, by evasion level", [(at, name) for name, at in place.items()], axis, series)


def _spent(levels: Sequence[Row]) -> Markup | None:
    """Return what a campaign spends at each level, in multiples of what it spends at the lowest."""
    if len(levels) < 2:
        return None
    place = _across([row.scope for row in levels])
    series = []
    for name in _SPENT:
        base = levels[0].figures[name].value
        if base:
            series.append(Series(name, [Point(place[row.scope], _times(row.figures[name], 1 / base)) for row in levels]))
    most = max((point.figure.high or point.figure.value or 1.0) for one in series for point in one.points)
    marks = ticks(0.0, most)
    axis = Axis(0.0, marks[-1], [(mark, f"{mark:g}") for mark in marks], "times that of the lowest level")
    return chart("What hiding costs a campaign", [(at, name) for name, at in place.items()], axis, series)


def _dials(rows: Sequence[Row]) -> Markup | None:
    """Return recall against the value of each dial, a panel each; ours is compared with what it finds of the campaigns as published."""
    shown = [row for row in rows if row.detector == OURS or row.detector.endswith("(matched)")]
    before = untouched(rows, OURS)
    drawn = [_dial(dial, own, before.value if before else None) for dial, own in by(shown, lambda row: row.scope).items()]
    return panels("Account recall by the value of each dial, from open to hidden", _DIALS, drawn) if drawn else None


def _dial(dial: str, rows: Sequence[Row], level: float | None) -> Panel:
    values = by(rows, lambda row: row.name)
    where = {value: place(at, len(values)) for at, value in enumerate(values)}
    most = {
        value: max(figure.value or 0.0 for name, figure in own[0].figures.items() if name.startswith(TIMES))
        for value, own in values.items()
    }
    series = [
        Series(name, [Point(where[row.name], row.figures["recall"]) for row in own])
        for name, own in by(rows, lambda row: row.detector).items()
    ]
    return Panel(dial, [(value, f"{times:.3g}x") for value, times in most.items()], series, level)


def _times(figure: Figure, factor: float) -> Figure:
    return Figure(*(None if value is None else value * factor for value in figure))


def _false(honest: Sequence[Row]) -> Markup | None:
    """Return accusations and watches for each honest account-day by class, ours, on a scale of powers of ten."""
    rows = [row for row in honest if row.detector == OURS and row.scope == ALONE]
    rows = rows or [row for row in honest if row.detector == OURS]
    if not rows:
        return None
    place = _across([row.name for row in sorted(rows, key=lambda row: (row.name != EVERY, row.name))])
    axis = Axis(_LEAST, 0, [(power, "0" if power == _LEAST else f"1e{power}") for power in range(_LEAST, 1)], "for each account-day")
    series = [Series(name, [Point(place[row.name], _powers(row.figures[name])) for row in rows]) for name in ("accused", "watched")]
    return chart("False accusations of the honest, by class", [(at, name) for name, at in place.items()], axis, series, joined=False)


def _powers(figure: Figure, least: int = _LEAST) -> Figure:
    """
    Return a figure as powers of ten, what is less than the lowest that is drawn as that.

    >>> _powers(Figure(0.0, 0.0, 0.01))
    Figure(value=-7.0, low=-7.0, high=-2.0)
    """
    return Figure(*(None if value is None else math.log10(max(value, 10.0**least)) for value in figure))


def _reliability(summary: Summary) -> Markup | None:
    if not summary.reliability:
        return None
    points = [Point(one.said, one.heads) for one in summary.reliability]
    across = [(tick / 5, f"{tick / 5:g}") for tick in range(6)]
    return chart("Reliability: share of heads by score", across, PERCENT, [Series(OURS, points)], diagonal=True)
