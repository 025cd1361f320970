"""Do accounts relieve each other: is each at work just when the fewest of the others are?"""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.evidence.rotation import DENSE, ENOUGH, RARE, SHIFT, as_seldom, at_work
from hydrascope.detect.evidence.rotation import rotation as rotated

HEADS, EACH, LANES, TURN = 9, 480, 3, 1.0
STEP = TURN / 120  # hours between two requests of a head at work


def _turn(i, k, step=STEP):
    """The hour of a head's request: heads of a lane relieve each other every hour, an hour's work and two hours' rest."""
    shift, within = divmod(k, round(TURN / step))
    return (shift * LANES + i % LANES) * TURN + within * step


def _own_hours(seed):
    """The same spells of work, each head's begun at a time of its own."""
    begun = [random.Random(seed + i).uniform(0, LANES * TURN) for i in range(HEADS)]
    return lambda i, k: begun[i] + _turn(0, k)


def _heads(told, **fields):
    return told.hydra(count=HEADS, each=EACH, **({"hour": _turn} | fields))


def test_who_takes_turns_works_for_one_master(told) -> None:
    """Nine heads in three lanes that relieve each other every hour are told by their spells of work alone."""
    found = told.asked(rotated, _heads(told))

    assert found.bits > 12
    assert found.finding == (
        "9 of 9 customers are at work just when the fewest of the others are, in several turns a day; of independent ones, one in ten would be."
    )


@pytest.mark.parametrize("seed", range(0, 100, 20))
def test_spells_of_work_that_begin_by_chance_say_nothing(told, seed) -> None:
    """Heads with spells as long and as regular, each begun at a time of its own, meet the others as chance has it."""
    assert told.bits_of(told.asked(rotated, _heads(told, hour=_own_hours(seed)))) == 0


@pytest.mark.parametrize(
    ("hour", "why"),
    [
        (
            lambda i, k: 24 * (k // 240) + 8 * (i % LANES) + 4 * STEP * (k % 240),
            "three shifts of eight hours, of people who ask every two minutes",
        ),
        (
            lambda i, k: 24 * (k // 240) + 2 * (i % LANES) + STEP * (k % 240),
            "three lessons of two hours a day, one after another, with programs",
        ),
        (lambda i, k: _turn(i, k, 2 * STEP), "a timetable sends the same pupils to four lessons a day, who ask every minute"),
        (lambda _, k: _turn(0, k), "all are at work together, as a class is"),
        (
            lambda i, k: 24 * (k // 480) + 8 * (i % LANES) + STEP * (k % 480),
            "each has four hours of the day, three zones one after another",
        ),
        (lambda _, k: k * STEP, "all are always at work"),
        (lambda i, k: _turn(i, k, 0.05), "each sends so seldom that one can't see when it is at work"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hours_that_others_have_say_nothing(told, hour, why) -> None:
    """Classes, time zones, services and slow accounts do not relieve each other."""
    assert told.bits_of(told.asked(rotated, _heads(told, hour=hour))) == 0, why


def test_what_finding_the_group_took_is_taken_off(told) -> None:
    """A group that was found among many sets must take turns by so much more."""
    seen = told.scene_of(_heads(told))
    group = told.group_of(seen, "h")
    free, paid = (rotated(group._replace(price=price), seen).bits for price in (0.0, 7.0))

    assert free - paid == pytest.approx(7.0)
    assert rotated(group._replace(price=1e9), seen).bits == 0


@pytest.mark.parametrize(("count", "known"), [(4, False), (5, True)])
def test_four_customers_are_not_asked(told, count, known) -> None:
    """From five customers on turns are looked at, as many as can be accused."""
    assert (
        told.asked(
            rotated,
            told.hydra(count=count, each=EACH, hour=_turn, payment_fingerprint=lambda i: f"h-card-{i}", subnet=lambda i, _: f"h-net-{i}"),
        )
        is not None
    ) is known


def test_few_requests_say_nothing(told) -> None:
    """Of a customer with few requests one does not know when it is at work."""
    assert told.asked(rotated, told.hydra(count=HEADS, each=ENOUGH - 1, hour=_turn)) is None


def test_a_customer_is_one_whatever_his_accounts(told) -> None:
    """One customer who takes his own keys in turn relieves nobody."""
    one = _heads(told, payment_fingerprint="one-card", user_ref="one-person")
    seen = told.scene_of(one)
    seen = seen._replace(traits=seen.traits._replace(customer=np.zeros_like(seen.traits.customer)))

    assert rotated(told.group_of(seen, "h"), seen) is None


def test_the_last_slots_are_looked_at() -> None:
    """Of a long log only the end is held against itself, and who is not at work there has no row."""
    spells = at_work(np.array([0, 1, 2]), np.array([0, 10**9, 10**9 + 60]), 60)

    assert spells.who.tolist() == [0, 1]
    assert np.ptp(spells.at) == 1


def test_four_in_turn_do_not_speak_for_ten_beside_them(told) -> None:
    """Colleagues who take turns at one seat accuse nobody else of their group."""
    hour = lambda i, k: _turn(i, k) if i < 4 else k * STEP  # noqa: E731
    assert told.bits_of(told.asked(rotated, told.hydra(count=14, each=EACH, hour=hour))) == 0


@given(st.integers(0, 2**32 - 1))
def test_independent_spells_are_seldom_rare(seed) -> None:
    """Customers whose spells lie at random are as seldom with the others as one in ten, roughly, however many there are."""
    rng = np.random.default_rng(seed)
    table = np.stack([np.roll(np.repeat(rng.random(60) < 0.3, 6), rng.integers(360)) for _ in range(40)])

    assert (as_seldom(table, table.sum(axis=0), SHIFT // (60 * DENSE)) <= RARE).mean() <= 0.35


@given(st.permutations(range(6)), st.integers(0, 99))
def test_the_numbers_of_customers_say_nothing(order, seed) -> None:
    """Customers in another order meet the others as seldom."""
    table = np.random.default_rng(seed).random((6, 80)) < 0.4
    everybody = table.sum(axis=0)

    assert np.array_equal(as_seldom(table, everybody, 10)[list(order)], as_seldom(table[list(order)], everybody, 10))
