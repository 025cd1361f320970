"""The figures of a run as tables: for the terminal and as Markdown, with the same cells."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.table import Table as RichTable

from hydrascope.lab.benchmark.by_dial import TIMES
from hydrascope.lab.benchmark.conformal import ALPHAS
from hydrascope.lab.benchmark.intervals import NOTHING, Figure
from hydrascope.lab.benchmark.plan import OURS
from hydrascope.lab.benchmark.rows import Row
from hydrascope.lab.benchmark.summary import Summary

TEXTS = 3  # first columns of a table that hold names


class Column(NamedTuple):
    """A figure's name, the heading it stands under, and how it is written."""

    figure: str
    heading: str
    written: Callable[[float], str]


class Table(NamedTuple):
    """A titled table of texts."""

    title: str
    headings: list[str]
    rows: list[list[str]]


def percent(value: float) -> str:
    """
    Return a share as a percentage.

    >>> percent(0.9876)
    '98.8%'
    """
    return f"{100 * value:.1f}%"


def number(value: float) -> str:
    """
    Return a number with as many digits as a reader needs.

    >>> number(12345.6), number(3.14159)
    ('12,346', '3.1')
    """
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}"


def share(value: float) -> str:
    """
    Return a number with two digits.

    >>> share(0.9876)
    '0.99'
    """
    return f"{value:.2f}"


def million(value: float) -> str:
    """
    Return a rate as so many in a million.

    >>> million(2.5e-5)
    '25.0'
    """
    return f"{1e6 * value:.1f}"


RECALL = (
    Column("found", "found", percent),
    Column("recall", "account recall", percent),
    Column("together", "in one group", percent),
    Column("purity", "B-cubed precision", percent),
)
DIALS = (
    Column("recall", "account recall", percent),
    Column("purity", "B-cubed precision", percent),
    Column("found", "found", percent),
    *(Column(f"{TIMES}{name}", f"{name}, times", share) for name in ("accounts", "cards", "addresses", "days")),
    Column(f"{TIMES}sent per harvested", "requests an answer, times", share),
)
ALARM = (
    Column("alarmed", "alarmed", percent),
    Column("alarm hours", "hours", number),
    Column("alarm exchanges", "exchanges", number),
    Column("alarm share", "of its exchanges", percent),
    Column("alarm value", "of their value", percent),
)
SAID = (
    Column("exchange precision", "exchange precision", percent),
    Column("exchange recall", "recall", percent),
    Column("purposes F1", "purposes F1", share),
    Column("intents F1", "intents F1", share),
    Column("capabilities F1", "capabilities F1", share),
    Column("pivots", "pivots found", percent),
    Column("pivot hours", "hours off", number),
)
SPENT = (
    Column("sent per answer", "requests an answer", share),
    Column("answers per head", "answers a head", number),
    Column("cards per 100 heads", "cards, 100 heads", number),
    Column("networks per 100 heads", "networks, 100 heads", number),
    Column("recall", "account recall", percent),
)
HONEST = (
    Column("accounts", "accounts", number),
    Column("confirmed", "confirmed", million),
    Column("suspected", "suspected", million),
    Column("accused", "accused", million),
    Column("watched", "watched", million),
)
FIT = (
    Column("B-cubed precision", "B-cubed precision", percent),
    Column("B-cubed recall", "recall", percent),
    Column("weighted purity", "weighted purity", percent),
    Column("largest false merge", "largest false merge", number),
    Column("split", "split", number),
    Column("merged", "merged", number),
    Column("precision at 20", "precision at 20", percent),
    Column("precision at 100", "at 100", percent),
)
ABLATED = (
    Column("campaigns found", "campaigns found a world", number),
    Column("recall", "account recall", percent),
    Column("together", "in one group", percent),
    Column("honest accused", "honest accused a world", number),
    Column("watched", "watched a world", number),
)
COST = (
    Column("honest accused", "honest accused", number),
    Column("confirmed groups of honest", "confirmed groups", number),
    Column("suspected groups of honest", "suspected groups", number),
    Column("seconds", "seconds", number),
    Column("exchanges/s", "exchanges/s", number),
    Column("peak MiB", "peak MiB", number),
)


