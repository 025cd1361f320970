"""Failovers with some accounts left out are those that a count of the others finds."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.failovers import Elsewhere, failovers

ACCOUNTS = 12


def _exchanges(rng: np.random.Generator, rows: int, contents: int) -> SimpleNamespace:
    """Return exchanges in the order of their accounts, some without content, half of them failed."""
    a = np.sort(rng.integers(0, ACCOUNTS, rows))
    offsets = np.searchsorted(a, np.arange(ACCOUNTS + 1))
    return SimpleNamespace(
        a=a,
        content=rng.integers(-1, contents, rows),
        ts=rng.integers(0, 20_000, rows),
        status=np.where(rng.random(rows) < 0.5, 500, 200),
        xid=rng.permutation(rows),
        of=lambda some: np.concatenate([np.arange(0), *(np.arange(offsets[i], offsets[i + 1]) for i in some)]),
    )


@given(st.integers(0, 1 << 32), st.integers(0, 200), st.integers(1, 30))
def test_leaving_accounts_out_is_counting_without_them(seed: int, rows: int, contents: int) -> None:
    """Whoever is left out, and whoever else shares his customer, the counts are those of the exchanges that remain."""
    rng = np.random.default_rng(seed)
    x, customer, independent = _exchanges(rng, rows, contents), rng.integers(0, 8, ACCOUNTS), rng.random(ACCOUNTS) < 0.8
    every = Elsewhere(x, customer, independent)
    for _ in range(3):
        out = np.flatnonzero(rng.random(ACCOUNTS) < 0.3)
        others = independent.copy()
        others[out] = False
        expected = failovers(x, np.flatnonzero(others[x.a]), customer)

        assert every.without(out) == (len(expected.again), expected.failed)
