import numpy as np
import pytest

from hydrascope.lab.detectors.actions import Actions
from hydrascope.lab.detectors.synchrotrap import alike


def acts(*rows: tuple[int, float, int]) -> Actions:
    """Actions of three accounts on one kind of object: (account, second, object)."""
    account, seconds, item = (np.array(column) for column in zip(*sorted(rows, key=lambda row: row[1]), strict=True))
    return Actions(list("abc"), account, seconds.astype(float), {"kind": item})


def test_likeness_is_matched_actions_over_all_actions():
    """Two of a's three actions are matched by b's two: 2 / (3 + 2 - 2)."""
    found = alike(acts((0, 0, 1), (1, 50, 1), (0, 1000, 1), (1, 1010, 1), (0, 9000, 1)), "kind", apart=60)
    assert list(zip(found.left, found.right, found.likeness, strict=True)) == [(0, 1, pytest.approx(2 / 3)), (1, 0, pytest.approx(2 / 3))]


def test_the_same_thing_at_another_time_and_another_thing_at_the_same_time_are_no_match():
    """A match needs the object and the moment."""
    assert not len(alike(acts((0, 0, 1), (1, 500, 1), (0, 900, 2), (1, 900, 3)), "kind", apart=60).left)


def test_matches_are_added_up_over_objects():
    """One match on each of two objects are two matches of two actions each: alike in all."""
    found = alike(acts((0, 0, 1), (1, 5, 1), (0, 900, 2), (1, 900, 2)), "kind", apart=60)
    assert (found.likeness.tolist(), found.matches.tolist()) == ([1, 1], [2, 2])
