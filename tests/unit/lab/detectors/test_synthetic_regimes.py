import numpy as np
import pytest

from hydrascope.lab.coordination_regimes import quality
from hydrascope.lab.detectors.synthetic_regimes import REGIMES, START, Size, as_traffic, regime

SMALL = Size(coordinated=12, organic=20, own_actions=0)


@pytest.mark.parametrize("name", REGIMES)
def test_the_same_seed_gives_the_same_actions(name):
    """And another seed gives others."""
    one, same, other = (regime(name, seed=seed).done.seconds for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_in_synchronous_bursts_all_act_and_in_rotating_ones_a_third():
    """Without other actions, each of 40 bursts has twelve or four."""
    assert len(regime("synchronous", seed=1, size=SMALL).done.account) == 40 * 12
    assert len(regime("rotating", seed=1, size=SMALL).done.account) == 40 * 4


def test_alternating_bursts_lie_in_the_active_hours():
    """Twelve hours of every forty-eight, give or take a minute of dispersion."""
    made = regime("alternating", seed=1, size=SMALL)
    assert ((made.done.seconds - START) % (48 * 3600) < 12.2 * 3600).all()


def test_the_traffic_has_one_exchange_an_action_and_shared_words_for_one_object():
    """Prompts of one object share shingles; those of two objects share none."""
    made = regime("synchronous", seed=1, size=SMALL._replace(bursts=2))
    rows = as_traffic(made, seed=1)
    kinds = np.stack(list(made.done.objects.values()))
    item = kinds.max(axis=0) * 4 + kinds.argmax(axis=0)
    sketches = [set(row) for row in rows["sketch"].to_pylist()]
    first, second = np.unique(item)
    of = [np.flatnonzero(item == one) for one in (first, second)]
    assert len(rows) == len(item)
    assert all(sketches[of[0][0]] & sketches[i] for i in of[0])
    assert not sketches[of[0][0]] & sketches[of[1][0]]


def test_quality_of_a_mixed_cluster():
    """Two clusters of two, one half coordinated and one not at all: worked out by hand."""
    got = quality(np.array([0, 0, 1, 1]), np.array([True, False, False, False]))
    whole = -(0.25 * np.log2(0.25) + 0.75 * np.log2(0.75))
    assert got == (pytest.approx(2 / 3), pytest.approx(1 - 0.5 / whole), pytest.approx(0.5))
