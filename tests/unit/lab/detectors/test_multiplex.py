import numpy as np
import pytest

from hydrascope.lab.coordination_regimes import quality
from hydrascope.lab.detectors.actions import Actions, posts
from hydrascope.lab.detectors.multiplex import communities, layer
from hydrascope.lab.detectors.synthetic_regimes import KINDS, Size, regime


def test_a_tie_is_newmans_weight_times_the_decay_over_all_pairs_of_actions():
    """The decayed sums equal the double sum over pairs, for an object of three accounts."""
    rng = np.random.default_rng(1)
    who, seconds = rng.integers(3, size=30), np.sort(rng.uniform(0, 7200, 30))
    done = Actions(list("abc"), who, seconds, {"kind": np.zeros(30, np.int64)})
    got = layer(posts(done, "kind", most=9), 3, beta=2.0).toarray()
    plain = np.zeros((3, 3))
    for i in range(30):
        for j in range(30):
            if who[i] != who[j]:
                plain[who[i], who[j]] += np.exp(-2.0 / 3600 * abs(seconds[i] - seconds[j])) / 2
    assert np.allclose(got, plain, rtol=0.05)
    assert np.allclose(got, got.T)


@pytest.mark.parametrize("name", ["synchronous", "alternating", "rotating"])
def test_the_coordinated_of_each_regime_are_a_community(name):
    """As the paper reports, where bursts are on objects that nobody else touches."""
    made = regime(name, seed=4, size=Size(secret=True))
    assert quality(communities(made.done, KINDS)[2], made.coordinated).f1 > 0.95
