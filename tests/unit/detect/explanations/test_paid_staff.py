"""Staff or contractors: people with homes and hours of their own, for whom one pays."""

import pytest

from hydrascope.detect.explanations.paid_staff import paid_staff

HOME = {"subnet": lambda i, _: f"home-{i}", "hour": lambda i, k: 24 * (k % 10) + 9 + (k + i) % 7}


def test_people_at_home_by_day_are_staff(told) -> None:
    """A network of their own and human hours fit fully, whoever pays."""
    found = told.asked(paid_staff, told.hydra(**HOME))

    assert found.fit == 1.0
    assert found.finding.startswith("12 of the 12 accounts share no network with another, and their daily rhythm is ")


@pytest.mark.parametrize("fields", [HOME | {"subnet": "one"}, {"subnet": HOME["subnet"]}])
def test_one_place_or_work_at_all_hours_is_no_staff(told, fields) -> None:
    """Heads behind one line, and heads that work round the clock from lines of their own, are not excused."""
    assert told.asked(paid_staff, told.hydra(**fields)) is None


def test_half_in_one_place_are_not_apart(told) -> None:
    """Where half of the accounts share a line, they are no people at home."""
    half = HOME | {"subnet": lambda i, _: f"home-{i}" if i % 2 else "one"}

    assert told.asked(paid_staff, told.hydra(**half)) is None
