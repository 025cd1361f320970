"""Accounts that come to the same things at the same times, again and again."""

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.detect.together import LOOK_BACK, WITHIN, Met, Visits, expected, together, wordings
from hydrascope.detect.traffic import Exchanges

DAY = 86400
DAYS = 10
PEOPLE = 100


def _exchanges(rows, **objects):
    """`rows` are (account, seconds, object) triples; the object is a template unless another kind is named."""
    a, ts, item = (np.array(column, np.int64) for column in zip(*sorted(rows), strict=True))
    none = np.full(len(a), -1)
    given = {"a": a, "ts": ts, "xid": np.arange(len(a))} | {kind: item if same is True else same for kind, same in objects.items()}
    return Exchanges(**dict.fromkeys(Exchanges._fields, none) | ({} if objects else {"template": item}) | given)


def _crowd(rng, count=PEOPLE, each=40, items=50, begin=0):
    """Return accounts that act at random times on objects of everybody."""
    rows = count * each
    columns = np.repeat(np.arange(begin, begin + count), each), rng.integers(DAYS * DAY, size=rows), rng.integers(items, size=rows)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _bursts(rng, heads, bursts=30, items=50, within=60, part=1.0):
    """Return heads that act on one object of everybody's at one time, some of them in each burst."""
    out = []
    for _ in range(bursts):
        at, item = int(rng.integers(DAYS * DAY)), int(rng.integers(items))
        turn = rng.choice(heads, max(int(part * len(heads)), 1), replace=False)
        out += [(int(a), at + int(rng.integers(within)), item) for a in turn]
    return out


def _sets(rows, count, **objects):
    return [part.tolist() for part in together(_exchanges(rows, **objects), count)]


@pytest.mark.parametrize("seed", range(20))
def test_nobody_is_together_by_chance(seed) -> None:
    """Accounts that share all their objects and act at random times are no set."""
    assert _sets(_crowd(np.random.default_rng(seed), items=20), PEOPLE) == []


@pytest.mark.parametrize("kind", ["template", "content", "opening"])
def test_accounts_that_burst_on_objects_of_everybody_are_one_set(kind) -> None:
    """All heads and nobody else are found, whatever kind of object they meet on."""
    rng = np.random.default_rng(1)

    assert _sets(_crowd(rng) + _bursts(rng, range(20)), PEOPLE, **{kind: True}) == [list(range(20))]


def test_accounts_that_take_turns_are_one_set() -> None:
    """A third of the heads in each burst is enough, though no two of them meet often."""
    rng = np.random.default_rng(2)

    assert _sets(_crowd(rng) + _bursts(rng, range(30), bursts=45, part=1 / 3), PEOPLE) == [list(range(30))]


def test_two_operators_are_two_sets() -> None:
    """Those who never meet each other are not joined by a common object."""
    rng = np.random.default_rng(3)
    rows = _crowd(rng) + _bursts(rng, range(15), items=5) + _bursts(rng, range(50, 70), items=5)

    assert _sets(rows, PEOPLE) == [list(range(15)), list(range(50, 70))]


def test_one_event_is_no_habit() -> None:
    """Fifty accounts with one request in the same minute, once, are an event in the world."""
    rng = np.random.default_rng(4)

    assert _sets(_crowd(rng) + _bursts(rng, range(50), bursts=1, items=1), PEOPLE) == []


