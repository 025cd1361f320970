"""One payer in the open: one instrument for everybody hides nothing."""

from hydrascope.detect.explanations.one_payer import one_payer


def test_one_card_for_everybody_is_in_the_open(told) -> None:
    """A card that pays for all, whatever their mail domains, fits fully."""
    found = told.asked(one_payer, told.hydra(payment_fingerprint="one", email_domain=lambda i: f"mail{i}.example"))

    assert found.fit == 1.0
    assert found.finding == "100% of the 12 accounts have one payment instrument, in the open."


def test_one_person_behind_several_cards_is_in_the_open_too(told) -> None:
    """A user reference that all accounts name counts like a card."""
    found = told.asked(one_payer, told.hydra(payment_fingerprint=lambda i: f"card{i}", user_ref="person"))

    assert found.fit == 1.0
    assert "one user reference" in found.finding


def test_several_cards_are_spread(told) -> None:
    """Accounts over two cards, or without any, have no payer in the open."""
    two = told.hydra(payment_fingerprint=lambda i: f"card{i % 2}", user_ref=lambda i: f"person{i}")

    assert told.asked(one_payer, two) is None
    assert told.asked(one_payer, told.hydra().without("payment_fingerprint", "user_ref")) is None
