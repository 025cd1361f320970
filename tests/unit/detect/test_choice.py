"""Which of many overlapping groups stand: the best first, explained groups whole."""

from types import SimpleNamespace

import numpy as np
import pytest

from hydrascope.detect.choice import Candidate, _packed, choose, eligible
from hydrascope.detect.rules import SUSPECTED, Sums
from hydrascope.detect.scene import Group
from hydrascope.detect.verdict import Judgement, Weighed


def _candidate(members, verdict="confirmed", gain=50.0, origin=0, coordination=30.0, excused=None, less=40.0, idle=(), **sums):
    """A judged group of some accounts, all but the `idle` at the common work; `excused` names a reading that takes so many bits away."""
    accounts = np.array(members)
    taken = [Weighed(excused, "explanation", "explanation", -less, "It fits 1.")] if excused else []
    group = Group(accounts, accounts, accounts, SimpleNamespace(exchanges=1 - np.isin(accounts, idle)))
    return Candidate(group, origin, len(members), Judgement(verdict, Sums(coordination=coordination, harvest=8.0, **sums), [], taken, gain))


def _chosen(judged):
    return [c.group.members.tolist() for c in choose(eligible(judged), 100)]


def test_the_most_severe_of_overlapping_groups_is_chosen() -> None:
    """Of two groups that share an account, the confirmed one stays; one beside them stays as well."""
    judged = [_candidate([0, 1, 2], "suspected", 90.0), _candidate([2, 3, 4], "confirmed", 20.0), _candidate([7, 8, 9], "suspected")]

    assert _chosen(judged) == [[2, 3, 4], [7, 8, 9]]


def test_among_equals_the_one_that_describes_more_is_chosen() -> None:
    """With the same verdict and kind of tie, more gain wins, then more accounts."""
    assert _chosen([_candidate([0, 1, 2], gain=20.0), _candidate([2, 3, 4], gain=60.0)]) == [[2, 3, 4]]
    assert _chosen([_candidate([0, 1, 2], gain=20.0), _candidate([2, 3, 4, 5], gain=20.0)]) == [[2, 3, 4, 5]]


def test_the_choice_does_not_depend_on_the_order() -> None:
    """The same groups in another order give the same choice."""
    judged = [_candidate([i, i + 1, i + 2], "suspected" if i % 2 else "confirmed", gain=20.0 + i % 3, origin=i % 4) for i in range(12)]

    assert _chosen(judged) == _chosen(judged[::-1])


def test_two_campaigns_behind_one_trait_are_told_apart() -> None:
    """A group whose parts cover it and together describe the traffic better is given as its parts."""
    whole = _candidate(range(10), gain=50.0)
    parts = [_candidate(range(5), gain=40.0), _candidate(range(5, 10), gain=40.0)]

    assert [p.group.members.tolist() for p in _packed(whole, [whole, *parts], 100)] == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_parts_of_one_operator_stand_together() -> None:
    """Where one part takes over from the other, they are no two campaigns, however well they describe the traffic apart."""
    whole = _candidate(range(10), gain=50.0)
    parts = [_candidate(range(5), gain=40.0), _candidate(range(5, 10), gain=40.0)]

    assert _packed(whole, [whole, *parts], 100, lambda one, other: one is not other) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        [_candidate(range(5), gain=20.0), _candidate(range(5, 10), gain=20.0)],  # worse together
        [_candidate(range(5), gain=90.0)],  # half is left over
        [_candidate(range(8), gain=90.0)],  # one part is no division
        [_candidate(range(5), gain=90.0), _candidate(range(4, 10), gain=80.0)],  # not disjoint
        [_candidate(range(5), gain=90.0), _candidate(range(6, 14), gain=90.0)],  # not inside
        [_candidate(range(5), gain=90.0, origin=3), _candidate(range(5, 10), gain=90.0, origin=3)],  # institutions
    ],
)
def test_a_campaign_stays_whole_without_better_parts(parts) -> None:
    """Parts that do not cover a group, overlap, lie half outside, are institutions, or describe less do not split it."""
    whole = _candidate(range(10), gain=50.0)

    assert _packed(whole, [whole, *parts], 100) == [whole]


