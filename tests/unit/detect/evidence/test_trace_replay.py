"""Do the accounts hand back reasoning blocks that were minted for somebody else?"""

import numpy as np
import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.trace_replay import trace_replay


def _mints(prefix):
    return lambda i, k: [f"{prefix}-{i}-{k}"]


def _own(prefix):
    """Hand back the block of one's own last exchange."""
    return lambda i, k: [f"{prefix}-{i}-{k - 1}"] if k else None


def _next(prefix, of):
    """Hand back blocks of the account with the next number."""
    return lambda i, k: [f"{prefix}-{(i + 1) % of}-{k}"]


def _crowd(told, **fields):
    return told.strangers(blocks_out=_mints("c"), **{"blocks_in": _own("c")} | fields)


def test_blocks_that_go_round_among_heads(told) -> None:
    """Twelve heads that hand back each other's blocks, among forty strangers that hand back their own."""
    found = told.asked(trace_replay, told.both(_crowd(told), told.heads(blocks_out=_mints("h"), blocks_in=_next("h", 12))))

    assert found.bits == pytest.approx(rate_bits(12, 12, 0.5 / 50))
    assert found.finding == (
        "12 of 12 accounts that hand back reasoning blocks hand back blocks of other customers, 288 in all; 0 of 40 independent accounts do."
    )


def test_blocks_of_victims_outside_the_group_count_too(told) -> None:
    """A cleaner replays what others' sessions minted."""
    stolen = told.heads(blocks_in=lambda i, k: [f"c-{i}-{k % 8}"])

    assert told.bits_of(told.asked(trace_replay, told.both(_crowd(told), stolen))) > 10


def test_a_session_of_ones_own_is_none(told) -> None:
    """Accounts that hand back their own blocks do what the protocol asks of them."""
    assert told.asked(trace_replay, told.both(_crowd(told), told.heads(blocks_out=_mints("h"), blocks_in=_own("h")))) is None


def test_one_account_that_does_is_a_person_who_moved(told) -> None:
    """One member with foreign blocks says nothing."""
    moved = told.heads(blocks_out=_mints("h"), blocks_in=lambda i, k: [f"h-{(i + (i == 0)) % 12}-{max(k - 1, 0)}"])

    assert told.asked(trace_replay, told.both(_crowd(told), moved)) is None


def test_two_colleagues_who_share_a_session_say_nothing_of_their_class(told) -> None:
    """Two of twelve who take up each other's sessions are no tie of the twelve; seven are."""

    def some(of):
        return told.heads(blocks_out=_mints("h"), blocks_in=lambda i, k: [f"h-{(i + 1) % of if i < of else i}-{k}"])

    assert told.asked(trace_replay, told.both(_crowd(told), some(2))) is None
    assert told.bits_of(told.asked(trace_replay, told.both(_crowd(told), some(7)))) > 3


def test_where_strangers_do_it_too_it_says_nothing(told) -> None:
    """Where every stranger moves sessions between accounts, heads that do are nothing special."""
    everybody = told.both(_crowd(told, blocks_in=_next("c", 40)), told.heads(blocks_out=_mints("h"), blocks_in=_next("h", 12)))

    assert told.bits_of(told.asked(trace_replay, everybody)) < 1


def test_accounts_of_one_company_may_share_a_session(told) -> None:
    """A router over the keys of one declared organisation hands back nobody else's blocks."""
    company = told.heads(blocks_out=_mints("h"), blocks_in=_next("h", 12), org_id="acme")

    assert told.asked(trace_replay, told.both(_crowd(told), company)) is None


def test_few_presenters_are_no_null(told) -> None:
    """Without any stranger that hands back blocks, one in twenty is taken to move honestly."""
    found = told.asked(trace_replay, told.both(told.strangers(), told.heads(blocks_out=_mints("h"), blocks_in=_next("h", 12))))

    assert found.bits == pytest.approx(rate_bits(12, 12, 0.05))
    assert np.isfinite(found.bits)
