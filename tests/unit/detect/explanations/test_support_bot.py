"""A service with users of its own: the requests are its users', at their hours."""

from hydrascope.detect.explanations.support_bot import support_bot

DAYTIME = {"hour": lambda i, k: 24 * (k % 10) + 10 + (i + k) % 5}


def test_many_end_users_by_day(told) -> None:
    """Requests that name an end user each, by day, fit fully."""
    found = told.asked(support_bot, told.hydra(end_user=lambda i, k: 1 + i * 100 + k, **DAYTIME))

    assert found.fit == 1.0
    assert found.finding.startswith("The requests name 288 end users")


def test_one_end_user_for_all_is_a_label(told) -> None:
    """The same end user in every request is no user."""
    assert told.asked(support_bot, told.hydra(end_user=5, **DAYTIME)).fit == 0.0


def test_users_who_never_sleep_excuse_nothing(told) -> None:
    """End users at all hours alike are not excused: they may be made up."""
    assert told.asked(support_bot, told.hydra(end_user=lambda i, k: 1 + i * 100 + k)).fit == 0.0


def test_without_end_users_it_does_not_fit(told) -> None:
    """Where less than half of the requests name a user, there is no reading."""
    assert told.asked(support_bot, told.hydra(**DAYTIME)) is None
    assert told.asked(support_bot, told.hydra(end_user=lambda i, k: 1 + k if i < 5 else 0, **DAYTIME)) is None
