"""F1 of what was said."""

from hydrascope.lab.benchmark.measures.attribution import macro_f1, purpose_f1


def test_a_class_that_is_never_said_counts_as_nought() -> None:
    """The mean is over the classes that are truly there, missed ones among them."""
    assert macro_f1({"a>a": 10, "b>a": 10}) == (2 / 3) / 2


def test_nothing_known_gives_no_figure() -> None:
    """Without labels there is no F1."""
    assert macro_f1({}) is None
    assert purpose_f1([], []) is None


def test_a_purpose_that_is_wrongly_named_costs_precision() -> None:
    """Naming an intent for a campaign that lacks it lowers that intent's F1; intents that no campaign has do not count."""
    assert purpose_f1([["a"], ["b"]], [["a"], ["a", "b", "c"]]) == (2 / 3 + 1.0) / 2
