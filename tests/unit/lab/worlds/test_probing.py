"""The campaigns to tune on that probe first."""

from hydrascope.lab.worlds import recipes, recipes_trials
from hydrascope.lab.worlds.catalogue import WORLDS
from hydrascope.lab.worlds.probing import KNOCK, PROBING, RATTLE


def test_they_probe_for_three_hours_and_are_for_tuning():
    """A day of work each, of which the first hours are trials, on the tuning split."""
    assert all((one.window, one.probes) == (1.0, (KNOCK, RATTLE, KNOCK)) for one in PROBING)
    assert all(2 <= 24 * one.window * one.probe <= 4 for one in PROBING)
    assert WORLDS["probing"].split == "tuning"
    assert WORLDS["probing"].campaigns == PROBING


def test_the_trials_are_worded_apart_from_the_reports(runs):
    """No run of four words of the report's ways to try stands in these."""
    mine = runs((KNOCK, RATTLE), 4, 500)
    reported = runs([one for one in vars(recipes_trials).values() if isinstance(one, recipes.Recipe)], 4, 500)

    assert min(len(mine), len(reported)) > 500
    assert not mine & reported
