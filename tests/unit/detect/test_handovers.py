"""Conversations that go from account to account."""

import numpy as np
import pytest

from hydrascope.detect.handovers import WITHIN, handovers
from hydrascope.detect.seeds import conversing


def _found(*rows):
    """The handovers of rows of conversation, account, second and turns, in order of time."""
    conversation, a, ts, turns = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return handovers(conversation, a, ts, np.arange(len(rows)), turns)


def _pairs(found):
    return list(zip(found.giver.tolist(), found.taker.tolist(), found.conversation.tolist(), strict=True))


def test_each_turn_through_the_next_account() -> None:
    """A conversation of four turns over three accounts is handed on three times; all its exchanges are its turns."""
    found = _found((1, 0, 0, 1), (1, 1, 50, 2), (1, 2, 90, 3), (1, 0, 140, 4))

    assert _pairs(found) == [(0, 1, 1), (1, 2, 1), (2, 0, 1)]
    assert found.both_ways().tolist() == [0, 1, 2]
    assert found.of.tolist() == [1, 1, 1, 1]


def test_who_moves_goes_one_way() -> None:
    """Whoever moves to another account hands over and takes nothing back."""
    assert _found((1, 0, 0, 1), (1, 1, 50, 2), (2, 0, 60, 1), (2, 1, 90, 2)).both_ways().tolist() == []


@pytest.mark.parametrize(
    "rows",
    [
        [(1, 0, 0, 1), (1, 1, 5, 1), (1, 1, 60, 2), (1, 0, 65, 2), (1, 2, 70, 1), (1, 2, 90, 4)],
        [(1, 0, 0, 3), (1, 1, 50, 5)],
        [(1, 0, 0, 1), (1, 1, WITHIN + 1, 2)],
        [(-1, 0, 0, 1), (-1, 1, 5, 2)],
        [(1, 0, 0, 1), (1, 1, 50, 1)],
        [(1, 0, 0, 1), (1, 0, 50, 2)],
    ],
    ids=["many begin alike", "begun before the log", "after an hour", "unknown", "sent again", "his own"],
)
def test_what_is_no_handover(rows) -> None:
    """A common beginning, an unseen or unknown one, a late turn, a repeat and one's own next turn are none."""
    found = _found(*rows)

    assert _pairs(found) == []
    assert (found.of == -1).all()


def test_a_request_sent_again_does_not_end_a_conversation() -> None:
    """A turn that failed and came again through another account is still the same conversation."""
    assert _pairs(_found((1, 0, 0, 1), (1, 1, 20, 1), (1, 0, 50, 2))) == [(1, 0, 1)]


def test_marked_accounts_and_customers() -> None:
    """Only handovers between marked accounts, or between customers, are kept when asked for."""
    found = _found((1, 0, 0, 1), (1, 1, 50, 2), (1, 2, 90, 3))

    assert _pairs(found.among(np.array([True, True, False]))) == [(0, 1, 1)]
    assert _pairs(found.foreign(np.array([7, 7, 8]))) == [(1, 2, 1)]


def test_no_exchanges_no_handovers() -> None:
    """An empty log has none."""
    none = np.zeros(0, np.int64)

    assert _pairs(handovers(none, none, none, none, none)) == []


def test_accounts_that_hand_on_conversations_are_asked_about(told) -> None:
    """Three heads that pass one conversation round are a seed; strangers who keep theirs, and one who joins in once, are none."""
    turn = {"opening_hash": 99, "user_turns": lambda i, k: 1 + i + 3 * k, "hour": lambda i, k: 50 + (i + 3 * k) / 60}
    late = told.people("z", 1, 1, opening_hash=99, user_turns=12, hour=50.5)
    seen = told.scene_of(told.both(told.strangers(), told.people("h", 3, 3, **turn), late))
    names = seen.traffic.accounts.ids

    assert [[names[a] for a in part] for part in conversing(seen)] == [["h000", "h001", "h002"]]
