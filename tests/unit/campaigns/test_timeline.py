"""When a campaign worked."""

from datetime import UTC, datetime

import numpy as np

from hydrascope.campaigns.timeline import at, timeline

MIDNIGHT = 1_767_225_600


def test_one_point_for_each_hour_with_work() -> None:
    """Hours without exchanges have no point; models are counted in each."""
    ts = MIDNIGHT + np.array([0, 3599, 3600, 4 * 3600])
    points = timeline(ts, np.array([0, 1, 1, -1]), ["m1", "m2"])

    assert [(p.ts.hour, p.exchanges, p.models) for p in points] == [(0, 2, {"m1": 1, "m2": 1}), (1, 1, {"m2": 1}), (4, 1, {})]


def test_the_order_of_exchanges_does_not_matter() -> None:
    """Shuffled exchanges give the same points, in order of time."""
    draw = np.random.default_rng(1)
    ts, model = MIDNIGHT + draw.integers(0, 10**6, 500), draw.integers(0, 2, 500)
    order = draw.permutation(500)
    points = timeline(ts[order], model[order], ["a", "b"])

    assert points == timeline(ts, model, ["a", "b"])
    assert [p.ts for p in points] == sorted(p.ts for p in points)
    assert sum(p.exchanges for p in points) == 500


def test_times_are_in_utc() -> None:
    """A second since 1970 is that second in UTC."""
    assert at(MIDNIGHT) == datetime(2026, 1, 1, tzinfo=UTC)
