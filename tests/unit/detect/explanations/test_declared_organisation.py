"""One declared organisation: its accounts are expected to look alike."""

import pytest

from hydrascope.detect.explanations.declared_organisation import declared_organisation


def test_accounts_that_declare_one_organisation(told) -> None:
    """Twelve of twelve accounts of one declared organisation fit fully, and the organisation is named."""
    found = told.asked(declared_organisation, told.hydra(org_id="acme"))

    assert found.fit == 1.0
    assert found.finding == "12 of 12 accounts declare one organisation (acme)."


@pytest.mark.parametrize("org", [lambda i: f"org-{i}", lambda i: "acme" if i < 6 else None])
def test_half_a_declaration_excuses_nothing(told, org) -> None:
    """Organisations of their own, or one that half of the accounts declare, excuse nothing."""
    assert told.asked(declared_organisation, told.hydra(org_id=org)).fit == 0.0


def test_the_keys_of_a_customer_count_each(told) -> None:
    """Nine keys of one declared organisation and one stranger are nine of ten, though they are one customer of two."""
    seen = told.scene_of(told.both(told.strangers(), told.heads(10, org_id=lambda i: "acme" if i < 9 else None)))
    group = told.group_of(seen)

    found = declared_organisation(group._replace(members=group.members[[0, 9]]), seen)
    assert found.fit == 1.0
    assert found.finding == "9 of 10 accounts declare one organisation (acme)."


def test_without_declarations_it_does_not_fit(told) -> None:
    """Where nobody declares an organisation, there is no reading."""
    assert told.asked(declared_organisation, told.hydra()) is None
