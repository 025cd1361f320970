"""The middle of some values is numpy's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.middle import middle, spread_of_sorted

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30).map(np.array)


@given(VALUES)
def test_the_middle_is_the_median(values) -> None:
    """The middle is the median, to the last bit; of whole numbers, too."""
    assert middle(values) == np.median(values)
    assert middle(values.astype(np.int64)) == np.median(values.astype(np.int64))


@given(VALUES)
def test_the_middle_distance_is_the_median_of_distances(values) -> None:
    """The distance found by search is the one found by working out all distances."""
    assert spread_of_sorted(np.sort(values)) == np.median(np.abs(values - np.median(values)))


@pytest.mark.parametrize("values", [np.zeros(0), np.array([1.0, np.nan])], ids=["none", "unknown"])
def test_where_there_is_no_middle(values) -> None:
    """Nothing has no middle, and nor has what holds an unknown value."""
    assert np.isnan(middle(values))
