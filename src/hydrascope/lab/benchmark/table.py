"""The figures of a run as tables: for the terminal and as Markdown, with the same cells."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.table import Table as RichTable

from hydrascope.lab.benchmark.intervals import Figure
from hydrascope.lab.benchmark.summary import Row, Summary


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
HONEST = (
    Column("accounts", "accounts", number),
    Column("confirmed", "confirmed", million),
    Column("suspected", "suspected", million),
    Column("accused", "accused", million),
    Column("watched", "watched", million),
)
WORLD = (
    Column("honest accused", "honest accused", number),
    Column("false groups", "false groups", number),
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
    """Return the tables of a run."""
    found = [
        _table("Campaigns by evasion level", ("level", "campaigns", "detector", "heads"), summary.levels, RECALL),
        _table("Campaigns", ("world", "campaign", "detector", "heads"), summary.campaigns, RECALL),
        _table("Honest accounts, in a million account-days", ("worlds", "class", "detector", "account-days"), summary.honest, HONEST),
        _table("Worlds", ("world", "", "detector", "seeds"), summary.worlds, WORLD),
    ]
    return [table for table in found if table.rows]


def _table(title: str, first: Sequence[str], rows: Iterable[Row], columns: Sequence[Column]) -> Table:
    cells = [
        [row.scope, row.name, row.detector, f"{row.of:,}", *(cell(row.figures.get(c.figure), c.written) for c in columns)] for row in rows
    ]
    return Table(title, [*first, *(column.heading for column in columns)], cells)


def rich(table: Table) -> RichTable:
    """Return a table for the terminal."""
    shown = RichTable(title=table.title, title_justify="left")
    for heading in table.headings:
        shown.add_column(heading, justify="left" if heading in table.headings[:3] else "right", overflow="fold")
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
