"""What is counted of a log hour by hour, in little memory, is what a dictionary that holds everything would count."""

import collections
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hydrascope.detect import bits
from hydrascope.detect.profile import ENOUGH
from hydrascope.detect.screen import pairs as pairing
from hydrascope.detect.screen import postings, worth
from hydrascope.detect.screen.census import Census, Numbers
from hydrascope.detect.screen.chosen import sampled
from hydrascope.detect.screen.counter import MOST, Counter, Often
from hydrascope.detect.screen.recent import SLOTS, hashed
from hydrascope.detect.screen.sets import LARGE, Sets, joined, parted, sets
from hydrascope.detect.seeds import SMALLEST

SEEDS = st.integers(0, 1 << 32)
FEW = settings(max_examples=60)
DISTINCT = 24  # shingles that fall into counters and places of their own


def _apart(rng: np.random.Generator, width: int) -> np.ndarray:
    """Return shingles of which no two share a counter, nor a place in the memory of what was just shown."""
    found = np.zeros(0, np.uint64)
    while len(found) < DISTINCT:
        more = np.append(found, rng.integers(1, 1 << 64, 1, np.uint64))
        cells, slots = (more * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - width), (more >> np.uint64(24)) & np.uint64(SLOTS - 1)
        if len(np.unique(cells)) == len(np.unique(slots)) == len(more):
            found = more
    return found


