"""A popular tool or public prompt: strangers who run the same software send the same text in the same shape."""

import pytest

from hydrascope.detect.explanations.popular_tool import popular_tool


def _users(told, **fields):
    """Strangers of another name who run one tool: its client, its prompt, their own lives."""
    tool = {"client": "tool/2", "headers_key": 50, "config_hash": 51, "structure_hash": 52, "template": 9}
    return told.both(told.strangers(), told.strangers(12, prefix="h", **tool | fields))


def test_software_alone_ties_strangers(told) -> None:
    """Users of one tool who share nothing but the tool fit, and what else ties them is told in bits."""
    found = told.asked(popular_tool, _users(told, created_at=lambda i: -390 + 30 * i))

    assert found.fit > 0.9
    assert found.finding.startswith("Nothing but software and text ties the 12 accounts")


def test_shared_cards_are_not_software(told) -> None:
    """An operator's accounts, tied by cards, lines and birthdays, are no users of a tool."""
    assert told.asked(popular_tool, told.hydra()) is None


def test_the_more_ties_the_less_it_fits(told) -> None:
    """Each personal tie takes away from the reading."""
    free = told.asked(popular_tool, _users(told, created_at=lambda i: -390 + 30 * i)).fit
    same_line = told.asked(popular_tool, _users(told, created_at=lambda i: -390 + 30 * i, subnet=lambda i, _: f"line-{i // 3}"))

    assert (same_line.fit if same_line else 0.0) < free


def test_without_a_register_it_fits_fully(told) -> None:
    """Where nothing personal is logged, nothing personal ties: the benefit of the doubt."""
    found = told.asked(popular_tool, _users(told).without("created_at", "payment_fingerprint", "user_ref", "subnet"))

    assert found.fit == 1.0


def test_a_launch_ties_nobody(told) -> None:
    """Users of one tool who all came on its first day fit as well as those who came one by one; not where they also share the work out at all hours."""
    alone = told.asked(popular_tool, _users(told, created_at=lambda i: -390 + 30 * i)).fit
    launched = told.asked(popular_tool, _users(told, created_at=-3.0))
    shared_out = told.asked(popular_tool, told.hydra(subnet=lambda i, _: f"home-{i}").without("payment_fingerprint", "user_ref"))

    assert launched is not None
    assert launched.fit == pytest.approx(alone)
    assert (shared_out.fit if shared_out else 0.0) < alone


def test_ties_of_accounts_that_were_picked_for_them_pay_for_the_picking(told) -> None:
    """Birthdays that a few accounts have in common tie them; not where it took as many bits to pick those few out of the users of a tool."""
    seen = told.scene_of(told.hydra(subnet=lambda i, _: f"home-{i}").without("payment_fingerprint", "user_ref"))
    group = told.group_of(seen)
    picked = group._replace(price=1e3)

    assert popular_tool(group, seen) is None or popular_tool(group, seen).fit < 1.0
    assert popular_tool(picked, seen).fit == 1.0
