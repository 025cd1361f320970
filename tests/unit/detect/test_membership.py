"""Which accounts of a seed belong to one operator."""

import numpy as np
import pytest

from hydrascope.detect.membership import _add_ratio, _base, _places, belonging, features


def _bits(code, seed):
    """What a trait of all accounts says of those of a seed, if all are the operator's."""
    place = np.empty(seed, np.int64)
    values = _places(code[:seed], np.argsort(code[:seed]), place)
    known = code[code >= 0]
    held = np.bincount(known, minlength=1)[np.maximum(code[:seed], 0)]
    base, odds = np.ones(seed), np.zeros(seed)
    _base(place, values, held, len(known), base)
    _add_ratio(np.ones(seed), place, base, 5.0, odds)
    return odds


@pytest.fixture(scope="module")
def crowded(told):
    """Sixty strangers, twelve heads with cards and mail domains of their own, and the numbers of either."""
    heads = told.heads(payment_fingerprint=lambda i: f"own-{i}", email_domain=lambda i: f"mail{i % 4}.example")
    seen = told.scene_of(told.both(told.strangers(60), heads))
    ids = np.array(seen.traffic.accounts.ids)
    return features(seen), np.flatnonzero(np.char.startswith(ids, "h")), np.flatnonzero(np.char.startswith(ids, "c"))


@pytest.mark.parametrize("strangers", [0, 5, 20, 40])
def test_an_operator_is_told_from_the_crowd_around_it(crowded, strangers) -> None:
    """Of a seed of twelve heads and some strangers, the heads are believed and the strangers are not."""
    traits, heads, crowd = crowded
    seed = np.sort(np.concatenate([heads, crowd[:strangers]]))
    belief = belonging(seed, traits)

    assert (belief[np.isin(seed, heads)] > 0.9).all()
    assert (belief[~np.isin(seed, heads)] < 0.5).all()


def test_a_seed_of_strangers_holds_no_operator(crowded) -> None:
    """Twelve strangers drawn at random, twenty times, never hold as many firmly believed accounts as a group needs."""
    traits, _, crowd = crowded
    draw = np.random.default_rng(11)
    believed = [(belonging(np.sort(draw.choice(crowd, 12, replace=False)), traits) > 0.9).sum() for _ in range(20)]

    assert max(believed) < 3


def test_nobody_vouches_for_himself() -> None:
    """A value that one account of the seed alone has speaks against it, however rare the value is elsewhere."""
    code = np.array([7, 1, 1, 1, *([2] * 50)])
    bits = _bits(code, 4)

    assert bits[0] < 0
    assert (bits[1:] > 0).all()


def test_the_unknown_speaks_neither_way() -> None:
    """An account whose trait is unknown gets no bits from it, and a trait that nobody has gives none at all."""
    code = np.array([3, 3, 3, -1, *([2] * 20)])

    assert _bits(code, 4)[3] == 0
    assert _bits(np.full(9, -1), 4).tolist() == [0.0] * 4


def test_one_trait_gives_no_more_than_it_may() -> None:
    """However rare a shared value, its bits are capped, and what it takes away as well."""
    code = np.array([*([9] * 30), *np.arange(10, 5010)])
    bits = _bits(code, 31)

    assert bits[:30] == pytest.approx(5.0)
    assert bits[30] == -2.0


def test_the_order_of_the_seed_does_not_matter(crowded) -> None:
    """A shuffled seed gives each account the same belief."""
    traits, heads, crowd = crowded
    seed = np.concatenate([heads, crowd[:15]])
    order = np.random.default_rng(2).permutation(len(seed))

    assert belonging(seed[order], traits) == pytest.approx(belonging(seed, traits)[order], abs=1e-9)