def _hour(rng: np.random.Generator, palette: np.ndarray, accounts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the offsets, shingles and accounts of some exchanges, sorted by account."""
    size = rng.integers(0, 5, int(rng.integers(0, 40)))
    return np.append(0, np.cumsum(size)), rng.choice(palette, int(size.sum())), np.sort(rng.choice(accounts, len(size)))


def _held(offsets: np.ndarray, shingles: np.ndarray, account: np.ndarray) -> collections.Counter:
    """Return how many accounts hold each shingle in an hour."""
    return collections.Counter(s for _, s in set(zip(np.repeat(account, np.diff(offsets)).tolist(), shingles.tolist(), strict=True)))


@FEW
@given(SEEDS, st.integers(1, 6))
def test_a_counter_without_collisions_counts_accounts_and_hours(seed: int, least: int) -> None:
    """Each shingle has the count of its accounts, hour by hour, up to the bound; and what has been seen often enough is told from then on."""
    rng, counter, true = np.random.default_rng(seed), Counter(18), collections.Counter()
    palette = _apart(rng, 18)
    for _ in range(4):
        offsets, shingles, account = _hour(rng, palette, np.arange(9))
        known, expected = set(), []
        for row, shingle in zip(np.repeat(np.arange(len(account)), np.diff(offsets)).tolist(), shingles.tolist(), strict=True):
            true[shingle] += (account[row], shingle) not in known
            known.add((account[row], shingle))
            if true[shingle] >= least:
                expected.append((row, shingle))
        often = counter.add(offsets, shingles, account, least=least)
        assert list(zip(often.row.tolist(), often.shingle.tolist(), strict=True)) == expected

    assert counter.counts(palette).tolist() == [min(true[s], MOST) for s in palette.tolist()]


@FEW
@given(SEEDS, st.integers(4, 10))
def test_a_counter_never_counts_too_low(seed: int, width: int) -> None:
    """However many shingles share a counter, each has at least its own count."""
    rng, counter, true = np.random.default_rng(seed), Counter(width), collections.Counter()
    palette = rng.integers(1, 1 << 64, 50, np.uint64)
    for _ in range(4):
        hour = _hour(rng, palette, np.arange(9))
        true.update(_held(*hour))
        counter.add(*hour, least=2)

    assert (counter.counts(palette) >= [min(true[s], MOST) for s in palette.tolist()]).all()


@FEW
@given(SEEDS, st.integers(4, 12))
def test_counters_of_disjoint_accounts_merge_to_one(seed: int, width: int) -> None:
    """Either counter merged with the other holds what one counter of all accounts does."""
    rng = np.random.default_rng(seed)
    palette = rng.integers(1, 1 << 64, 30, np.uint64)
    near, far = (_hour(rng, palette, accounts) for accounts in (np.arange(9), np.arange(9, 20)))
    one, other, turned, whole = (Counter(width) for _ in range(4))
    one.add(*near, least=9)
    other.add(*far, least=9)
    turned.add(*far, least=9)
    turned.merge(one)
    one.merge(other)
    whole.add(np.append(near[0], near[0][-1] + far[0][1:]), np.append(near[1], far[1]), np.append(near[2], far[2]), least=9)

    assert (one.cells == whole.cells).all()
    assert (turned.cells == whole.cells).all()


@FEW
@given(SEEDS, st.integers(0, 4))
def test_gathered_postings_are_those_of_a_dictionary(seed: int, accounts: int) -> None:
    """Of each shingle the exchanges, their harvest, the marks of its accounts and the least of their hashes, however often the table grows."""
    rng, gathering = np.random.default_rng(seed), postings.Gathering(rows=4)
    palette = rng.integers(1, 1 << 64, 40, np.uint64)
    held: dict[int, list[tuple[int, int, int]]] = collections.defaultdict(list)
    for _ in range(3):
        rows, count = int(rng.integers(1, 30)), int(rng.integers(0, 60))
        account, exchange, harvest = rng.integers(0, 12, rows), rng.integers(0, 1 << 64, rows, np.uint64), rng.integers(0, 1000, rows)
        row, shingle = np.sort(rng.integers(0, rows, count)), rng.choice(palette, count)
        gathering.add(Often(row, shingle), account, exchange, harvest)
        for at, key in zip(row.tolist(), shingle.tolist(), strict=True):
            held[key].append((int(account[at]), int(exchange[at]), int(harvest[at])))
    found = gathering.postings(accounts)
    marks = {key: {int(hashed(a)) >> 58 for a, _, _ in rows} for key, rows in held.items()}
    expected = sorted(key for key in held if len(marks[key]) >= accounts)

    assert found.shingle.tolist() == expected
    assert found.exchanges.tolist() == [len(held[key]) for key in expected]
    assert found.harvest.tolist() == [sum(h for _, _, h in held[key]) for key in expected]
    assert found.bits.tolist() == [sum(1 << mark for mark in marks[key]) for key in expected]
    assert found.mins.tolist() == [[min(e ^ int(s) for _, e, _ in held[key]) for s in postings._SEEDS] for key in expected]


@FEW
@given(SEEDS, st.integers(1, 6), st.sampled_from([1, 8, 1 << 23]))
def test_pairs_are_counted_however_they_come(seed: int, parts: int, many: int) -> None:
    """The count of each pair does not depend on how the rows are split, nor on how often equal pairs are put together."""
    rng, pairs, true = np.random.default_rng(seed), pairing.Pairs(), collections.Counter()
    values = np.append(np.uint64(0), rng.integers(1, 1 << 64, 14, np.uint64))
    with mock.patch.object(pairing, "_MANY", many):
        for _ in range(parts):
            rows = int(rng.integers(0, 80))
            account, value = np.sort(rng.integers(0, 6, rows)), rng.choice(values, rows)
            pairs.add(account, value)
            true.update((a, v) for a, v in zip(account.tolist(), value.tolist(), strict=True) if v)
        counted = pairs.counted()

    assert list(zip(*(column.tolist() for column in counted), strict=True)) == [(a, v, true[a, v]) for a, v in sorted(true)]


@FEW
@given(SEEDS, st.lists(st.integers(0, 200), max_size=4))
def test_a_census_is_of_all_rows_however_they_are_split(seed: int, cuts: list[int]) -> None:
    """What each account did is what numpy says of its rows, whichever parts they came in."""
    rng, census, people = np.random.default_rng(seed), Census(), 12
    account, ts = np.append(np.arange(people), rng.integers(0, people, 188)), rng.integers(1_770_000_000, 1_771_000_000, 200)
    harvest, single, tokens = rng.integers(0, 1001, 200), rng.integers(0, 2, 200), rng.integers(0, 4000, 200)
    for rows in np.split(rng.permutation(200), sorted(cuts)):
        census.add(account[rows], ts[rows], harvest[rows], single[rows], tokens[rows])
    order = rng.permutation(people)
    found = census.ordered(order)
    mine = [account == a for a in order]
    angles = [2j * np.pi * (ts[m] // 3600 % 24) / 24 for m in mine]
    rhythm = [(abs(np.exp(a).sum()) ** 2 - len(a)) / (len(a) * (len(a) - 1)) if len(a) >= ENOUGH else np.nan for a in angles]

    assert found.exchanges.tolist() == [m.sum() for m in mine]
    assert found.first.tolist() == [ts[m].min() for m in mine]
    assert found.last.tolist() == [ts[m].max() for m in mine]
    assert found.harvest == pytest.approx([harvest[m].mean() / 1000 for m in mine])
    assert found.single == pytest.approx([single[m].mean() for m in mine])
    assert found.daily == pytest.approx([m.sum() / max(np.ptp(ts[m]) / 86400, 1) for m in mine])
    assert found.rhythm == pytest.approx(rhythm, nan_ok=True)


@FEW
@given(st.lists(st.lists(st.integers(1, 30), max_size=20), max_size=5))
def test_accounts_keep_their_numbers(parts: list[list[int]]) -> None:
    """A number stands for one account throughout, and the numbers are those from nought on."""
    numbers = Numbers()
    given_ = [numbers.of(np.array(part, np.uint64)).tolist() for part in parts]
    names = numbers.accounts.tolist()

    assert [[names[n] for n in part] for part in given_] == parts
    assert sorted(names) == sorted({a for part in parts for a in part})
    assert len(numbers) == len(names)


def _groups(found: Sets) -> list[list[int]]:
    return [part.tolist() for part in np.split(found.account, found.offsets[1:-1])] if len(found.size) else []


@FEW
@given(st.lists(st.tuples(st.integers(-1, 6), st.integers(0, 12)), max_size=60))
def test_sets_are_the_accounts_of_each_label(rows: list[tuple[int, int]]) -> None:
    """Each label that enough accounts have is a set of them, in order and each once."""
    held = collections.defaultdict(set)
    for label, account in rows:
        held[label].add(account)
    label, account = np.array(rows, np.int64).reshape(-1, 2).T
    expected = [sorted(held[known]) for known in sorted(held) if known >= 0 and len(held[known]) >= SMALLEST]

    assert _groups(sets(label, account)) == expected


@FEW
@given(SEEDS, st.integers(1, 9), st.integers(1, 30))
def test_parts_are_of_large_sets_and_of_one_value(seed: int, labels: int, values: int) -> None:
    """Each large set and value that enough of its accounts have is a part; small sets have none."""
    rng = np.random.default_rng(seed)
    account, codes = np.arange(300), [rng.integers(-1, values, 300) for _ in range(2)]
    whole = sets(rng.integers(-1, labels, 300) // 2, account)
    expected = [
        [a for a in group if code[a] == value]
        for code in codes
        for group in _groups(whole)
        if len(group) >= LARGE
        for value in range(values)
        if (code[group] == value).sum() >= SMALLEST
    ]

    assert _groups(parted(whole, codes)) == expected
    assert _groups(joined([whole, whole])) == 2 * _groups(whole)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.floats(0, 1)), min_size=1, max_size=20))
def test_bits_of_many_rates_are_those_of_each(counts: list[tuple[int, int, float]]) -> None:
    """Many counts at once have the bits that detection gives to one."""
    hits, of, background = (np.array(column) for column in zip(*((min(a, b), max(a, b), p) for a, b, p in counts), strict=True))
    each = [bits.rate_bits(*one) for one in zip(hits.tolist(), of.tolist(), background.tolist(), strict=True)]

    assert worth.rate_bits(hits, of, background) == pytest.approx(each, abs=1e-6)


@given(st.lists(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=7), max_size=8))
def test_the_middle_of_each_set_is_the_median(groups: list[list[float | None]]) -> None:
    """Unknown values count for nothing, and a set without known ones has no middle."""
    values = np.array([np.nan if v is None else v for group in groups for v in group], np.float64)
    s = Sets(np.append(0, np.cumsum([len(group) for group in groups])).astype(np.int64), np.arange(len(values)))
    expected = [np.nanmedian(k) if len(k := np.array([v for v in group if v is not None])) else np.nan for group in groups]

    assert worth.middle(s, values) == pytest.approx(expected, nan_ok=True)


@FEW
@given(SEEDS, st.integers(0, 8))
def test_a_sample_is_the_first_of_each_set_by_rank(seed: int, most: int) -> None:
    """Each set keeps so many accounts at most, those that come first, in their order."""
    rng = np.random.default_rng(seed)
    rank = rng.permutation(40)
    s = sets(rng.integers(0, 5, 60), rng.integers(0, 40, 60))
    expected = [sorted(sorted(group, key=rank.__getitem__)[:most]) for group in _groups(s)]

    assert _groups(sampled(s, rank, most)) == expected
