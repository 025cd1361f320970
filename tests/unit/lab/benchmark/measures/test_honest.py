"""What befalls the honest."""

import msgspec
import pytest

from hydrascope.lab.benchmark.measures.honest import befallen, false_groups, operator_class
from hydrascope.lab.benchmark.records import AccountTruth


def test_an_account_counts_once_under_the_gravest(make_truth) -> None:
    """Confirmed beats suspected beats watched; days add up over all accounts of the class, heads aside."""
    said = befallen(make_truth(honest=4, a=3), frozenset({"h0", "h1", "a0"}), frozenset({"h0"}), frozenset({"h0", "h2"}))

    assert said == {"hobby": (4, 20, 1, 1, 1)}


def test_only_groups_without_any_head_are_false(make_truth) -> None:
    """A group with one head is impure, not unfounded; a lone accusation is a group."""
    accused = frozenset({"h0", "h1", "h2", "a0"})

    assert false_groups(make_truth(a=1), accused, {"h0": "1", "h1": "2", "a0": "2"}, frozenset({"h0"})) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "operator", "name"),
    [
        ("gateway", "gateway-1000", "gateway"),
        ("gateway", "gateway-undeclared-1000", "gateway-undeclared"),
        ("classroom", "student-1-20", "classroom"),
    ],
)
def test_companies_that_declare_nothing_are_a_class_of_their_own(kind, operator, name) -> None:
    """The operator's name tells them apart; a name of another form than its kind's says nothing."""
    assert operator_class(AccountTruth("", kind, operator, 10, 5)) == name


def test_days_of_declared_and_undeclared_companies_are_counted_apart(make_truth) -> None:
    """What befalls the undeclared does not lower the figure of the declared."""
    truth = make_truth(honest=3, kind="batch")
    told = truth.accounts | {"h0": AccountTruth("", "batch", "batch-undeclared-0", 10, 7)}
    said = befallen(msgspec.structs.replace(truth, accounts=told), frozenset({"h0"}), frozenset(), frozenset())

    assert said == {"batch": (2, 10, 0, 0, 0), "batch-undeclared": (1, 7, 0, 1, 0)}
