"""A chart of points with intervals, as one SVG that stands alone."""

from collections.abc import Sequence

from markupsafe import Markup

from hydrascope.lab.benchmark.area import Area, Axis, Series, aside, colour, frame, key
from hydrascope.report.svg import tag

WIDE, HIGH = 760, 390
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 48, 100
BESIDE = 8  # as many names fit side by side


def chart(
    title: str, across: Sequence[tuple[float, str]], axis: Axis, series: Sequence[Series], *, joined: bool = True, diagonal: bool = False
) -> Markup:
    """
    Return a chart: `across` names places along the horizontal axis, from 0 to 1.

    `joined` draws a line through the points of a series; `diagonal` the line on which both axes agree.
    """
    area = Area(WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM, axis)
    marks = [
        tag("g", *area.series(one.points, colour(number), aside(number, len(series), 5), joined=joined))
        for number, one in enumerate(series)
    ]
    return frame(
        title,
        WIDE,
        HIGH,
        tag("text", title, class_="title", x=LEFT, y=18),
        tag("text", axis.title, class_="soft", x=LEFT, y=TOP - 10),
        *area.grid(12),
        *_names(across, area),
        *([area.line(0.0, axis.low, 1.0, axis.high, "ideal")] if diagonal else []),
        *marks,
        *key([one.name for one in series], [(WIDE - RIGHT + 16, TOP + 14 + 18 * number) for number in range(len(series))]),
    )


def _names(across: Sequence[tuple[float, str]], area: Area) -> list[Markup]:
    """Return the names below the axis, turned where there are too many of them."""
    turned = len(across) > BESIDE
    return [
        tag(
            "text",
            name,
            class_="soft",
            x=area.x(place),
            y=area.floor + 18,
            text_anchor="end" if turned else "middle",
            transform=f"rotate(-30 {area.x(place):.1f} {area.floor + 18})" if turned else None,
        )
        for place, name in across
    ]
