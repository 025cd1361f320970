"""One bill in the open: who pays for all of them runs all of them."""

import pytest

from hydrascope.detect.customers import OPEN
from hydrascope.detect.explanations.one_bill import one_bill
from hydrascope.detect.explanations.one_payer import one_payer
from hydrascope.detect.verdict import judge

BATCH = {"intent": 0, "intent_p": 0.97, "output_tokens": 200}


def _judged(told, count=30, **fields):
    """What comes of so many accounts behind one card that run one program off one list, in three mail domains."""
    firm = told.heads(count=count, payment_fingerprint="one", user_ref=lambda i: f"clerk-{i}", **fields)
    seen = told.scene_of(told.both(told.strangers(), firm))
    return judge(told.group_of(seen), seen, count, 1)


@pytest.mark.parametrize(("fields", "stands"), [(BATCH, False), (BATCH | {"count": OPEN + 1}, True), ({}, True)])
def test_what_one_bill_excuses(told, fields, stands) -> None:
    """A firm's batch job ties nothing; more accounts than one customer in the open has are not excused, and neither is who asks for reasoning."""
    found = _judged(told, **fields)

    assert (found.coordination > 0) is stands
    assert (found.verdict in ("suspected", "confirmed")) is stands


def test_the_card_is_explained_whatever_they_ask_for(told) -> None:
    """A laboratory's one card is in the open also where its members ask for steps: it is no deed."""
    sums = _judged(told).sums

    assert sums.deeds == sums.queue


def test_the_finding_is_the_payers(told) -> None:
    """It fits as one payer does, and adds what follows from it; over several cards it is silent."""
    alone, two = told.hydra(payment_fingerprint="one"), told.hydra(user_ref=lambda i: f"p{i}")

    assert told.asked(one_bill, alone).fit == told.asked(one_payer, alone).fit == 1.0
    assert told.asked(one_bill, alone).finding.endswith("in the open. What else they have in common follows from that.")
    assert told.asked(one_bill, two) is None
