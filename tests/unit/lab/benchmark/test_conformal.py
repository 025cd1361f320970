"""Conformal p-values by class."""

import msgspec

from hydrascope.lab.benchmark.conformal import HEADS, validity


def test_the_second_half_of_the_seeds_is_held_against_the_first(make_truth, make_said) -> None:
    """Accounts that score higher than all of the first half get the smallest p-values that so many can give."""
    calm, wild = make_said({}), make_said({f"h{i}": 1.0 for i in range(30)})
    (row,) = validity([(make_truth(30, seed=1), calm), (make_truth(30, seed=2), wild)])

    assert (row.kind, row.compared, row.held) == ("hobby", 30, 30)
    assert row.shares["0.05"].value == 1.0
    assert row.shares["0.01"].value == 0.0


def test_heads_are_held_against_the_class_that_excuses_them_most(make_truth, make_said) -> None:
    """A head that is unusual in one class and usual in another has a large p-value."""
    loud = make_said({f"h{i}": 1.0 for i in range(30)})
    told = [(make_truth(30, seed=1, kind="hobby"), make_said({})), (make_truth(30, seed=1, kind="eval"), loud)]
    rows = {row.kind: row for row in validity([*told, (make_truth(2, seed=2, a=4), make_said({f"a{i}": 0.9 for i in range(4)}))])}

    assert rows[HEADS].held == 4
    assert rows[HEADS].shares["0.1"].value == 0.0


def test_companies_that_declare_nothing_are_a_class_of_their_own(make_truth, make_said) -> None:
    """Undeclared companies are compared with each other, as false accusations of them are counted."""

    def undeclared(seed):
        truth = make_truth(20, seed=seed, kind="batch")
        accounts = {
            name: msgspec.structs.replace(true, operator=f"batch-undeclared-{name}") if name < "h15" else true
            for name, true in truth.accounts.items()
        }
        return msgspec.structs.replace(truth, accounts=accounts), make_said({})

    assert {row.kind for row in validity([undeclared(1), undeclared(2)])} == {"batch", "batch-undeclared"}


def test_one_seed_cannot_be_held_against_itself(make_truth, make_said) -> None:
    """With a single seed there is nothing to compare."""
    assert validity([(make_truth(30), make_said({}))]) == []