@pytest.mark.parametrize(
    ("alone", "parts"),
    [
        (Sums(customers=9, families=3, coordination=43.0, harvest=2.5, management=9.0), 1),  # the whole has customers enough
        (Sums(customers=9, families=3, coordination=12.0, harvest=2.5, management=9.0), 2),  # strangers, however many
    ],
)
def test_a_campaign_is_not_cut_to_parts_that_are_too_small_to_accuse(alone, parts) -> None:
    """A part that is clear for want of customers alone is the same campaign, and no stranger to it."""
    whole, other, small = _candidate(range(24), gain=50.0), _candidate(range(15), gain=40.0), _candidate(range(15, 24), "clear", gain=40.0)
    whole = whole._replace(judgement=whole.judgement._replace(sums=alone._replace(customers=24)))
    small = small._replace(judgement=small.judgement._replace(sums=alone))

    assert len(_packed(whole, [whole, other, small], 100)) == parts
    assert len(_packed(whole, [whole, other._replace(judgement=small.judgement), small], 100)) == 2  # two small firms


@pytest.mark.parametrize(("gain", "parts"), [(29.9, 1), (30.1, 2)])
def test_parts_pay_for_the_naming_of_who_is_in_which(gain, parts) -> None:
    """Ten accounts in two halves take ten bits to name: parts that describe a campaign hardly better do not divide it."""
    whole, halves = _candidate(range(10), gain=50.0), [_candidate(range(5), gain=30.0), _candidate(range(5, 10), gain=gain)]

    assert len(_packed(whole, [whole, *halves], 100)) == parts


def test_a_part_of_an_explained_group_divides_nothing() -> None:
    """What may not stand by itself does not stand as a part of another either."""
    school = _candidate(range(20, 60), "clear", gain=10.0, origin=3, coordination=0.0, excused="school_class")
    pupils, campaign = _candidate(range(20, 30), gain=90.0), _candidate(range(10, 20), gain=90.0)

    assert list(range(20, 30)) not in _chosen([_candidate(range(10, 30), gain=50.0), pupils, campaign, school])


def test_a_mixture_among_the_parts_hides_no_division() -> None:
    """Two campaigns are told apart although the part that describes most holds some of each."""
    whole = _candidate(range(20), gain=50.0)
    mixture = _candidate(range(4, 16), gain=45.0)
    parts = [_candidate(range(10), gain=40.0), _candidate(range(10, 20), gain=40.0)]

    assert [p.group.members.tolist() for p in _packed(whole, [whole, mixture, *parts], 100)] == [list(range(10)), list(range(10, 20))]


def test_the_parts_of_a_mixture_come_with_all_their_accounts() -> None:
    """A set with most of two campaigns gives way to the whole of both, and nobody is in two groups."""
    mixture = _candidate(range(2, 18), "confirmed", gain=50.0)
    parts = [_candidate(range(10), "suspected", gain=40.0), _candidate(range(10, 20), "suspected", gain=40.0)]

    assert _chosen([mixture, *parts]) == [list(range(10)), list(range(10, 20))]


def test_a_part_that_is_clear_divides_a_mixture_too() -> None:
    """A campaign and a class in one set are told apart where both together describe more: what the one does accuses nobody in the other."""
    parts = [_candidate(range(10), gain=90.0), _candidate(range(10, 20), "clear", gain=90.0)]

    assert _chosen([_candidate(range(20), gain=95.0), *parts]) == [list(range(10)), list(range(10, 20))]
    assert _chosen([_candidate(range(20), gain=195.0), *parts]) == [list(range(20))]


