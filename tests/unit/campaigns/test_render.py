"""A template in words."""

import random

import pytest

from hydrascope.campaigns.render import SLOT, conserved


def _filled(frame, items):
    return [frame.format(item) for item in items]


@pytest.mark.parametrize(
    ("frame", "items"),
    [
        ("Solve this with care: {} Show all steps.", ["two plus two", "the root of nine", "a long sum of many terms"]),
        ("Résous l'énoncé suivant : {} Écris chaque étape.", ["deux et deux", "la racine", "une somme très longue"]),
        ("请解这道题：{} 。写出所有步骤，不要省略。", ["一加一等于几", "三乘三是多少呢", "九的平方根"]),
        ("اكتب كل خطوة في الحل: {} ثم تحقق من النتيجة.", ["واحد زائد واحد", "جذر تسعة", "مجموع طويل"]),
    ],
)
def test_what_is_conserved_stands_and_what_varies_is_a_slot(frame, items) -> None:
    """In any script, the frame comes out as it was written, with a slot for the items."""
    assert conserved(_filled(frame, items)).replace(" ", "") == frame.format(SLOT).replace(" ", "")


def test_two_slots_are_told_apart() -> None:
    """Text that varies in two places has two slots."""
    draw = random.Random(1)
    texts = [
        f"Grade the answer {draw.getrandbits(40):x} against the rubric {draw.getrandbits(40):x} and give one number." for _ in range(6)
    ]

    assert conserved(texts) == "Grade the answer {slot} against the rubric {slot} and give one number."


def test_code_keeps_its_lines() -> None:
    """Line breaks and punctuation of code that is conserved are kept."""
    texts = [
        f"Explain what it prints:\n```python\nfor i in range({n}):\n    print(i * i)\n```\nName: {name}"
        for n, name in ((3, "ab"), (44, "cd"), (7, "ef"))
    ]
    found = conserved(texts)

    assert found.startswith("Explain what it prints:\n```python\nfor i in range({slot}")
    assert "    print(i * i)\n```" in found


def test_one_sample_is_given_as_it_is() -> None:
    """A single sample has no slots, none at all is no text."""
    assert conserved(["Only once, as it was."]) == "Only once, as it was."
    assert conserved([]) == ""


def test_the_same_text_again_has_no_slot() -> None:
    """Samples that do not differ in what is compared have nothing that varies."""
    assert conserved(["the same text"] * 3) == "the same text"
    assert conserved(["", ""]) == ""


def test_texts_with_nothing_in_common_are_one_slot() -> None:
    """Unrelated samples give a slot and no accidental words."""
    assert conserved(["alpha beta", "gamma delta", "epsilon zeta"]) == SLOT


def test_what_varies_at_the_end_is_a_slot() -> None:
    """Where the shortest sample is the bare frame, the varying end is still marked."""
    assert (
        conserved(["Tell me all about it", "Tell me all about it and then more", "Tell me all about it or else"])
        == "Tell me all about it {slot}"
    )


def test_the_order_of_samples_does_not_matter() -> None:
    """Shuffled samples give the same text."""
    texts = _filled("Put the following into plain words for a child: {} and stop there.", ["a", "b c", "d e f", "g"])

    assert {conserved(random.Random(seed).sample(texts, 4)) for seed in range(6)} == {conserved(texts)}


def test_one_sample_that_left_the_frame_does_not_spoil_it() -> None:
    """Words that eight in ten samples keep are conserved."""
    texts = _filled("Weigh each claim in this text with care: {} Then decide.", [f"item{i}" for i in range(9)])

    assert conserved([*texts, "Something else entirely, much longer than all the others are, with no frame."]).startswith(
        "Weigh each claim"
    )


def test_a_very_long_text_is_cut_in_its_middle() -> None:
    """Long samples are compared at both ends, in bounded time, and give a bounded text."""
    middle = " ".join(f"w{i}" for i in range(20_000))
    found = conserved([f"Read all of it. {middle} {n} Now sum it up in one line." for n in ("a1", "b2", "c3")])

    assert found.startswith("Read all of it.")
    assert found.endswith("Now sum it up in one line.")
    assert len(found) < 10_000
