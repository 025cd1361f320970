"""Are the accounts busy in the same hours, beyond the hours and days that each keeps?"""

import numpy as np
import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.synchrony import DAYS, surprise, synchrony

HOURS = np.random.default_rng(11).integers(0, 24 * 27, (80, 40))
BURSTS = np.sort(np.random.default_rng(12).integers(24, 24 * 26, 8))


def _anyhow(i, k):
    """Hours of one's own."""
    return float(HOURS[i, k % 40]) + k / 100


def _in_bursts(i, k):
    """Hours of the operator's own, the same for all heads, a few minutes apart."""
    return float(BURSTS[k % 8]) + i / 100 + k / 1000


def _crowd(told, **fields):
    return told.strangers(each=40, **{"hour": _anyhow} | fields)


def test_bursts_in_lockstep(told) -> None:
    """Heads that are sent out together keep the same hours as no stranger does."""
    found = told.asked(synchrony, told.both(_crowd(told), told.heads(hour=_in_bursts)))

    assert found.bits == 12 < rate_bits(12, 12, 1 / 42)
    assert found.finding == (
        "The hours of two of 12 accounts correlate by 1.00 beyond their own weeks; 12 keep so near to the hours of the others,"
        " and 0 of 40 independent accounts do."
    )


def test_an_even_load_says_nothing(told) -> None:
    """Heads that work round the clock, each at hours of its own, do not agree."""
    assert told.bits_of(told.asked(synchrony, told.both(_crowd(told), told.heads(hour=lambda i, k: _anyhow(i + 40, k))))) == 0


def test_office_hours_and_weekends_are_no_agreement(told) -> None:
    """People who all work from nine to five on weekdays agree in nothing beyond their weeks."""

    def working(i, k):
        day = int(HOURS[i, k % 40] % 20)
        return 24.0 * (day + day // 5 * 2 + 4) + 9 + HOURS[i, (k + 7) % 40] % 8

    found = told.asked(synchrony, told.both(_crowd(told), told.heads(each=40, hour=working)))

    assert told.bits_of(found) == 0


def test_an_outage_for_everybody_says_nothing(told) -> None:
    """Where strangers too are busy in the same hours, the group's agreement is theirs."""
    assert told.bits_of(told.asked(synchrony, told.both(_crowd(told, hour=_in_bursts), told.heads(hour=_in_bursts)))) < 1


def test_hours_that_a_tenth_of_the_strangers_keep_are_no_mark(told) -> None:
    """Some strangers who work in the same bursts make them everybody's."""
    shared = _crowd(told, hour=lambda i, k: _in_bursts(i, k) if i < 5 else _anyhow(i, k))

    assert told.bits_of(told.asked(synchrony, told.both(shared, told.heads(hour=_in_bursts)))) == 0


def test_a_week_alone_tells_nothing(told) -> None:
    """Within one week no weekday comes twice, so nothing can be beyond it."""
    week = {"hour": lambda i, k: _anyhow(i, k) % 150}

    assert told.asked(synchrony, told.both(_crowd(told, **week), told.heads(**week))) is None


def test_too_few_exchanges_tell_nothing(told) -> None:
    """Accounts with fewer than eight exchanges have no week to speak of."""
    assert told.asked(synchrony, told.both(_crowd(told), told.heads(each=7, hour=_in_bursts))) is None


def test_vectors_have_length_one_and_no_mean(told) -> None:
    """Each account counts alike, and the days it was more and less busy than usual make up for each other."""
    seen = told.scene_of(_crowd(told))
    found = surprise(seen, np.arange(len(seen.traffic.exchanges.a))).hours

    assert (found**2).sum(axis=1) == pytest.approx(np.ones(40))
    assert found.sum(axis=1) == pytest.approx(np.zeros(40), abs=1e-9)


def test_a_stray_time_does_not_blow_up_the_table(told) -> None:
    """One exchange years before the others leaves the last half year to look at."""
    seen = told.scene_of(_crowd(told, hour=lambda i, k: -300_000.0 if (i, k) == (0, 0) else _anyhow(i, k)))

    assert surprise(seen, np.arange(len(seen.traffic.exchanges.a))).hours.shape[1] == DAYS * 24
