import numpy as np
import pytest

from hydrascope.lab.detectors.kernels import drawn, multi_kernel, null, reference, statistic, whole


@pytest.fixture
def points() -> np.ndarray:
    """Benign points: Gaussian, in eight dimensions."""
    return np.random.default_rng(1).normal(size=(400, 8)).astype(np.float32)


def test_the_kernel_is_the_mean_of_four_gaussians(points):
    """The powers of one exponential equal the formula, for s of 1/2, 1, 2 and 4 medians."""
    a, b = points[:3], points[3:7]
    d2 = ((a[:, None] - b[None]) ** 2).sum(axis=2)
    plain = np.mean([np.exp(-d2 / (2 * (s * 3.0) ** 2)) for s in (0.5, 1, 2, 4)], axis=0)
    assert np.allclose(multi_kernel(a, b, 3.0), plain, atol=1e-5)


def test_the_statistic_equals_its_definition(points):
    """One draw of the reference gives the unbiased MMD^2 of two samples, written out."""
    ref = reference(points)
    window = points[:20] + 0.5
    against = drawn(ref, 30, draws=1, seed=3)
    at = np.flatnonzero(against.weight)
    x, y, xy = (multi_kernel(a, b, ref.median).astype(float) for a, b in ((window, window), (points[at], points[at]), (window, points[at])))
    plain = (x.sum() - 20) / (20 * 19) + (y.sum() - 30) / (30 * 29) - 2 * xy.mean()
    assert statistic(window, ref, against) == pytest.approx(plain, abs=1e-5)


def test_the_null_is_centred_and_a_shifted_window_is_outside(points):
    """Disjoint draws of one population differ by nothing on average; a shifted window lies above nearly all of them."""
    ref = reference(points)
    values = null(ref, 50, draws=300, seed=1)
    assert abs(values.mean()) < 0.1 * values.std() + 1e-3
    shifted = np.random.default_rng(2).normal(0.5, 1, (50, 8)).astype(np.float32)
    assert statistic(shifted, ref, whole(ref)) > np.percentile(values, 95)


def test_draws_follow_from_the_seed(points):
    """The same seed gives the same draws, another seed others."""
    ref = reference(points)
    one, same, other = (drawn(ref, 40, draws=5, seed=seed).weight for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)
