"""The campaigns to tune on that probe first."""

import re
from random import Random

from hydrascope.lab.worlds import recipes, recipes_trials
from hydrascope.lab.worlds.catalogue import WORLDS
from hydrascope.lab.worlds.grammar import spin
from hydrascope.lab.worlds.probing import KNOCK, PROBING, RATTLE


def test_they_probe_for_three_hours_and_are_for_tuning():
    """A day of work each, of which the first hours are trials, on the tuning split."""
    assert all((one.window, one.probes) == (1.0, (KNOCK, RATTLE, KNOCK)) for one in PROBING)
    assert all(2 <= 24 * one.window * one.probe <= 4 for one in PROBING)
    assert WORLDS["probing"].split == "tuning"
    assert WORLDS["probing"].campaigns == PROBING


def test_the_trials_are_worded_apart_from_the_reports():
    """No run of four words of the report's ways to try stands in these."""

    def runs(known):
        rng, found = Random(1), set()
        for one in known:
            for _ in range(500):
                for part in re.split(r"<\w+>", spin(" ".join((*one.frame, one.system)), rng)):
                    words = re.findall(r"\w+", part.lower())
                    found |= {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
        return found

    mine, reported = runs((KNOCK, RATTLE)), runs(one for one in vars(recipes_trials).values() if isinstance(one, recipes.Recipe))

    assert min(len(mine), len(reported)) > 500
    assert not mine & reported
