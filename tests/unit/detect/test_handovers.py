"""Conversations that one account begins and another goes on with."""

import numpy as np
import pytest

from hydrascope.detect.handovers import WITHIN, handovers
from hydrascope.detect.seeds import passing


def _found(*rows, count=3):
    """The handovers of rows of opening, account, second and turns, in order of time."""
    opening, a, ts, turns = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return handovers(opening, a, ts, np.arange(len(rows)), turns, count)


def _pairs(found):
    return list(zip(found.giver.tolist(), found.taker.tolist(), found.conversations.tolist(), strict=True))


def test_each_turn_through_the_next_account() -> None:
    """A conversation of four turns over three accounts is taken over twice; the return to the first is its own."""
    found = _found((1, 0, 0, 1), (1, 1, 50, 2), (1, 2, 90, 3), (1, 0, 140, 4))

    assert _pairs(found) == [(0, 1, 1), (1, 2, 1)]
    assert found.entered.tolist() == [0, 1, 1]
    assert found.passed.all()


def test_who_begins_his_own_conversation_takes_over_none() -> None:
    """Two accounts that greet alike and go on, each for itself, hand over nothing."""
    found = _found((1, 0, 0, 1), (1, 1, 5, 1), (1, 0, 60, 2), (1, 1, 65, 2))

    assert _pairs(found) == []
    assert not found.passed.any()


def test_a_common_greeting_is_no_conversation() -> None:
    """An opening that more accounts have than it had turns is left out."""
    assert _pairs(_found((1, 0, 0, 1), (1, 1, 50, 2), (1, 2, 70, 2))) == []


@pytest.mark.parametrize("ts", [WITHIN + 1, 10 * WITHIN])
def test_after_an_hour_it_may_be_chance(ts) -> None:
    """A conversation that goes on elsewhere much later counts as entered, not as handed over."""
    found = _found((1, 0, 0, 1), (1, 1, ts, 2))

    assert _pairs(found) == []
    assert found.entered.tolist() == [0, 1, 0]


def test_another_opening_in_between_does_not_matter() -> None:
    """Conversations are told apart by their openings, and unknown openings are none."""
    found = _found((1, 0, 0, 1), (2, 0, 10, 1), (-1, 0, 20, 1), (1, 1, 50, 2), (2, 2, 60, 2), (-1, 1, 70, 2))

    assert _pairs(found) == [(0, 1, 1), (0, 2, 1)]
    assert found.passed.tolist() == [True, True, False, True, True, False]


def test_no_exchanges_no_handovers() -> None:
    """An empty log has none."""
    none = np.zeros(0, np.int64)

    assert _pairs(handovers(none, none, none, none, none, 2)) == []


def test_accounts_that_hand_on_conversations_are_asked_about(told) -> None:
    """Three heads that pass one conversation on are a seed; strangers who keep theirs are none."""
    heads = told.people("h", 3, 3, opening_hash=99, user_turns=lambda i, k: 1 + i + 3 * k, hour=lambda i, k: 50 + (i + 3 * k) / 60)
    seen = told.scene_of(told.both(told.strangers(), heads))
    names = seen.traffic.accounts.ids

    assert [[names[a] for a in part] for part in passing(seen)] == [["h000", "h001", "h002"]]
