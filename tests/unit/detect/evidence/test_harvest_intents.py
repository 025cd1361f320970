"""Do the requests ask for what a student model is trained on?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.harvest_intents import harvest_intents


def test_what_is_asked_for_is_named_with_its_share(told) -> None:
    """Heads that ask for reasoning and grades, among strangers who never do, give log2(41) - 1 bits."""
    found = told.asked(harvest_intents, told.hydra(intent=lambda _, k: 1 if k % 3 else 3))

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding.startswith(
        "The middle account's requests ask for training data with a probability of 100% (written-out reasoning 67%, grades and rankings 33%); 0 of 40 "
    )


def test_a_minority_of_such_requests_is_no_harvest(told) -> None:
    """A share below a fifth gives nothing."""
    assert told.asked(harvest_intents, told.hydra(intent=lambda _, k: int(k % 6 == 0))) is None


def test_half_known_wording_counts(told) -> None:
    """Requests that the model takes for ordinary, but with a doubt that nobody else's raise, are evidence; with less doubt less, then none."""
    doubtful = told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.6))

    assert doubtful.bits == pytest.approx(np.log2(41) - 1)
    assert doubtful.finding.startswith(
        "The middle account's requests ask for training data with a probability of 40% (no purpose is clear); 0 of 40 "
    )
    assert told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.725)).bits == pytest.approx((np.log2(41) - 1) / 2)
    assert told.asked(harvest_intents, told.hydra(intent=0, intent_p=0.8)) is None


def test_where_everybody_asks_for_it_it_weighs_nothing(told) -> None:
    """A crowd that harvests as much gives no bits."""
    assert told.bits_of(told.asked(harvest_intents, told.both(told.strangers(intent=1), told.heads()))) == 0


def test_without_recognised_intents_there_is_no_evidence(told) -> None:
    """Requests whose purpose was not recognised give nothing."""
    assert told.asked(harvest_intents, told.hydra().without("intent")) is None
