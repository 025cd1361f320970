"""Word problems and other items: told so variously that strangers do not share phrases, and solved rightly."""

import re
from random import Random

import pytest

from hydrascope.lab import shared_phrases
from hydrascope.lab.worlds import problems, stories, text
from hydrascope.lab.worlds.seeds import stream

ITEMS = {
    "story": lambda rng: stories.arithmetic(rng).text,
    "solution": stories.solution,
    "coding task": lambda rng: problems.coding_task(rng, text.anyone(rng)),
    "code": problems.code,
    "question": lambda rng: text.question(rng, text.anyone(rng)),
}


@pytest.mark.parametrize("item", ITEMS)
def test_different_items_share_hardly_a_five_word_run(item):
    """Of the runs that detection counts, fewer than three in a thousand occur in a second of 2,000 items."""
    made = [ITEMS[item](stream(5, item, i)) for i in range(2000)]

    assert len(set(made)) > 1990
    assert shared_phrases.shared([str(i) for i in range(2000)], made) < 0.003


def test_the_answer_follows_from_the_numbers_of_the_story():
    """The numbers told are a, b and c, and the answer is a times b less c, whatever the order."""
    for seed in range(300):
        problem = stories.arithmetic(Random(seed))
        told = [int(number) for number in re.findall(r"\d+", problem.text)]
        result = int(re.search(r"Answer: (\d+)", problem.worked).group(1))

        assert any(a * b - c == result > 0 for a in told for b in told for c in told), problem


def test_no_pattern_leaves_a_hole_open():
    """Every pattern of a story can be filled with the words of a story."""
    own = stories._own(Random(1))

    for patterns in (stories.SETUPS, stories.LOSSES, stories.ASKS, stories.FIRST, stories.SECOND):
        assert {hole for pattern in patterns for hole in pattern.holes} <= set(own)
