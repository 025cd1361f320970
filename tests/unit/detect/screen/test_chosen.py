"""Which accounts a search looks at."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.screen.chosen import Order, Screened, chosen, order_of, screened
from hydrascope.detect.screen.sets import LARGE, sets

HONEST, HEADS = 300, 40


def _screened(found):
    return Screened(found, np.arange(len(found.size), 0, -1.0), len(found.size))


def _alone(rank):
    return Order(rank, np.arange(len(rank)))


def _ids(count):
    return pa.array([f"acct-{a}" for a in range(count)])


def _together(order, rank):
    """Return whether some accounts come one after another."""
    return np.ptp(rank[order]) == len(order) - 1


@given(st.integers(0, 1 << 32), st.integers(0, 4000), st.floats(0, 1))
def test_no_more_is_looked_at_than_there_is_room_for(seed, rows, crowd) -> None:
    """The exchanges of the chosen accounts are never more than the rows allowed."""
    rng = np.random.default_rng(seed)
    exchanges, rank = rng.integers(1, 200, 60), rng.permutation(60)
    found = _screened(sets(rng.integers(0, 4, 60), rng.integers(0, 60, 60)))

    assert exchanges[chosen(found, exchanges, Order(rank, np.sort(rng.integers(0, 30, 60))), rows=rows, crowd=crowd)].sum() <= rows


def test_with_room_for_all_all_are_looked_at(made) -> None:
    """What fits is not sampled."""
    assert chosen(_screened(made.groups([1, 2, 3])), np.full(9, 4), _alone(np.arange(9)), rows=36).all()


def test_the_crowd_is_the_same_whatever_was_screened(made) -> None:
    """The first accounts by rank are looked at in any case."""
    rank, exchanges = np.random.default_rng(3).permutation(100), np.full(100, 10)
    crowd = np.flatnonzero(rank < 15)  # 30 % of 500 rows

    for found in (made.groups(range(40)), made.groups(range(60, 100), range(20)), made.groups([])):
        assert chosen(_screened(found), exchanges, _alone(rank), rows=500)[crowd].all()


def test_sets_come_before_more_of_the_crowd(made) -> None:
    """The best set is looked at whole, where it fits beside the crowd."""
    rank = np.arange(100)
    take = chosen(_screened(made.groups(range(70, 100))), np.full(100, 10), _alone(rank), rows=500)

    assert take[70:].all()
    assert np.flatnonzero(take[:70]).tolist() == list(range(20))


def test_where_sets_do_not_fit_each_gives_a_sample(made) -> None:
    """Of two sets too large for the room both are looked at."""
    take = chosen(_screened(made.groups(range(200, 400), range(400, 600))), np.full(600, 1), _alone(np.arange(600)), rows=100)

    assert take[200:400].sum() == take[400:].sum() == 30


def test_who_is_looked_at_is_looked_at_in_company(made) -> None:
    """Those on the same card as an account of a set come with it, though they are not of the set."""
    company = np.append(np.arange(100) // 5, np.arange(100, 200))
    take = chosen(_screened(made.groups([3, 52, 120])), np.full(200, 10), Order(np.arange(200)[::-1], company), rows=200, crowd=0.0)

    assert np.flatnonzero(take[:100]).tolist() == [0, 1, 2, 3, 4, 50, 51, 52, 53, 54]
    assert take[120]


def test_accounts_of_one_card_or_place_come_together(made) -> None:
    """Who shares a card or a narrow network, through any number of hands, is drawn as one."""
    traits = made.strangers(200)
    traits.payment[[5, 90, 150]] = 5
    traits.place[[150, 20]] = 1000
    rank = order_of(made.operated(0, 200)._replace(traits=traits), _ids(200)).rank

    assert sorted(rank.tolist()) == list(range(200))
    assert _together([5, 20, 90, 150], rank)


def test_a_card_of_many_draws_nobody_along(made) -> None:
    """More accounts than a set may have without being asked by parts are drawn singly."""
    traits = made.strangers(300)
    traits.payment[: LARGE + 1] = 0
    rank = order_of(made.operated(0, 300)._replace(traits=traits), _ids(300)).rank

    assert not _together(np.arange(LARGE + 1), rank)


def test_ranks_follow_from_the_ids(made) -> None:
    """The order of the accounts in the log does not matter."""
    people, turned = made.operated(20, 100), np.random.default_rng(1).permutation(120)
    traits = people.traits._make(column[turned] for column in people.traits)
    ids = _ids(120)

    other = order_of(people._replace(traits=traits), ids.take(pa.array(turned)))

    assert other.rank.tolist() == order_of(people, ids).rank[turned].tolist()


@pytest.mark.parametrize("heads", [HEADS, 2 * LARGE])
def test_an_operators_accounts_are_a_set_worth_a_look(made, heads) -> None:
    """The set of its template comes first, and nobody honest is in what is worth a look."""
    found = screened(made.operated(heads, HONEST))

    assert found.sets.account[: found.sets.offsets[1]].tolist() == list(range(HONEST, HONEST + heads))
    assert found.sets.account.min() >= HONEST
    assert found.bits[0] > 10
    assert found.asked > len(found.bits)


def test_strangers_are_not_worth_a_look(made) -> None:
    """A popular tool's template and usual shapes of requests make no set worth a look."""
    found = screened(made.operated(0, HONEST))

    assert found.asked > 3
    assert found.sets.account.tolist() == []


def test_a_set_that_better_ones_hold_is_left_out(made) -> None:
    """The shape of the heads' requests makes the same set as their template; it is looked at once, as is a card that pays for five of them."""
    found = screened(made.operated(HEADS, HONEST))

    assert found.sets.size.tolist() == [HEADS]


def test_a_set_with_accounts_of_its_own_stays(made) -> None:
    """A second campaign that shares half of its accounts with a better set is looked at for itself."""
    people = made.operated(HEADS, HONEST)
    filled = {(a, 7): 20 for a in range(HONEST, HONEST + 30)} | {(a, 9): 20 for a in range(HONEST + 20, HONEST + HEADS)}
    people.traits.payment[HONEST:] = np.arange(HONEST, HONEST + HEADS)
    found = screened(people._replace(seen=people.seen._replace(filled=made.pairs(filled), bare=made.pairs({}))))

    assert sorted(found.sets.size.tolist()) == [20, 30]
