"""What the tables show of the figures."""

from hydrascope.lab.benchmark.intervals import Figure, clopper_pearson
from hydrascope.lab.benchmark.rows import Row
from hydrascope.lab.benchmark.summary import summarise
from hydrascope.lab.benchmark.table import tables


def _row(scope, name, of=10, **figures) -> Row:
    return Row(scope=scope, name=name, detector="hydrascope", seeds=2, of=of, figures={n.replace("_", " "): f for n, f in figures.items()})


def _shown(title, **rows):
    empty = summarise("quick", "0", [])
    return next(table for table in tables(type(empty)(**(_fields(empty) | rows))) if table.title.startswith(title))


def _fields(summary):
    return {name: getattr(summary, name) for name in summary.__struct_fields__}


def test_attribution_begins_with_the_levels() -> None:
    """Pooled figures by level stand above those of single campaigns; rows without any figure are left out."""
    said = {"intents_F1": Figure(0.5, 0.25, 0.75)}
    shown = _shown(
        "Attribution", levels=[_row("level 3", "all", **said), _row("level 4", "all")], campaigns=[_row("published-3", "a", **said)]
    )

    assert [row[:2] for row in shown.rows] == [["level 3", "all"], ["published-3", "a"]]
    assert shown.rows[0][shown.headings.index("intents F1")] == "0.50 [0.25, 0.75]"


def test_classes_that_were_left_alone_are_shown_with_their_bound() -> None:
    """A class of which nobody was accused has a row with its account-days, and the bound that these allow."""
    none = clopper_pearson(0, 462)
    quiet = _row(
        "honest alone", "batch", of=462, confirmed=none, suspected=none, accused=none, watched=none, accounts=Figure(33, None, None)
    )
    shown = _shown("Honest accounts", honest=[quiet])

    assert shown.headings[:5] == ["worlds", "class", "detector", "account-days", "accounts"]
    assert shown.rows == [["honest alone", "batch", "hydrascope", "462", "33", *["0.0 [0.0, 7952.8]"] * 4]]
