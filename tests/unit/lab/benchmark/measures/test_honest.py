"""What befalls the honest."""

from hydrascope.lab.benchmark.measures.honest import befallen, false_groups


def test_an_account_counts_once_under_the_gravest(make_truth) -> None:
    """Confirmed beats suspected beats watched; days add up over all accounts of the class, heads aside."""
    said = befallen(make_truth(honest=4, a=3), frozenset({"h0", "h1", "a0"}), frozenset({"h0"}), frozenset({"h0", "h2"}))

    assert said == {"hobby": (4, 20, 1, 1, 1)}


def test_only_groups_without_any_head_are_false(make_truth) -> None:
    """A group with one head is impure, not unfounded; a lone accusation is a group."""
    accused = frozenset({"h0", "h1", "h2", "a0"})

    assert false_groups(make_truth(a=1), accused, {"h0": "1", "h1": "2", "a0": "2"}, frozenset({"h0"})) == (1, 1)
