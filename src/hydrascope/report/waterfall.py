"""How the bits of a campaign add up: one bar a finding, for to the right, against to the left."""

from typing import NamedTuple

from markupsafe import Markup

from hydrascope.campaigns.model import Campaign, Finding
from hydrascope.report.axis import ticks
from hydrascope.report.record import strongest_first
from hydrascope.report.svg import COLOURS, at, tag
from hydrascope.report.words import bits, total

_LIMITS = "Weights are limited by channel and by family, so that no single kind of evidence decides alone: this much is not counted."
_BONUS = "What the findings are worth together beyond their single weights."


class Bar(NamedTuple):
    """One finding of the waterfall with its drawing, which begins where the bars before it end."""

    finding: Finding
    start: float
    end: float
    drawing: Markup


class Waterfall(NamedTuple):
    """The bars of a campaign by question, and the axis above them."""

    coordination: list[Bar]
    harvest: list[Bar]
    explanations: list[Bar]
    limits: list[Bar]
    axis: Markup
    end: Markup


class _Scale(NamedTuple):
    low: float
    high: float

    def place(self, weight: float) -> float:
        return (weight - self.low) / (self.high - self.low)


def waterfall(one: Campaign, families: list[str]) -> Waterfall:
    """
    Return the bars of a campaign's findings: what speaks for coordination, for harvest, and for an innocent reading.

    `families` gives each family its colour by its place. Where the findings
    do not sum to the campaign's bits, because weights are limited, a last
    bar shows the difference.
    """
    found = [*one.evidence, *one.explanations]
    groups = [strongest_first([each for each in found if _side(each) == side]) for side in ("coordination", "harvest", "explanation")]
    rest = round(one.bits - sum(each.bits for each in found), 2)
    groups.append([Finding("limits", "limits", "limits", rest, _LIMITS if rest < 0 else _BONUS)] if abs(rest) >= 0.05 else [])
    steps = _steps([each for group in groups for each in group])
    scale = _scale([step for pair in steps for step in pair])
    bars = iter([Bar(each, *step, _drawing(each, *step, scale, families)) for each, step in zip(_flat(groups), steps, strict=True)])
    whole = Finding("total", "total", "total", one.bits, "")
    coordination, harvest, explanations, limits = ([next(bars) for _ in group] for group in groups)
    return Waterfall(coordination, harvest, explanations, limits, _axis(scale), _drawing(whole, 0.0, one.bits, scale, families))


def _flat(groups: list[list[Finding]]) -> list[Finding]:
    return [each for group in groups for each in group]


def _side(found: Finding) -> str:
    return found.side if found.side in ("harvest", "explanation") else "coordination"


def _steps(found: list[Finding]) -> list[tuple[float, float]]:
    steps, reached = [], 0.0
    for each in found:
        steps.append((reached, reached + each.bits))
        reached += each.bits
    return steps


def _scale(ends: list[float]) -> _Scale:
    marks = ticks(min(0.0, *ends, 0.0), max(1.0, *ends, 1.0), most=5)
    return _Scale(marks[0], marks[-1])


def _axis(scale: _Scale) -> Markup:
    marks = ticks(scale.low, scale.high, most=5)
    anchors = ["start" if mark == scale.low else "end" if mark == scale.high else "middle" for mark in marks]
    texts = [
        tag("text", f"{mark:g}", class_="tick", x=at(scale.place(mark)), y="12", text_anchor=anchor)
        for mark, anchor in zip(marks, anchors, strict=True)
    ]
    return tag("svg", *texts, class_="bar axis", aria_hidden="true")


def _drawing(found: Finding, start: float, end: float, scale: _Scale, families: list[str]) -> Markup:
    left, right = sorted((scale.place(start), scale.place(end)))
    lines = [tag("line", class_="zero" if mark == 0 else "grid", x1=at(x), x2=at(x), y1="0", y2="100%") for mark, x in _grid(scale)]
    bar = tag("rect", class_=_colour(found, families), x=at(left), width=at(right - left), y="22%", height="56%", rx="2")
    point = tag("line", class_="level", x1=at(scale.place(end)), x2=at(scale.place(end)), y1="12%", y2="100%")
    x, dx, anchor, kind = _beside(left, right)
    says = bits(found.bits) if found.side != "total" else total(found.bits)
    number = tag("text", says, class_=kind, x=at(x), dx=dx, y="50%", dy="4.5", text_anchor=anchor)
    return tag("svg", *lines, bar, point, number, class_="bar", aria_hidden="true")


def _beside(left: float, right: float) -> tuple[float, str, str, str]:
    """Where a bar's number stands: to its right, or to its left, or within it where it fills the drawing."""
    if right < 0.82:
        return right, "7", "start", "bits"
    if left > 0.18:
        return left, "-7", "end", "bits"
    return right, "-7", "end", "bits inside"


def _grid(scale: _Scale) -> list[tuple[float, float]]:
    return [(mark, scale.place(mark)) for mark in ticks(scale.low, scale.high, most=5)]


def _colour(found: Finding, families: list[str]) -> str:
    if found.side in ("explanation", "limits", "total"):
        return found.side
    return f"f{families.index(found.family) % COLOURS}"
