"""Elements of a chart as text: everything that is not markup already is escaped."""

from markupsafe import Markup, escape

from hydrascope.report.visible import visible

COLOURS = 10  # that the page's style has, f0 to f9

Value = str | int | float | None


def tag(name: str, *children: str, **attributes: Value) -> Markup:
    """
    Return an element with its attributes in the order given; those that are None are left out.

    A trailing underscore in an attribute's name is dropped, others become
    hyphens. Children and values are escaped unless they are `Markup`, and
    their hidden characters are shown.

    >>> print(tag("text", "a < b", class_="n", text_anchor="end", x=12.5, y=None))
    <text class="n" text-anchor="end" x="12.5">a &lt; b</text>
    """
    opened = "".join(f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    return Markup(f"<{name}{opened}>{join(*children)}</{name}>")  # noqa: S704


def join(*parts: str) -> Markup:
    """
    Return the parts one after the other, escaped unless they are `Markup`.

    >>> print(join("<", Markup("<b>"), "&"))
    &lt;<b>&amp;
    """
    return Markup("").join(part if isinstance(part, Markup) else escape(visible(part)) for part in parts)


def at(share: float) -> str:
    """
    Return a place along a side of the drawing, as a percentage: the charts stretch with the page, their text does not.

    >>> at(0.25), at(1 / 3)
    ('25%', '33.33%')
    """
    return f"{share * 100 + 0.0:.2f}".rstrip("0").rstrip(".") + "%"


def _attribute(key: str) -> str:
    return key.removesuffix("_").replace("_", "-") if key != "viewBox" else key


def _value(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(escape(visible(str(value))))
