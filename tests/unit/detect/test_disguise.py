"""Which accounts of a group take turns between the wordings of one prompt."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.disguise import PIECES, ROWS, _meetings, _prompts, rewording_accounts
from hydrascope.detect.rewording import Rewording

HEADS, EACH, ALWAYS, ITEM = 6, 12, 99, 100_000


def _grid(i, k):
    """Three ways for one sentence and two for another, in turns that differ by account."""
    return (1 + (i + k) % 3, 11 + k % 2)


def _kit(_i, k):
    """Three prompts of two sentences each."""
    return (1 + 2 * (k % 3), 2 + 2 * (k % 3))


def _of(of, heads=HEADS, each=EACH):
    """The exchanges of some accounts: for each the fragments that it holds."""
    return [[of(i, k) for k in range(each)] for i in range(heads)]


def _around(held):
    """Whether an exchange holds no item that a list repeats."""
    return max(held, default=0) < ITEM


def _told(group, others=(), text=1, around=_around):
    """
    The numbers of a group's accounts that are told; `others` are accounts outside of it.

    `text` are the shingles of each fragment, or of every one; `around` says of an exchange's fragments whether most of its text is its own.
    """
    everyone = [*group, *others]
    account = np.repeat(np.arange(len(everyone)), [len(own) for own in everyone])
    held = [fragments for own in everyone for fragments in own]
    fragment = np.array([f for fragments in held for f in fragments], np.int64)
    matched = np.array([text.get(f, 1) if isinstance(text, dict) else text for f in fragment.tolist()], np.int64)
    offsets = np.cumsum([0, *map(len, held)])
    pairs = sorted({(f, int(a)) for a, fragments in zip(account, held, strict=True) for f in fragments})
    first = np.searchsorted(np.array([f for f, _ in pairs], np.int64), np.arange(fragment.max(initial=-1) + 2))
    rows, nobody = np.flatnonzero(account < len(group)), np.zeros(len(everyone), bool)
    own = np.array([around(fragments) for fragments in held], bool)
    found = Rewording(nobody, nobody, own, offsets, fragment, matched, first, np.array([a for _, a in pairs], np.int64))
    return rewording_accounts(found, rows, account[rows], np.arange(len(everyone)) >= len(group)).tolist()


@pytest.mark.parametrize("text", [1, 4])
@pytest.mark.parametrize(
    ("of", "told"),
    [
        (_grid, True),
        (lambda i, k: () if k % 3 == 0 else _grid(i, k), True),  # not every exchange fills the prompt
        (lambda _i, _k: (1, 2, 11, 12), False),  # one prompt that always reads the same
        (lambda _i, k: (1, 2, 11, 12) if k % 2 else (), False),
        (_kit, False),  # three prompts of one tool
        (lambda i, k: (100 + k, 11 + (i + k) % 2), False),  # a list of tasks, each asked once in one of two phrases
        (lambda i, k: (1000 * i + 1 + k % 3, 1000 * i + 11 + k % 2), False),  # each account has words of its own
        (lambda _i, _k: (), False),
    ],
)
def test_only_wordings_that_replace_each_other_are_told(of, told, text) -> None:
    """Accounts that turn a grid of wordings are all told, be they phrases or sentences; those of a fixed prompt, a toolkit and a list are not."""
    assert _told(_of(of), text=text) == (list(range(HEADS)) if told else [])


@pytest.mark.parametrize("strangers", [0, HEADS])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (dict.fromkeys((1, 2, 3, 11, 12), 2), True),  # four shingles an exchange
        (dict.fromkeys((1, 2, 3, 11), 2), True),  # three and a half on average
        (dict.fromkeys((1, 2, 3), 2), False),  # three
        ({}, False),
    ],
)
def test_a_kept_sentence_hides_phrases_and_no_sentences(text, told, strangers) -> None:
    """Beside one sentence that is kept, also one that strangers use, wordings are told from three and a half shingles an exchange on."""
    kept, others = _of(lambda i, k: (*_grid(i, k), ALWAYS)), _of(lambda _i, _k: (ALWAYS,), strangers)

    assert _told(kept, others, text | {ALWAYS: 9}) == (list(range(HEADS)) if told else [])


@pytest.mark.parametrize("strangers", [0, HEADS])
@pytest.mark.parametrize(("kept", "told"), [((12,), True), ((13,), False), ((6, 6), True), ((6, 7), False)])
def test_a_kept_text_that_outweighs_the_rest_tells_nobody(kept, told, strangers) -> None:
    """Four shingles are reworded beside twelve that are kept, a quarter; beside thirteen they are a tool's way to set its tone."""
    same = tuple(range(ALWAYS, ALWAYS + len(kept)))
    prompts = _of(lambda i, k: (*_grid(i, k), *same, 200 + k))  # and a text of each exchange's own, which is not the prompt's
    text = dict.fromkeys((1, 2, 3, 11, 12), 2) | dict(zip(same, kept, strict=True)) | dict.fromkeys(range(200, 200 + EACH), 50)

    assert bool(_told(prompts, _of(lambda _i, _k: same, strangers), text)) is told


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (_kit, False),
        (lambda _i, k: (1 + k % 3,), False),  # a sentence each
        (lambda i, k: _grid(i, k // 2) if k % 2 else (51, 52), True),  # one of two is reworded
        (lambda i, k: (*_grid(i, k // 2), *[53] * (k > 3)) if k % 2 else (51, 52), True),  # with a sentence in ten of twelve
        (lambda i, k: (*_grid(i, k // 2), *[53] * (k > 1)) if k % 2 else (51, 52), False),  # in eleven: it keeps that one
        (lambda i, k: _grid(i, k // 2) if k % 2 else tuple(50 + f for f in _grid(i, k // 2)), True),  # both are
    ],
)
def test_modes_over_a_common_base_are_no_wordings(of, told) -> None:
    """A tool that adds one of several fixed texts to its base tells nobody; whoever rewords one such text is told, unless it keeps some of it."""
    modes = _of(lambda i, k: (ALWAYS, *of(i, k)), each=24)

    assert _told(modes, text=4) == (list(range(HEADS)) if told else [])


@pytest.mark.parametrize(("often", "told"), [(3, False), (4, True)])
def test_a_reworded_part_must_come_as_often_as_a_whole_prompt(often, told) -> None:
    """One of two texts over a common base counts if accounts fill it four times on average, however often they fill the other."""
    modes = _of(lambda i, k: (ALWAYS, *((1 + (i + (k in {1, 2})) % 2, 11 + k % 2) if k < often else (51, 52))), heads=30)

    assert bool(_told(modes, text=4)) is told


@pytest.mark.parametrize("tutor", [0, 2])
@pytest.mark.parametrize(("tasks", "told"), [(7, False), (6, True)])
def test_tasks_of_a_course_are_asked_once_or_twice(tutor, tasks, told) -> None:
    """Among twelve exchanges, seven tasks are a course's, with a tutor's prompt in all or in ten; six that each come twice are wordings."""
    course = _of(lambda i, k: (*[ALWAYS] * (k >= tutor), *[ITEM + k] * (i > 8), 1 + (i + k) % tasks, 21 + (i + k // 2) % 2), heads=30)

    assert bool(_told(course, text={ALWAYS: 4} | dict.fromkeys(range(1, 8), 4))) is told


@pytest.mark.parametrize(("instead", "told"), [((), False), ((12, 13), True)])
def test_a_text_that_nothing_replaces_is_no_wording(instead, told) -> None:
    """A tutor's prompt that two thirds of the exchanges hold is kept, whatever tasks come with it, unless others stand in its place."""
    heads = _of(lambda i, k: (1 + (i + 3 * k) % 4, *((11,) if (i + k) % 3 else instead), *[ITEM + k] * (i > 2)), 12)

    assert bool(_told(heads, text={11: 9} | dict.fromkeys((12, 13), 5))) is told


@pytest.mark.parametrize(("stays", "told"), [(1, True), (3, False)])
def test_who_stays_with_a_wording_draws_none(stays, told) -> None:
    """Sentences that each exchange draws anew are wordings; those that stay for three exchanges are tasks of a sitting, or settings."""
    heads = _of(lambda i, k: (ALWAYS, 1 + (i + k // stays) % 4, 11 + k % 2, ITEM + k), 12, 24)

    assert bool(_told(heads, _of(lambda _i, _k: (1,), 0), dict.fromkeys((1, 2, 3, 4), 4), lambda held: max(held) % 5 == 0)) is told


@pytest.mark.parametrize("kept", [(), (ALWAYS,)])
@pytest.mark.parametrize(("second", "told"), [((1, 1), False), ((1, 2), True), ((2, 2), True)])
def test_around_known_items_sentences_are_wordings_and_phrases_are_not(kept, second, told) -> None:
    """Accounts that reword only what stands around items of a list are told from three and a half shingles an exchange on."""
    heads = _of(lambda i, k: (*(_grid(i, k // 2) if k % 2 else _grid(i // 3, i % 2)), *[ITEM + k] * (k % 2), *kept), 12)

    assert bool(_told(heads, text=dict.fromkeys((1, 2, 3), 2) | dict(zip((11, 12), second, strict=True)))) is told


@pytest.mark.parametrize(("text", "known", "told"), [(1, 8, True), (1, 9, False), (2, 9, True), (2, 12, False)])
def test_prompts_are_filled_around_known_items_where_sentences_are_exchanged(text, known, told) -> None:
    """Phrases must be filled four times around unknown items, sentences around any; but a piece that never stands around unknown ones is none."""
    heads = _of(lambda i, k: (1 + (i + k) % 2, 11 + (i + k // 2) % 2, ITEM + k) if k < known else (1 + (i + k) % 2, 11 + (i + k) % 2), 30)

    assert bool(_told(heads, text=text)) is told


@pytest.mark.parametrize(("kept", "told"), [(10, True), (11, False)])
def test_a_sentence_in_most_exchanges_is_a_prompt_that_is_kept(kept, told) -> None:
    """A sentence in eleven of twelve exchanges is conserved; one in ten of twelve is not."""
    mostly = _of(lambda i, k: (*_grid(i, k), ALWAYS) if k < kept else _grid(i, k))

    assert bool(_told(mostly)) is told


@pytest.mark.parametrize(("heads", "told"), [(2, False), (3, True)])
def test_what_only_two_accounts_say_is_nobodys_prompt(heads, told) -> None:
    """A wording counts from three accounts of the group on."""
    assert bool(_told(_of(_grid, heads))) is told


@pytest.mark.parametrize(("others", "told"), [(1, True), (2, False)])
def test_what_others_say_too_is_common_speech(others, told) -> None:
    """Wordings of six accounts and one stranger are the group's own; with two strangers they are anybody's."""
    assert bool(_told(_of(_grid), _of(_grid, others))) is told


@pytest.mark.parametrize(("each", "together", "told"), [(12, 2, False), (12, 3, True), (60, 5, False), (60, 6, True)])
def test_prompts_that_hardly_meet_are_two(each, together, told) -> None:
    """Two prompts are one from three exchanges on in which they stand together, and from three in a hundred of either's."""
    first, second = (1, 2), (11, 12)
    pair = _of(lambda i, k: first + second if k == 0 and i < together else (first, second)[k % 2], each=each)

    assert bool(_told(pair)) is told


def test_one_prompt_that_is_kept_hides_no_other() -> None:
    """A group that also sends a second prompt as it is rewords the first all the same."""
    assert _told(_of(lambda i, k: (51, 52) if k % 4 == 3 else _grid(i, k), each=16)) == list(range(HEADS))


def test_who_keeps_to_one_wording_is_not_told() -> None:
    """Among accounts that take turns, one that fills only one wording does not, though it also sends their other prompt."""
    some = _of(lambda i, k: (51, 52) if k % 4 == 3 else (1, 11) if i == 2 else _grid(i, k), each=16)

    assert _told(some) == [0, 1, 3, 4, 5]


@pytest.mark.parametrize(("twice", "told"), [(3, False), (40, True)])
def test_a_list_that_a_few_work_through_twice_is_a_list(twice, told) -> None:
    """Tasks that three of forty accounts ask again are still asked once each; where all ask them again, they are wordings."""
    tasks = _of(lambda i, k: (100 + (k % 6 if i < twice else k), 11 + (i + k // 6) % 2), 40)

    assert bool(_told(tasks)) is told


@pytest.mark.parametrize("known", [0, 2000])
def test_what_comes_again_by_chance_is_reckoned_around_unknown_items(known) -> None:
    """That one account also sends a list of known items, two thousand of them, makes a list that three of forty ask twice no prompt."""
    tasks = _of(lambda i, k: (100 + (k % 6 if i < 3 else k), 11 + (i + k // 6) % 2), 40)

    assert _told([tasks[0] + [(ITEM + k,) for k in range(known)], *tasks[1:]], text=4) == []


@pytest.mark.parametrize(("usual", "told"), [(PIECES - 5, True), (PIECES, False)])
def test_only_the_most_shared_pieces_are_looked_at(usual, told) -> None:
    """Sixty-four pieces that more accounts use hide a grid of five wordings; fifty-nine leave it room."""
    fixed = _of(lambda _i, _k: tuple(range(1000, 1000 + usual)), HEADS + 1)

    assert bool(_told(_of(_grid) + fixed)) is told


@pytest.mark.parametrize("ways", [3, 20])
def test_a_large_group_is_told_from_some_of_its_exchanges(ways) -> None:
    """Of three times the exchanges that are looked at, a third shows every account that takes turns, however many the wordings."""
    heads, each, draw = ROWS // 20, 60, random.Random(1)

    assert _told(_of(lambda _i, _k: (draw.randrange(ways), 100 + draw.randrange(ways)), heads, each)) == list(range(heads))


def test_nothing_to_look_at_tells_nobody() -> None:
    """A group without exchanges gives no account."""
    assert _told([], _of(_grid)) == []


ACCOUNTS = st.lists(st.lists(st.sets(st.integers(0, 5), max_size=3), max_size=8), min_size=1, max_size=6)
GRIDS = st.lists(st.lists(st.tuples(st.integers(0, 2), st.integers(3, 5)), min_size=4, max_size=8), min_size=3, max_size=6)
TEXTS = st.fixed_dictionaries({f: st.integers(1, 5) for f in range(6)})
LONGEST = 3 * 5  # shingles of what an exchange of these accounts holds, at most


def _with(accounts, *kept):
    """The same exchanges with some sentences in each."""
    return [[(*held, *kept) for held in own] for own in accounts]


@given(
    ACCOUNTS | GRIDS,
    st.permutations(range(6)),
    TEXTS,
    st.integers(1, 4),
    st.sampled_from([(), (ALWAYS,)]),
    st.randoms(use_true_random=False),
)
def test_the_order_of_fragments_says_nothing(accounts, numbers, text, most, kept, draw) -> None:
    """Fragments under other numbers and in another order tell the same accounts."""
    other = [[draw.sample([numbers[f] for f in held], len(held)) for held in own] for own in accounts]
    renamed = {numbers[f]: shingles for f, shingles in text.items()}
    first, second = (
        _told(_with(group, *kept), (), of, lambda held: len(held) < most) for group, of in ((accounts, text), (other, renamed))
    )

    assert second == first


@given(ACCOUNTS | GRIDS, TEXTS, st.sampled_from([(), (ALWAYS,)]))
def test_whoever_is_told_exchanges_text_for_other_text(accounts, text, kept) -> None:
    """Who is told has two exchanges of which neither holds all that the other does; who only leaves sentences out is not told."""
    for i in _told(_with(accounts, *kept), text=text):
        held = [set(fragments) for fragments in accounts[i]]
        assert any(first - second and second - first for first in held for second in held)


@given(ACCOUNTS | GRIDS, st.integers(1, 50) | TEXTS)
def test_a_kept_sentence_tells_nobody_where_phrases_are_exchanged_or_it_outweighs_them(accounts, text) -> None:
    """Where a sentence stands in every exchange, whatever its length, no phrases are told; a sentence of three times all the rest hides all."""
    texts = text | {ALWAYS: 3 * LONGEST + 1} if isinstance(text, dict) else {ALWAYS: text}

    assert _told(_with(accounts, ALWAYS), text=texts) == []


@given(ACCOUNTS | GRIDS, TEXTS, st.integers(1, 3 * LONGEST))
def test_a_kept_sentence_makes_nobody_suspicious(accounts, text, kept) -> None:
    """Who is told beside a sentence that every exchange of the prompt keeps is told without it."""
    keeping = [[(*held, ALWAYS) if held else () for held in own] for own in accounts]
    beside = _told(keeping, text=text | {ALWAYS: kept})

    assert set(beside) <= set(_told(accounts, text=text))


@given(st.lists(st.sets(st.integers(0, PIECES - 1), max_size=4), max_size=30))
def test_each_piece_that_stands_somewhere_is_in_one_prompt(exchanges) -> None:
    """Prompts are disjoint and together all pieces, and two pieces that often meet are in one of them."""
    meet = _meetings(np.array([sum(1 << f for f in held) for held in exchanges], np.uint64))
    prompts = [{f for f in range(PIECES) if int(mask) >> f & 1} for mask in _prompts(meet)]

    assert sorted(f for prompt in prompts for f in prompt) == sorted(set().union(*exchanges))
    assert all({f, g} <= next(p for p in prompts if f in p) for f, g in np.argwhere(meet >= 3).tolist())


@pytest.mark.parametrize(("each", "told"), [(3, False), (4, True)])
def test_who_words_a_thing_anew_three_times_is_a_person(each, told) -> None:
    """Accounts that fill a prompt three times on average are people who chose their words; from four on they are told."""
    assert bool(_told(_of(_grid, heads=30, each=each))) is told
