"""Arrivals: exact counts, order and bounds, and the fitted inequality, idleness and burstiness."""

import statistics
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.lab.worlds import arrivals
from hydrascope.lab.worlds.arrivals import DAY, HOUR


@given(seed=st.integers(0, 10_000), start=st.floats(0, 12 * DAY), length=st.floats(60, 14 * DAY), count=st.integers(0, 80))
def test_services_and_machines_send_what_was_ordered(seed, start, length, count):
    """Whatever the stretch of time: the count is exact, the times are sorted and lie within it."""
    end = start + length
    for times in (
        arrivals.served(Random(seed), start=start, end=end, count=count, zone=seed % 19 - 9),
        arrivals.machine(Random(seed), start=start, end=end, count=count),
    ):
        assert len(times) == count
        assert times == sorted(times)
        assert all(start <= at < end for at in times)


@given(seed=st.integers(0, 10_000), start=st.floats(0, 13.5 * DAY))
def test_people_send_at_least_once_and_within_their_time(seed, start):
    """However late somebody registers, the arrivals are sorted and lie in the rest of the world."""
    times = arrivals.human(Random(seed), start=start, end=14 * DAY, per_day=1.0, zone=3.5)

    assert times == sorted(times)
    assert len(times) >= 1
    assert all(start <= at < 14 * DAY for at in times)


def test_volumes_keep_their_mean_and_are_very_unequal():
    """The mean is the one asked for; the busiest tenth sends most of it, and the median client a quarter of the mean."""
    volumes = sorted(arrivals.volume(Random(i), 10.0) for i in range(4000))

    assert statistics.mean(volumes) == pytest.approx(10.0, rel=0.1)
    assert statistics.median(volumes) == pytest.approx(2.6, rel=0.15)
    assert sum(volumes[-400:]) > 0.5 * sum(volumes)
    assert volumes[-1] < 110


def test_most_services_idle_most_of_the_time():
    """In the median service more than half of the hours with work of a fortnight are empty; a flat process leaves few."""

    def busy_hours(times):
        return len({int(at // HOUR) for at in times})

    kinds = [
        statistics.median(busy_hours(make(Random(i))) for i in range(60))
        for make in (
            lambda rng: arrivals.machine(rng, start=0, end=14 * DAY, count=1000),
            lambda rng: arrivals.flat(rng, start=0, end=14 * DAY, count=1000),
        )
    ]

    assert kinds[0] < 0.5 * kinds[1]


def test_gaps_of_a_job_are_bursty():
    """Within a run the gaps vary more than those of a Poisson process, as with real clients."""
    runs = [arrivals.nightly(Random(i), start=0, end=DAY, hour=2, per_night=200) for i in range(60)]
    gaps = [[later - earlier for earlier, later in pairwise(run)] for run in runs]

    assert statistics.median(statistics.stdev(own) / statistics.mean(own) for own in gaps) > 1.2


def test_people_sleep():
    """Of all people's requests few fall into the four hours after two at night, local time."""
    times = [at + 5 * HOUR for i in range(300) for at in arrivals.human(Random(i), start=0, end=14 * DAY, per_day=2, zone=5)]

    assert sum(2 <= at / HOUR % 24 < 6 for at in times) / len(times) < 0.06
