"""A hackathon or workshop: begun for the day, used for the day, all together."""

import pytest

from hydrascope.detect.explanations.event import event

WEEKEND = {"created_at": 1.2, "hour": lambda i, k: 48 + (k * 5 + i) % 48}


def test_a_weekend_that_ends(told) -> None:
    """Accounts registered within a day that ask nothing after the weekend fit fully."""
    found = told.asked(event, told.hydra(**WEEKEND))

    assert found.fit == 1.0
    assert found.finding == "12 of 12 accounts were registered within 3 days, and 100% of their requests came until 2 days later."


def test_accounts_that_go_on_are_no_event(told) -> None:
    """Heads that were born together but ask most after these days are not excused."""
    assert told.asked(event, told.hydra(created_at=-2.0)) is None


def _some_after(after):
    """Of twenty requests of each account, the last so many come five days after the weekend."""
    return {"created_at": 1.2, "each": 20, "hour": lambda i, k: 48 + (k * 5 + i) % 48 + (120 if k >= 20 - after else 0)}


@pytest.mark.parametrize(("after", "fit"), [(1, 1.0), (3, 0.6), (6, 0.0)])
def test_few_requests_of_those_who_stay_on_are_no_other_work(told, after, fit) -> None:
    """Accounts that all come back for one request in twenty fit fully, and the less the more they come back for."""
    assert told.asked(event, told.hydra(**_some_after(after))).fit == pytest.approx(fit)


def test_who_asks_much_later_on_is_one_of_the_accounts(told) -> None:
    """One account of twelve that goes on with more requests than all the others have does not make it another matter."""
    one = {"created_at": 1.2, "each": lambda i: 9 if i else 180, "hour": lambda i, k: 48 + k % 48 + (0 if i else 120)}

    assert told.asked(event, told.hydra(**one)).fit == pytest.approx((11 / 12 - 0.7) / 0.25)


def test_a_few_born_apart_are_no_event(told) -> None:
    """Where five of twelve accounts were registered weeks before, that all ask on one weekend does not fit."""
    assert told.asked(event, told.hydra(**WEEKEND | {"created_at": lambda i: -30.0 if i < 5 else 1.2})).fit == 0.0


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
