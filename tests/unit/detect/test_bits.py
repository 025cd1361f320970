"""Weights of evidence in bits."""

from math import comb, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.bits import rarity, rate_bits, tail_bits


@pytest.mark.parametrize(("hits", "of", "background"), [(9, 10, 0.1), (12, 12, 1 / 42), (5, 7, 0.5), (3, 100, 0.01), (1, 1, 0.25)])
def test_a_rate_against_a_known_one_is_the_beta_binomial_bayes_factor(hits, of, background) -> None:
    """The bits equal log2 of (1 / (n + 1)) / (C(n, k) p^k (1 - p)^(n - k)), computed by hand."""
    by_hand = log2(1 / (of + 1) / (comb(of, hits) * background**hits * (1 - background) ** (of - hits)))

    assert rate_bits(hits, of, background) == pytest.approx(max(0.0, by_hand), abs=1e-9)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of - 1), st.just(of))), st.floats(0.001, 0.999))
def test_more_hits_never_weigh_less(counts, background) -> None:
    """One hit more, of as many, gives at least as many bits."""
    hits, of = counts

    assert rate_bits(hits + 1, of, background) >= rate_bits(hits, of, background) - 1e-9


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_commoner_trait_never_weighs_more(counts, one, other) -> None:
    """The same hits against a higher background give at most as many bits, and bits are finite and not negative."""
    hits, of = counts
    rare, common = (rate_bits(hits, of, background) for background in sorted((one, other)))

    assert rare >= common - 1e-9
    assert 0.0 <= common <= rare < float("inf")


@pytest.mark.parametrize(("hits", "of", "background"), [(0, 0, 0.5), (1, 10, 0.1), (0, 10, 0.0), (2, 10, 0.9)])
def test_a_rate_no_higher_than_the_background_gives_nothing(hits, of, background) -> None:
    """No observations, and rates at or below the background, give nought."""
    assert rate_bits(hits, of, background) == 0.0


@pytest.mark.parametrize("size", [1, 7, 40, 999])
def test_tail_bits_are_conformal(size) -> None:
    """Over all ranks that an independent account may take, at most one in 2^(b + 1) reaches b bits, up to the granularity of the null."""
    values = np.arange(size + 1.0)
    bits = np.array([tail_bits(v, np.delete(values, i), high=True) for i, v in enumerate(values)])

    for b in np.unique(bits[bits > 0]):
        assert (bits >= b - 1e-12).mean() <= 2.0 ** -(b + 1) + 1e-12


def test_tail_bits_are_bounded_by_the_size_of_the_null() -> None:
    """A value beyond all of n others gives log2(n + 1) - 1 bits, and beyond none of a null without accounts nothing."""
    assert tail_bits(99.0, np.arange(31.0), high=True) == 4.0
    assert tail_bits(-1.0, np.arange(31.0), high=False) == 4.0
    assert tail_bits(99.0, np.zeros(0), high=True) == 0.0


def test_tail_bits_do_not_see_what_is_unknown() -> None:
    """An unknown value gives nothing, and unknown values of the null do not count."""
    assert tail_bits(float("nan"), np.arange(9.0), high=True) == 0.0
    assert tail_bits(9.0, np.array([1.0, np.nan, np.nan, 2.0, 3.0]), high=True) == 1.0


def test_ties_count_as_reached() -> None:
    """A value that the whole null shares gives nothing in either tail."""
    assert tail_bits(1.0, np.ones(50), high=True) == 0.0
    assert tail_bits(1.0, np.ones(50), high=False) == 0.0


def test_rarity_falls_with_the_holders() -> None:
    """The more accounts hold a trait, the less it says; held by all, nothing."""
    held = [rarity(n, 100) for n in (1, 10, 50, 100)]

    assert held == sorted(held, reverse=True)
    assert held[-1] == 0.0
