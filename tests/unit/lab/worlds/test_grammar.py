"""Patterns: percent signs survive, choices are all found, and nesting works."""

from random import Random

from hydrascope.lab.worlds.grammar import cut, every, fill, joined, spin


def test_percent_signs_survive():
    """A pattern may hold a percent sign."""
    assert fill(cut("100% {n}"), Random(1), {"n": ("wool",)}) == "100% wool"


def test_joined_patterns_are_filled_in_order():
    """Holes of joined patterns keep their order."""
    assert fill(joined((cut("{a}-{b}"), cut("{c}")), " "), Random(1), {"a": "1", "b": "2", "c": "3"}) == "1-2 3"


def test_spin_reaches_every_wording():
    """Random choice reaches exactly the wordings that there are."""
    pattern = "[a|b] and [c|d|]"

    assert {spin(pattern, Random(i)) for i in range(200)} == set(every(pattern))


def test_choices_may_nest():
    """The inner choice is made first."""
    assert {spin("[one [big|small]|none]", Random(i)) for i in range(50)} == {"one big", "one small", "none"}
