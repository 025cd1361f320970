"""Who is taken for an account of a scheduled group and keeps hours of its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.pace import AT_MOST, as_many, as_spread, out_of_step, own_hours

HEADS, EACH = 12, 40


def _hours(seed=1):
    """The hours at which heads that are dealt their work by chance send, over ten days."""
    drawn = np.random.default_rng(seed).uniform(0, 240, (HEADS, EACH))
    return np.sort(drawn, axis=1)


def _with(told, hour, each=EACH, **fields):
    """Twelve scheduled heads, and beside them one account that asks at the given hours."""
    spread = _hours()
    heads = told.heads(count=HEADS, each=EACH, hour=lambda i, k: spread[i, k])
    odd = told.heads(count=1, each=each, prefix="h9", hour=hour, payment_fingerprint="own-card", user_ref="own", subnet="own-net", **fields)
    return told.scene_of(told.both(told.strangers(), heads, odd))


def _out(told, seen):
    names = np.array(seen.traffic.accounts.ids)
    return names[out_of_step(told.group_of(seen, "h"), seen)].tolist()


@pytest.mark.parametrize(
    ("hour", "each", "why"),
    [
        (lambda _, k: 24 * (k // 8) * 2 + 9 + 0.02 * (k % 8), 40, "sits down five times and asks eight things each time"),
        (lambda _, k: 239 * k / 2, 3, "asks three things in ten days, where every head asks forty"),
    ],
)
def test_who_keeps_hours_of_his_own_is_no_head(told, hour, each, why) -> None:
    """Sittings, and a few questions in all the time, are told from a scheduler's work."""
    assert _out(told, _with(told, hour, each)) == ["h9000"], why


@pytest.mark.parametrize(
    ("hour", "each", "why"),
    [
        (lambda _, k: 6.1 * k, 39, "sends as the others do"),
        (lambda _, k: 200 + k, 7, "was registered late, and sends as much from then on"),
        (lambda _, k: 0.9 * k, 9, "was banned early"),
        (lambda _, k: 100 + k, 1, "sent one request"),
        (lambda _, k: 180 + 6 * k, 40, "took over from another, and went on alone for a week"),
    ],
)
def test_a_head_is_not_put_out(told, hour, each, why) -> None:
    """Fresh and banned heads are held to their own time."""
    assert _out(told, _with(told, hour, each)) == [], why


def test_where_all_keep_hours_nobody_is_out_of_step(told) -> None:
    """Sham persons and honest customers all sit down and ask: where that is usual, it puts nobody out."""
    seen = told.scene_of(told.hydra(each=EACH, hour=lambda i, k: 24 * (k // 8) * 2 + i + 0.02 * (k % 8)))

    assert not out_of_step(told.group_of(seen, "h"), seen).any()


def test_a_group_without_new_work_has_nobody_out_of_step(told) -> None:
    """Where all is conversation, nothing is asked."""
    seen = told.scene_of(told.hydra(user_turns=5))

    assert not out_of_step(told.group_of(seen, "h"), seen).any()


@pytest.mark.parametrize("customers", [5, 12, 100])
def test_customers_drawn_by_chance_are_hardly_ever_put_out(customers) -> None:
    """Of two hundred groups in which work falls on customers by chance, one at most loses a customer."""
    drawn = (np.random.default_rng(seed).integers(0, customers, customers * 30) for seed in range(200))

    assert sum(own_hours(np.minimum(as_spread(who), as_many(who))).any() for who in drawn) <= 1


@given(st.lists(st.floats(1e-300, 1.0), min_size=3, max_size=60))
def test_at_most_the_tail_is_put_out(likely) -> None:
    """However customers' hours scatter, no more are put out than the share by which the spread is told, and the likeliest stays."""
    out = own_hours(np.array(likely))

    assert out.sum() <= np.ceil(AT_MOST * len(likely))
    assert not out[np.argmax(likely)]


@pytest.mark.parametrize(("heads", "strangers"), [(7, 1), (12, 2), (30, 4), (60, 15)])
def test_several_strangers_do_not_hide_each_other(heads, strangers) -> None:
    """The group's spread is told by the likelier three quarters, so that up to a fifth and more may be strangers."""
    likely = np.append(np.linspace(0.05, 1, heads), np.full(strangers, 1e-20))

    assert own_hours(likely).tolist() == [False] * heads + [True] * strangers


@given(st.lists(st.integers(0, 5), min_size=6, max_size=200), st.permutations(range(6)))
def test_the_numbers_of_customers_say_nothing(who, numbers) -> None:
    """Customers under other numbers are as probable."""
    who, numbers = np.array([*range(6), *who]), np.array(numbers)

    assert np.allclose(as_spread(numbers[who])[numbers], as_spread(who))
    assert np.allclose(as_many(numbers[who])[numbers], as_many(who))
