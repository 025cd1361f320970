"""Does a fresh account go on with the work whenever one is banned?"""

from types import SimpleNamespace

import numpy as np
import pytest

from hydrascope.detect.evidence.regrowth import regrowth, replacements


def _asked(births, first, banned, days: float) -> float:
    """Ask about a group of whom only births, first requests and bans are known, in hours; the log is so many days long."""
    count = len(first)
    group = SimpleNamespace(
        members=np.arange(count), size=count, mine=SimpleNamespace(exchanges=np.ones(count), first=3600 * np.asarray(first, float))
    )
    traits = SimpleNamespace(banned=3600 * np.asarray(banned, float), birth=3600 * np.asarray(births, float))
    found = regrowth(group, SimpleNamespace(span=(0, int(days * 86400)), traits=traits))
    return found.bits if found else 0.0


def _in_office_hours(rng, count: int, days: int):
    return 24 * rng.integers(0, days, count) + rng.uniform(8, 19, count)


def _some_banned(rng, count: int, banned: int, at):
    """Return when each of so many accounts was banned: some of them, at times that depend on who they are."""
    out, who = np.full(count, np.nan), rng.choice(count, banned, replace=False)
    out[who] = at(who)
    return out


def _office(rng) -> float:
    """Eighty who join in office hours over four weeks, and a moderator who bans sixteen, in office hours, too."""
    births = _in_office_hours(rng, 80, 28)
    first = births + rng.exponential(2, 80)
    return _asked(births, first, _some_banned(rng, 80, 16, lambda who: np.maximum(_in_office_hours(rng, 16, 28), first[who] + 1)), 28)


def _growth(rng) -> float:
    """Sixty who join within five days of thirty, twelve of them banned about a day after."""
    births = 240 + rng.uniform(0, 120, 60)
    first = births + rng.exponential(2, 60)
    return _asked(births, first, _some_banned(rng, 60, 12, lambda who: first[who] + rng.exponential(24, 12)), 30)


def _sections(rng) -> float:
    """Eight classes of five that begin on different days, one pupil of each banned within minutes."""
    births = np.repeat(48 + 72 * np.arange(8) + rng.uniform(9, 16, 8), 5) + rng.exponential(1 / 6, 40)
    return _asked(births, births, np.where(np.arange(40) % 5 == 0, births + rng.uniform(0.02, 0.25, 40), np.nan), 28)


def _sweep(rng) -> float:
    """A day on which twelve of sixty are banned, and a day on which thirty join, each at random."""
    births = np.where(np.arange(60) < 30, rng.uniform(0, 48, 60), rng.uniform(120, 456) + rng.uniform(0, 24, 60))
    swept = rng.uniform(120, 456)
    return _asked(births, births, np.where(np.arange(60) < 12, swept + rng.uniform(0, 24, 60), np.nan), 20)


def _replaced(rng, heads: int, banned: int) -> float:
    """A campaign that replaces each banned head within five hours."""
    begun, bans = rng.uniform(0, 72, heads), rng.uniform(96, 430, banned)
    fresh = bans + rng.uniform(0.3, 5, banned)
    births = np.concatenate([np.full(heads, -480.0), fresh])
    banned_at = np.concatenate([bans, np.full(heads, np.nan)])
    return _asked(births, np.concatenate([begun, fresh + rng.exponential(3, banned)]), banned_at, 20)


@pytest.mark.parametrize("crowd", [_office, _growth, _sections, _sweep])
def test_bans_that_fall_where_people_come_say_nothing(crowd) -> None:
    """Honest groups of whom some are banned for reasons of their own never reach the three bits of a deed in forty draws."""
    assert max(crowd(np.random.default_rng(seed)) for seed in range(40)) < 3


@pytest.mark.parametrize(("heads", "banned"), [(20, 5), (40, 8), (100, 15)])
def test_heads_that_are_replaced_within_hours_do(heads, banned) -> None:
    """Campaigns that replace a good part of their heads reach three bits in nine draws of ten."""
    assert np.mean([_replaced(np.random.default_rng(seed), heads, banned) >= 3 for seed in range(40)]) >= 0.9


def test_a_few_who_come_back_say_nothing_of_a_group() -> None:
    """Four of sixty who return within hours of their bans are no sign of the other fifty-six."""
    assert max(_replaced(np.random.default_rng(seed), 60, 4) for seed in range(10)) == 0


