"""What reviews find."""

import pytest

from hydrascope.lab.benchmark.measures.reviews import precision


def test_the_worst_are_looked_at_first(make_truth, make_said) -> None:
    """With two reviews, the two highest scores count."""
    assert precision(make_truth(a=4), make_said({"a0": 3.0, "h0": 2.0, "a1": 1.0}), 2) == 0.5


def test_accounts_of_equal_score_come_in_any_order(make_truth, make_said) -> None:
    """A tie counts with the share of heads in it."""
    said = make_said(dict.fromkeys(("a0", "a1", "h0", "h1"), 1.0))

    assert precision(make_truth(a=4), said, 2) == pytest.approx(0.5)


def test_finding_all_there_is_is_perfect(make_truth, make_said) -> None:
    """A world with fewer heads than reviews does not lower the figure; one without heads has none; score 0 is not shown."""
    assert precision(make_truth(a=2), make_said({"a0": 2.0, "a1": 1.0}), 20) == 1.0
    assert precision(make_truth(a=2), make_said({"a0": 0.0, "a1": 1.0}), 20) == 0.5
    assert precision(make_truth(), make_said({"h0": 1.0}), 20) is None
