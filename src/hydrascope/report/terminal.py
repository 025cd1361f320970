"""The results of a scan in a terminal: a page at most, plain where nobody looks at colours."""

from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hydrascope.campaigns.model import Campaign, ScanResult
from hydrascope.report.record import most_severe_first, strongest_first
from hydrascope.report.sentences import headline, purpose, watched
from hydrascope.report.visible import shortened, visible
from hydrascope.report.words import clock, count, day, total

_STYLES = {"confirmed": "bold red", "suspected": "yellow", "watch": "blue", "clear": "dim"}
_COLUMNS = ("campaign", "verdict", "bits", "accounts", "exchanges", "since", "what for", "strongest evidence")
_NUMBERS = ("bits", "accounts", "exchanges")
_SHOWN = 20


def summary(result: ScanResult, rejected_rows: int, out: Path, console: Console) -> None:
    """
    Print what a scan concluded to `console`: counts, the campaigns, where the report lies, and what to look at next.

    `rejected_rows` is the number of input lines that could not be read. On a
    terminal the campaigns are a table; elsewhere each is one line with its
    fields separated by tabs, without colours, for `grep` and `cut`. Text of
    customers is shown with its control characters spelled out.
    """
    _line(console, _counts(result))
    campaigns = most_severe_first(result.campaigns)
    if campaigns and console.is_terminal:
        console.print(_table(campaigns[:_SHOWN]))
    elif campaigns:
        for fields in (_COLUMNS, *(_fields(one) for one in campaigns)):
            _line(console, "\t".join(fields))
    for hint in _hints(result, rejected_rows, out, left_off=console.is_terminal and len(campaigns) > _SHOWN):
        _line(console, hint)


def _line(console: Console, text: str) -> None:
    if console.is_terminal:
        console.print(Text(text), highlight=False)
    else:
        # Rich would expand tabs and wrap at 80 columns where there is no terminal.
        console.file.write(text + "\n")


def _counts(result: ScanResult) -> str:
    scanned = result.scanned
    read = f"Read {count(scanned.exchanges, 'exchange')} by {count(scanned.accounts, 'account')}"
    read += f", {clock(scanned.first_ts)} to {clock(scanned.last_ts)} UTC."
    return " ".join(part for part in (read, f"{headline(result.campaigns)}.", watched(result.campaigns)) if part)


def _table(campaigns: list[Campaign]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in _COLUMNS:
        wide = name == "strongest evidence"
        table.add_column(name, justify="right" if name in _NUMBERS else "left", overflow="fold", min_width=24 if wide else None)
    for one in campaigns:
        cells = [Text(field) for field in _fields(one)]
        cells[1].stylize(_STYLES[one.verdict])
        table.add_row(*cells)
    return table


def _fields(one: Campaign) -> tuple[str, ...]:
    return (
        _one_line(one.campaign_id),
        one.verdict,
        total(one.bits),
        count(len(one.accounts)),
        count(one.exchanges),
        day(one.first_ts),
        _one_line(purpose(one)),
        _strongest(one),
    )


def _strongest(one: Campaign) -> str:
    found = strongest_first(one.evidence)
    return shortened(_one_line(found[0].finding), 140) if found else "none"


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _hints(result: ScanResult, rejected_rows: int, out: Path, *, left_off: bool) -> list[str]:
    hints = [f"Report: {visible(str(out / 'report.html'))}"]
    if result.judged:
        hints.append(
            f"Campaigns are judged as of {clock(result.judged)} UTC; what came later was read for what these did and who came to them."
        )
    if left_off:
        hints.append(f"{count(len(result.campaigns) - _SHOWN)} more campaigns: see campaigns.json.")
    if rejected_rows:
        hints.append(
            f"{count(rejected_rows, 'line')} could not be read: see {visible(str(out / 'rejected.jsonl'))} for file, line and reason."
        )
    if result.scanned.duplicates:
        hints.append(f"{count(result.scanned.duplicates, 'exchange')} came more than once and counted once.")
    return hints
