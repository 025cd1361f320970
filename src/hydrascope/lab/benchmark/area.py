"""Where the points of a chart lie, and how its lines and series are drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from hydrascope.lab.benchmark.intervals import Figure
from hydrascope.report.svg import tag

COLOURS = ("#3b6fb6", "#c2571a", "#2a8a5f", "#8a56b0", "#b5446e", "#7d6b14", "#17808f", "#6b6f76", "#a23b36", "#4a55c4")
STYLE = (
    "svg{background:#fff;font:12px system-ui,sans-serif}text{fill:#1b1f24}.grid{stroke:#dcdcd6}.soft{fill:#545c66}"
    ".title{font-size:14px;font-weight:600}.line{fill:none;stroke-width:2}.bar{stroke-width:1.5}.ideal{stroke:#b9bfc6;stroke-dasharray:4 4}"
)
RADIUS = 3  # of a point; a whisker is twice as wide


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


class Area(NamedTuple):
    """A chart's size and margins, in pixels, and its upward axis."""

    wide: int
    high: int
    left: int
    right: int
    top: int
    bottom: int
    axis: Axis

    @property
    def floor(self) -> int:
        """Where the horizontal axis lies."""
        return self.high - self.bottom

    def x(self, share: float) -> float:
        """Return where a place from 0 to 1 lies."""
        return self.left + share * (self.wide - self.left - self.right)

    def y(self, value: float) -> float:
        """Return where a value lies; beyond the axis it lies at its end."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.floor - min(max(share, 0.0), 1.0) * (self.floor - self.top)

    def grid(self, size: int) -> list[Markup]:
        """Return a line across at each tick, and its label in letters of some size."""
        lines = [self.line(0.0, value, 1.0, value, "grid") for value, _ in self.axis.ticks]
        names = [
            tag("text", name, class_="soft", x=self.left - 7, y=self.y(value) + 4, text_anchor="end", font_size=size)
            for value, name in self.axis.ticks
        ]
        return [*lines, *names]

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
        """Return a line between two places and values."""
        return tag("line", class_=kind, x1=self.x(x1), x2=self.x(x2), y1=self.y(y1), y2=self.y(y2))

    def series(self, points: Sequence[Point], colour: str, aside: float, *, joined: bool = True) -> list[Markup]:
        """Return points with their whiskers, moved aside by some pixels, and the line through them."""
        known = [(self.x(point.x) + aside, point.figure) for point in points if point.figure.value is not None]
        bars = [mark for x, figure in known for mark in self._whisker(colour, x, figure)]
        dots = [tag("circle", fill=colour, cx=x, cy=self.y(figure.value or 0.0), r=RADIUS) for x, figure in known]
        path = " ".join(f"{x:.1f},{self.y(figure.value or 0.0):.1f}" for x, figure in known)
        line = [tag("polyline", class_="line", stroke=colour, points=path)] if joined and len(known) > 1 else []
        return [*bars, *line, *dots]

    def _whisker(self, colour: str, x: float, figure: Figure) -> list[Markup]:
        if figure.low is None or figure.high is None:
            return []
        low, high = self.y(figure.low), self.y(figure.high)
        ends = [tag("line", class_="bar", stroke=colour, x1=x - RADIUS, x2=x + RADIUS, y1=end, y2=end) for end in (low, high)]
        return [tag("line", class_="bar", stroke=colour, x1=x, x2=x, y1=low, y2=high), *ends]


def frame(title: str, wide: int, high: int, *marks: Markup) -> Markup:
    """Return a drawing that stands alone: its size, its style and what is in it."""
    return tag(
        "svg",
        tag("style", Markup(STYLE)),  # noqa: S704 (our own constant)
        *marks,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        role="img",
        aria_label=title,
    )


def key(names: Sequence[str], at: Sequence[tuple[int, int]]) -> list[Markup]:
    """Return a square in each name's colour, and the name beside it, at places in pixels."""
    return [
        tag("g", tag("rect", fill=colour(number), x=x, y=y - 9, width=9, height=9), tag("text", name, x=x + 14, y=y))
        for number, (name, (x, y)) in enumerate(zip(names, at, strict=True))
    ]


def colour(number: int) -> str:
    """Return the colour of a series."""
    return COLOURS[number % len(COLOURS)]


def aside(number: int, of: int, apart: int) -> float:
    """
    Return how far to move one of several series aside, so that their points do not hide each other.

    >>> [aside(number, 3, 5) for number in range(3)]
    [-5.0, 0.0, 5.0]
    """
    return (number - (of - 1) / 2) * apart
