"""Does a fresh account go on with the work whenever one is banned?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.regrowth import regrowth, replacements


def _relay(told, late: float = 6.0):
    """Six first heads of which five are banned on one day each, and a successor some hours after each ban."""
    first = told.heads(6, 12, prefix="h0", banned_at=lambda i: 2.0 + 3 * i if i < 5 else None, hour=lambda i, k: k + i / 100)
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * (2 + 3 * i) + late + k)
    return told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh)


def test_each_ban_has_its_successor(told) -> None:
    """Five bans that are each followed after six hours by a fresh account are told with the hours."""
    found = told.asked(regrowth, _relay(told))

    assert found.finding.startswith("5 of 5 banned accounts were followed by a fresh one with the same work, after 6 hours in the middle")
    assert found.bits > 0.5


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
    exchanges[group.members[0]] = 0
    idle = group._replace(profile=group.profile._replace(exchanges=exchanges))
    first[group.members[0]] += 100 * 3600
    late = idle._replace(profile=idle.profile._replace(first=first))

    assert told.bits_of(regrowth(idle, seen)) == told.bits_of(regrowth(late, seen)) > 0


def test_a_wave_of_bans_is_one_event(told) -> None:
    """Five heads that are banned in one hour, and five that begin in the next, are one coincidence and not five."""
    first = told.heads(6, 12, prefix="h0", banned_at=lambda i: 6.0 + i / 100 if i < 5 else None, hour=lambda i, k: k + i / 100)
    fresh = told.heads(5, 12, prefix="h1", hour=lambda i, k: 24 * 6 + 2 + i / 10 + k)
    seen = told.scene_of(told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh))

    assert len(replacements(told.group_of(seen), seen)) == 5
    assert told.bits_of(regrowth(told.group_of(seen), seen)) == 0


def test_beginnings_that_have_nothing_to_do_with_bans_rarely_give_bits(told) -> None:
    """Where bans fall at random hours, three bits come up in one of forty draws at most."""
    rng, high = np.random.default_rng(5), 0
    for _ in range(40):
        bans, begins = rng.uniform(3, 18, 6), rng.uniform(24, 19 * 24, 6)
        first = told.heads(7, 12, prefix="h0", banned_at=lambda i, at=bans: float(at[i]) if i < 6 else None, hour=lambda i, k: k + i / 100)
        fresh = told.heads(6, 12, prefix="h1", hour=lambda i, k, at=begins: float(at[i]) + k)
        seen = told.scene_of(told.both(told.strangers(hour=lambda _, k: 24 * (k % 20) + 9), first, fresh))
        high += told.bits_of(regrowth(told.group_of(seen), seen)) >= 3
    assert high <= 1
