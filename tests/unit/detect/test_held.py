"""Who has what, and how many of a crowd share it."""

import numpy as np
import pytest

from hydrascope.detect.held import Sharing, held


def test_holders_are_counted_once() -> None:
    """Who sends the same request often holds it once, and the mask says who is counted."""
    found = held(np.array([5, 5, 5, 2]), np.array([0, 0, 1, 1]), 2)

    assert found.users(np.array([True, True]))[[2, 5]].tolist() == [1, 2]
    assert found.users(np.array([False, True]))[[2, 5]].tolist() == [1, 1]
    assert found.of(np.array([1]))[0].tolist() == [2, 5]


def test_nothing_is_held_by_nobody() -> None:
    """Where nothing is known, nobody shares and nobody has anything."""
    none = held(np.full(3, -1), np.arange(3), 3)

    assert Sharing(none, np.ones(3, bool), 2).without(np.array([1])) == (0, 0)


@pytest.mark.parametrize("seed", range(8))
def test_a_crowd_without_a_group_is_counted_as_if_the_group_had_never_been(seed) -> None:
    """For groups of all sizes, in the crowd and beside it, the figures are those of a crowd made without them."""
    rng = np.random.default_rng(seed)
    found = held(rng.integers(-1, 40, 200), rng.integers(0, 60, 200), 60)
    crowd, least = rng.random(60) < 0.8, int(rng.integers(2, 4))
    whole = Sharing(found, crowd, least)
    for size in (0, 1, 7, 30, 60):
        group = np.sort(rng.permutation(60)[:size])
        rest = crowd & ~np.isin(np.arange(60), group)

        assert whole.without(group) == Sharing(found, rest, least).without(group[:0])
        shared = found.users(rest) >= least
        assert whole.without(group)[0] == len(np.unique(found.account[rest[found.account] & shared[found.value]]))
