"""
Maximum mean discrepancy (Gretton et al. 2012, JMLR 13:723) as arXiv 2606.05725 uses it on windows of queries.

Kernel: the mean of four Gaussians whose widths are 1/2, 1, 2 and 4 times the median distance of the reference.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.lab.detectors.embedding import Points

Floats = npt.NDArray[np.float64]
_MEDIAN_OF = 1000  # points whose distances make the median


class Reference(NamedTuple):
    """Benign points, their kernel with each other (n x n), and the median distance that sets the widths."""

    points: Points
    kernel: Points
    median: float


class Drawn(NamedTuple):
    """
    Random draws of one size from the reference.

    `weight` is how often each point was drawn, divided by all draws; `spread` is the mean over the draws of the mean kernel
    between two different points of a draw.
    """

    size: int
    weight: Points
    spread: float


def squared(a: Points, b: Points) -> Points:
    """Return the squared Euclidean distances of rows."""
    out: Points = np.einsum("ij,ij->i", a, a)[:, None] + np.einsum("ij,ij->i", b, b)[None, :] - 2 * (a @ b.T)
    return np.maximum(out, 0, out=out)


def multi_kernel(a: Points, b: Points, median: float) -> Points:
    """
    Return the mean of the Gaussians exp(-d^2 / (2 s^2)) for s of 1/2, 1, 2 and 4 medians: one exponential, then powers of it.

    >>> one = np.ones((1, 2), np.float32)
    >>> float(multi_kernel(one, one, 1.0)[0, 0])
    1.0
    """
    out = squared(a, b)
    out *= np.float32(-1 / (32 * max(median, 1e-6) ** 2))
    np.exp(out, out=out)
    total = out.copy()
    for _ in range(3):
        out *= out
        out *= out
        total += out
    total *= np.float32(0.25)
    return total


def reference(points: Points) -> Reference:
    """Return the reference of some benign points; the median distance is that of the first thousand."""
    some = points[:_MEDIAN_OF]
    above = np.triu_indices(len(some), 1)
    median = float(np.median(np.sqrt(squared(some, some)[above]))) if len(some) > 1 else 1.0
    return Reference(points, multi_kernel(points, points, median), median)


def null(ref: Reference, size: int, *, draws: int, seed: int) -> Floats:
    """Return the unbiased MMD^2 of that many pairs of disjoint draws of `size` points from the reference."""
    rng, count = np.random.default_rng(seed), len(ref.points)
    left, right = np.zeros((count, draws), np.float32), np.zeros((count, draws), np.float32)
    for k in range(draws):
        at = rng.choice(count, 2 * size, replace=False)
        left[at[:size], k], right[at[size:], k] = 1, 1
    by_left, by_right = ref.kernel @ left, ref.kernel @ right
    own = _paired(left, by_left) + _paired(right, by_right) - 2 * size  # a point's kernel with itself is 1
    return own / (size * (size - 1)) - 2 * _paired(right, by_left) / size**2


def _paired(a: Points, b: Points) -> Floats:
    """Return the inner products of columns, summed in double precision: the terms nearly cancel."""
    return np.asarray((a * b).sum(axis=0, dtype=np.float64))


def drawn(ref: Reference, size: int, *, draws: int, seed: int) -> Drawn:
    """Return that many draws of `size` different points; the same for every window, so that a window costs one product."""
    rng = np.random.default_rng(seed)
    count = len(ref.points)
    weight, spread = np.zeros(count, np.float32), 0.0
    for _ in range(draws):
        at = np.sort(rng.choice(count, size, replace=False))
        weight[at] += 1
        spread += float(ref.kernel[np.ix_(at, at)].sum(dtype=np.float64) - size) / (size * (size - 1))
    return Drawn(size, weight / np.float32(draws * size), spread / draws)


def whole(ref: Reference) -> Drawn:
    """Return the reference as one draw: the exact witness form, without the noise of draws."""
    count = len(ref.points)
    return Drawn(count, np.full(count, 1 / count, np.float32), float((ref.kernel.sum(dtype=np.float64) - count) / (count * (count - 1))))


def statistic(window: Points, ref: Reference, against: Drawn) -> float:
    """Return the unbiased MMD^2 of a window of at least two points against draws of the reference, averaged over the draws."""
    size = len(window)
    own = float((multi_kernel(window, window, ref.median).sum(dtype=np.float64) - size) / (size * (size - 1)))
    across = float((multi_kernel(window, ref.points, ref.median) @ against.weight).mean(dtype=np.float64))
    return own + against.spread - 2 * across
