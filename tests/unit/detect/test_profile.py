"""What each account's exchanges look like as a whole."""

import numpy as np
import pytest

from hydrascope.detect.profile import ENOUGH, _rhythm, modal


def _rhythms(hours):
    """The rhythm of each row of hours."""
    accounts, each = hours.shape
    a = np.repeat(np.arange(accounts), each)
    return _rhythm(a, hours.reshape(-1) * 3600, np.full(accounts, each))


@pytest.mark.parametrize("each", [8, 12, 40])
def test_rhythm_of_an_even_day_is_nought_on_average(each) -> None:
    """For exchanges at hours drawn evenly, few or many, the mean rhythm of 4,000 accounts is nought within four standard errors: it is unbiased."""
    found = _rhythms(np.random.default_rng(5).integers(0, 24, (4000, each)))

    assert abs(found.mean()) < 4 * found.std() / np.sqrt(4000)


@pytest.mark.parametrize("each", [8, 30])
def test_rhythm_of_two_working_hours_is_their_squared_resultant(each) -> None:
    """For hours drawn from two that lie a quarter of a day apart, the mean rhythm is one half."""
    hours = np.array([3, 9])[np.random.default_rng(6).integers(0, 2, (4000, each))]
    found = _rhythms(hours)

    assert found.mean() == pytest.approx(0.5, abs=4 * found.std() / np.sqrt(4000))


def test_rhythm_of_one_moment_is_one_and_of_few_exchanges_unknown() -> None:
    """One hour a day gives one; fewer than eight exchanges give nothing."""
    assert _rhythms(np.full((1, 20), 7))[0] == pytest.approx(1.0)
    assert np.isnan(_rhythms(np.full((1, ENOUGH - 1), 7))[0])


def test_rhythm_does_not_depend_on_where_the_day_begins() -> None:
    """Hours moved by a time zone give the same rhythm."""
    hours = np.random.default_rng(7).integers(8, 17, (5, 30))

    assert _rhythms(hours) == pytest.approx(_rhythms((hours + 9) % 24))


def test_daily_counts_from_the_first_to_the_last_exchange(told) -> None:
    """Twenty-four exchanges over six days are four a day; a burst within an hour counts as one day."""
    seen = told.scene_of(told.both(told.people("a", 1, 25, hour=lambda _, k: 6.0 * k), told.people("b", 1, 10, hour=lambda _, k: k / 60)))

    assert seen.profile.daily.tolist() == pytest.approx([25 / 6, 10.0])
    assert seen.profile.exchanges.tolist() == [25, 10]


def test_fresh_requests_are_new_items_in_one_turn(told) -> None:
    """Of a new item, its repeat, a conversation and words without a template, only the first is fresh."""
    rows = {
        "content_hash": lambda _, k: [1, 1, 2, 3][k],
        "user_turns": lambda _, k: [1, 1, 5, 1][k],
        "template": lambda _, k: [7, 7, 7, -1][k],
    }

    assert told.scene_of(told.people("a", 1, 4, **rows)).profile.fresh.tolist() == [0.25]


def test_another_account_with_the_same_item_is_fresh_too(told) -> None:
    """What is new is new to the account."""
    seen = told.scene_of(told.people("a", 2, 2, content_hash=lambda _, k: 1 + k, user_turns=1, template=7))

    assert seen.profile.fresh.tolist() == [1.0, 1.0]


def test_shares_add_up_and_tokens_are_means(told) -> None:
    """What asks for no training data is a share of an account's exchanges; tokens are the mean of its answers."""
    seen = told.scene_of(told.people("a", 1, 4, intent=lambda _, k: [0, 1, 1, 3][k], output_tokens=lambda _, k: 100 * k))

    assert seen.profile.innocent.tolist() == [0.25]
    assert seen.profile.tokens.tolist() == [150.0]


def test_the_commonest_value_is_settled_by_value_among_equals() -> None:
    """Of equally common values the smallest counts; accounts that have none have none."""
    assert modal(np.array([1, 1, 1, 1, 0]), np.array([9, 4, 4, 9, -1]), 3).tolist() == [-1, 4, -1]
