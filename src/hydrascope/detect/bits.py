"""Weights of evidence in bits: log2 of how much better one operator explains a figure than independent customers."""

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

Floats = npt.NDArray[np.float64]
_LN2 = float(np.log(2))


def rate_bits(hits: int, of: int, background: float) -> float:
    """
    Return the Bayes factor of `hits` in `of` under an unknown higher rate, against a known rate.

    The operator's rate has a flat prior (Kass & Raftery 1995); a rate no
    higher than the background's gives nought.

    >>> round(rate_bits(9, 10, 0.1), 1), rate_bits(1, 10, 0.1)
    (23.3, 0.0)
    """
    if of == 0 or hits / of <= background:
        return 0.0
    p = min(max(background, 1e-9), 1 - 1e-9)
    choose = gammaln(of + 1) - gammaln(hits + 1) - gammaln(of - hits + 1)
    operator = -np.log(of + 1.0) - choose
    independent = hits * np.log(p) + (of - hits) * np.log1p(-p)
    return max(0.0, float(operator - independent) / _LN2)


def tail_bits(value: float, null: Floats, *, high: bool) -> float:
    """
    Return how rare a value is among independent accounts, as -log2 of the share that reach it.

    One is added to both counts, so a null of `n` accounts cannot give more
    than log2(n + 1) bits: a conformal p-value (Vovk et al. 2005). One bit is
    taken off, for a value in the middle says nothing.

    >>> round(tail_bits(9.0, np.arange(7.0), high=True), 2)
    2.0
    """
    null = null[~np.isnan(null)]
    if np.isnan(value):
        return 0.0
    return rank_bits(int((null >= value).sum() if high else (null <= value).sum()), len(null))


def rank_bits(beyond: int, of: int) -> float:
    """
    Return how rare a value is that so many of so many independent accounts reach: see `tail_bits`.

    >>> rank_bits(0, 7), rank_bits(7, 7)
    (2.0, 0.0)
    """
    return max(0.0, float(-np.log2((1 + beyond) / (1 + of))) - 1.0)


def rarity(holders: int, accounts: int) -> float:
    """
    Return the information of a trait that so many of so many accounts have.

    >>> rarity(1, 1023), rarity(1023, 1023)
    (9.0, 0.0)
    """
    return float(np.log2((accounts + 1) / (holders + 1)))
