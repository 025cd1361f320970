"""What was found of a campaign."""

from hydrascope.lab.benchmark.measures.recall import recall


def test_heads_count_wherever_they_are_and_together_in_one_group(make_truth) -> None:
    """Recall counts every accused head; only those of the largest found group are together."""
    found = recall(make_truth(a=10), frozenset({"a0", "a1", "a2", "a3"}), {"a0": "1", "a1": "1", "a2": "1", "a3": "2"})["a"]

    assert (found.heads, found.accused, found.together, found.found) == (10, 4, 3, True)
    assert found.pure == 4.0


def test_a_group_that_is_mostly_of_others_is_no_finding(make_truth) -> None:
    """Heads in a group of mostly honest accounts are accused, but their campaign is not found, and the group is not pure."""
    found = recall(
        make_truth(honest=6, a=2),
        frozenset({"a0", "a1", *(f"h{i}" for i in range(6))}),
        dict.fromkeys(("a0", "a1", "h0", "h1", "h2", "h3", "h4", "h5"), "1"),
    )["a"]

    assert (found.accused, found.found, found.pure) == (2, False, 0.5)


def test_a_campaign_that_nobody_accuses_is_there_with_nothing(make_truth) -> None:
    """A missed campaign counts with all its heads."""
    assert recall(make_truth(a=3), frozenset(), {})["a"] == (3, 0, 0, 0, False)
