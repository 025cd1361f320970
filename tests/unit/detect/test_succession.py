"""Whether one group takes over when another is banned whole."""

import pytest

from hydrascope.detect.merge import one_operator
from hydrascope.detect.succession import succeeds


def _pools(told, *, banned=lambda i: 5.0 + i / 500, begins: float = 24 * 5 + 1):
    """Six heads that work from the start and are banned on the fifth day, and six that do the same from a given hour on."""
    first = told.heads(6, 12, hour=lambda i, k: 8 * k + i / 100, banned_at=banned, payment_fingerprint=lambda i: f"h-card-{i}")
    second = told.heads(6, 12, prefix="k", hour=lambda i, k: begins + 4 * k + i / 10, payment_fingerprint=lambda i: f"k-card-{i}")
    crowd = told.strangers(hour=lambda _, k: 24 * (k % 20) + 9)
    seen = told.scene_of(told.both(crowd, first, second).without("user_ref"))
    return seen, told.group_of(seen), told.group_of(seen, "k")


def test_a_pool_that_takes_over_when_another_is_banned(told) -> None:
    """Whoever begins within hours of the ban of a whole pool follows it, and not the other way round; both are one operator's."""
    seen, first, second = _pools(told)

    assert succeeds(first, second, seen)
    assert not succeeds(second, first, seen)
    assert one_operator(first, second, seen)
    assert one_operator(second, first, seen)


@pytest.mark.parametrize("begins", [24 * 5 + 30, 24 * 2])
def test_who_begins_a_day_later_or_before_follows_nobody(told, begins) -> None:
    """A group that begins more than half a day after the ban, or was at work before it, is another customer's."""
    seen, first, second = _pools(told, begins=begins)

    assert not succeeds(first, second, seen)
    assert not one_operator(first, second, seen)


@pytest.mark.parametrize("banned", [lambda i: 5.0 if i < 3 else None, lambda i: 1.0 + i, lambda _: None])
def test_single_bans_are_no_end_of_a_pool(told, banned) -> None:
    """Half of a group banned, bans over many days, and none at all, are no pool that ended."""
    seen, first, second = _pools(told, banned=banned)

    assert not succeeds(first, second, seen)
