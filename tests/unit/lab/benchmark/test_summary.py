"""From answers to tables, plots and a page."""

import re
import xml.etree.ElementTree as ET

import msgspec
import pytest

from hydrascope.lab.benchmark.bench import write
from hydrascope.lab.benchmark.outcome import Outcome
from hydrascope.lab.benchmark.records import Alarm, Alarms, Attribution
from hydrascope.lab.benchmark.summary import Summary, summarise
from hydrascope.lab.benchmark.table import tables


@pytest.fixture
def summary(make_truth, make_said):
    """Two seeds at level 3, in which ours finds everything and a rule half of it; and a town."""
    finished = []
    for seed in (1001, 1002):
        truth = make_truth(honest=20, world="published-3", seed=seed, a=10)
        truth = msgspec.structs.replace(
            truth, campaigns={"a": msgspec.structs.replace(truth.campaigns["a"], level=3, intents=["data_generation"])}
        )
        heads = {f"a{i}": 0.99 for i in range(10)}
        ours = make_said(
            heads,
            groups=dict.fromkeys(heads, "c1"),
            attribution=Attribution(exchanges={"a": 90}, right={"a": 80}, purposes={"a": ["data_generation"]}),
        )
        rule = make_said({f"a{i}": 2.0 for i in range(5)} | {"h0": 3.0, "h1": 1.0})
        alarm = Alarms(campaigns={"a": Alarm(raised=True, hours=5.0, exchanges=20, value=0.5, looks=5)})
        finished.append(Outcome(truth, {"hydrascope": ours, "rules": rule}, {"hydrascope": alarm}))
    town = make_truth(honest=30, world="town", seed=1001)
    finished.append(Outcome(town, {"hydrascope": make_said({}, watched=["h1"])}, {}))
    return summarise("quick", "0", finished)


def _row(rows, detector):
    return next(row for row in rows if row.detector == detector)


def test_detectors_stand_side_by_side_at_the_same_false_accusations(summary) -> None:
    """Ours, the rule at its own threshold, and the rule when one honest account may pass."""
    assert [row.detector for row in summary.levels] == ["hydrascope", "rules", "rules (matched)"]
    assert _row(summary.levels, "hydrascope").figures["recall"].value == 1.0
    assert _row(summary.levels, "rules (matched)").figures["recall"].value == 0.5
    assert _row(summary.worlds, "rules").figures["honest accused"].value == 2.0
    assert _row(summary.worlds, "rules (matched)").figures["honest accused"].value == 1.0


def test_alarm_and_attribution_are_told_where_they_were_measured(summary) -> None:
    """Medians of the alarm, precision and recall of exchanges, purposes: for ours; nothing for the rule."""
    ours, rule = _row(summary.campaigns, "hydrascope").figures, _row(summary.campaigns, "rules").figures

    assert (ours["alarm hours"].value, ours["alarm share"].value, ours["alarm value"].value) == (5.0, 0.2, 0.5)
    assert (ours["exchange precision"].value, ours["exchange recall"].value, ours["purposes F1"].value) == (80 / 90, 0.8, 1.0)
    assert "alarm hours" not in rule
    assert "exchange recall" not in rule


def test_honest_worlds_are_counted_apart(summary) -> None:
    """Accounts of worlds without a campaign have rows of their own, by class and in all."""
    rows = {(row.scope, row.name, row.detector): row for row in summary.honest}
    alone = rows["honest alone", "hobby", "hydrascope"]

    assert (alone.of, alone.figures["accused"].value, alone.figures["watched"].value) == (150, 0.0, 1 / 150)
    assert rows["with campaigns", "all", "hydrascope"].of == 200


def test_everything_is_written(summary, tmp_path) -> None:
    """JSON reads back as it was, Markdown has every table, plots are well-formed, the page asks nothing of the network."""
    write(summary, tmp_path)

    assert msgspec.json.decode((tmp_path / "benchmark.json").read_bytes(), type=Summary) == summary
    text = (tmp_path / "benchmark.md").read_text()
    assert all(f"## {table.title}" in text for table in tables(summary))
    drawn = sorted(path.stem for path in tmp_path.glob("*.svg"))
    assert drawn == ["false_positives", "first_alarm", "recall_by_level", "reliability"]
    for path in tmp_path.glob("*.svg"):
        assert ET.fromstring(path.read_text()).tag.endswith("svg")  # noqa: S314 (our own drawing)
    page = (tmp_path / "benchmark.html").read_text()
    assert page.count("<svg") == len(drawn)
    assert not re.search(r"<script|<link|src=|@import", page)


def test_a_run_without_results_has_empty_tables(tmp_path) -> None:
    """Nothing finished: no table, no plot, and files all the same."""
    write(summarise("quick", "0", []), tmp_path)

    assert not list(tmp_path.glob("*.svg"))
    assert (tmp_path / "benchmark.html").is_file()
