"""Intervals beside published values."""

import pytest

from hydrascope.lab.benchmark.intervals import NOTHING, bootstrap, clopper_pearson, share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 10, 0.1871, 0.8129), (1, 20, 0.0013, 0.2487), (0, 300, 0.0, 0.0122)],
)
def test_clopper_pearson_gives_the_tabulated_limits(hits, of, low, high) -> None:
    """The exact limits of 95 % are those of the tables."""
    found = clopper_pearson(hits, of)

    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nothing_has_no_interval() -> None:
    """No trials and no seeds give no figure."""
    assert clopper_pearson(0, 0) == bootstrap([]) == share([], []) == NOTHING


def test_a_bootstrap_repeats_itself_and_spans_its_mean() -> None:
    """The same seeds give the same interval, which lies around the mean and within the values."""
    first, again = bootstrap([1.0, 2.0, 3.0, 10.0]), bootstrap([1.0, 2.0, 3.0, 10.0])

    assert first == again
    assert 1.0 <= first.low < first.value == 4.0 < first.high <= 10.0


def test_one_seed_has_a_value_without_an_interval() -> None:
    """A single seed says nothing of others."""
    assert bootstrap([3.0]) == (3.0, None, None)


def test_a_share_of_seeds_that_disagree_is_less_sure_than_its_items() -> None:
    """Where whole seeds stand or fall, the interval is wider than that of so many independent items."""
    exact, over_seeds = clopper_pearson(300, 400), share([100, 100, 100, 0], [100] * 4)

    assert over_seeds.value == exact.value
    assert over_seeds.low < exact.low
    assert over_seeds.high > exact.high