def cell(figure: Figure | None, written: Callable[[float], str]) -> str:
    """
    Return a figure with its interval.

    >>> cell(Figure(0.5, 0.25, 0.75), percent), cell(None, percent)
    ('50.0% [25.0, 75.0]', '-')
    """
    if figure is None or figure.value is None:
        return "-"
    if figure.low is None or figure.high is None:
        return written(figure.value)
    return f"{written(figure.value)} [{written(figure.low).rstrip('%')}, {written(figure.high).rstrip('%')}]"


def tables(summary: Summary) -> list[Table]:
    """Return the tables of a run; those without rows are left out."""
    level, campaign, world = (
        ("level", "", "detector", "heads"),
        ("world", "campaign", "detector", "heads"),
        ("world", "", "detector", "seeds"),
    )
    alone = [row for row in summary.worlds if not row.detector.endswith(")")]
    found = [
        _table("Campaigns by evasion level", level, summary.levels, RECALL),
        _table("What each dial costs", ("dial", "value", "detector", "heads"), summary.dials, DIALS),
        _table("Campaigns", campaign, summary.campaigns, RECALL),
        _table(
            "First alarm, replayed by the hour: medians",
            ("level or world", "campaign", "detector", "heads"),
            [*summary.levels, *summary.campaigns],
            ALARM,
        ),
        _table("Attribution", ("level or world", "campaign", "detector", "heads"), [*summary.levels, *summary.campaigns], SAID),
        _table("What campaigns spent", campaign, [row for row in summary.campaigns if row.detector == OURS], SPENT),
        _table("Accused groups, and the first accounts of one scan's queue", world, summary.worlds, FIT),
        _table("Honest accounts, in a million account-days", ("worlds", "class", "detector", "account-days"), summary.honest, HONEST),
        _table("False accusations and cost, by world", world, alone, COST),
        _table("One channel silenced", ("", "channel", "detector", "heads"), summary.ablations, ABLATED),
        _reliability(summary),
        _conformal(summary),
        _channels(summary),
    ]
    return [table for table in found if table.rows]


def _reliability(summary: Summary) -> Table:
    rows = [[f"{one.low:g} to {one.high:g}", f"{one.accounts:,}", share(one.said), cell(one.heads, percent)] for one in summary.reliability]
    return Table("Reliability of the score", ["score", "accounts", "mean score", "share of heads"], rows)


def _conformal(summary: Summary) -> Table:
    rows = [
        [one.kind, f"{one.compared:,}", f"{one.held:,}", *(cell(one.shares.get(f"{alpha:g}"), percent) for alpha in ALPHAS)]
        for one in summary.conformal
    ]
    return Table("Conformal p-values of honest classes", ["class", "compared with", "held against", *(f"p <= {a:g}" for a in ALPHAS)], rows)


def _channels(summary: Summary) -> Table:
    rows = [
        [one.channel, one.family, one.side, cell(one.groups, percent), cell(one.heads, percent), cell(one.honest, percent)]
        for one in summary.channels
    ]
    return Table(
        "Channels that give more than a bit", ["channel", "family", "side", "groups of heads", "heads", "groups of the honest"], rows
    )


def _table(title: str, first: Sequence[str], rows: Iterable[Row], columns: Sequence[Column]) -> Table:
    told = [row for row in rows if any(row.figures.get(c.figure, NOTHING).value is not None for c in columns)]
    cells = [
        [row.scope, row.name, row.detector, f"{row.of:,}", *(cell(row.figures.get(c.figure), c.written) for c in columns)] for row in told
    ]
    return Table(title, [*first, *(column.heading for column in columns)], cells)


def rich(table: Table) -> RichTable:
    """Return a table for the terminal."""
    shown = RichTable(title=table.title, title_justify="left")
    for heading in table.headings:
        shown.add_column(heading, justify="left" if heading in table.headings[:TEXTS] else "right", overflow="fold")
    for row in table.rows:
        shown.add_row(*row)
    return shown


def markdown(table: Table) -> str:
    """
    Return a table as Markdown.

    >>> print(markdown(Table("T", ["a"], [["1"]])))
    ## T
    <BLANKLINE>
    | a |
    | --- |
    | 1 |
    """
    lines = [table.headings, ["---"] * len(table.headings), *table.rows]
    return "\n".join([f"## {table.title}", "", *("| " + " | ".join(line) + " |" for line in lines)])
