"""How accused groups fit campaigns."""

import pytest

from hydrascope.lab.benchmark.measures.clusters import clusters


def test_two_campaigns_in_one_group_are_a_false_merge(make_truth) -> None:
    """The largest false merge counts the accounts that are not of the group's main campaign; purity is weighted by right accounts."""
    truth = make_truth(a=6, b=4)
    fit = clusters(truth, frozenset(truth.heads), dict.fromkeys(truth.heads, "1"))

    assert (fit.false_merge, fit.merged, fit.split) == (4, 1, 0)
    assert fit.purity == pytest.approx(0.6)
    assert fit.precision == pytest.approx((6 * 0.6 + 4 * 0.4) / 10)


def test_a_campaign_in_pieces_is_split_and_pure(make_truth) -> None:
    """Pieces of one campaign cost recall, not purity."""
    truth = make_truth(a=4)
    fit = clusters(truth, frozenset(truth.heads), {"a0": "1", "a1": "1", "a2": "2", "a3": "2"})

    assert (fit.split, fit.false_merge, fit.purity, fit.precision, fit.recall) == (1, 0, 1.0, 1.0, 0.5)


def test_no_accusation_has_no_purity(make_truth) -> None:
    """Where nothing is accused there is no share to give."""
    assert clusters(make_truth(), frozenset(), {}).purity is None
