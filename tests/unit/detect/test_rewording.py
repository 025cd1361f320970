"""Which accounts exchange the sentences of one prompt for others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.rewording import MOST, rectangle

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
    fragment, at = told_of.rewording.pieces(rows)

    assert list(zip(at.tolist(), fragment.tolist(), strict=True)) == [(2, 0), (2, 50), (3, 12), (3, 50), (4, 3), (4, 50)]
    assert told_of.rewording.users_among(np.array([True, True, True]), np.array([50, 0, 12])).tolist() == [3, 1, 1]
    assert told_of.rewording.users_among(np.array([False, True, True]), np.array([50, 0, 12])).tolist() == [2, 0, 1]


def test_nothing_held_is_no_piece(told) -> None:
    """Traffic without repeated text has exchanges without pieces."""
    fragment, at = told.scene_of(told.heads(2, 3)).traffic.rewording.pieces(np.arange(6))

    assert len(fragment) == len(at) == 0


@pytest.mark.parametrize(("known", "kept"), [(3, True), (4, False)])
def test_text_that_is_known_whole_is_an_item_and_no_wording(told, known, kept) -> None:
    """What a list repeats whole gives no pieces; three quarters of an exchange may be known text."""
    items = told.heads(2, 3, sketch=lambda i, k: [told.hash_of(i, k, j) for j in range(4)], held=lambda _i, _k: tuple(range(known)))
    fragment, _ = told.scene_of(items).traffic.rewording.pieces(np.arange(6))

    assert sorted(set(fragment.tolist())) == ([0, 1, 2] if kept else [])


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
