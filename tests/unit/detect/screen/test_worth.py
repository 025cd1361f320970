"""What ties the accounts of sets, told roughly for all of them at once."""

import numpy as np
import pytest

from hydrascope.detect.screen.worth import born_together, even_load, one_place, round_the_clock, shared, ties

HONEST, HEADS = 300, 40
MUCH = 8.0


@pytest.fixture
def people(made):
    """Strangers and the heads of an operator."""
    return made.operated(HEADS, HONEST)


@pytest.fixture
def both(made):
    """A set of strangers, and the operator's."""
    return made.groups(range(100, 100 + HEADS), range(HONEST, HONEST + HEADS))


def test_cards_that_pay_for_several_tie_a_set(people, both) -> None:
    """Heads that share cards by fives are bound; cards of one's own bind nobody."""
    strangers, heads = shared(both, people.traits.payment)

    assert heads > MUCH
    assert strangers == 0


def test_cards_that_are_shared_everywhere_tie_nobody(made) -> None:
    """Where all accounts share cards in pairs, a set that does is as any other."""
    (bits,) = shared(made.groups(range(40)), np.arange(400) // 2)

    assert bits == 0


def test_registrations_within_days_tie_a_set(people, both) -> None:
    """Accounts registered within ten days are bound, those of three years are not."""
    strangers, heads = born_together(both, people.traits.birth)

    assert heads > MUCH
    assert strangers == 0


def test_unknown_registrations_tie_nobody(made) -> None:
    """Without a birthday there is no window."""
    assert born_together(made.groups(range(5), range(5, 9)), np.full(9, np.nan)).tolist() == [0, 0]


def test_a_network_of_their_own_ties_a_set(people, both, made) -> None:
    """Heads that come from a few narrow networks alone are bound; a network that the crowd uses as well binds nobody."""
    place = people.traits.place.copy()
    place[HONEST:] = 1000 + np.arange(HEADS) // 10
    strangers, heads = one_place(both, place)
    place[:250] = 1000 + np.arange(250) // 60
    (crowded,) = one_place(made.groups(range(HONEST, HONEST + HEADS)), place)

    assert heads > MUCH
    assert strangers == crowded == 0


def test_work_round_the_clock_ties_a_set(people, both) -> None:
    """The set of the flattest hours says as many bits as the crowd can show, one of usual hours next to none."""
    strangers, heads = round_the_clock(both, people.profile.rhythm)

    assert heads > 1.5
    assert strangers < 1


def test_few_exchanges_say_nothing_of_hours(made) -> None:
    """A set whose rhythm is unknown works at no hour."""
    assert round_the_clock(made.groups(range(4)), np.append(np.full(4, np.nan), np.linspace(0.1, 1, 50))).tolist() == [0]


def test_equal_volumes_tie_a_set(people, both) -> None:
    """Heads that send the same are bound, a set as spread as the crowd is not."""
    strangers, heads = even_load(both, people.profile.daily)

    assert heads > 3
    assert strangers < 1


def test_few_accounts_are_not_asked_for_their_volumes(made) -> None:
    """Five accounts are too few for a spread."""
    assert even_load(made.groups(range(5)), np.append(np.full(5, 2.0), np.geomspace(0.1, 100, 50))).tolist() == [0]


def test_ties_are_summed_within_their_caps(people, both) -> None:
    """The operator's set has several kinds of ties of twelve bits at most each, strangers next to none."""
    strangers, heads = ties(both, people)

    assert 2 * MUCH < heads <= 60
    assert strangers < 2


def test_a_set_put_together_by_birth_has_no_bits_of_it(people, both) -> None:
    """What made the set is no evidence for it."""
    _, with_birth = ties(both, people)
    _, without = ties(both, people, by_birth=True)

    assert with_birth - without == pytest.approx(min(12.0, born_together(both, people.traits.birth)[1]))


def test_no_sets_have_no_ties(people, made) -> None:
    """Nothing to ask, nothing said."""
    assert ties(made.groups([]), people).tolist() == [0]
