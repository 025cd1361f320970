"""Everything a test of a group looks at."""

import numpy as np

from hydrascope.detect.scene import birth_week, customers, held, together

NONE = np.full(4, -1)


def test_one_declared_organisation_is_one_customer() -> None:
    """Accounts of one organisation are one customer, whatever they pay with."""
    assert customers(np.array([3, -1, 3, 8]), np.arange(4), NONE).tolist() == [0, 1, 0, 2]


def test_one_card_and_its_own_domain_is_one_customer() -> None:
    """A card that pays for one domain only, whose domain has no other card, is an office in the open."""
    assert customers(NONE, np.array([1, 1, 1, 2]), np.array([7, 7, 7, 8])).tolist() == [0, 0, 0, 1]


def test_one_card_behind_many_domains_is_no_customer() -> None:
    """A card that pays for accounts of several domains is not in the open."""
    assert customers(NONE, np.array([1, 1, 1, 1]), np.array([7, 8, 7, 8])).tolist() == [0, 1, 2, 3]


def test_free_mail_does_not_make_customers() -> None:
    """A domain with several cards makes nobody one customer."""
    assert customers(NONE, np.array([1, 1, 2, 2]), np.array([7, 7, 7, 7])).tolist() == [0, 1, 2, 3]


def test_a_small_company_that_changes_its_card_is_one_customer() -> None:
    """Few accounts of one domain in one place, with few cards of their own, are one; in two places, or with a card from elsewhere, they are not."""
    cards, domain = np.array([1, 1, 2, 2]), np.array([7, 7, 7, 7])

    assert customers(NONE, cards, domain, np.array([3, 3, 3, 3])).tolist() == [0, 0, 0, 0]
    assert customers(NONE, cards, domain, np.array([3, 3, 3, 4])).tolist() == [0, 1, 2, 3]
    assert customers(NONE, cards, np.array([7, 7, 7, 8]), np.array([3, 3, 3, 3])).tolist() == [0, 1, 2, 3]


def test_an_open_customer_holds_fifty_accounts_at_most() -> None:
    """Beyond fifty accounts one card is no office any more."""
    many = np.zeros(51, np.int64)

    assert len(np.unique(customers(np.full(51, -1), many, many))) == 51
    assert len(np.unique(customers(np.full(50, -1), many[:50], many[:50]))) == 1


def test_codes_of_several_columns_tell_each_combination() -> None:
    """Combinations are told apart; unknown in all columns is unknown."""
    found = together(np.array([1, 1, 2, -1, -1]), np.array([5, 6, 5, 5, -1]))

    assert len(set(found[:4].tolist())) == 4
    assert found[4] == -1


def test_holders_are_counted_once(told) -> None:
    """Who sends the same request often holds it once, and the mask says who is counted."""
    pairs = held(np.array([5, 5, 5, 2]), np.array([0, 0, 1, 1]))

    assert pairs.users(np.array([True, True]))[[2, 5]].tolist() == [1, 2]
    assert pairs.holders(np.array([False, True]), np.arange(6) == 5) == 1


def test_releases_within_the_traffic_are_known(told) -> None:
    """A stated release counts when it lies within the traffic; one before it does not."""
    rows = told.people("a", 1, 40, hour=lambda _, k: 6.0 * k, model=lambda _, k: "new" if k > 20 else "old")

    assert [told.scene_of(rows, new=100.0).traffic.models[code] for code, _ in told.scene_of(rows, new=100.0).releases] == ["new"]
    assert told.scene_of(rows, new=-5.0).releases == []


def test_an_unstated_release_is_the_first_appearance(told) -> None:
    """A model that appears a day or more after the traffic begins is taken as released then, one that was there from the start is not."""
    rows = told.people("a", 1, 40, hour=lambda _, k: 6.0 * k, model=lambda _, k: "new" if k > 20 else "old")

    assert told.scene_of(rows).releases == [(0, told.START + 6 * 21 * 3600)]


def test_a_group_is_no_null_for_itself(told) -> None:
    """The null of a group is the independent accounts outside it."""
    seen = told.scene_of(told.hydra())
    group = told.group_of(seen)
    explained = seen._replace(independent=~seen.mask(np.arange(5)))

    assert seen.others(group).sum() == 40
    assert explained.others(group).sum() == 35


def test_birth_weeks_of_the_unknown() -> None:
    """Unknown birthdays have no week."""
    assert birth_week(np.array([np.nan, 0.0, 8 * 86400.0])).tolist() == [-1, 0, 1]
