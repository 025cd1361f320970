"""Who pays in the open."""

import numpy as np

from hydrascope.detect.customers import customers

NONE = np.full(4, -1)
HERE = np.full(4, 3)
NEVER = np.full(4, np.nan)
WEEKS = np.array([0.0, 1.5, 3.0, 30.0]) * 7 * 86400
DAYS = np.array([0.0, 1.0, 2.0, 300.0]) * 86400


def _customers(org=NONE, payment=NONE, email=NONE, place=NONE, birth=NEVER) -> list[int]:
    """The customer of each of four accounts."""
    return customers(np.asarray(org), np.asarray(payment), np.asarray(email), np.asarray(place), birth).tolist()


def test_one_declared_organisation_is_one_customer() -> None:
    """Accounts of one organisation are one customer, whatever they pay with."""
    assert _customers(org=[3, -1, 3, 8], payment=np.arange(4)) == [0, 1, 0, 2]


def test_one_card_and_its_own_domain_is_one_customer() -> None:
    """A card that pays for one domain only, whose domain has no other card, is an office in the open."""
    assert _customers(payment=[1, 1, 1, 2], email=[7, 7, 7, 8]) == [0, 0, 0, 1]


def test_one_card_behind_many_domains_is_no_customer() -> None:
    """A card that pays for accounts of several domains is not in the open."""
    assert _customers(payment=[1, 1, 1, 1], email=[7, 8, 7, 8]) == [0, 1, 2, 3]


def test_free_mail_does_not_make_customers() -> None:
    """A domain with several cards makes nobody one customer."""
    assert _customers(payment=[1, 1, 2, 2], email=[7, 7, 7, 7], place=[1, 2, 3, 4]) == [0, 1, 2, 3]


def test_a_small_company_that_changes_its_card_is_one_customer() -> None:
    """Few accounts of one domain in one place, with few cards of their own, are one; in two places, or with a card from elsewhere, no more than the two on a card are."""
    cards, domain = [1, 1, 2, 2], [7, 7, 7, 7]

    assert _customers(payment=cards, email=domain, place=HERE) == [0, 0, 0, 0]
    assert _customers(payment=cards, email=domain, place=[3, 3, 3, 4]) == [0, 0, 1, 2]
    assert _customers(payment=cards, email=[7, 7, 7, 8], place=HERE) == [0, 0, 1, 1]


def test_keys_of_a_company_that_were_opened_one_by_one_are_one_customer() -> None:
    """Four cards on one domain, or four domains on one card, are one customer in one place if a week passed between most of the accounts."""
    for cards, domains in ((np.arange(4), [7, 7, 7, 7]), ([1, 1, 1, 1], np.arange(4))):
        assert _customers(payment=cards, email=domains, place=HERE, birth=WEEKS) == [0, 0, 0, 0]
        assert _customers(payment=cards, email=domains, place=[3, 3, 3, 4], birth=WEEKS) == [0, 1, 2, 3]
        assert _customers(payment=cards, email=domains, place=HERE, birth=DAYS) == [0, 1, 2, 3]
        assert _customers(payment=cards, email=domains, place=HERE) == [0, 1, 2, 3]
    assert _customers(payment=np.arange(4), email=np.arange(4), place=HERE, birth=WEEKS) == [0, 1, 2, 3]


def test_accounts_without_a_domain_are_nobodys_keys() -> None:
    """Births of accounts whose domain or card is unknown say nothing of how the keys of a known one were opened."""
    mixed = np.array([0.0, 90.0, 180.0, 270.0, 2.0, 2.1, 2.2, 2.3]) * 86400
    found = customers(np.full(8, -1), np.arange(8), np.array([-1] * 4 + [0] * 4), np.full(8, 3), mixed)

    assert found.tolist() == list(range(8))


def test_ten_keys_are_a_small_company_and_eleven_are_not() -> None:
    """However slowly they were opened, more than ten accounts with a card each are no small company's."""
    for n, parts in ((10, 1), (11, 11)):
        one, weeks = np.zeros(n, np.int64), np.arange(n) * 8.0 * 86400
        assert len(np.unique(customers(one - 1, np.arange(n), one, one, weeks))) == parts


def test_two_accounts_on_one_card_in_one_place_are_one_customer() -> None:
    """A person's two accounts are one, also where the place is not known; in two places, or three on a card, they are not."""
    pairs, mail = [1, 1, 2, 2], [5, 6, 5, 6]

    assert _customers(payment=pairs, email=mail, place=[3, 3, 4, 4]) == [0, 0, 1, 1]
    assert _customers(payment=pairs, email=mail) == [0, 0, 1, 1]
    assert _customers(payment=pairs, email=mail, place=[3, 4, 4, 4]) == [0, 1, 2, 2]
    assert _customers(payment=[1, 1, 1, 2], email=mail, place=HERE) == [0, 1, 2, 3]


def test_an_open_customer_holds_fifty_accounts_at_most() -> None:
    """Beyond fifty accounts one card is no office any more."""
    for n, parts in ((50, 1), (51, 51)):
        one = np.zeros(n, np.int64)
        assert len(np.unique(customers(one - 1, one, one, one - 1, np.full(n, np.nan)))) == parts