def test_a_part_of_an_explained_group_is_no_group_of_its_own() -> None:
    """Where a class is explained whole, the few of it that look alike are not accused; strangers to it still are."""
    school = _candidate(range(40), "clear", gain=10.0, origin=3, coordination=0.0, excused="school_class")
    few, others = _candidate([3, 4, 5, 6], "suspected"), _candidate([50, 51, 52])

    assert _chosen([few, school, others]) == [[50, 51, 52], list(range(40))]


@pytest.mark.parametrize(
    "explained",
    [
        _candidate(range(40), "clear", coordination=0.0, excused="popular_tool"),  # no reading of a whole institution
        _candidate(
            range(40), "clear", coordination=SUSPECTED.coordination, excused="school_class"
        ),  # much is left that it does not explain
        _candidate(range(40), "suspected", coordination=0.0, excused="school_class"),  # it is accused itself
    ],
)
def test_only_a_whole_explanation_shields_its_parts(explained) -> None:
    """A reading that leaves ties, speaks of software only, or leaves the whole accused does not shield a part."""
    few = _candidate([3, 4, 5, 6], "confirmed")

    assert [3, 4, 5, 6] in _chosen([few, explained])


@pytest.mark.parametrize(("last", "stands"), [(39, False), (41, True)])
def test_only_what_is_smaller_than_a_class_is_a_part_of_it(last, stands) -> None:
    """An accused group that is as large as the explained one beside it is not explained by that."""
    school = _candidate(range(40), "clear", gain=10.0, origin=3, coordination=0.0, excused="school_class")

    assert (list(range(1, last)) in _chosen([_candidate(range(1, last)), school])) is stands


def test_a_part_of_one_of_two_classes_is_a_part() -> None:
    """Where two explained groups overlap, who lies in the one is not accused for lying half in the other as well."""
    schools = [_candidate(each, "clear", origin=3, coordination=0.0, excused="school_class") for each in (range(40), range(20, 80))]

    assert list(range(10, 30)) not in _chosen([_candidate(range(10, 30)), *schools])


def test_a_class_that_asks_for_training_data_shields_its_parts_too() -> None:
    """Of an explained group that is only worth a look no part is accused."""
    watched = _candidate(range(40), "watch", gain=10.0, origin=3, coordination=0.0, excused="school_class")

    assert _chosen([_candidate([3, 4, 5, 6], "confirmed"), watched]) == [list(range(40))]


@pytest.mark.parametrize(("part", "stands"), [("confirmed", False), ("suspected", False), ("watch", True)])
def test_what_is_only_worth_a_look_is_not_explained_away(part, stands) -> None:
    """An explanation clears the part of a group that would be accused, and leaves the one that harvests in the open."""
    school = _candidate(range(40), "clear", gain=10.0, origin=3, coordination=0.0, excused="school_class")

    assert ([3, 4, 5, 6] in _chosen([_candidate([3, 4, 5, 6], part), school])) is stands


def test_a_mixture_of_parts_of_explained_groups_is_no_group() -> None:
    """Customers of two payers who run one client are not accused together, where each payer's accounts are explained whole; of one alone they would be."""
    staff = _candidate(range(40), "clear", coordination=16.0, excused="paid_staff")
    event = _candidate(range(40, 70), "clear", coordination=0.0, excused="event")
    mixture = _candidate([1, 2, 3, 41, 42, 90], "suspected")

    assert mixture.group.members.tolist() not in _chosen([mixture, staff, event])
    assert mixture.group.members.tolist() in _chosen([mixture, staff])


def test_who_does_not_work_makes_no_group_a_mixture() -> None:
    """Whether a group is made up of explained ones is asked of those who take part in its work."""
    staff = _candidate(range(40), "clear", coordination=16.0, excused="paid_staff")

    assert [1, 2, 3, 90, 91] not in _chosen([_candidate([1, 2, 3, 90, 91], idle=(90, 91)), staff])
    assert [1, 2, 3, 90, 91] in _chosen([_candidate([1, 2, 3, 90, 91]), staff])


