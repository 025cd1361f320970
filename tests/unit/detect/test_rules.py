"""Which sums of bits give which verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.rules import ACCUSED, CONFIRMED, ORDER, RULES, SUSPECTED, Sums, verdict
from hydrascope.detect.verdict import FAMILY_CAP

# The least that each rule asks for, and nothing else.
ENOUGH = {"customers": 10, "families": 3, "coordination": 20.0, "harvest": 5.0, "purpose": 4.0, "deeds": 3.0, "management": 3.0}
DEEDS = {"customers": 5, "families": 2, "coordination": 14.0, "harvest": 3.0, "purpose": 2.0, "deeds": 3.0}
RUN = {"customers": 8, "families": 2, "coordination": 20.0, "harvest": 4.0, "purpose": 4.0, "management": 3.0}
MANAGED = {"customers": 10, "families": 2, "coordination": 30.0, "harvest": 3.0, "management": 3.0}
TIED = {"customers": 10, "families": 3, "coordination": 46.0, "harvest": 3.0}
SCHEDULED = {"customers": 10, "families": 3, "coordination": 40.0, "harvest": 1.0, "management": 3.0}
QUEUING = {"customers": 10, "families": 2, "coordination": 20.0, "harvest": 3.0, "queue": 3.0}
FEW_QUEUING = {"customers": 8, "families": 3, "coordination": 40.0, "harvest": 4.0, "queue": 3.0}
QUEUED = {"customers": 10, "families": 3, "coordination": 20.0, "harvest": 0.5, "queue": 3.0}
DISGUISED = {"customers": 10, "families": 3, "coordination": 28.0, "harvest": 0.1, "disguise": 3.0}
POOLED = {"customers": 20, "families": 5, "coordination": 40.0, "harvest": 0.1, "management": 9.0, "queue": 3.0}
OPEN = {"purpose": 4.0}


def _less(least, field):
    """The same with a little less of one sum."""
    return least | {field: least[field] - (1 if isinstance(least[field], int) else 0.1)}


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (ENOUGH, "confirmed"),
        *((least, "suspected") for least in (DEEDS, RUN, MANAGED, TIED, SCHEDULED, QUEUING, FEW_QUEUING, QUEUED, DISGUISED, POOLED)),
        (OPEN, "watch"),
    ],
)
def test_what_each_verdict_needs(least, expected) -> None:
    """Each rule is reached by what it asks for, and not with a little less of any sum."""
    assert verdict(Sums(**least)) == expected
    for field in least:
        assert ORDER.index(verdict(Sums(**_less(least, field)))) > ORDER.index(expected)


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        (_less(ENOUGH, "customers"), "suspected"),
        (_less(ENOUGH, "families"), "suspected"),
        (_less(ENOUGH, "deeds"), "suspected"),  # a scheduler and a purpose, but nothing that they did together
        (_less(ENOUGH, "deeds") | {"management": 0.0}, "watch"),
        (ENOUGH | {"management": 0.0, "queue": 0.0}, "suspected"),  # who only pays for all is not confirmed
        (DEEDS | {"purpose": 0.0, "coordination": 25.0, "management": 3.0}, "clear"),  # few who share a card, at work round the clock
        (MANAGED | {"management": 0.0, "deeds": 9.0}, "clear"),  # cards alone, whoever they are for
        (TIED | {"harvest": 0.5, "management": 9.0, "deeds": 9.0}, "clear"),  # hardly any harvest, and no queue
        (TIED | {"harvest": 2.9, "deeds": 9.0}, "clear"),  # nor anybody who runs it
        (QUEUING | {"customers": 9, "coordination": 60.0}, "clear"),
        (FEW_QUEUING | {"customers": 7, "coordination": 60.0}, "clear"),
        (
            QUEUED | {"harvest": 0.4, "coordination": 60.0, "deeds": 9.0, "management": 9.0},
            "clear",
        ),  # a queue needs more harvest than a disguise
        (
            DISGUISED | {"disguise": 0.0, "deeds": 9.0, "queue": 9.0, "management": 9.0},
            "clear",
        ),  # no other deed makes so little harvest enough
        (DISGUISED | {"customers": 9, "coordination": 60.0}, "clear"),
        (POOLED | {"customers": 19, "coordination": 60.0, "deeds": 9.0}, "clear"),  # a firm's keys, however much ties them
        (POOLED | {"queue": 0.0, "coordination": 60.0, "deeds": 9.0, "management": 18.0}, "clear"),  # a scheduler without a queue
        (POOLED | {"purpose": 3.9, "coordination": 60.0, "deeds": 18.0}, "suspected"),  # a pool confirms nothing
        (DISGUISED | {"purpose": 3.9, "harvest": 9.0, "management": 9.0, "deeds": 9.0}, "suspected"),  # a disguise confirms nothing
        (OPEN | {"customers": 1, "families": 1}, "watch"),
        (OPEN | {"customers": 50, "families": 1, "coordination": 12.0, "harvest": 8.0, "management": 3.0}, "watch"),
    ],
)
def test_what_does_not_stand_in_for_what(sums, expected) -> None:
    """Cards are no management, a scheduler is no deed, and neither makes up for a purpose, a queue, a disguise or customers that are missing."""
    assert verdict(Sums(**sums)) == expected


def test_no_channel_and_no_family_reaches_a_verdict_alone() -> None:
    """The cap of a family lies below what a confirmed campaign needs, and each channel below its family's cap."""
    assert CONFIRMED.coordination > FAMILY_CAP
    assert all(channel.cap <= FAMILY_CAP for channel in CHANNELS.values())
    assert all(channel.cap < SUSPECTED.coordination + SUSPECTED.harvest for channel in CHANNELS.values())


SUMS = st.builds(Sums, *(st.integers(0, 60) for _ in range(2)), *(st.floats(0.0, 60.0) for _ in range(7)))


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
