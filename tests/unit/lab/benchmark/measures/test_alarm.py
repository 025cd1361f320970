"""The first alarm, with detectors that are made up."""

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.lab.benchmark.measures.alarm import AGES, HOUR, LONGEST, alarms, first_raised, until
from hydrascope.lab.benchmark.observe import stage
from hydrascope.lab.detectors.model import Findings


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    """A tiny demo."""
    return stage("demo", seed=1, scale=0.02, folder=tmp_path_factory.mktemp("world"))


def _after(exchanges, heads):
    """Return a detector that accuses some accounts as one group once it has seen so many of their exchanges."""

    def detector(observed) -> Findings:
        seen = sum(account in heads for account in observed.fingerprints["account_id"].to_pylist())
        return Findings({}, frozenset(heads if seen >= exchanges else ()), dict.fromkeys(heads, "1"))

    return detector


def test_the_alarm_is_the_first_hour_that_shows_enough(staged) -> None:
    """A detector that needs twelve exchanges of a campaign alarms at the end of the hour of the twelfth."""
    heads = {account for account, campaign in staged.truth.heads.items() if campaign == "reasoning"}
    alarm = alarms(_after(12, heads), staged).campaigns["reasoning"]
    own = np.array([a in heads for a in staged.observed.fingerprints["account_id"].to_pylist()])
    ts = np.asarray(staged.observed.fingerprints["ts"].cast(pa.int64()))[own]
    end = (ts[11] // HOUR + 1) * HOUR

    assert alarm.raised
    assert alarm.exchanges == int((ts < end).sum())
    assert alarm.hours == pytest.approx((end - ts[0]) / HOUR, abs=0.01)
    assert 0 < alarm.value <= staged.truth.campaigns["reasoning"].value


def test_a_campaign_that_is_never_accused_counts_for_a_week(staged) -> None:
    """Without alarm, the search ends after a week with all that the campaign got by then."""
    alarm = alarms(lambda _: Findings({}, frozenset(), {}), staged).campaigns["agentic"]

    assert not alarm.raised
    assert alarm.hours == LONGEST
    assert alarm.looks <= len(AGES)


def test_a_group_of_mostly_honest_accounts_is_no_alarm(staged) -> None:
    """Accusing everybody raises nothing."""
    everyone = dict.fromkeys(staged.truth.accounts, "1")

    assert not any(a.raised for a in alarms(lambda _: Findings({}, frozenset(everyone), everyone), staged).campaigns.values())


def test_nothing_later_is_seen(staged) -> None:
    """At a moment, exchanges, accounts, bans and releases of later times are unknown."""
    ts = np.asarray(staged.observed.fingerprints["ts"].cast(pa.int64()))
    end = int(ts[len(ts) // 2])
    then = until(staged.observed, end)

    assert np.asarray(then.fingerprints["ts"].cast(pa.int64())).max() < end
    assert all(
        moment is None or moment.timestamp() < end / 1e6
        for name in ("created_at", "banned_at")
        for moment in then.accounts[name].to_pylist()
    )
    assert all(released < end / 1e6 for released in then.releases.values())
    assert then.until.timestamp() == end / 1e6
    assert then.accounts.schema.equals(staged.observed.accounts.schema)


def test_the_hours_before_a_late_alarm_are_made_up_for() -> None:
    """Where a look alarms, the hours since the look before are halved until the first is found; in the first hours each is looked at."""
    looked = []

    def raised(end) -> bool:
        looked.append(end // HOUR)
        return end >= 75 * HOUR

    found = first_raised([hour * HOUR for hour in range(1, 169)], 0, raised)

    assert found == 75 * HOUR
    assert looked[:8] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(looked) < len(AGES) + 5


def test_each_hour_can_be_the_first() -> None:
    """Whatever hour the alarm begins at, it is found, and where it never does, none is."""
    ends = [hour * HOUR for hour in range(1, 169)]

    assert [first_raised(ends, 0, lambda end, at=at: end >= at) for at in ends] == ends
    assert first_raised(ends, 0, lambda _: False) is None
