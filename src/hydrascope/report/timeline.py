"""A campaign in time: its exchanges by model, with releases, bans and phases."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import NamedTuple

from markupsafe import Markup

from hydrascope.campaigns.model import Campaign, Release
from hydrascope.report.axis import hours_per_bar, moments, ticks
from hydrascope.report.svg import at, tag
from hydrascope.report.words import clock, count, ranked, utc

_MODELS = 5
_OTHER = "other models"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Mark(NamedTuple):
    """A letter on the drawing and what it stands for."""

    letter: str
    says: str


class Timeline(NamedTuple):
    """The drawing, the models in the order of their colours, the width of a bar, and what the letters stand for."""

    drawing: Markup
    models: list[str]
    hours: int
    releases: list[Mark]
    bans: int


class _Frame(NamedTuple):
    start: datetime
    end: datetime
    hours: int
    top: float

    def x(self, moment: datetime) -> float:
        return (utc(moment) - self.start) / (self.end - self.start)

    def bar(self, moment: datetime) -> int:
        return int((utc(moment) - self.start).total_seconds() // (3600 * self.hours))

    def bars(self) -> int:
        return int((self.end - self.start).total_seconds() // (3600 * self.hours))


def timeline(one: Campaign, releases: list[Release]) -> Timeline | None:
    """
    Return the campaign's exchanges in time, stacked by model; None where it has no timeline.

    Bars are as narrow as 120 of them allow. The five most used models have
    their own colour. Releases within the campaign's time carry letters.
    """
    if not one.timeline:
        return None
    frame, sent, models = _stacks(one)
    inside = [
        each
        for each in sorted(releases, key=lambda each: (utc(each.released_at), each.model))
        if frame.start < utc(each.released_at) < frame.end
    ]
    marks = [Mark(letter, f"{clock(each.released_at)} UTC: {each.model} released") for letter, each in zip(_LETTERS, inside, strict=False)]
    bans = [head.banned_at for head in one.members if head.banned_at is not None and frame.start <= utc(head.banned_at) < frame.end]
    parts = [*_phases(one, frame), *_grid(frame), *_bars(sent, models, frame), *_bans(bans, frame)]
    parts += [part for each, mark in zip(inside, marks, strict=False) for part in _release(frame.x(each.released_at), mark)]
    says = f"Exchanges of the campaign in steps of {count(frame.hours, 'hour')}, at most {count(max(map(sum, _values(sent))))} in one."
    return Timeline(tag("svg", *parts, class_="plot timeline", role="img", aria_label=says), models, frame.hours, marks, len(bans))


def _values(sent: dict[int, Counter[str]]) -> list[list[int]]:
    return [list(bar.values()) for bar in sent.values()]


def _stacks(one: Campaign) -> tuple[_Frame, dict[int, Counter[str]], list[str]]:
    times = [utc(point.ts) for point in one.timeline]
    start, last = min(times), max(times)
    hours = hours_per_bar((last - start).total_seconds() / 3600 + 1)
    start = _whole(start, hours)
    bars = int((last - start).total_seconds() // (3600 * hours)) + 1
    frame = _Frame(start, start + timedelta(hours=hours * bars), hours, 0.0)
    total: Counter[str] = Counter()
    for point in one.timeline:
        total.update(point.models or {"exchanges": point.exchanges})
    models = [name for name, _ in ranked(total)[:_MODELS]]
    sent: dict[int, Counter[str]] = defaultdict(Counter)
    for point in one.timeline:
        for name, number in (point.models or {"exchanges": point.exchanges}).items():
            sent[frame.bar(point.ts)][name if name in models else _OTHER] += number
    top = ticks(0, max(map(sum, _values(sent))), most=4)[-1]
    return frame._replace(top=top), sent, [*models, _OTHER] if len(total) > _MODELS else models


def _whole(moment: datetime, hours: int) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(hours=moment.hour // hours * hours) if hours < 24 else midnight


def _bars(sent: dict[int, Counter[str]], models: list[str], frame: _Frame) -> list[Markup]:
    bars = []
    for place in sorted(sent):
        begins = frame.start + timedelta(hours=frame.hours * place)
        parts, height = [], 0.0
        for kind, name in enumerate(models):
            if number := sent[place][name]:
                height += number / frame.top
                parts.append(
                    tag(
                        "rect",
                        class_=f"f{kind}",
                        x=at(place / frame.bars()),
                        width=at(1 / frame.bars()),
                        y=at(1 - height),
                        height=at(number / frame.top),
                    )
                )
        says = [
            f"{clock(begins)} UTC: {count(sum(sent[place].values()), 'exchange')}",
            *(f"{name} {number:,}" for name, number in ranked(sent[place])),
        ]
        bars.append(tag("g", tag("title", "\n".join(says)), *parts, class_="sent"))
    return bars


def _phases(one: Campaign, frame: _Frame) -> list[Markup]:
    parts = []
    for number, phase in enumerate(sorted(one.phases, key=lambda each: utc(each.from_ts)), start=1):
        left, right = (min(max(frame.x(moment), 0.0), 1.0) for moment in (phase.from_ts, phase.to_ts))
        parts.append(tag("rect", class_="phase odd" if number % 2 else "phase", x=at(left), width=at(right - left), y="0", height="100%"))
        parts.append(tag("text", f"phase {number}", class_="tick", x=at((left + right) / 2), y="-8", text_anchor="middle"))
    return parts if len(one.phases) > 1 else []


def _grid(frame: _Frame) -> list[Markup]:
    parts = []
    for tick in ticks(0, frame.top, most=4):
        y = at(1 - tick / frame.top)
        parts.append(tag("line", class_="grid", x1="0", x2="100%", y1=y, y2=y))
        parts.append(tag("text", f"{tick:,.0f}", class_="tick", x="0", dx="-8", y=y, dy="4", text_anchor="end"))
    for moment, name in moments(frame.start, frame.end):
        parts.append(tag("line", class_="notch", x1=at(frame.x(moment)), x2=at(frame.x(moment)), y1="100%", y2="102%"))
        parts.append(tag("text", name, class_="tick", x=at(frame.x(moment)), y="100%", dy="30", text_anchor="middle"))
    return parts


def _bans(bans: list[datetime], frame: _Frame) -> list[Markup]:
    parts = []
    for place, number in sorted(Counter(frame.bar(moment) for moment in bans).items()):
        begins = frame.start + timedelta(hours=frame.hours * place)
        title = tag("title", f"{clock(begins)} UTC: {count(number, 'account')} banned")
        cross = tag("path", title, class_="ban", d="M-3.5 5l7 7m0-7l-7 7")
        parts.append(tag("svg", cross, class_="spot", x=at((place + 0.5) / frame.bars()), y="100%"))
    return parts


def _release(x: float, mark: Mark) -> list[Markup]:
    line = tag("line", tag("title", mark.says), class_="release", x1=at(x), x2=at(x), y1="0", y2="100%")
    flag = tag("g", tag("circle", class_="flag", r="9"), tag("text", mark.letter, class_="letter", y="4", text_anchor="middle"))
    return [line, tag("svg", tag("title", mark.says), flag, class_="spot", x=at(x), y="4")]
