"""Everything a test of a group looks at."""

import numpy as np

from hydrascope.detect.scene import birth_week, together


def test_codes_of_several_columns_tell_each_combination() -> None:
    """Combinations are told apart; unknown in all columns is unknown."""
    found = together(np.array([1, 1, 2, -1, -1]), np.array([5, 6, 5, 5, -1]))

    assert len(set(found[:4].tolist())) == 4
    assert found[4] == -1


def test_releases_within_the_traffic_are_known(told) -> None:
    """A stated release counts when it lies within the traffic; one before it does not."""
    rows = told.people("a", 1, 40, hour=lambda _, k: 6.0 * k, model=lambda _, k: "new" if k > 20 else "old")

    assert [told.scene_of(rows, new=100.0).traffic.models[code] for code, _ in told.scene_of(rows, new=100.0).releases] == ["new"]
    assert told.scene_of(rows, new=-5.0).releases == []


def test_an_unstated_release_is_the_first_appearance(told) -> None:
    """A model that appears a day or more after the traffic begins is taken as released then, one that was there from the start is not."""
    rows = told.people("a", 1, 40, hour=lambda _, k: 6.0 * k, model=lambda _, k: "new" if k > 20 else "old")

    assert told.scene_of(rows).releases == [(0, told.START + 6 * 21 * 3600)]


def test_a_group_is_no_null_for_itself(told) -> None:
    """The null of a group is the independent accounts outside it."""
    seen = told.scene_of(told.hydra())
    group = told.group_of(seen)
    explained = seen._replace(independent=~seen.mask(np.arange(5)))

    assert seen.others(group).sum() == 40
    assert explained.others(group).sum() == 35


def test_birth_weeks_of_the_unknown() -> None:
    """Unknown birthdays have no week."""
    assert birth_week(np.array([np.nan, 0.0, 8 * 86400.0])).tolist() == [-1, 0, 1]
