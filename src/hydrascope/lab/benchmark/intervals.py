"""How sure a figure is: intervals of 95 %."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import beta

DRAWS = 2000
_SEED = 20260102


class Figure(NamedTuple):
    """A figure with its interval of 95 %; None where there is nothing to measure."""

    value: float | None
    low: float | None
    high: float | None


NOTHING = Figure(None, None, None)


def clopper_pearson(hits: int, of: int) -> Figure:
    """
    Return a share with its exact interval.

    Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404. It misleads where
    the trials hang together, as the heads of one campaign do: see `share`.

    >>> [round(x, 4) for x in clopper_pearson(0, 20)]
    [0.0, 0.0, 0.1684]
    """
    if of == 0:
        return NOTHING
    low = float(beta.ppf(0.025, hits, of - hits + 1)) if hits else 0.0
    high = float(beta.ppf(0.975, hits + 1, of - hits)) if hits < of else 1.0
    return Figure(hits / of, low, high)


def bootstrap(seeds: Sequence[float], statistic: Callable[[np.ndarray], float] = np.mean) -> Figure:
    """
    Return a statistic over seeds with its percentile interval; one seed has none.

    The same seeds give the same interval.

    Efron 1979, doi:10.1214/aos/1176344552. With fewer than about ten seeds it is too narrow.

    >>> bootstrap([1.0, 1.0])
    Figure(value=1.0, low=1.0, high=1.0)
    """
    if not seeds:
        return NOTHING
    given = np.asarray(seeds, dtype=np.float64)
    if len(given) == 1:
        return Figure(float(statistic(given)), None, None)
    drawn = np.random.default_rng(_SEED).integers(0, len(given), size=(DRAWS, len(given)))
    found = np.array([statistic(given[rows]) for rows in drawn])
    low, high = np.quantile(found, (0.025, 0.975))
    return Figure(float(statistic(given)), float(low), float(high))


def share(hits: Sequence[int], of: Sequence[int]) -> Figure:
    """
    Return a share of items that come in seeds, such as the heads of one campaign.

    The interval spans that of Clopper and Pearson over the items and that of
    a bootstrap over the seeds: items of one seed stand or fall together, so the first alone is too narrow.
    Seeds without an item say nothing.

    >>> share([4, 0], [4, 4])
    Figure(value=0.5, low=0.0, high=1.0)
    >>> share([400, 400, 0], [400, 400, 0]).low > 0.99
    True
    """
    exact = clopper_pearson(sum(hits), sum(of))
    if exact.value is None or len(of) < 2:
        return exact
    counts, sizes = (np.asarray(each, dtype=np.float64)[np.asarray(of) > 0] for each in (hits, of))
    drawn = np.random.default_rng(_SEED).integers(0, len(sizes), size=(DRAWS, len(sizes)))
    low, high = np.quantile(counts[drawn].sum(axis=1) / sizes[drawn].sum(axis=1), (0.025, 0.975))
    return Figure(exact.value, min(float(exact.low or 0.0), float(low)), max(float(exact.high or 0.0), float(high)))
