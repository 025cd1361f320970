"""A crowd of independent accounts, and what is worked out once for all groups."""

import numpy as np
import pytest

from hydrascope.detect.crowd import Nulls, as_near, clearly, some


def test_large_sets_are_thinned_evenly() -> None:
    """Of many accounts some stand for all, whatever their order."""
    values = np.arange(5000)

    assert len(some(values)) <= 1024
    assert (some(values) == some(values[::-1])).all()
    assert some(values)[-1] > 4990
    assert some(values[:7]).tolist() == list(range(7))


def test_a_measure_is_taken_once_until_the_independent_change() -> None:
    """Two groups share a measure; accounts that no longer count as independent make it anew, and names do not mix."""
    asked = []

    def measure():
        asked.append(len(asked))
        return asked[-1]

    nulls = Nulls()
    everybody, fewer = np.ones(9, bool), np.arange(9) < 5

    assert [nulls.of("n", everybody, measure), nulls.of("n", everybody.copy(), measure)] == [0, 0]
    assert [nulls.of("n", fewer, measure), nulls.of("m", fewer, measure), nulls.of("n", fewer, measure)] == [1, 2, 1]


def test_three_quarters_of_a_group_set_the_mark() -> None:
    """One of four accounts need not be like the rest; strangers are counted from nine tenths of the mark on."""
    own = np.array([0.0, 1.0, 1.0, 1.0])

    assert as_near(own, np.array([0.5, 0.6, 0.68, 0.7, 1.0])) == (3, 3)


def test_equal_but_for_rounding_is_equal() -> None:
    """Accounts that are all as near as each other are all counted, however their sums were rounded."""
    assert as_near(np.array([0.3, 0.1 + 0.2, 0.3]), np.zeros(0)) == (3, 0)


@pytest.mark.parametrize(("value", "share"), [(0.0, 0.0), (0.03, 0.0), (0.065, 0.5), (0.1, 1.0), (9.0, 1.0)])
def test_how_clearly_a_value_stands_out(value, share) -> None:
    """Nothing below the usual, everything above the plain, and in proportion between."""
    assert clearly(value, 0.03, 0.1) == pytest.approx(share)
