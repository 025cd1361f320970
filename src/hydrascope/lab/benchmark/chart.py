"""A chart of points with intervals, as one SVG that stands alone."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from hydrascope.lab.benchmark.intervals import Figure
from hydrascope.report.svg import tag

WIDE, HIGH = 760, 390
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 48, 100
COLOURS = ("#3b6fb6", "#c2571a", "#2a8a5f", "#8a56b0", "#b5446e", "#7d6b14", "#17808f", "#6b6f76", "#a23b36", "#4a55c4")
STYLE = (
    "svg{background:#fff;font:12px system-ui,sans-serif}text{fill:#1b1f24}.grid{stroke:#dcdcd6}.soft{fill:#545c66}"
    ".title{font-size:14px;font-weight:600}.line{fill:none;stroke-width:2}.bar{stroke-width:1.5}.ideal{stroke:#b9bfc6;stroke-dasharray:4 4}"
)


class Point(NamedTuple):
    """A place along the axis, from 0 to 1, and the figure there."""

    x: float
    figure: Figure


class Series(NamedTuple):
    """Points of one thing."""

    name: str
    points: list[Point]


class Axis(NamedTuple):
    """Where the upward axis begins and ends, and its ticks with their labels; values are drawn by `(value - low) / (high - low)`."""

    low: float
    high: float
    ticks: list[tuple[float, str]]
    title: str


PERCENT = Axis(0.0, 1.0, [(tick / 5, f"{20 * tick}%") for tick in range(6)], "")


def chart(
    title: str, across: Sequence[tuple[float, str]], axis: Axis, series: Sequence[Series], *, joined: bool = True, diagonal: bool = False
) -> Markup:
    """
    Return a chart: `across` names places along the horizontal axis, from 0 to 1.

    `joined` draws a line through the points of a series; `diagonal` the line on which both axes agree.
    """
    marks = [_series(number, one, axis, len(series), joined=joined) for number, one in enumerate(series)]
    ideal = [tag("line", class_="ideal", x1=_x(0), x2=_x(1), y1=_y(axis, axis.low), y2=_y(axis, axis.high))] if diagonal else []
    return tag(
        "svg",
        tag("style", Markup(STYLE)),  # noqa: S704 (our own constant)
        tag("text", title, class_="title", x=LEFT, y=18),
        *_frame(across, axis),
        *ideal,
        *marks,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE} {HIGH}",
        width=WIDE,
        height=HIGH,
        role="img",
        aria_label=title,
    )


def _x(share: float) -> float:
    return LEFT + share * (WIDE - LEFT - RIGHT)


def _y(axis: Axis, value: float) -> float:
    share = min(max((value - axis.low) / (axis.high - axis.low), 0.0), 1.0)
    return HIGH - BOTTOM - share * (HIGH - BOTTOM - TOP)


def _frame(across: Sequence[tuple[float, str]], axis: Axis) -> list[Markup]:
    lines = [tag("line", class_="grid", x1=_x(0), x2=_x(1), y1=_y(axis, value), y2=_y(axis, value)) for value, _ in axis.ticks]
    texts = [tag("text", name, class_="soft", x=LEFT - 8, y=_y(axis, value) + 4, text_anchor="end") for value, name in axis.ticks]
    turned = len(across) > 8  # as many names fit side by side
    below = [
        tag(
            "text",
            name,
            class_="soft",
            x=_x(place),
            y=HIGH - BOTTOM + 18,
            text_anchor="end" if turned else "middle",
            transform=_turn(place) if turned else None,
        )
        for place, name in across
    ]
    return [*lines, *texts, *below, tag("text", axis.title, class_="soft", x=LEFT, y=TOP - 10)]


def _turn(place: float) -> str:
    return f"rotate(-30 {_x(place):.1f} {HIGH - BOTTOM + 18})"


def _series(number: int, one: Series, axis: Axis, of: int, *, joined: bool) -> Markup:
    """Return the marks of a series, set a little beside those of the others, and its name in the legend."""
    colour, aside = COLOURS[number % len(COLOURS)], (number - (of - 1) / 2) * 5
    known = [(_x(point.x) + aside, point.figure) for point in one.points if point.figure.value is not None]
    bars = [
        tag("line", class_="bar", stroke=colour, x1=x, x2=x, y1=_y(axis, figure.low), y2=_y(axis, figure.high))
        for x, figure in known
        if figure.low is not None and figure.high is not None
    ]
    dots = [tag("circle", fill=colour, cx=x, cy=_y(axis, figure.value or 0.0), r=3.5) for x, figure in known]
    path = " ".join(f"{x:.1f},{_y(axis, figure.value or 0.0):.1f}" for x, figure in known)
    line = [tag("polyline", class_="line", stroke=colour, points=path)] if joined and len(known) > 1 else []
    name = tag("text", one.name, x=WIDE - RIGHT + 30, y=TOP + 14 + 18 * number)
    key = tag("rect", fill=colour, x=WIDE - RIGHT + 16, y=TOP + 5 + 18 * number, width=9, height=9)
    return tag("g", *bars, *line, *dots, key, name)
