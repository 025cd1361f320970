import numpy as np
import pytest
from scipy.stats import shapiro

from hydrascope.lab.detectors.prada import normality


def plain(points: np.ndarray) -> tuple[np.ndarray, int]:
    """PRADA's distances, written out from the paper."""
    kept, own, threshold, out = [points[0]], [], 0.0, []
    for x in points[1:]:
        nearest = min(float(np.linalg.norm(x - k)) for k in kept)
        out.append(nearest)
        if nearest > threshold or len(kept) == 1:
            kept.append(x)
            own.append(nearest)
            threshold = max(threshold, float(np.mean(own) - np.std(own)))
    return np.array(out), len(out)


def test_the_statistic_equals_the_procedure_written_out():
    """Distances to a growing set of representatives, without outliers, through Shapiro and Wilk."""
    points = np.random.default_rng(1).normal(size=(150, 6)).astype(np.float32)
    apart, count = plain(points)
    near = apart[np.abs(apart - apart.mean()) <= 3 * apart.std()]
    assert normality(points) == (pytest.approx(shapiro(near).statistic, abs=1e-4), count)


def test_a_mixture_of_copies_and_novelties_is_less_normal_than_noise():
    """Half near copies and half fresh points give two heaps of distances, and a W well below that of noise."""
    rng = np.random.default_rng(2)
    noise = rng.normal(size=(200, 40)).astype(np.float32)
    copies = noise.copy()
    copies[1::2] = copies[0] + rng.normal(0, 0.01, (100, 40))
    assert normality(copies)[0] < 0.9 < normality(noise)[0]


def test_one_prompt_over_and_over_is_not_tested():
    """Without spread there is no shape to test."""
    assert normality(np.ones((120, 4), np.float32)) == (1.0, 119)
