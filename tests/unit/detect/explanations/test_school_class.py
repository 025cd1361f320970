"""A class or course: one school's mail domain or one campus network, the same assignments, human hours."""

import pytest

from hydrascope.detect.explanations.school_class import school_class

DAYTIME = {"hour": lambda i, k: 24 * (k % 10) + 10 + (i + k) % 5}
SCHOOL = DAYTIME | {"email_domain": "school.example", "subnet": lambda i, _: f"home-{i}"}


def test_one_domain_in_human_hours(told) -> None:
    """Accounts of one school's domain that work by day fit fully, and the domain is named."""
    found = told.asked(school_class, told.hydra(**SCHOOL))

    assert found.fit == 1.0
    assert found.finding.startswith("100% of 12 accounts are in school.example, which hardly anybody else uses; their daily rhythm is 0.")


def test_one_campus_in_human_hours(told) -> None:
    """Without mail domains, a campus network tells a class."""
    found = told.asked(school_class, told.hydra(**DAYTIME, subnet="campus").without("email_domain"))

    assert found.fit == 1.0
    assert "are in campus" in found.finding


def test_a_class_does_not_work_all_night(told) -> None:
    """One domain at all hours is not excused."""
    assert told.asked(school_class, told.hydra(email_domain="school.example")).fit == 0.0


@pytest.mark.parametrize("domain", ["mail0.example", None])
def test_free_mail_is_no_school(told, domain) -> None:
    """A domain that strangers use as well, or none, is no school's."""
    assert told.asked(school_class, told.hydra(**SCHOOL | {"email_domain": domain})) is None


def test_a_few_exchanges_have_no_hours(told) -> None:
    """Where the accounts say too little to tell their hours, the reading says so instead of a figure."""
    assert told.asked(school_class, told.hydra(each=3, **SCHOOL)).finding.endswith("daily rhythm is unknown.")
