"""A chart of points with intervals."""

import xml.etree.ElementTree as ET

from hydrascope.lab.benchmark.area import COLOURS, PERCENT, Area, Axis, Point, Series
from hydrascope.lab.benchmark.chart import BESIDE, chart
from hydrascope.lab.benchmark.intervals import NOTHING, Figure

SVG = "{http://www.w3.org/2000/svg}"
AREA = Area(120, 100, 10, 10, 20, 30, Axis(1.0, 3.0, [(1.0, "one"), (3.0, "three")], "times"))


def _drawn(*series: Series, places: int = 2, **how: bool) -> ET.Element:
    across = [(at / places, f"place {at}") for at in range(places)]
    return ET.fromstring(str(chart("Title", across, PERCENT, series, **how)))  # noqa: S314 (our own drawing)


def test_places_and_values_lie_within_the_margins() -> None:
    """The axes run from margin to margin, upward from the floor; a value beyond the axis lies at its end."""
    assert (AREA.x(0.0), AREA.x(1.0)) == (10, 110)
    assert (AREA.y(1.0), AREA.y(2.0), AREA.y(3.0), AREA.y(9.0)) == (70, 45, 20, 20)


def test_a_line_joins_the_known_points_alone() -> None:
    """What was not measured is no point of the line; unjoined points have none."""
    series = Series("ours", [Point(0.0, Figure(0.5, None, None)), Point(0.5, NOTHING), Point(1.0, Figure(1.0, None, None))])
    (line,) = _drawn(series).iter(f"{SVG}polyline")

    assert len((line.get("points") or "").split()) == 2
    assert not list(_drawn(series, joined=False).iter(f"{SVG}polyline"))


def test_each_series_has_a_colour_and_a_key() -> None:
    """More series than colours begin with the first colour again."""
    several = [Series(f"s{at}", [Point(0.5, Figure(0.5, 0.4, 0.6))]) for at in range(len(COLOURS) + 1)]
    fills = [dot.get("fill") for dot in _drawn(*several).iter(f"{SVG}circle")]

    assert fills == [*COLOURS, COLOURS[0]]
    assert [square.get("fill") for square in _drawn(*several).iter(f"{SVG}rect")] == fills


def test_many_names_are_turned() -> None:
    """Names that do not fit side by side are turned; a few are not."""
    turned = [sum("rotate" in (text.get("transform") or "") for text in _drawn(places=n).iter(f"{SVG}text")) for n in (BESIDE, BESIDE + 1)]

    assert turned == [0, BESIDE + 1]


def test_the_diagonal_is_drawn_where_it_is_asked_for() -> None:
    """A line on which both axes agree."""
    assert sum(line.get("class") == "ideal" for line in _drawn(diagonal=True).iter(f"{SVG}line")) == 1
