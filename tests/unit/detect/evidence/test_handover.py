"""Does a conversation that one account began go on at another?"""

import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.handover import handover


def _relay(told, heads=12, **fields):
    """Heads that each go on with the conversations that the head before began: one begins, the next takes the second turn."""
    rows = {
        "opening_hash": lambda i, k: 500 + (i - k % 2) % heads + 100 * (k // 2),
        "user_turns": lambda _, k: 1 + k % 2,
        "hour": lambda _, k: 10 + k // 2 + (k % 2) / 100,
    }
    return told.heads(each=8, **rows | fields)


def test_turns_that_go_through_the_next_head(told) -> None:
    """Twelve heads that take over four conversations each, all from others of the group, among strangers who keep theirs."""
    strangers = told.strangers(opening_hash=lambda i, k: 9000 + 40 * i + k // 2, user_turns=lambda _, k: 1 + k % 2)
    found = told.asked(handover, told.both(strangers, _relay(told)))

    assert found.bits > 50
    assert found.finding == (
        "48 of 48 conversations that accounts of the group came into were begun by another of them within the hour;"
        " among independent accounts 0 of 0 were begun by anyone else."
    )


def test_who_keeps_his_conversations_is_silent(told) -> None:
    """Heads that go on with their own conversations say nothing."""
    own = told.heads(opening_hash=lambda i, k: 500 + 40 * i + k // 2, user_turns=lambda _, k: 1 + k % 2)

    assert told.asked(handover, told.both(told.strangers(), own)) is None


def test_one_who_moves_is_silent(told) -> None:
    """A single account that goes on with another's conversation may be the same person."""
    moved = told.heads(
        opening_hash=lambda i, k: 500 + 40 * i + k // 2 if i > 1 else 77 + k // 2,
        user_turns=lambda i, k: 1 + k % 2 if i > 1 else 1 + i,
        hour=lambda i, k: 10 + k + i / 100,
    )

    assert told.asked(handover, told.both(told.strangers(), moved)) is None


def test_one_customer_in_the_open_is_silent(told) -> None:
    """A company's keys hand on conversations among themselves."""
    assert told.asked(handover, told.both(told.strangers(), _relay(told, org_id="acme"))) is None


def test_where_strangers_do_it_too_it_says_less(told) -> None:
    """The share among independent accounts is the null."""
    crowd = told.people(
        "c",
        40,
        8,
        opening_hash=lambda i, k: 90000 + (i - k % 2) % 40 + 100 * (k // 2),
        user_turns=lambda _, k: 1 + k % 2,
        hour=lambda _, k: 10 + k // 2 + (k % 2) / 100,
        payment_fingerprint=lambda i: f"card-{i}",
    )
    found = told.asked(handover, told.both(crowd, _relay(told)))

    assert found.bits == pytest.approx(rate_bits(48, 48, (160 + 0.4) / (160 + 20)))
    assert found.bits < 5
