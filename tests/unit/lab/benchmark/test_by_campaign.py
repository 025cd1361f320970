"""Figures of what is said of campaigns, with their intervals over seeds."""

import msgspec
import pytest

from hydrascope.lab.benchmark.by_campaign import campaigns, levels
from hydrascope.lab.benchmark.measures.attribution import macro_f1
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.records import Alarm, Alarms, Attribution

F1 = ("purposes F1", "intents F1", "capabilities F1")
GOOD, POOR = {"math>math": 9, "code>code": 3}, {"math>math": 2, "math>code": 4, "code>code": 1}


@pytest.fixture
def make_answer(make_truth, make_said):
    """Return a function that makes the answer to one seed of a world of level 3, whose campaigns are after mathematics."""

    def make(seed: int, attribution: Attribution | None, **heads: int) -> Answer:
        truth = make_truth(world="published-3", seed=seed, **heads)
        after = {name: msgspec.structs.replace(true, level=3, intents=["math"]) for name, true in truth.campaigns.items()}
        truth = msgspec.structs.replace(truth, campaigns=after)
        scores = dict.fromkeys(truth.heads, 0.9)
        return Answer("hydrascope", False, truth, make_said(scores, attribution=attribution), frozenset(scores), Alarms())

    return make


def _told(pairs, purpose="math", **more) -> Attribution:
    return Attribution(purposes={"a": [purpose]}, intents=pairs, capabilities=pairs, **more)


def test_every_f1_has_an_interval_over_seeds(make_answer) -> None:
    """The value is that of all seeds together; the interval reaches from the poor seed's own figure to the good one's."""
    every = [make_answer(1, _told(GOOD), a=3), make_answer(2, _told(POOR, "code"), a=3)]
    figures = campaigns(every)[0].figures

    for name in ("intents F1", "capabilities F1"):
        assert figures[name] == (macro_f1({"math>math": 11, "math>code": 4, "code>code": 4}), macro_f1(POOR), macro_f1(GOOD))
    assert figures["purposes F1"] == (pytest.approx(2 / 3), 0.0, 1.0)


def test_one_seed_has_no_interval(make_answer) -> None:
    """A single seed says nothing of others, nor does one whose fellows attributed nothing."""
    alone, among = (
        campaigns(every)[0].figures
        for every in ([make_answer(1, _told(POOR), a=3)], [make_answer(1, _told(POOR), a=3), make_answer(2, Attribution(), a=3)])
    )

    for figures in (alone, among):
        assert [figures[name][1:] for name in F1] == [(None, None)] * 3
        assert figures["intents F1"].value == macro_f1(POOR)


def test_without_labels_and_findings_there_is_no_f1(make_answer) -> None:
    """Nothing found and nothing labelled gives a dash, and a detector that does not attribute has no figure at all."""
    assert [campaigns([make_answer(1, Attribution(), a=3)])[0].figures[name].value for name in F1] == [None] * 3
    assert not campaigns([make_answer(1, None, a=3)])[0].figures.keys() & set(F1)


def test_a_draw_counts_only_the_classes_that_it_holds(make_answer) -> None:
    """A class that only one seed has does not count as missed in a draw without that seed."""
    every = [make_answer(seed, _told(pairs), a=3) for seed, pairs in ((1, {"math>math": 5}), (2, {"code>code": 5}))]

    assert campaigns(every)[0].figures["intents F1"] == (1.0, 1.0, 1.0)


def test_campaigns_of_one_world_share_its_counts(make_answer) -> None:
    """A world with two campaigns weighs no more than one with a single campaign."""
    every = [make_answer(1, _told(POOR), a=1, b=1), make_answer(2, _told(GOOD), a=1)]

    assert levels(every)[0].figures["intents F1"].value == macro_f1({"math>math": 11, "math>code": 4, "code>code": 4})


def test_exchanges_of_one_seed_are_drawn_together(make_answer) -> None:
    """Where each seed has half of it right, the interval is not that of campaigns which are all or nothing."""
    half = Attribution(exchanges={"a": 10, "b": 10}, right={"a": 10})
    precision = levels([make_answer(seed, half, a=1, b=1) for seed in (1, 2)])[0].figures["exchange precision"]

    assert precision.value == 0.5
    assert precision.low > 0.3


def _alarmed(answer: Answer, **exchanges: int) -> Answer:
    """The same answer, with first alarms after so many exchanges of each campaign."""
    alarms = {name: Alarm(raised=True, hours=1.0, exchanges=n, value=1.0, looks=1) for name, n in exchanges.items()}
    return answer._replace(alarms=Alarms(campaigns=alarms))


def test_the_first_alarm_of_a_level_is_the_median_over_campaigns_and_seeds(make_answer) -> None:
    """Two campaigns in each of two seeds give one median; the interval draws whole seeds, and one seed has none."""
    every = [_alarmed(make_answer(1, None, a=3, b=3), a=10, b=30), _alarmed(make_answer(2, None, a=3, b=3), a=50, b=70)]
    (level,) = levels(every)

    assert level.figures["alarm exchanges"] == (40.0, 20.0, 60.0)
    assert levels(every[:1])[0].figures["alarm exchanges"] == (20.0, None, None)
