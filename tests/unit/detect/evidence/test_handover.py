"""Do conversations go from account to account?"""

import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.handover import MIGRATION, handover


def _relay(told, **fields):
    """Twelve heads: each begins four conversations, and has the second turn of those that the head before began."""
    rows = {
        "opening_hash": lambda i, k: 500 + (i - k % 2) % 12 + 100 * (k // 2),
        "user_turns": lambda _, k: 1 + k % 2,
        "hour": lambda _, k: 10 + k // 2 + (k % 2) / 100,
    }
    return told.heads(each=8, **rows | fields)


def test_turns_that_go_through_the_next_head(told) -> None:
    """Twelve heads that take over and hand on, among forty strangers who keep their conversations."""
    strangers = told.strangers(opening_hash=lambda i, k: 9000 + 40 * i + k // 2, user_turns=lambda _, k: 1 + k % 2)
    found = told.asked(handover, told.both(strangers, _relay(told)))

    assert found.bits == pytest.approx(rate_bits(12, 12, 1 / 42))
    assert found.finding == (
        "12 of 12 customers go on with conversations of others of the group and hand on to others, 48 turns in all;"
        " 0 of 40 independent accounts do both with anybody."
    )


def test_two_of_many_say_nothing(told) -> None:
    """One person with two accounts among twelve heads, who goes to and fro between them, is no pool."""
    to_and_fro = told.heads(
        each=8,
        opening_hash=lambda i, k: 77 if i < 2 else 500 + 40 * i + k,
        user_turns=lambda i, k: 1 + i + 2 * k if i < 2 else 1,
        hour=lambda i, k: 10 + k / 10 + i / 100,
    )

    assert told.asked(handover, told.both(told.strangers(200), to_and_fro)) is None


def test_a_few_conversations_are_not_more_than_people_pass_on(told) -> None:
    """Where all strangers keep their conversations, one in fifty is taken to pass some on all the same."""
    found = told.asked(handover, told.both(told.strangers(200), _relay(told)))

    assert found.bits == pytest.approx(rate_bits(12, 12, MIGRATION))


def test_beginnings_of_known_conversations_are_none(told) -> None:
    """Three accounts that evaluate the first, second and third turn of the same conversations each have their own turn of all; only the middle one does both."""
    three = told.people("h", 3, 10, opening_hash=lambda _, k: 500 + k, user_turns=lambda i, _: 1 + i, hour=lambda i, k: 10 + k + i / 100)
    assert told.bits_of(told.asked(handover, told.both(told.strangers(200), three))) < 3


def test_who_keeps_his_conversations_is_silent(told) -> None:
    """Heads that go on with their own conversations say nothing."""
    own = told.heads(opening_hash=lambda i, k: 500 + 40 * i + k // 2, user_turns=lambda _, k: 1 + k % 2)

    assert told.asked(handover, told.both(told.strangers(), own)) is None


def test_who_moves_is_silent(told) -> None:
    """Accounts that go on with what another leaves, each once, may be the same persons."""
    moved = told.heads(
        each=2,
        opening_hash=lambda i, k: 500 + i // 2 + 100 * k,
        user_turns=lambda i, _: 1 + i % 2,
        hour=lambda i, k: 10 + k + i % 2 / 100,
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

    assert told.bits_of(found) < 1
