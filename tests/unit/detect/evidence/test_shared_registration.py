"""Do the accounts come from few e-mail domains that others hardly use?"""

import pytest

from hydrascope.detect.evidence.shared_registration import shared_registration


def test_burner_domains_are_named_with_their_figures(told) -> None:
    """Twelve accounts at three domains that no stranger uses weigh heavily, each domain that had to be picked paid for with a bit."""
    found = told.asked(shared_registration, told.hydra())
    one = told.asked(shared_registration, told.hydra(email_domain="burner.example"))

    assert found.finding.startswith("12 of 12 accounts use 3 e-mail domains (burner0.example, burner1.example, burner2.example); 0 of 40")
    assert one.bits - found.bits == pytest.approx(2.0)


def test_free_mail_that_everybody_uses_weighs_nothing(told) -> None:
    """A domain that half of the strangers use as well gives no bits."""
    found = told.asked(shared_registration, told.hydra(email_domain=lambda i: f"mail{i % 4}.example"))

    assert told.bits_of(found) <= 0


def test_without_addresses_there_is_no_evidence(told) -> None:
    """A register without mail domains gives nothing, on either side."""
    assert told.asked(shared_registration, told.hydra().without("email_domain")) is None
    assert told.asked(shared_registration, told.both(told.strangers(), told.heads(email_domain=None))) is None
