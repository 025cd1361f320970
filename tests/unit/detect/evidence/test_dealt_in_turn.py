"""Does the work fall on the accounts more evenly than chance would have it, hour by hour, as if dealt in turn?"""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.evidence.dealt_in_turn import ROUNDS, _own_pace, scatter
from hydrascope.detect.evidence.dealt_in_turn import dealt_in_turn as dealt

HEADS, EACH = 12, 24


def _hands(seed=1, step=1.0):
    """The hour at which each head gets its next request, when all are dealt one in an order of its own before any gets two."""
    draw = random.Random(seed)
    hands = [draw.sample(range(HEADS), HEADS) for _ in range(EACH)]
    return lambda i, k: step * (k * HEADS + hands[k].index(i)) / HEADS


def _drawn(seed=1):
    """The hours of the same work when each request goes to a head drawn by chance, all of equal weight."""
    draw = random.Random(seed)
    hours = {i: sorted(draw.uniform(0, EACH) for _ in range(EACH)) for i in range(HEADS)}
    return lambda i, k: hours[i][k]


def test_work_that_is_dealt_in_turn_tells_one_queue(told) -> None:
    """Heads that each get one request before any gets two weigh for one queue; the sentence says how little they scatter."""
    found = told.asked(dealt, told.hydra(hour=_hands()))

    assert found.bits > 10
    assert found.finding == "New requests in 24 rounds of 12: the shares of 12 customers scatter 0.00 times as much as by chance."


@pytest.mark.parametrize("seed", range(5))
def test_work_that_is_dealt_at_random_says_nothing(told, seed) -> None:
    """Heads that are drawn by chance scatter as independent customers do."""
    assert told.bits_of(told.asked(dealt, told.hydra(hour=_drawn(seed)))) == 0


def test_what_finding_the_group_took_is_taken_off(told) -> None:
    """A group that was found among many sets must scatter by so much less."""
    seen = told.scene_of(told.hydra(hour=_hands()))
    group = told.group_of(seen, "h")
    free, paid = (dealt(group._replace(price=price), seen).bits for price in (0.0, 7.0))

    assert free - paid == pytest.approx(7.0)
    assert dealt(group._replace(price=1e9), seen).bits == 0


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"hour": lambda i, k: k + i / HEADS}, "each asks by the clock, every hour at a minute of its own"),
        ({"hour": _hands(step=0.1)}, "each asks again minutes after it was answered"),
        ({"hour": _hands(), "content_hash": lambda i, _: 7 + i}, "each asks the same again and again"),
        ({"hour": _hands(), "user_turns": lambda _, k: 1 + k}, "each goes on with one conversation"),
        ({"hour": _hands(), "tool_turns": 1}, "each hands back what its tools found"),
        ({"hour": _hands(), "status": 500}, "all failed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pace_of_its_own_is_no_queue(told, fields, why) -> None:
    """Clocks, programs that wait for their answer, old questions, long conversations and failures are not counted."""
    assert told.asked(dealt, told.hydra(**fields)) is None, why


@pytest.mark.parametrize(("count", "told_of"), [(9, False), (10, True)])
def test_fewer_than_ten_customers_are_a_firms_keys(told, count, told_of) -> None:
    """From ten customers on an even deal speaks; a firm that takes its own keys in turn has fewer."""
    assert (told.asked(dealt, told.hydra(count=count, hour=_hands())) is not None) is told_of


@pytest.mark.parametrize(("rounds", "known"), [(ROUNDS - 1, False), (ROUNDS, True)])
def test_few_rounds_say_nothing(rounds, known) -> None:
    """Two rounds are by chance even; three are looked at."""
    assert (scatter(np.tile(np.arange(12), rounds)) is not None) is known


def test_busy_and_idle_customers_may_be_independent() -> None:
    """Customers as busy as they like scatter by chance, so long as they are so throughout."""
    share = np.arange(1, 41) / 820
    found = scatter(np.random.default_rng(3).choice(40, 8000, p=share))

    assert abs(found.found - found.expected) < 3 * found.error


def test_the_error_is_that_of_chance() -> None:
    """Over many draws chi-squared lies as far from what is expected as its error says."""
    rng = np.random.default_rng(4)
    far = [(one.found - one.expected) / one.error for one in (scatter(rng.integers(0, 30, 600)) for _ in range(400))]

    assert abs(float(np.mean(far))) < 0.2
    assert 0.85 < float(np.std(far)) < 1.15


@pytest.mark.parametrize(
    ("gaps", "own"),
    [
        ([3600] * 6, True),  # by the clock
        ([3600, 2000, 5000, 900, 7000], False),
        ([599, 100, 599, 9000, 599], True),  # mostly as soon as it is answered
        ([601, 1500, 2400, 9000, 700], False),
        ([3600, 3600], False),  # too few to tell
    ],
)
def test_whose_pace_is_his_own(gaps, own) -> None:
    """A clock and a program that waits for its answer are told by the gaps between requests, from three gaps on."""
    ts = np.cumsum([0, *gaps])

    assert _own_pace(np.zeros(len(ts), np.int64), ts).tolist() == [own]


@given(st.lists(st.integers(0, 7), min_size=24, max_size=80), st.permutations(range(8)))
def test_the_numbers_of_customers_say_nothing(who, numbers) -> None:
    """Customers under other numbers scatter as much."""
    who = np.unique(np.array([*range(8), *who]), return_inverse=True)[1]
    first, second = scatter(who), scatter(np.array(numbers)[who])

    assert first.found == pytest.approx(second.found)
    assert first.error == pytest.approx(second.error)
