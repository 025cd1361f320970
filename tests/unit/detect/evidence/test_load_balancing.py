"""Is the work spread evenly over the accounts, as a scheduler does and people do not?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.load_balancing import evenness, load_balancing


def test_equal_shares_among_unequal_strangers(told) -> None:
    """Heads of equal volume weigh for a scheduler; the sentence names both spreads."""
    found = told.asked(load_balancing, told.hydra())

    assert found.bits > 4
    assert found.finding.startswith("Volumes of the 12 accounts differ by a factor of 1.0")


def test_shares_as_unequal_as_the_strangers_say_nothing(told) -> None:
    """Volumes that differ as those of independent accounts give no bits."""
    assert told.bits_of(told.asked(load_balancing, told.hydra(each=lambda i: 8 << i % 4))) == 0


def test_more_even_is_more_evidence(told) -> None:
    """The less the volumes differ, the more it weighs."""
    bits = [told.bits_of(told.asked(load_balancing, told.hydra(each=lambda i, s=step: 20 + s * (i % 4)))) for step in (1, 10, 40)]

    assert bits == sorted(bits, reverse=True)
    assert bits[0] > bits[-1]


def test_four_accounts_have_no_spread(told) -> None:
    """A group of fewer than five accounts gives nothing."""
    assert told.asked(load_balancing, told.hydra(count=4)) is None


def test_without_a_crowd_there_is_no_evidence(told) -> None:
    """Where nobody is independent, no spread is usual."""
    assert told.asked(load_balancing, told.heads()) is None


def test_one_busy_account_does_not_hide_the_others() -> None:
    """The spread is robust: one outlier among equals leaves it at nought."""
    assert evenness(np.array([5.0] * 9 + [500.0])) == 0
    assert np.isnan(evenness(np.array([np.nan])))
    assert evenness(np.array([1.0, np.e, np.e**2])) == pytest.approx(1.4826)


def test_a_timetable_is_no_scheduler(told) -> None:
    """Accounts that each do the same seven tasks once have equal volumes, and nobody who deals them out."""
    assert told.asked(load_balancing, told.hydra()).bits > 0
    assert told.asked(load_balancing, told.both(told.strangers(), told.heads(12, 7))) is None
