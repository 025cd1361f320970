"""Small charts side by side, with one upward axis of shares, as one SVG that stands alone."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from hydrascope.lab.benchmark.chart import COLOURS, PERCENT, STYLE, Point, Series
from hydrascope.report.svg import tag

ACROSS = 3  # panels in a row
WIDE, HIGH = 300, 190  # of one panel
LEFT, RIGHT, TOP, BOTTOM = 46, 10, 34, 44
HEAD, FOOT = 52, 12  # of the whole


class Panel(NamedTuple):
    """
    One chart: its places from left to right, each with two lines of text below, and the series.

    `level` is a share at which a line is drawn for comparison, where there is one.
    """

    title: str
    places: Sequence[tuple[str, str]]
    series: Sequence[Series]
    level: float | None = None


def panels(title: str, note: str, shown: Sequence[Panel]) -> Markup:
    """Return the panels row by row; a series has the same colour in each, by its place among the names of all."""
    names = list(dict.fromkeys(one.name for panel in shown for one in panel.series))
    high = HEAD + -(-len(shown) // ACROSS) * HIGH + FOOT
    return tag(
        "svg",
        tag("style", Markup(STYLE)),  # noqa: S704 (our own constant)
        tag("text", title, class_="title", x=LEFT, y=18),
        tag("text", note, class_="soft", x=LEFT, y=36),
        *_legend(names),
        *(_panel(panel, names, at % ACROSS * WIDE, HEAD + at // ACROSS * HIGH) for at, panel in enumerate(shown)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {ACROSS * WIDE} {high}",
        width=ACROSS * WIDE,
        height=high,
        role="img",
        aria_label=title,
    )


def _legend(names: Sequence[str]) -> list[Markup]:
    """Return a key to the colours, where there is more than one."""
    if len(names) < 2:
        return []
    place = [(LEFT + 190 * (at % 4), HEAD + 2 + 14 * (at // 4)) for at in range(len(names))]
    return [
        tag("g", tag("rect", fill=COLOURS[at % len(COLOURS)], x=x, y=y - 9, width=9, height=9), tag("text", name, x=x + 14, y=y))
        for at, (name, (x, y)) in enumerate(zip(names, place, strict=True))
    ]


def _panel(panel: Panel, names: Sequence[str], left: int, top: int) -> Markup:
    marks = [_series(one, names.index(one.name), len(panel.series)) for one in panel.series]
    level = (
        [tag("line", class_="ideal", x1=LEFT, x2=WIDE - RIGHT, y1=_y(panel.level), y2=_y(panel.level))] if panel.level is not None else []
    )
    name = tag("text", panel.title, x=LEFT, y=TOP - 10, font_weight="600")
    return tag("g", name, *_frame(panel.places), *level, *marks, transform=f"translate({left} {top})")


def _frame(places: Sequence[tuple[str, str]]) -> list[Markup]:
    """Return the lines across, the shares beside them, and two texts under each place."""
    lines = [tag("line", class_="grid", x1=LEFT, x2=WIDE - RIGHT, y1=_y(share), y2=_y(share)) for share, _ in PERCENT.ticks]
    texts = [
        tag("text", name, class_="soft", x=LEFT - 6, y=_y(share) + 4, text_anchor="end", font_size=10) for share, name in PERCENT.ticks
    ]
    below = [
        tag("text", text, class_=kind, x=_x(place(at, len(places))), y=HIGH - BOTTOM + down, text_anchor="middle", font_size=10)
        for at, both in enumerate(places)
        for text, kind, down in zip(both, (None, "soft"), (15, 28), strict=True)
    ]
    return [*lines, *texts, *below]


def place(at: int, of: int) -> float:
    """
    Return where one of several places stands along the axis, from 0 to 1.

    >>> place(0, 2)
    0.25
    """
    return (at + 0.5) / of


def _series(one: Series, number: int, of: int) -> Markup:
    """Return a series' points with their whiskers, set a little beside those of the others."""
    colour, aside = COLOURS[number % len(COLOURS)], (number - (of - 1) / 2) * 3
    known = [(_x(point.x) + aside, point) for point in one.points if point.figure.value is not None]
    bars = [mark for x, point in known for mark in _whisker(colour, x, point)]
    dots = [tag("circle", fill=colour, cx=x, cy=_y(point.figure.value or 0.0), r=3) for x, point in known]
    path = " ".join(f"{x:.1f},{_y(point.figure.value or 0.0):.1f}" for x, point in known)
    line = [tag("polyline", class_="line", stroke=colour, points=path)] if len(known) > 1 else []
    return tag("g", *bars, *line, *dots)


def _whisker(colour: str, x: float, point: Point) -> list[Markup]:
    _, low, high = point.figure
    if low is None or high is None:
        return []
    ends = [tag("line", class_="bar", stroke=colour, x1=x - 3, x2=x + 3, y1=_y(end), y2=_y(end)) for end in (low, high)]
    return [tag("line", class_="bar", stroke=colour, x1=x, x2=x, y1=_y(low), y2=_y(high)), *ends]


def _x(share: float) -> float:
    return LEFT + share * (WIDE - LEFT - RIGHT)


def _y(share: float) -> float:
    return HIGH - BOTTOM - min(max(share, 0.0), 1.0) * (HIGH - BOTTOM - TOP)