def test_nobody_succeeds_himself() -> None:
    """Whoever is banned before his first request, as a register of dates tells it, is no ban that was made up for."""
    first = 24.0 * np.arange(1, 16) + 1
    banned = np.where(np.arange(15) % 2 == 0, first - 1, np.nan)

    assert _asked(np.full(15, np.nan), first, banned, 20) == 0


def _relay(told, late: float = 6.0):
    """Six first heads of which five are banned on one day each, and a successor some hours after each ban."""
    first = told.heads(6, 12, prefix="h0", banned_at=lambda i: 2.0 + 3 * i if i < 5 else None, hour=lambda i, k: k + i / 100)
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * (2 + 3 * i) + late + k)
    return told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh)


def test_each_ban_has_its_successor(told) -> None:
    """Five bans that are each followed after six hours by a fresh account are told with the hours."""
    found = told.asked(regrowth, _relay(told))

    assert found.finding.startswith("5 of 5 banned accounts were followed by one that began the same work, after 6 hours in the middle")
    assert "; 5 of 5 bans at different times had a successor within 12 hours, by chance " in found.finding
    assert found.bits > 8


def test_successors_are_named_once_and_in_order(told) -> None:
    """Every successor stands behind one ban only, with the hours between."""
    seen = told.scene_of(_relay(told))
    found = replacements(told.group_of(seen), seen)
    ids = seen.traffic.accounts.ids

    assert [(ids[r.banned], ids[r.successor]) for r in found] == [(f"h000{i}", f"h100{i}") for i in range(5)]
    assert [r.hours for r in found] == pytest.approx([6.0] * 5)


def test_accounts_that_begin_days_after_a_ban_are_no_successors(told) -> None:
    """Beginnings more than two days after a ban give no bits."""
    seen = told.scene_of(_relay(told, late=60.0))

    assert replacements(told.group_of(seen), seen) == []
    assert told.bits_of(regrowth(told.group_of(seen), seen)) == 0


def test_bans_without_late_beginnings_are_no_evidence(told) -> None:
    """A group that all began on the first day has no fresh accounts."""
    assert told.asked(regrowth, told.hydra(banned_at=3.0, hour=lambda _, k: k % 24)) is None


def test_without_bans_there_is_no_evidence(told) -> None:
    """A register that names no bans, or bans outside the traffic, gives nothing."""
    assert told.asked(regrowth, _relay(told).without("banned_at")) is None
    assert told.asked(regrowth, told.hydra(banned_at=900.0)) is None


def test_bans_before_the_traffic_are_not_counted(told) -> None:
    """Bans from before the log have no successors in it: of five bans, the three within it are weighed."""
    first = told.heads(
        6, 12, prefix="h0", banned_at=lambda i: 2.0 + 3 * i if i < 3 else -0.2 if i < 5 else None, hour=lambda i, k: k + i / 100
    )
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * (2 + 3 * i) + 6 + k)
    found = told.asked(regrowth, told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh))

    assert found.finding.startswith("3 of 3 banned accounts")
    assert found.bits >= 0


def test_two_who_came_back_say_nothing_of_a_group(told) -> None:
    """Fewer than three bans that were made up for are people who return under a new account."""
    first = told.heads(6, 12, prefix="h0", banned_at=lambda i: 2.0 + 3 * i if i < 2 else None, hour=lambda i, k: k + i / 100)
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * (2 + 3 * i) + 6 + k)

    assert told.asked(regrowth, told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh)) is None


def test_heads_that_never_worked_are_no_successors(told) -> None:
    """Accounts that sent nothing of the common work do not count among those that began, so they make no ban's successor likelier by chance."""
    seen = told.scene_of(_relay(told))
    group = told.group_of(seen)
    exchanges, first = group.profile.exchanges.copy(), group.profile.first.copy()
    exchanges[0] = 0
    idle = group._replace(profile=group.profile._replace(exchanges=exchanges))
    first[0] += 100 * 3600
    late = idle._replace(profile=idle.profile._replace(first=first))

    assert told.bits_of(regrowth(idle, seen)) == told.bits_of(regrowth(late, seen)) > 0


def test_a_wave_of_bans_is_one_event(told) -> None:
    """Five heads that are banned in one hour, and five that begin in the next, are one coincidence and not five."""
    first = told.heads(6, 12, prefix="h0", banned_at=lambda i: 6.0 + i / 100 if i < 5 else None, hour=lambda i, k: k + i / 100)
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * 6 + 2 + i / 10 + k)
    seen = told.scene_of(told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh))

    assert len(replacements(told.group_of(seen), seen)) == 5
    assert told.bits_of(regrowth(told.group_of(seen), seen)) == 0
