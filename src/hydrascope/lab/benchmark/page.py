"""`benchmark.html`: the tables and plots of a run in one file that asks nothing of the network."""

from collections.abc import Mapping

from markupsafe import Markup

from hydrascope.lab.benchmark.summary import Summary
from hydrascope.lab.benchmark.table import TEXTS, Table, tables
from hydrascope.report.svg import join, tag

_STYLE = """
body { margin: 0 auto; max-width: 1240px; padding: 24px; background: #f5f5f2; color: #1b1f24; font: 15px/1.5 system-ui, sans-serif; }
figure { margin: 16px 0; } svg { max-width: 100%; height: auto; border: 1px solid #dcdcd6; border-radius: 8px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; background: #fff; font-variant-numeric: tabular-nums; font-size: 13px; }
th, td { padding: 4px 10px; border: 1px solid #dcdcd6; text-align: left; white-space: nowrap; } .n { text-align: right; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_NOTE = (
    "Figures come with intervals of 95 % in brackets. Baselines marked (matched) have the threshold at which they accuse as many honest accounts as "
    "hydrascope did in the same world, or one; it is chosen with the truth in hand, which flatters them."
)


def page(summary: Summary, plots: Mapping[str, Markup]) -> str:
    """Return the page."""
    title = f"Benchmark: {summary.profile}"
    seeds = f"hydrascope {summary.version}, seeds {', '.join(map(str, summary.seeds))}."
    head = tag(
        "head",
        _void("meta", 'charset="utf-8"'),
        _void("meta", f'http-equiv="Content-Security-Policy" content="{_POLICY}"'),
        tag("title", title),
        tag("style", _raw(_STYLE)),
    )
    figures = [tag("figure", plot) for plot in plots.values()]
    body = tag("body", tag("h1", title), tag("p", seeds), tag("p", _NOTE), *figures, *map(_table, tables(summary)))
    return "<!doctype html>\n" + str(tag("html", head, body, lang="en")) + "\n"


def _raw(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (our own constants)


def _void(name: str, attributes: str) -> Markup:
    return _raw(f"<{name} {attributes}>")


def _table(table: Table) -> Markup:
    heads = tag("tr", *(tag("th", heading, scope="col") for heading in table.headings))
    rows = [tag("tr", *(tag("td", text, class_="n" if at >= TEXTS else None) for at, text in enumerate(row))) for row in table.rows]
    shown = tag("table", tag("thead", heads), tag("tbody", *rows))
    return join(tag("h2", table.title), tag("div", shown, class_="scroll"))
