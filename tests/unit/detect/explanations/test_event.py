"""A hackathon or workshop: begun for the day, used for the day, all together."""

from hydrascope.detect.explanations.event import event

WEEKEND = {"created_at": 1.2, "hour": lambda i, k: 48 + (k * 5 + i) % 48}


def test_a_weekend_that_ends(told) -> None:
    """Accounts registered within a day and not used after the weekend fit fully."""
    found = told.asked(event, told.hydra(**WEEKEND))

    assert found.fit == 1.0
    assert found.finding == "12 of 12 accounts were registered within 3 days, and 100% were not used after the 2 days that followed."


def test_accounts_that_go_on_are_no_event(told) -> None:
    """Heads that were born together but work to the end of the traffic are not excused."""
    assert told.asked(event, told.hydra(created_at=-1.0)) is None


def test_an_event_at_the_end_of_the_traffic_cannot_be_told(told) -> None:
    """What only began is no event: whether it goes on lies after the traffic."""
    assert told.asked(event, told.hydra(created_at=8.0, hour=lambda i, k: 24 * 8 + (k * 5 + i) % 40)) is None


def test_without_birthdays_the_first_use_tells(told) -> None:
    """Without a register, accounts that are first seen together and then gone still read as an event."""
    found = told.asked(event, told.hydra(**WEEKEND).without("created_at"))

    assert found.fit == 1.0
    assert "first seen within 3 days" in found.finding


def test_accounts_seen_from_the_first_day_may_be_older(told) -> None:
    """Without a register, accounts that the traffic begins with are no event."""
    assert told.asked(event, told.hydra(created_at=None, hour=lambda i, k: (k * 5 + i) % 40)) is None
