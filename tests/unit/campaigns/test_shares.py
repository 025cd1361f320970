"""Shares of a campaign's exchanges by what they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.campaigns.shares import counted, shares

NAMES = ["a", "b", "c", "d"]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=200))
def test_shares_add_up_and_fall(codes) -> None:
    """Shares add up to one, come largest first, and name only what is there."""
    found = shares(np.array(codes), NAMES)

    assert abs(sum(found.values()) - 1) < 1e-5
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert set(found) == {NAMES[c] for c in codes}


def test_equals_come_by_name() -> None:
    """Equal counts are ordered by name, so that results do not drift."""
    assert list(counted(np.array([2, 0, 1, 2, 1, 0]), NAMES)) == ["a", "b", "c"]


def test_unknown_codes_are_not_counted() -> None:
    """-1 stands for no value."""
    assert counted(np.array([-1, 3, -1]), NAMES) == {"d": 1}
    assert counted(np.array([-1]), NAMES) == {}
