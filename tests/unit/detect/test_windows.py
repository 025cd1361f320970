"""How many send anything within a day of a moment."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.windows import DAY, windows

SENT = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12).map(lambda part: part * DAY // 4)), max_size=20).map(sorted)


@given(SENT, st.integers(-DAY, 4 * DAY) | st.integers(0, 12).map(lambda part: part * DAY // 4))
def test_a_day_is_counted_from_any_moment(sent, at) -> None:
    """Accounts and exchanges of a day, also one that begins or ends with an exchange, are those that lie in it."""
    a, ts = (np.array([one[column] for one in sent], np.int64) for column in (0, 1))
    inside = (ts >= at) & (ts < at + DAY)

    assert windows(a, ts).from_(at) == (len(set(a[inside].tolist())), inside.sum())
