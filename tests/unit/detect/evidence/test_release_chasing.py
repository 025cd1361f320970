"""Does the group turn to a new model at once, and further than others do?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.release_chasing import LEAST, WRONGLY, Turn, onset, release_chasing, turns

RELEASE = 120.0  # hours after the start


def _turned(share: int):
    """A function that names the model: from six hours after the release, so many in ten requests go to the new one."""
    return lambda i, k: "m2" if 24 * (k % 10) + (k * 11 + i * 5) % 24 >= RELEASE + 6 and (k * 7 + i) % 10 < share else "m1"


def test_a_turn_of_most_traffic_within_a_day(told) -> None:
    """A group that moves to the new model where strangers stay gives five bits times the share that moved beyond theirs."""
    seen = told.scene_of(told.hydra(model=_turned(8)), m2=RELEASE)
    (turn,) = turns(told.group_of(seen), seen)
    found = release_chasing(told.group_of(seen), seen)

    assert turn.matched == 0
    assert turn.share > 0.6
    assert found.bits == pytest.approx(5 * turn.share)
    assert found.finding.startswith(f"{turn.moved} of {turn.of} exchanges moved to m2 within a day, ")
    assert 0 <= (turn.at - turn.released) / 3600 <= 24


def test_customers_who_turn_as_far_take_it_away(told) -> None:
    """Where independent accounts move as far on the same day, it is a product that switched, and no evidence."""
    everybody = told.both(
        told.strangers(hour=lambda i, k: 24 * (k % 10) + (k * 11 + i * 5) % 24, model=_turned(8)), told.heads(model=_turned(8))
    )

    assert told.asked(release_chasing, everybody, m2=RELEASE) is None


def test_a_trial_of_the_new_model_is_no_turn(told) -> None:
    """A tenth of the traffic gives nothing."""
    assert told.asked(release_chasing, told.hydra(model=_turned(1)), m2=RELEASE) is None


def test_without_a_release_within_the_traffic_there_is_no_evidence(told) -> None:
    """One model throughout, or one that came out before the traffic, gives nothing."""
    assert told.asked(release_chasing, told.hydra()) is None
    assert told.asked(release_chasing, told.hydra(model=_turned(8)), m2=-500.0) is None


def _turn(share: float, matched: float, chance: float) -> Turn:
    return Turn(model=1, released=0, at=0, share=share, matched=matched, moved=round(100 * share), of=100, chance=chance)


def test_a_turn_that_ramps_up_is_a_pivot() -> None:
    """Two fifths of the first day's traffic, where a quarter of others' moved, is a pivot where hardly any head stays behind, though no evidence."""
    turn = _turn(0.4, 0.25, 1e-5)

    assert turn.pivot
    assert turn.beyond_others < LEAST


@pytest.mark.parametrize(("share", "matched", "chance"), [(0.4, 0.25, 0.01), (0.15, 0.0, 1e-9), (0.0, 0.0, 1.0)])
def test_what_chance_explains_and_a_trial_are_no_pivots(share, matched, chance) -> None:
    """As many accounts as others' within chance, or a small part of the traffic, are none."""
    assert not _turn(share, matched, chance).pivot


def test_all_that_is_evidence_is_a_pivot() -> None:
    """What gives bits is told as a pivot, too, however small the group."""
    assert _turn(0.4, 0.2, 0.5).pivot


def test_the_chance_counts_accounts_and_not_exchanges(told) -> None:
    """One busy head on the new model is chance; all heads with half of their requests are not."""
    one = told.scene_of(told.hydra(model=lambda i, k: "m2" if i == 0 and _turned(8)(i, k) == "m2" else "m1"), m2=RELEASE)
    all_of_them = told.scene_of(told.hydra(model=_turned(5)), m2=RELEASE)

    assert min((turn.chance for turn in turns(told.group_of(one), one)), default=1.0) > WRONGLY
    assert turns(told.group_of(all_of_them), all_of_them)[0].chance < WRONGLY


@pytest.mark.parametrize("at", [1, 7, 19])
def test_the_onset_of_a_clean_step_is_exact(at) -> None:
    """The position of a step without noise is found exactly."""
    assert onset((np.arange(20) >= at).astype(np.int64)) == at