def test_one_card_and_who_pays_are_one_reading() -> None:
    """Where one card for all is in the open already, that one pays for them needs to excuse no card again."""
    staff = _candidate(range(40), "clear", coordination=20.0, excused="paid_staff", less=8.0)
    card = Weighed("one_payer", "explanation", "explanation", -10.0, "In the open.")
    both = staff._replace(judgement=staff.judgement._replace(explanations=[card, *staff.judgement.explanations]))
    alone = staff._replace(judgement=staff.judgement._replace(explanations=[card._replace(bits=-20.0)]))

    assert [3, 4, 5, 6] not in _chosen([_candidate([3, 4, 5, 6]), both])
    assert [3, 4, 5, 6] in _chosen([_candidate([3, 4, 5, 6]), alone])


@pytest.mark.parametrize(
    ("paid", "stands"),
    [
        ({}, False),
        ({"less": 14.0}, True),  # birthdays and mail, which homes of their own would hide for any operator
        ({"deeds": SUSPECTED.deeds}, True),  # they do something together
    ],
)
def test_whose_only_bond_is_the_payer_shields_its_parts(paid, stands) -> None:
    """People for whom one pays are explained whole, though likeness is left, where cards are explained and no deed is left."""
    staff = _candidate(range(40), "clear", coordination=20.0, excused="paid_staff", **paid)

    assert ([3, 4, 5, 6] in _chosen([_candidate([3, 4, 5, 6]), staff])) is stands


def test_a_group_that_lies_half_in_a_class_is_not_shielded() -> None:
    """A campaign of which less than seven tenths lie in an explained group stands."""
    school = _candidate(range(40), "clear", origin=3, coordination=0.0, excused="school_class")

    assert [38, 39, 60, 61] in _chosen([school, _candidate([38, 39, 60, 61])])


def test_what_is_left_of_overlapping_groups_is_chosen_too() -> None:
    """A campaign that shares an account with a better one stands without it, once, however many of its sets overlap."""
    better = _candidate(range(10), gain=90.0)
    same = [_candidate(range(9, 20), gain=50.0), _candidate(range(9, 20), gain=50.0, origin=2)]

    def rest(candidate, taken):
        left = [a for a in candidate.group.everyone.tolist() if not taken[a]]
        return _candidate(left, gain=40.0) if len(left) >= len(candidate.group.everyone) / 2 else None

    chosen = choose([better, *same], 100, rest)
    assert [c.group.members.tolist() for c in chosen] == [list(range(10)), list(range(10, 20))]


def _judged_so(members, verdict, gain, harvest):
    one = _candidate(members, verdict, gain)
    return one._replace(judgement=one.judgement._replace(sums=one.judgement.sums._replace(harvest=harvest)))


def test_an_operator_among_a_tools_users_accuses_none_of_them() -> None:
    """Where most of an accused group are clear and describe the traffic better without the others, nobody is accused; unless it asks for training data, or that part is small."""
    operator = _judged_so(range(40), "clear", 60.0, 0.4)

    assert _chosen([_judged_so(range(70), "suspected", 50.0, 0.6), operator]) == [list(range(40))]
    assert _chosen([_judged_so(range(70), "suspected", 50.0, 0.6), operator, _judged_so(range(9), "suspected", 9.0, 0.6)]) == [
        list(range(9))
    ]
    assert _chosen([_judged_so(range(70), "suspected", 50.0, 4.0), operator]) == [list(range(70))]
    assert _chosen([_judged_so(range(90), "suspected", 50.0, 0.6), operator]) == [list(range(90))]
    assert _chosen([_judged_so(range(70), "suspected", 61.0, 0.6), operator]) == [list(range(70))]


def test_nearly_the_whole_divides_no_group() -> None:
    """Parts are found although a set of nearly all the accounts describes the traffic better than either."""
    whole = _candidate(range(20), gain=50.0)
    judged = [whole, _candidate(range(19), gain=49.0), _candidate(range(10), gain=40.0), _candidate(range(10, 20), gain=40.0)]

    assert [p.group.members.tolist() for p in _packed(whole, judged, 100)] == [list(range(10)), list(range(10, 20))]
