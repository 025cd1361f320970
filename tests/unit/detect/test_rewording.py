"""Which accounts exchange the sentences of one prompt for others."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.rewording import MOST, rectangle, rewording
from hydrascope.engine import connect

FIRST, SECOND, ALWAYS = (1, 2, 3), (11, 12), 99


def _rewords(told, held) -> bool:
    """Whether an account whose exchanges hold these fragments is told."""
    seen = told.scene_of(told.both(told.strangers(), told.heads(1, len(held), held=lambda _, k: held[k])))
    assert not seen.traffic.rewording.could[:40].any()  # the strangers
    return bool(seen.traffic.rewording.does[seen.traffic.accounts.ids.index("h000")])


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([(FIRST[k % 3], SECOND[k % 2], ALWAYS) for k in range(12)], True),  # three ways for one sentence, two for another
        ([(1, 11, ALWAYS), (2, 11, ALWAYS), (1, 12, ALWAYS), (2, 12, ALWAYS)] * 2, True),
        ([(1, 11), (2, 11), (1, 12)] * 4, False),  # one corner is missing: a sentence that is left out now and then
        ([(ALWAYS, FIRST[k % 3]) for k in range(12)], False),  # one standing prompt over several tasks
        ([(FIRST[k % 3],) for k in range(12)], False),  # prompts of a list
        ([(1, 2, 11, 12)] * 12, False),  # one prompt that always reads the same
        ([(5 * k, 5 * k + 1) for k in range(12)], False),  # nothing comes again
    ],
)
def test_only_sentences_that_stand_in_for_each_other_are_a_rewording(told, held, expected) -> None:
    """Two wordings of one sentence, each beside two wordings of another, are paraphrase; a kit, a list and a fixed prompt are not."""
    assert _rewords(told, held) is expected


def test_only_the_most_repeated_fragments_are_looked_at(told) -> None:
    """Thirty-two fragments that come more often hide a rectangle of rarer ones."""
    usual = [tuple(range(1000, 1000 + MOST))] * 9
    spun = [(1, 11), (2, 11), (1, 12), (2, 12)] * 2

    assert _rewords(told, spun)
    assert not _rewords(told, usual + spun)


def test_pieces_are_told_by_exchange_in_any_order(told) -> None:
    """The pieces of some exchanges come with the place of each among those asked for, though accounts work at the same time."""
    told_of = told.scene_of(told.heads(3, 4, held=lambda i, k: () if k == 1 else (10 * i + k, 50))).traffic
    rows = np.array([9, 1, 0, 6, 3])
    fragment, _, at = told_of.rewording.pieces(rows)

    assert list(zip(at.tolist(), fragment.tolist(), strict=True)) == [(2, 0), (2, 50), (3, 12), (3, 50), (4, 3), (4, 50)]
    assert told_of.rewording.users_among(np.array([True, True, True]), np.array([50, 0, 12])).tolist() == [3, 1, 1]
    assert told_of.rewording.users_among(np.array([False, True, True]), np.array([50, 0, 12])).tolist() == [2, 0, 1]


def test_nothing_held_is_no_piece(told) -> None:
    """Traffic without repeated text has exchanges without pieces."""
    fragment, matched, at = told.scene_of(told.heads(2, 3)).traffic.rewording.pieces(np.arange(6))

    assert len(fragment) == len(matched) == len(at) == 0


FRESH, STANDING, SLOTLESS, RARE = 5, 6, 7, 8  # text around ever new items, around few, around none, and text that nobody repeats


def _of_tables(held, sketch):
    """What is found in exchanges of one account, each of so many shingles, that hold these fragments with so many shingles of each."""
    engine = connect(threads=1)
    rows = [(xid, fragment, shingles) for xid, own in enumerate(held) for fragment, shingles in own.items()]
    xid, fragment, matched = (pa.array(column, pa.int64()) for column in zip(*rows, strict=True))
    engine.put("held", pa.table({"xid": xid, "a": pa.array([0] * len(rows), pa.int64()), "fragment": fragment, "matched": matched}))
    engine.put(
        "fragment", pa.table({"fragment": [FRESH, STANDING, SLOTLESS], "has_slots": [True, True, False], "is_fresh": [True, False, True]})
    )
    engine.put("x", pa.table({"xid": list(range(len(held))), "sketch": [list(range(of)) for of in sketch]}))
    return rewording(engine, 1, np.arange(len(held)))


@pytest.mark.parametrize(
    ("held", "of", "around"),
    [
        ({FRESH: 3}, 4, True),
        ({FRESH: 4}, 4, False),
        ({FRESH: 75}, 100, True),
        ({FRESH: 76}, 100, False),
        ({FRESH: 2, STANDING: 1}, 4, True),
        ({FRESH: 2, STANDING: 2}, 4, False),  # text that is no piece is known, too
        ({FRESH: 2, SLOTLESS: 2}, 4, False),
        ({FRESH: 2, RARE: 2}, 4, False),
    ],
)
def test_an_exchange_is_around_an_item_if_a_quarter_of_it_is_its_own(held, of, around) -> None:
    """Three quarters of an exchange may be repeated text, of whatever kind, and not a shingle more; its pieces are held in either case."""
    found = _of_tables([held, {FRESH: 1}], [of, 4])

    assert found.around.tolist() == [around, True]
    assert found.pieces(np.array([0]))[0].tolist() == [FRESH]


def test_each_piece_comes_with_its_shingles_in_each_exchange() -> None:
    """A piece of which less stands in one exchange than in another has as many shingles there; text around few items and around none is no piece."""
    held = [{FRESH: 4, STANDING: 9}, {SLOTLESS: 3}, {FRESH: 2, RARE: 5}, {FRESH: 7}]
    fragment, matched, at = _of_tables(held, [40] * 4).pieces(np.array([3, 0, 1, 2]))

    assert list(zip(at.tolist(), fragment.tolist(), matched.tolist(), strict=True)) == [(0, FRESH, 7), (1, FRESH, 4), (3, FRESH, 2)]


@pytest.mark.parametrize(("known", "around"), [(3, True), (4, False)])
def test_text_that_is_known_whole_is_an_item(told, known, around) -> None:
    """In the traffic of several accounts each exchange of which more than three quarters are repeated is marked, and no other."""
    crowd = told.heads(
        2, 3, sketch=lambda i, k: [told.hash_of(i, k, j) for j in range(4)], held=lambda i, k: tuple(range(known if i == k else 2))
    )
    found = told.scene_of(crowd).traffic

    assert found.rewording.around.tolist() == [around or k != i for i in range(2) for k in range(3)]
    assert sorted(set(found.rewording.pieces(np.arange(6))[0].tolist())) == list(range(known))


@given(st.lists(st.sets(st.integers(0, 7), min_size=1, max_size=4), max_size=12))
def test_a_rectangle_is_what_it_says(exchanges) -> None:
    """The bit arithmetic finds a rectangle exactly where trying all four corners does."""
    met = {(f, g) for held in exchanges for f in held for g in held}
    meet = np.zeros(8, np.uint64)
    for f, g in met:
        meet[f] |= np.uint64(1) << np.uint64(g)
    corners = range(8)
    tried = any(
        (f, g) not in met and (i, j) not in met and all(pair in met for pair in ((f, i), (f, j), (g, i), (g, j)))
        for f in corners
        for g in corners
        for i in corners
        for j in corners
        if f != g and i != j
    )

    assert rectangle(meet) == tried
