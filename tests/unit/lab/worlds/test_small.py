"""The small campaigns to tune on."""

import pytest

from hydrascope.lab.worlds import evasion
from hydrascope.lab.worlds.catalogue import WORLDS
from hydrascope.lab.worlds.small import CAMPUS, DORMITORY, SMALL


def test_small_campaigns_are_small_and_brief():
    """Six to twelve accounts at a time; all but one work for less than a day, after the third day."""
    assert all(6 <= one.heads <= 12 for one in SMALL)
    assert [one.name for one in SMALL if one.window > 1] == ["campus"]
    assert all(one.start >= 3 for one in SMALL)
    assert len({one.name for one in SMALL}) == len(SMALL)


def test_two_have_nothing_in_common_but_a_line_and_a_domain():
    """A card for each account, as the users of one campus have."""
    assert [one for one in SMALL if one.per_card == 1] == [DORMITORY, CAMPUS]


@pytest.mark.parametrize("n", evasion.LEVELS)
def test_the_worlds_are_for_tuning(n):
    """Nine campaigns at the level of the name."""
    world = WORLDS[f"small-{n}"]

    assert world.split == "tuning"
    assert world.campaigns == tuple(evasion.level(one, n) for one in SMALL)
