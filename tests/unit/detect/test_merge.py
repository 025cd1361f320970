"""One operator with several kinds of work."""

import pytest

from hydrascope.detect.merge import tied, unions


def _works(told, **second):
    """Two groups with their own work; the fields are the second's."""
    seen = told.scene_of(told.both(told.strangers(), told.heads(8), told.heads(6, prefix="k", template=9, **second)))
    return seen, [told.group_of(seen), told.group_of(seen, "k")]


@pytest.mark.parametrize("field", ["payment_fingerprint", "user_ref"])
def test_groups_that_share_registration_are_one_operator(told, field) -> None:
    """Two groups whose accounts use each other's cards or details are one."""
    shared = {"payment_fingerprint": lambda i: f"h-card-{i % 2}", "user_ref": lambda i: f"h-person-{i}"}
    seen, groups = _works(told, **{field: shared[field]})

    assert tied(*groups, seen)
    assert unions(groups, seen) == [[0, 1]]


def test_one_shared_card_of_many_is_no_tie(told) -> None:
    """Below three in ten accounts of the smaller group, two groups stay two."""
    seen, groups = _works(told, payment_fingerprint=lambda i: "h-card-0" if i == 0 else f"k-card-{i}")

    assert not tied(*groups, seen)
    assert unions(groups, seen) == [[0], [1]]


def test_one_who_strayed_into_the_other_group_is_no_tie(told) -> None:
    """Where all of the smaller group pay with one card, but only one of the larger does, two groups stay two."""
    mine = told.heads(8, payment_fingerprint=lambda i: "shared" if i == 0 else f"h-card-{i}")
    seen = told.scene_of(told.both(told.strangers(), mine, told.heads(6, prefix="k", payment_fingerprint="shared")))
    groups = [told.group_of(seen), told.group_of(seen, "k")]

    assert not tied(*groups, seen)
    assert not tied(*groups[::-1], seen)


def test_unknown_cards_tie_nobody(told) -> None:
    """Groups without known instruments and details are not one, and no groups are no union."""
    seen, groups = _works(told)
    lean = told.scene_of(told.both(told.strangers(), told.heads(8), told.heads(6, prefix="k")).without("payment_fingerprint", "user_ref"))

    assert not tied(*groups, seen)
    assert not tied(told.group_of(lean), told.group_of(lean, "k"), lean)
    assert unions([], seen) == []


def test_ties_chain(told) -> None:
    """Where the second pays with cards of the first and of the third, all three are one operator."""
    parts = [told.heads(4, prefix=p, payment_fingerprint=lambda i, p=p: {"a": "x", "b": "xy"[i % 2], "d": "y"}[p]) for p in "abd"]
    seen = told.scene_of(told.both(told.strangers(prefix="z"), *parts))

    assert unions([told.group_of(seen, p) for p in "abd"], seen) == [[0, 1, 2]]
