"""Templates of a campaign with their slots marked."""

import re

from markupsafe import Markup

from hydrascope.report.svg import join, tag
from hydrascope.report.visible import shortened

_SLOT = re.compile(r"(\{slot[^{}]{0,40}\})")


def marked(text: str, *, length: int = 4000) -> Markup:
    """
    Return a template's text, escaped, with every `{slot}` as a mark; longer text is cut at `length` characters.

    >>> print(marked("Grade <b>{slot}</b>"))
    Grade &lt;b&gt;<mark>{slot}</mark>&lt;/b&gt;
    """
    parts = _SLOT.split(shortened(text, length))
    return join(*(tag("mark", part) if _SLOT.fullmatch(part) else part for part in parts))
