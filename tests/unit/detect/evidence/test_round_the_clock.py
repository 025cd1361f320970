"""Do the accounts work at all hours, each of them?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.round_the_clock import round_the_clock


def test_all_hours_among_office_hours(told) -> None:
    """A middle account without a daily rhythm, among forty with one, gives log2(41) - 1 bits."""
    found = told.asked(round_the_clock, told.hydra())

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert "0 of 40 independent accounts keep so little" in found.finding


def test_office_hours_say_nothing(told) -> None:
    """Heads that keep the hours of the strangers give no bits."""
    assert told.bits_of(told.asked(round_the_clock, told.hydra(hour=lambda i, k: 24 * (k % 10) + 9 + (i * 7 + k * 3) % 9))) == 0


def test_services_that_run_all_day_excuse_each_other(told) -> None:
    """Where a third of the strangers runs round the clock, it gives no bits."""
    services = told.strangers(20, 24, prefix="s", hour=lambda i, k: 24 * (k % 10) + (k * 11 + i) % 24)

    assert told.bits_of(told.asked(round_the_clock, told.both(told.hydra(), services))) < 1


def test_few_exchanges_have_no_rhythm(told) -> None:
    """Accounts of seven exchanges give nothing."""
    assert told.asked(round_the_clock, told.hydra(each=7)) is None
