"""Staff, contractors or a seminar: people with hours of their own, at home or in one room, for whom one pays."""

import pytest

from hydrascope.detect.explanations.paid_staff import paid_staff

HOME = {"subnet": lambda i, _: f"home-{i}", "hour": lambda i, k: 24 * (k % 10) + 9 + (k + i) % 7}


def test_people_at_home_by_day_are_staff(told) -> None:
    """A network of their own and human hours fit fully, whoever pays."""
    found = told.asked(paid_staff, told.hydra(**HOME))

    assert found.fit == 1.0
    assert found.finding.startswith("12 of the 12 accounts share no network with another, and their daily rhythm is ")


def test_people_in_one_room_by_day_are_paid_for(told) -> None:
    """Who sits behind one line that nobody else uses, and keeps human hours, hides no more than who is at home."""
    found = told.asked(paid_staff, told.hydra(**HOME | {"subnet": "one"}))

    assert found.fit == 1.0
    assert found.finding.startswith("100% of the 12 accounts are in one, which hardly anybody else uses, and their daily rhythm is ")


@pytest.mark.parametrize(("each", "fits"), [(40, 1.0), (60, 0.5), (80, None)])
def test_a_room_of_programs_is_no_seminar(told, each, fits) -> None:
    """Who sends eighty requests in some hours keeps a person's day by chance: a campaign that is over by night."""
    found = told.asked(paid_staff, told.hydra(**HOME | {"subnet": "one", "each": each, "hour": lambda i, k: 9 + (k + i) % each / 10}))

    assert (found and found.fit) == fits


@pytest.mark.parametrize("fields", [{"subnet": HOME["subnet"]}, {"subnet": "one"}, HOME | {"subnet": lambda i, _: f"one-{i % 3}"}])
def test_few_places_or_work_at_all_hours_is_no_staff(told, fields) -> None:
    """Heads that work round the clock, and heads spread over three lines, are not excused."""
    assert told.asked(paid_staff, told.hydra(**fields)) is None


def test_half_in_one_place_are_not_apart(told) -> None:
    """Where half of the accounts share a line, they are no people at home."""
    half = HOME | {"subnet": lambda i, _: f"home-{i}" if i % 2 else "one"}

    assert told.asked(paid_staff, told.hydra(**half)) is None
