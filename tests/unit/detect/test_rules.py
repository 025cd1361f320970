"""Which sums of bits give which verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.rules import ACCUSED, CONFIRMED, ORDER, RULES, SUSPECTED, Sums, verdict
from hydrascope.detect.verdict import FAMILY_CAP

ENOUGH = {"deeds": 3.0, "customers": 10, "families": 3, "coordination": 14.0, "harvest": 5.0, "purpose": 2.0, "management": 0.0}
HIDDEN = {"deeds": 3.0, "customers": 10, "families": 3, "coordination": 20.0, "harvest": 0.5, "purpose": 0.0, "management": 3.0}
ALIKE = {"deeds": 0.0, "customers": 8, "families": 2, "coordination": 20.0, "harvest": 7.0, "purpose": 7.0, "management": 3.0}
LARGE = {"deeds": 0.0, "customers": 50, "families": 5, "coordination": 40.0, "harvest": 8.0, "purpose": 1.9, "management": 3.0}


@pytest.mark.parametrize(
    ("base", "but", "expected"),
    [
        (ENOUGH, {}, "confirmed"),
        (ENOUGH, {"queue": 2.9}, "suspected"),
        (ENOUGH, {"families": 2}, "suspected"),
        (ENOUGH, {"customers": 9}, "suspected"),
        (ENOUGH, {"deeds": 2.9, "management": 3.0}, "clear"),
        (ALIKE, {}, "suspected"),
        (ALIKE, {"management": 2.9}, "watch"),
        (ALIKE, {"coordination": 19.9}, "watch"),
        (ALIKE, {"purpose": 6.9}, "watch"),
        (ALIKE, {"customers": 7}, "watch"),
        (ENOUGH, {"customers": 7, "deeds": 2.9, "purpose": 4.0}, "watch"),
        (ENOUGH, {"deeds": 2.9, "purpose": 7.0}, "watch"),
        (ENOUGH, {"customers": 8, "deeds": 0.0, "management": 3.0}, "clear"),
        (ENOUGH, {"coordination": 13.9}, "suspected"),
        (ENOUGH, {"harvest": 4.9}, "suspected"),
        (ENOUGH, {"coordination": 9.9}, "clear"),
        (ENOUGH, {"harvest": 2.9}, "clear"),
        (ENOUGH, {"families": 1, "coordination": 40.0, "purpose": 3.9}, "clear"),
        (ENOUGH, {"families": 1, "coordination": 40.0, "purpose": 4.0}, "watch"),
        (LARGE, {}, "suspected"),
        (LARGE, {"management": 2.9}, "clear"),
        (LARGE, {"customers": 9}, "clear"),
        (LARGE, {"customers": 5, "deeds": 3.0}, "suspected"),
        (LARGE, {"customers": 4, "deeds": 3.0}, "clear"),
        (LARGE, {"coordination": 29.9}, "clear"),
        (LARGE, {"coordination": 30.0}, "suspected"),
        (LARGE, {"coordination": 24.9, "deeds": 3.0, "queue": 0.0}, "clear"),
        (LARGE, {"coordination": 25.0, "deeds": 3.0, "queue": 0.0}, "suspected"),
        (LARGE, {"coordination": 20.0, "deeds": 3.0, "families": 2}, "suspected"),
        (LARGE, {"harvest": 0.0, "purpose": 0.0}, "clear"),
        (LARGE, {"harvest": 0.5, "purpose": 0.0}, "suspected"),
        (LARGE, {"harvest": 0.5, "coordination": 39.9}, "clear"),
        (LARGE, {"harvest": 0.5, "management": 2.9}, "clear"),
        (HIDDEN, {}, "suspected"),
        (HIDDEN, {"deeds": 2.9}, "clear"),
        (HIDDEN, {"queue": 2.9}, "clear"),
        (HIDDEN, {"coordination": 19.9}, "clear"),
        (HIDDEN, {"harvest": 0.4}, "clear"),
        (ENOUGH, {"customers": 5}, "suspected"),
        (ENOUGH, {"customers": 4}, "clear"),
        (HIDDEN, {"management": 2.9}, "clear"),
        (HIDDEN, {"families": 2}, "clear"),
        (HIDDEN, {"customers": 5}, "clear"),
        (HIDDEN, {"customers": 9, "coordination": 60.0}, "clear"),
        (LARGE, {"purpose": 2.0}, "suspected"),
        (LARGE, {"purpose": 2.0, "deeds": 3.0}, "confirmed"),
        (LARGE, {"customers": 1, "families": 1, "coordination": 0.0, "purpose": 8.0}, "watch"),
    ],
)
def test_what_each_verdict_needs(base, but, expected) -> None:
    """Confirmed: three families, both sides, a recognised purpose, ten accounts and a deed; suspected: two families, both sides, and a purpose or a managed crowd."""
    assert verdict(Sums(**{"queue": (base | but)["deeds"]} | base | but)) == expected


def test_no_channel_and_no_family_reaches_a_verdict_alone() -> None:
    """The cap of a family lies below what a confirmed campaign needs, and each channel below its family's cap."""
    assert CONFIRMED.coordination > FAMILY_CAP
    assert all(channel.cap <= FAMILY_CAP for channel in CHANNELS.values())
    assert all(channel.cap < SUSPECTED.coordination + SUSPECTED.harvest for channel in CHANNELS.values())


SUMS = st.builds(Sums, *(st.integers(0, 60) for _ in range(2)), *(st.floats(0.0, 60.0) for _ in range(6)))


@given(SUMS, st.sampled_from(Sums._fields), st.integers(0, 30))
def test_more_evidence_never_softens_a_verdict(sums, field, more) -> None:
    """No sum can grow so that the verdict becomes milder."""
    grown = sums._replace(**{field: getattr(sums, field) + more})

    assert ORDER.index(verdict(grown)) <= ORDER.index(verdict(sums))


def test_no_rule_accuses_fewer_than_five_or_one_side_alone() -> None:
    """Whatever a rule accuses for, it asks for five customers, two families, coordination and harvest."""
    accusing = [rule.least for rule in RULES if rule.verdict in ACCUSED]

    assert min(least.customers for least in accusing) == 5
    assert all(least.families >= 2 and least.coordination >= SUSPECTED.coordination and least.harvest > 0 for least in accusing)
