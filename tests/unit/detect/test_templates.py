"""Which prompts fill one template: planted templates, found again from the sketches of real and made-up prompts."""

import random

import pyarrow as pa
import pytest

from hydrascope.detect import traffic
from hydrascope.detect.templates import ALONE, SUPPORT, find_templates
from hydrascope.engine import connect
from hydrascope.fingerprint.sketch import sketch

FRAME = (
    "Please act as a careful tutor of elementary number theory for a student who has never seen a proof before today",
    "Write down every single consideration that leads you from the statement of the task to its final solution in order",
    "Do not leave out the attempts that failed along the way and say in plain words why each of them had to fail",
)
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdfgklmnprst"]


def _slot(number: int, words: int = 12) -> str:
    """Words that no other slot has in this order."""
    return " ".join(random.Random(number).sample(WORDS, words))


def _asked(told, prompts, prefix="h"):
    """Exchanges of accounts: a list of prompts for each."""
    sketches = [sketch(none, pa.array(own), none).to_pylist() for own in prompts for none in [pa.array([""] * len(own))]]
    texts = {p: i + 1 for i, p in enumerate(sorted({p for own in prompts for p in own}))}
    return told.people(
        prefix,
        len(prompts),
        lambda i: len(prompts[i]),
        hour=lambda i, k: k + i / 100,
        sketch=lambda i, k: sketches[i][k],
        content_hash=lambda i, k: 10**6 * ord(prefix) + texts[prompts[i][k]],
    )


def _templates(rows_told, told):
    """The template of each exchange by id, and the fragments that were found."""
    engine = connect(threads=1)
    fingerprints = told.fingerprints(rows_told)
    traffic.load(engine, fingerprints, told.register(rows_told))
    find_templates(engine)
    filled = engine.fetch("SELECT entry, name FROM x JOIN template_of USING (xid) JOIN fragment ON fragment = template ORDER BY 1")
    ids = fingerprints["exchange_id"].take(filled["entry"]).to_pylist()
    return dict(zip(ids, filled["name"].to_pylist(), strict=True)), engine.fetch("SELECT * FROM fragment ORDER BY fragment").to_pylist()


def _crowd(told):
    """Twenty strangers who never say the same."""
    return _asked(told, [[_slot(10**4 + 100 * i + k, 40) for k in range(8)] for i in range(20)], "c")


def test_prompts_with_a_conserved_frame_are_one_template(told) -> None:
    """Six accounts that fill a frame with items of their own fill one template, and strangers fill none."""
    heads = _asked(told, [[". ".join(FRAME) + ". " + _slot(100 * i + k) for k in range(6)] for i in range(6)])
    of, found = _templates(told.both(_crowd(told), heads), told)

    assert set(of) == {f"h{i:03d}-{k:03d}" for i in range(6) for k in range(6)}
    assert {fragment["has_slots"] for fragment in found} == {True}
    assert max(fragment["accounts"] for fragment in found) == 6


def test_a_frame_that_is_paraphrased_by_sentence_is_still_covered(told) -> None:
    """Where each sentence comes in three wordings, drawn anew for each prompt, nearly every prompt still fills some template."""
    wordings = [[_slot(10**6 + 10 * s + w, 25) for w in range(3)] for s in range(3)]
    draw = random.Random(3)
    prompts = [[". ".join(draw.choice(w) for w in wordings) + ". " + _slot(100 * i + k) for k in range(12)] for i in range(8)]
    of, found = _templates(told.both(_crowd(told), _asked(told, prompts)), told)

    assert len(of) >= 0.95 * 96
    assert not any(name.startswith("c") for name in of)
    assert len(found) >= 2


def test_an_exchange_with_two_templates_goes_to_the_rarer(told) -> None:
    """A frame below a prompt that everybody uses is told from that prompt, whose other users do not fill it."""
    popular = " ".join(f"{sentence} {number}" for number, sentence in enumerate(FRAME[::-1]))
    public = _asked(told, [[popular + ". " + _slot(10**5 + 100 * i + k) for k in range(6)] for i in range(20)], "p")
    rare = _slot(77, 30)
    heads = _asked(told, [[popular + ". " + rare + ". " + _slot(100 * i + k) for k in range(6)] for i in range(5)])
    of, _ = _templates(told.both(public, heads), told)
    theirs, ours = ({of[name] for name in of if name.startswith(prefix)} for prefix in "ph")

    assert len(ours) == 1
    assert not ours & theirs


def test_the_same_question_again_is_no_template_with_slots(told) -> None:
    """A text that is always the same is told apart from a frame with slots."""
    _, found = _templates(told.both(_crowd(told), _asked(told, [[". ".join(FRAME)] * 6 for _ in range(6)])), told)

    assert found
    assert not any(fragment["has_slots"] for fragment in found)


@pytest.mark.parametrize(("askers", "fresh"), [(1, True), (2, False)])
def test_a_frame_around_ever_new_items_is_told_from_one_around_a_list(told, askers, fresh) -> None:
    """A frame whose items are asked once each is fresh; one whose items two accounts ask has slots and is not."""
    heads = _asked(told, [[". ".join(FRAME) + ". " + _slot(100 * (i // askers) + k) for k in range(6)] for i in range(6)])
    _, found = _templates(told.both(_crowd(told), heads), told)

    assert {(fragment["has_slots"], fragment["is_fresh"]) for fragment in found} == {(True, fresh)}


@pytest.mark.parametrize(("each", "known"), [(ALONE - 1, False), (ALONE, True)])
def test_one_account_needs_more_to_make_a_template(told, each, known) -> None:
    """A single account's frame counts from twenty prompts on."""
    _, found = _templates(told.both(_crowd(told), _asked(told, [[". ".join(FRAME) + ". " + _slot(k) for k in range(each)]])), told)

    assert bool(found) is known


def test_text_that_hardly_recurs_is_no_template(told) -> None:
    """A frame in fewer exchanges than a shingle must stand in gives nothing."""
    heads = _asked(told, [[". ".join(FRAME) + ". " + _slot(k) for k in range(SUPPORT - 1)]])

    assert _templates(told.both(_crowd(told), heads), told) == ({}, [])


def test_traffic_without_words_has_no_templates(told) -> None:
    """Empty sketches give no template and no error."""
    assert _templates(told.people("a", 3, 3), told) == ({}, [])


def test_numbers_and_names_do_not_depend_on_the_order_of_the_log(told) -> None:
    """A shuffled log gives the same templates under the same numbers and names."""
    heads = _asked(told, [[". ".join(FRAME[: 1 + i % 3]) + ". " + _slot(100 * i + k) for k in range(6)] for i in range(9)])
    rows = told.both(_crowd(told), heads)
    expected = _templates(rows, told)
    random.Random(8).shuffle(rows.rows)

    assert _templates(rows, told) == expected
