"""Detectors at the same false accusations."""

from hydrascope.lab.benchmark.threshold import honest_accused, matched

SCORES = {"h0": 5.0, "a0": 4.0, "h1": 3.0, "a1": 2.0, "h2": 1.0}


def test_as_many_honest_accounts_pass_as_are_allowed(make_truth, make_said) -> None:
    """The threshold lies just under the last honest account that is allowed, and takes every head above the next one."""
    truth, said = make_truth(a=2), make_said(SCORES)

    assert matched(truth, said, 2) == {"h0", "a0", "h1", "a1"}


def test_one_honest_account_is_always_allowed(make_truth, make_said) -> None:
    """Where ours accuses nobody wrongly, the others may accuse one."""
    assert matched(make_truth(a=2), make_said(SCORES), 0) == {"h0", "a0"}


def test_equal_scores_do_not_pass_the_allowance(make_truth, make_said) -> None:
    """A tie of honest accounts at the threshold is left out as a whole, and nobody without a score is accused."""
    truth = make_truth(a=2)

    assert matched(truth, make_said({"h0": 1.0, "h1": 1.0, "a0": 1.0, "a1": 2.0}), 1) == {"a1"}
    assert matched(truth, make_said({"a0": 1.0}), 1) == {"a0"}


def test_only_honest_accounts_are_counted(make_truth, make_said) -> None:
    """Accused heads are no false accusations."""
    assert honest_accused(make_truth(a=2), make_said(SCORES)) == 3
