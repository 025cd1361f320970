"""One customer or office in the open: one mail domain of its own for everybody, and few cards."""

import pytest

from hydrascope.detect.explanations.one_customer import CARDS, MANY, PER_CARD, one_customer

OPEN = {"payment_fingerprint": "company-card", "email_domain": "company.example"}


def _cards(count):
    """The company's accounts, paid with so many cards in turn."""
    return OPEN | {"payment_fingerprint": lambda i: f"card-{i % count}"}


def test_one_card_and_one_domain_for_all(told) -> None:
    """A company that pays with one card from one domain fits fully."""
    found = told.asked(one_customer, told.hydra(**OPEN))

    assert found.fit == 1.0
    assert found.finding.startswith("100% of the 12 accounts are in company.example, which hardly anybody else uses, and 100% pay with 1 ")


def test_one_card_behind_many_domains_hides(told) -> None:
    """One card behind burner domains is not in the open."""
    assert told.asked(one_customer, told.hydra(payment_fingerprint="one", email_domain=lambda i: f"burner{i}.example")) is None


def test_a_domain_that_strangers_use_is_nobodys(told) -> None:
    """One card behind a mail provider that others use as well is not in the open."""
    assert told.asked(one_customer, told.hydra(**OPEN | {"email_domain": "mail0.example"})) is None


@pytest.mark.parametrize("count", [5, 24, 60])
def test_a_customer_has_a_few_cards_and_more_for_more_accounts(told, count) -> None:
    """As many cards as a customer of that size has fit fully; twice as many, with as many accounts on each, do not."""
    usual = CARDS + count // PER_CARD
    few, many = (told.asked(one_customer, told.hydra(count=count, each=2, **_cards(n))) for n in (usual, 2 * usual))

    assert few.fit == 1.0
    assert many is None or many.fit == 0.0


def test_everybodys_own_card_is_no_customers(told) -> None:
    """Members of one domain who each pay for themselves are not one customer."""
    assert told.asked(one_customer, told.hydra(**_cards(12))) is None


@pytest.mark.parametrize("inside", [9, 10, 11])
def test_each_account_that_is_elsewhere_makes_it_fit_less(told, inside) -> None:
    """The share of the accounts in the domain is what fits: from seven tenths on a little, fully from nineteen in twenty on."""
    some = OPEN | {"email_domain": lambda i: "company.example" if i < inside else "mail0.example"}

    assert told.asked(one_customer, told.hydra(**some)).fit == pytest.approx((inside / 12 - 0.7) / 0.25)


def test_more_accounts_than_an_open_customer_holds(told) -> None:
    """A hundred and fifty accounts on one card and domain are excused, and one more is not."""
    most, more = (told.asked(one_customer, told.hydra(count=count, each=1, **OPEN)) for count in (MANY, MANY + 1))

    assert most.fit == 1.0
    assert more is None


def test_without_cards_or_domains_it_does_not_fit(told) -> None:
    """A register that lacks either gives no reading."""
    assert told.asked(one_customer, told.hydra(**OPEN).without("payment_fingerprint")) is None
    assert told.asked(one_customer, told.hydra(**OPEN).without("email_domain")) is None
