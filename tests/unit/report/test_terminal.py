"""The summary in the terminal."""

import io
from pathlib import Path

import msgspec
from rich.console import Console

from hydrascope.campaigns.model import ScanResult
from hydrascope.report import summary


def _printed(result: ScanResult, rejected_rows: int = 0, *, terminal: bool = False, width: int = 140) -> str:
    file = io.StringIO()
    summary(result, rejected_rows, Path("out"), Console(file=file, force_terminal=terminal, width=width, color_system=None))
    return file.getvalue()


def test_is_plain_lines_where_nobody_looks(result: ScanResult) -> None:
    """Through a pipe every campaign is one line of fields between tabs, without colours or wrapping."""
    lines = _printed(result).splitlines()

    assert lines[2].split("\t")[:6] == ["hc-7f3a91", "confirmed", "61.4", "60", f"{result.campaigns[0].exchanges:,}", "5 Jan 2026"]
    assert lines[3].startswith("hc-02bd44\twatch\t")
    assert "\x1b" not in _printed(result)


def test_is_a_table_on_a_terminal(result: ScanResult) -> None:
    """On a terminal the campaigns stand in columns with the strongest evidence."""
    text = _printed(result, terminal=True)

    assert "strongest evidence" in text
    assert "56 of 60 accounts paid" in text
    assert "\t" not in text


def test_counts_and_where_the_report_lies(result: ScanResult) -> None:
    """The first line says what was read and found, and a later one where the report is."""
    text = _printed(result)

    assert text.startswith(
        "Read 82,000 exchanges by 300 accounts, 5 Jan 2026 00:00 to 19 Jan 2026 00:00 UTC. 1 confirmed campaign. 1 entry is on watch, which is no accusation."
    )
    assert f"Report: {Path('out') / 'report.html'}" in text


def test_points_to_rejected_lines_only_where_there_are_some(result: ScanResult) -> None:
    """Rejected lines are counted with the place to look, and not mentioned without need."""
    assert "3 lines could not be read" in _printed(result, 3)
    assert "could not be read" not in _printed(result, 0)


def test_says_that_nothing_was_found(result: ScanResult) -> None:
    """A scan without campaigns says so and prints no empty table."""
    text = _printed(msgspec.structs.replace(result, campaigns=[]), terminal=True)

    assert "No campaign found." in text
    assert "strongest evidence" not in text


def test_text_of_customers_cannot_drive_the_terminal(result: ScanResult) -> None:
    """Escape sequences, markup and tabs in a finding are shown, not obeyed."""
    found = msgspec.structs.replace(result.campaigns[0].evidence[0], finding="\x1b[2Jgone\t[red]x[/red]\nnext")
    one = msgspec.structs.replace(result.campaigns[0], evidence=[found])
    hostile = msgspec.structs.replace(result, campaigns=[one])

    assert "⟨U+001B⟩[2Jgone [red]x[/red] next" in _printed(hostile)
    assert "[red]x[/red]" in _printed(hostile, terminal=True, width=200)
    assert "\x1b[2J" not in _printed(hostile, terminal=True)


def test_a_long_list_is_cut_on_a_terminal_only(result: ScanResult) -> None:
    """A terminal shows twenty campaigns and says how many more; a pipe gets them all."""
    many = [msgspec.structs.replace(result.campaigns[1], campaign_id=f"hc-{number:04d}") for number in range(25)]
    long = msgspec.structs.replace(result, campaigns=many)

    assert "5 more campaigns" in _printed(long, terminal=True)
    assert "hc-0024" in _printed(long)
