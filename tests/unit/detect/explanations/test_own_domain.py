"""The mail domain that is a group's own."""

import pytest

from hydrascope.detect.explanations.model import own_domain


def _domain(told, domain, **strangers):
    return told.asked(own_domain, told.both(told.strangers(**strangers), told.heads(each=1, email_domain=domain)))


def test_the_commonest_domain_and_the_share_in_it(told) -> None:
    """Nine of twelve in one domain are three quarters, whatever the domains of the others."""
    assert _domain(told, lambda i: "school.example" if i < 9 else f"mail{i}.example") == (0.75, "school.example")


def test_unknown_domains_are_in_none(told) -> None:
    """Accounts without an address count against the share and are no domain of their own."""
    assert _domain(told, lambda i: "school.example" if i < 3 else None) == (0.25, "school.example")
    assert _domain(told, None) == (0.0, "")


@pytest.mark.parametrize(("count", "own"), [(40, False), (60, True)])
def test_a_domain_that_others_use_is_nobodys_own(told, count, own) -> None:
    """One stranger of forty in a domain is more than two in a hundred, one of sixty is less."""
    found = _domain(told, "school.example", count=count, each=1, email_domain=lambda i: "school.example" if i == 0 else "mail.example")

    assert found == ((1.0, "school.example") if own else (0.0, ""))


def test_where_there_is_nobody_else_every_domain_is_ones_own(told) -> None:
    """Without other accounts nobody else uses a domain."""
    assert told.asked(own_domain, told.heads(each=1, email_domain="mail.example")) == (1.0, "mail.example")
