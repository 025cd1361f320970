"""Were the accounts registered close together?"""

import numpy as np

from hydrascope.detect.evidence.birth_burst import birth_burst, densest


def test_births_of_two_days_among_births_of_a_year(told) -> None:
    """Twelve accounts of two days stand out from strangers who came one each nine days."""
    found = told.asked(birth_burst, told.hydra())

    assert found.bits > 30
    assert found.finding == "12 of 12 accounts were registered within 1 days; 0 of 40 independent accounts were, in the same days."


def test_births_over_the_same_year_are_no_burst(told) -> None:
    """Accounts that came as slowly as the strangers give less than a bit."""
    assert told.bits_of(told.asked(birth_burst, told.hydra(created_at=lambda i: -395 + 30 * i))) < 1


def test_a_launch_that_brought_everybody_is_no_burst(told) -> None:
    """Births of one week say nothing where the strangers were born in it too."""
    launched = told.both(told.strangers(created_at=lambda i: -20 + i % 2), told.heads())

    assert told.bits_of(told.asked(birth_burst, launched)) == 0


def test_without_birthdays_there_is_no_evidence(told) -> None:
    """No birthdays, or birthdays of two accounts only, give nothing."""
    assert told.asked(birth_burst, told.hydra().without("created_at")) is None
    assert told.asked(birth_burst, told.hydra(created_at=lambda i: -20 if i < 2 else None)) is None


def test_few_known_birthdays_say_nothing_of_a_group(told) -> None:
    """Four known birthdays of one day say nothing of twelve accounts; seven do."""
    for known, speaks in ((4, False), (7, True)):
        found = told.asked(birth_burst, told.hydra(created_at=lambda i, known=known: -20 if i < known else None))
        assert (found is not None) == speaks


def test_a_few_born_together_say_nothing_of_the_others(told) -> None:
    """Four of twelve that came on one day, among nobody else, are four; seven are most of them."""
    for few, speaks in ((4, False), (7, True)):
        found = told.asked(birth_burst, told.hydra(created_at=lambda i, few=few: -22.5 if i < few else -390 + 30 * i))
        assert (told.bits_of(found) > 8) == speaks


def test_the_fullest_window_is_the_first_of_equals() -> None:
    """Of two windows that hold as many, the earlier is named."""
    assert densest(np.array([50.0, 51.0, 10.0, 11.0]) * 86400, 1) == (10.0 * 86400, 2)
