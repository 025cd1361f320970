"""What a crowd has, told without a group: the same as counting the others one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from hydrascope.detect.counts import Ranked, Tallied

FIGURES = arrays.arrays(np.float64, 12, elements=st.sampled_from([np.nan, -1.0, 0.0, 0.5, 2.0]))
CODES = arrays.arrays(np.int64, 12, elements=st.integers(-1, 4))
MASKS = arrays.arrays(np.bool_, 12)
GONE = st.sets(st.integers(0, 11)).map(lambda some: np.array(sorted(some), np.int64))


@given(FIGURES, MASKS, GONE, st.sampled_from([-2.0, -1.0, 0.3, 0.5, 3.0]), st.sampled_from([0.0, 0.5, 2.0]))
def test_a_figure_is_ranked_among_the_others(figure, crowd, gone, low, high) -> None:
    """How many of the others reach a value, stay below it or lie between two is what counting them says, and so are their values."""
    rest = Ranked(figure, crowd).without(gone)
    others = crowd.copy()
    others[gone] = False
    left = np.sort(figure[others & ~np.isnan(figure)])

    assert rest.values().tolist() == left.tolist()
    assert rest.size == len(left)
    assert (rest.at_least(low), rest.at_most(low)) == ((left >= low).sum(), (left <= low).sum())
    if low <= high:
        assert rest.between(low, high) == ((left >= low) & (left <= high)).sum()


@given(CODES, MASKS, GONE)
def test_a_trait_is_tallied_among_the_others(code, crowd, gone) -> None:
    """How many of the others have a value, also one that nobody has, is what counting them says."""
    others = crowd.copy()
    others[gone] = False
    values = np.arange(7)
    found, known = Tallied(code, crowd).without(gone, values)

    assert found.tolist() == [int((code[others] == value).sum()) for value in values]
    assert known == (code[others] >= 0).sum()


def test_what_is_unknown_says_nothing() -> None:
    """A value that is unknown is reached by everybody, whichever way it is asked."""
    rest = Ranked(np.arange(5.0), np.ones(5, bool)).without(np.array([0]))

    assert rest.at_least(float("nan")) == rest.at_most(float("nan")) == rest.size == 4