@pytest.mark.parametrize("seed", range(5))
def test_an_afternoon_that_many_spend_on_one_thing_is_no_set(seed) -> None:
    """Who all work on one task meet often, and no more often than in such an afternoon all would."""
    rng = np.random.default_rng(seed)
    task = [(a, 5 * DAY + int(rng.integers(DAY // 2, 3 * DAY // 4)), 7) for a in range(40) for _ in range(8)]

    assert _sets(_crowd(rng) + task, PEOPLE) == []


def test_more_meetings_are_expected_where_all_come_in_one_afternoon() -> None:
    """The same number of visits to an object leads to more meetings where they fall into a few hours."""
    rng = np.random.default_rng(14)
    pair = Met(np.array([0]), np.array([1]), np.array([3]))

    def chance(hours):
        a = np.tile(np.arange(40), 5)
        here = Visits(np.zeros(200, np.int64), 5 * DAY + rng.integers(3600 * hours, size=200), a)
        alone = Visits(1 + a, rng.integers(DAYS * DAY, size=200), a)
        return expected(Visits(*(np.concatenate(both) for both in zip(here, alone, strict=True))), pair, 40, WITHIN[0])[0]

    assert chance(6) > 3 * chance(96)


def test_jobs_that_run_at_the_same_minute_every_day_are_no_set() -> None:
    """Strangers who all let a job run at nine meet daily, as their own hours and minutes lead to expect."""
    rng = np.random.default_rng(5)
    nine = [(a, DAY * day + 9 * 3600 + int(rng.integers(60)), 7) for a in range(6) for day in range(DAYS)]

    assert _sets(_crowd(rng) + nine, PEOPLE) == []


@pytest.mark.parametrize("period", [3000, 9000])
def test_monitors_with_one_period_are_no_set(period) -> None:
    """Two probes that start in the same minute by chance meet ever after, which is one coincidence and not many."""
    rng = np.random.default_rng(11)
    begins = rng.integers(period, size=12)
    probes = [(a, int(begins[a]) + k * period + int(rng.integers(5)), 7) for a in range(12) for k in range(DAYS * DAY // period)]

    assert _sets(_crowd(rng) + probes, PEOPLE) == []


def test_a_job_twice_a_day_is_no_set() -> None:
    """Jobs at nine and at five have no steady pause, but the same minutes every day."""
    rng = np.random.default_rng(12)
    jobs = [(a, DAY * day + hour * 3600 + int(rng.integers(60)), 7) for a in range(6) for day in range(DAYS) for hour in (9, 17)]

    assert _sets(_crowd(rng) + jobs, PEOPLE) == []


def test_office_hours_tie_nobody() -> None:
    """People who all work from nine to twelve with one tool meet often, and no more often than its hours lead to expect."""
    rng = np.random.default_rng(6)
    rows = [(a, DAY * day + int(rng.integers(9 * 3600, 12 * 3600)), 0) for a in range(40) for day in range(DAYS) for _ in range(2)]

    assert _sets(_crowd(rng) + rows, PEOPLE) == []


def test_who_stays_meets_once() -> None:
    """Two long sittings at the same time on the same object are one meeting, however many exchanges they have."""
    rng = np.random.default_rng(7)
    sittings = [(a, 5 * DAY + 60 * k + a, 3) for a in range(5) for k in range(500)]

    assert _sets(_crowd(rng) + sittings, PEOPLE) == []


def test_a_request_shape_of_everybody_is_nobodys_mark() -> None:
    """The same bursts are seen where the shape is uncommon, and not where most accounts have it."""
    rng = np.random.default_rng(8)
    count = 300
    bursts = [(a, ts, 1) for a, ts, _ in _bursts(rng, range(20), bursts=15)]
    crowd = _crowd(rng, count, each=10)

    assert _sets(bursts + [(a, ts, 0) for a, ts, _ in crowd], count, shape=True) == [list(range(20))]
    assert _sets(bursts + [(a, ts, 1) for a, ts, _ in crowd], count, shape=True) == []


def test_a_burst_of_more_accounts_than_are_compared_is_one_set() -> None:
    """In a crowd, all are compared with the same few, so nobody is left out."""
    rng = np.random.default_rng(9)
    count = 2 * LOOK_BACK

    assert _sets(_crowd(rng, count, each=5) + _bursts(rng, range(700), bursts=20), count) == [list(range(700))]


def test_the_widest_time_of_a_meeting_finds_slow_dispatch() -> None:
    """Requests that are handed out over twenty minutes are seen, too."""
    rng = np.random.default_rng(10)

    assert _sets(_crowd(rng) + _bursts(rng, range(20), bursts=60, within=WITHIN[-1]), PEOPLE) == [list(range(20))]


def test_no_exchanges_are_no_sets() -> None:
    """An empty log has no groups, and neither has one without objects."""
    empty = np.zeros(0, np.int64)

    assert together(Exchanges(**dict.fromkeys(Exchanges._fields, empty)), 0) == []
    assert _sets([(0, 0, -1), (1, 1, -1)], 2) == []


def test_a_template_that_nobody_repeats_is_still_an_object() -> None:
    """Every exchange gets the template that it holds, -1 for none."""
    held = pa.table({"xid": pa.array([0, 2], pa.int64()), "fragment": pa.array([5, 4], pa.int64())})
    x = _exchanges([(0, 0, -1), (0, 10, -1), (1, 5, -1)])

    assert wordings(held, x).tolist() == [5, -1, 4]
    assert wordings(held.slice(0, 0), x).tolist() == [-1, -1, -1]
