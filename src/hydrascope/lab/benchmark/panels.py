"""Small charts side by side, with one upward axis of shares, as one SVG that stands alone."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from hydrascope.lab.benchmark.area import PERCENT, Area, Series, aside, colour, frame, key
from hydrascope.report.svg import tag

ACROSS = 3  # panels in a row
WIDE, HIGH = 300, 190  # of one panel
LEFT, RIGHT, TOP, BOTTOM = 46, 10, 34, 44
HEAD, FOOT = 52, 12  # of the whole
SMALL = 10  # size of letters


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
    places = [(LEFT + 190 * (at % 4), HEAD + 2 + 14 * (at // 4)) for at in range(len(names))]
    return frame(
        title,
        ACROSS * WIDE,
        HEAD + -(-len(shown) // ACROSS) * HIGH + FOOT,
        tag("text", title, class_="title", x=LEFT, y=18),
        tag("text", note, class_="soft", x=LEFT, y=36),
        *(key(names, places) if len(names) > 1 else []),
        *(_panel(panel, names, at % ACROSS * WIDE, HEAD + at // ACROSS * HIGH) for at, panel in enumerate(shown)),
    )


def _panel(panel: Panel, names: Sequence[str], left: int, top: int) -> Markup:
    area = Area(WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM, PERCENT)
    marks = [
        tag("g", *area.series(one.points, colour(number), aside(number, len(panel.series), 3)))
        for one in panel.series
        for number in [names.index(one.name)]
    ]
    return tag(
        "g",
        tag("text", panel.title, x=LEFT, y=TOP - 10, font_weight="600"),
        *area.grid(SMALL),
        *_names(panel.places, area),
        *([area.line(0.0, panel.level, 1.0, panel.level, "ideal")] if panel.level is not None else []),
        *marks,
        transform=f"translate({left} {top})",
    )


def _names(places: Sequence[tuple[str, str]], area: Area) -> list[Markup]:
    """Return two texts under each place."""
    return [
        tag("text", text, class_=kind, x=area.x(place(at, len(places))), y=area.floor + down, text_anchor="middle", font_size=SMALL)
        for at, both in enumerate(places)
        for text, kind, down in zip(both, (None, "soft"), (15, 28), strict=True)
    ]


def place(at: int, of: int) -> float:
    """
    Return where one of several places stands along the axis, from 0 to 1.

    >>> place(0, 2)
    0.25
    """
    return (at + 0.5) / of
