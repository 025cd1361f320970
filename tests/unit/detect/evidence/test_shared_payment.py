"""Do accounts that look independent pay with the same instruments, or share registration details?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.shared_payment import shared_payment, sharing


def test_two_cards_for_twelve_accounts_weigh_by_what_strangers_do(told) -> None:
    """Twelve of twelve accounts on two cards, none of forty strangers: log2(42^12 / 13) bits, with the figures in the sentence."""
    found = told.asked(shared_payment, told.hydra())

    assert found.bits == pytest.approx(12 * np.log2(42) - np.log2(13))
    assert found.finding == "12 of 12 accounts share 2 payment instruments; 0 of 40 independent accounts share theirs."


def test_shared_registration_details_count_where_cards_differ(told) -> None:
    """One reference of registration details behind accounts with cards of their own is found by itself."""
    found = told.asked(shared_payment, told.hydra(payment_fingerprint=lambda i: f"own-{i}", user_ref="one"))

    assert "12 of 12 accounts share 1 registration details" in found.finding
    assert found.bits > 50


def test_cards_of_their_own_say_nothing(told) -> None:
    """Accounts that share no instrument give no finding."""
    assert told.asked(shared_payment, told.hydra(payment_fingerprint=lambda i: f"own-{i}")) is None


def test_two_on_a_card_count_where_they_live_apart(told) -> None:
    """Heads in pairs on one card and two lines share it; two accounts in one home are one customer, who shares with nobody."""
    pairs = {"payment_fingerprint": lambda i: f"card-{i // 2}", "user_ref": None}
    apart = told.scene_of(told.hydra(**pairs, subnet=lambda i, _: f"line-{i}"))
    homes = told.scene_of(told.hydra(**pairs, subnet=lambda i, _: f"home-{i // 2}"))
    group = told.group_of(homes)
    one_each = group.members[np.unique(homes.traits.customer[group.members], return_index=True)[1]]

    assert shared_payment(told.group_of(apart), apart).bits > 50
    assert len(one_each) == 6
    assert shared_payment(group._replace(members=one_each), homes) is None


def test_few_known_cards_say_nothing_of_a_group(told) -> None:
    """Where only four of twelve accounts have a known card, one card for them pays for nobody else."""
    few = told.hydra(payment_fingerprint=lambda i: "one" if i < 4 else None, user_ref=lambda i: f"person-{i}")

    assert told.asked(shared_payment, few) is None


def test_where_strangers_share_cards_too_it_weighs_little(told) -> None:
    """A shared card says little in traffic whose independent accounts share cards as well."""
    families = told.both(
        told.strangers(payment_fingerprint=lambda i: f"family-{i // 2}"), told.heads(payment_fingerprint=lambda i: f"h-{i // 2}")
    )

    assert told.bits_of(told.asked(shared_payment, families)) < 1


def test_without_cards_there_is_no_evidence(told) -> None:
    """A register without instruments and details gives nothing."""
    assert told.asked(shared_payment, told.hydra().without("payment_fingerprint", "user_ref")) is None


def test_unknown_values_are_not_shared() -> None:
    """Accounts without a card do not share one."""
    assert sharing(np.array([-1, -1, -1, 4]), np.arange(4)) == (0, 1, 0)
