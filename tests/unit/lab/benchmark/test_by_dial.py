"""Figures by dial, their table and their plot."""

import xml.etree.ElementTree as ET

import pytest

from hydrascope.lab.benchmark.bench import write
from hydrascope.lab.benchmark.by_dial import dials, untouched
from hydrascope.lab.benchmark.outcome import Outcome, answers
from hydrascope.lab.benchmark.summary import summarise
from hydrascope.lab.benchmark.table import tables
from hydrascope.lab.worlds import evasion

FOUND = {"dial-none": 10, "dial-cover-0.5": 6, "dial-cover-0.95": 1, "published-0": 0}
TITLE = "What each dial costs"


@pytest.fixture
def finished(make_truth, make_said):
    """Two seeds of three dial worlds and of one without a dial, in each of which so many of ten heads are accused."""

    def outcome(world: str, seed: int) -> Outcome:
        heads = {f"a{i}": 0.9 for i in range(FOUND[world])}
        return Outcome(make_truth(world=world, seed=seed, a=10), {"hydrascope": make_said(heads, groups=dict.fromkeys(heads, "c1"))}, {})

    return [outcome(world, seed) for world in FOUND for seed in (1001, 1002)]


@pytest.fixture
def rows(finished):
    """The rows by dial and value."""
    return {(row.scope, row.name): row for row in dials([answer for one in finished for answer in answers(one)])}


def test_a_row_holds_what_was_found_at_its_value(rows) -> None:
    """Recall is pooled over the seeds, with its interval."""
    recall = {value: rows["cover", value].figures["recall"] for value in ("0", "0.5", "0.95")}

    assert {value: figure.value for value, figure in recall.items()} == {"0": 1.0, "0.5": 0.6, "0.95": 0.1}
    assert all(figure.low <= figure.value <= figure.high for figure in recall.values())
    assert (rows["cover", "0.5"].seeds, rows["cover", "0.5"].of) == (2, 20)


def test_a_row_holds_what_its_value_costs(rows) -> None:
    """Half of cover doubles what is sent, and no more cards are needed."""
    figures = rows["cover", "0.5"].figures

    assert figures["times sent per harvested"].value == 2.0
    assert figures["times cards"].value == 1.0


def test_values_at_which_nothing_is_turned_share_a_world(rows) -> None:
    """The open end of each dial is the campaign as published, and so is the line that others are compared with."""
    shared = {dial for (dial, _), row in rows.items() if row.figures["recall"].value == 1.0}

    assert {"cover", "clients", "rhythm", "mail"} < shared <= set(evasion.DIALS)
    assert untouched(list(rows.values()), "hydrascope").value == 1.0
    assert untouched(list(rows.values()), "rules") is None


def test_worlds_of_one_dial_count_for_nothing_but_dials(finished) -> None:
    """They repeat the same honest accounts, so classes, levels and campaigns are those of the other worlds."""
    summary = summarise("dials", "0", finished)

    assert {row.scope for row in summary.campaigns} == {"published-0"}
    assert {row.scope for row in summary.dialled} == set(FOUND) - {"published-0"}
    assert {row.of for row in summary.honest} == {2 * 4 * 5}
    assert {row.scope for row in summary.worlds} == set(FOUND)


def test_table_and_plot_are_there_where_a_dial_was_turned(finished, tmp_path) -> None:
    """A run with worlds of one dial has both, another has neither."""
    turned, plain = summarise("dials", "0", finished), summarise("quick", "0", finished[-2:])
    for name, summary in {"dials": turned, "quick": plain}.items():
        (tmp_path / name).mkdir()
        write(summary, tmp_path / name)
    table = next(table for table in tables(turned) if table.title == TITLE)
    drawn = ET.fromstring((tmp_path / "dials" / "cost_of_each_dial.svg").read_text())  # noqa: S314 (our own drawing)
    texts = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]

    hidden = next(row for row in table.rows if row[:2] == ["cover", "0.95"])

    assert (hidden[2:4], hidden[4][:5], hidden[-1]) == (["hydrascope", "20"], "10.0%", "20.00")
    assert {"cover", "0.95", "20x"} <= set(texts)
    assert TITLE not in {table.title for table in tables(plain)}
    assert not (tmp_path / "quick" / "cost_of_each_dial.svg").exists()
