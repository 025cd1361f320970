"""One customer or office in the open: one card, and one mail domain or address, for everybody."""

from hydrascope.detect.explanations.one_customer import one_customer

OPEN = {"payment_fingerprint": "company-card", "email_domain": "company.example"}


def test_one_card_and_one_domain_for_all(told) -> None:
    """A company that pays with one card from one domain fits fully."""
    found = told.asked(one_customer, told.hydra(**OPEN))

    assert found.fit == 1.0
    assert found.finding == "100% of the 12 accounts use one payment instrument and 100% one e-mail domain, in the open."


def test_one_card_behind_many_domains_hides(told) -> None:
    """One card behind burner domains is not in the open."""
    assert told.asked(one_customer, told.hydra(payment_fingerprint="one", email_domain=lambda i: f"burner{i}.example")) is None


def test_more_accounts_than_an_open_customer_holds(told) -> None:
    """Sixty accounts on one card are not excused."""
    assert told.asked(one_customer, told.hydra(count=60, each=2, **OPEN)) is None


def test_without_cards_or_domains_it_does_not_fit(told) -> None:
    """A register that lacks either gives no reading."""
    assert told.asked(one_customer, told.hydra(**OPEN).without("payment_fingerprint")) is None
    assert told.asked(one_customer, told.hydra(**OPEN).without("email_domain")) is None
