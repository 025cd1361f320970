"""Stretches of a campaign with a different mix of intents."""

import numpy as np
import pytest

from hydrascope.campaigns.phases import cuts, phases

DAY = 86400
START = 1_767_225_600


def _campaign(*stretches, each=60, seed=1):
    """Times and intents of stretches: days, and how often each intent is drawn."""
    draw = np.random.default_rng(seed)
    ts, intent, day = [], [], 0
    for days, chances in stretches:
        kinds = np.array(list(chances))
        for _ in range(days):
            ts.append(START + day * DAY + np.sort(draw.integers(0, DAY, each)))
            intent.append(draw.choice(kinds, each, p=list(chances.values())))
            day += 1
    return np.concatenate(ts), np.concatenate(intent)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_change_of_work_is_found_on_its_day(seed) -> None:
    """A campaign that turns from reasoning to grading on its sixth day has two phases, cut there, with the change in words."""
    found = phases(*_campaign((5, {1: 1.0}), (6, {1: 0.3, 3: 0.7}), seed=seed))

    assert [(p.from_ts.day, p.to_ts.day) for p in found] == [(1, 5), (6, 11)]
    assert found[0].summary == "Mix: written-out reasoning 100%."
    assert found[1].summary.startswith("Grading and ranking rises from 0% to ")
    assert found[1].intents["reward_modelling"] > 0.5


@pytest.mark.parametrize("seed", range(8))
def test_a_campaign_that_does_not_change_has_one_phase(seed) -> None:
    """Chance alone makes no phases."""
    assert len(phases(*_campaign((14, {1: 0.6, 3: 0.4}), seed=seed))) == 1


def test_three_phases() -> None:
    """Two changes make three phases, each with its own mix."""
    found = phases(*_campaign((4, {1: 1.0}), (4, {3: 1.0}), (4, {5: 1.0})))

    assert [list(p.intents) for p in found] == [["cot_elicitation"], ["reward_modelling"], ["data_generation"]]


def test_quiet_days_do_not_break_a_phase() -> None:
    """Days without exchanges between are no change of work."""
    ts, intent = _campaign((4, {1: 1.0}))
    ts = np.concatenate([ts, ts + 9 * DAY])

    assert len(phases(ts, np.concatenate([intent, intent]))) == 1


def test_one_exchange_is_one_phase() -> None:
    """The least campaign has a phase from its first to its last exchange."""
    (only,) = phases(np.array([START]), np.array([0]))

    assert only.from_ts == only.to_ts
    assert only.summary == "Mix: other work 100%."


def test_days_without_anything_have_no_cut() -> None:
    """Counts of nothing, and one day alone, are not cut."""
    assert cuts(np.zeros((9, 7), np.int64)) == []
    assert cuts(np.array([[5, 5]])) == []
    assert cuts(np.zeros((0, 7), np.int64)) == []
