"""Small charts side by side."""

import xml.etree.ElementTree as ET

from hydrascope.lab.benchmark.area import Point, Series
from hydrascope.lab.benchmark.intervals import NOTHING, Figure
from hydrascope.lab.benchmark.panels import ACROSS, HIGH, Panel, panels, place

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(count: int, *series: Series, level: float | None = None) -> ET.Element:
    shown = [Panel(f"p{at}", [("low", "1x"), ("high", "2x")], series, level) for at in range(count)]
    return ET.fromstring(str(panels("Title", "Note", shown)))  # noqa: S314 (our own drawing)


def test_panels_stand_in_rows() -> None:
    """One more than a row holds begins another."""
    one, two = (float(_drawn(count).get("height")) for count in (ACROSS, ACROSS + 1))

    assert two - one == HIGH


def test_a_point_has_its_whiskers_and_a_place_of_its_own() -> None:
    """Each known point is a dot with an interval of three strokes; what was not measured is not drawn."""
    series = Series("ours", [Point(place(0, 2), Figure(0.5, 0.25, 0.75)), Point(place(1, 2), NOTHING)])
    drawn = _drawn(1, series)

    assert len(list(drawn.iter(f"{SVG}circle"))) == 1
    assert sum(line.get("class") == "bar" for line in drawn.iter(f"{SVG}line")) == 3
    assert not list(drawn.iter(f"{SVG}polyline"))


def test_colours_are_explained_where_there_are_several() -> None:
    """One series needs no key, two have one each; a level is a line in each panel."""
    first, second = (Series(name, [Point(0.5, Figure(1.0, None, None))]) for name in ("ours", "theirs"))

    assert not list(_drawn(2, first).iter(f"{SVG}rect"))
    assert len(list(_drawn(2, first, second).iter(f"{SVG}rect"))) == 2
    assert sum(line.get("class") == "ideal" for line in _drawn(2, first, level=0.9).iter(f"{SVG}line")) == 2
