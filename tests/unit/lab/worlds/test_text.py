"""Made-up text: strangers share no phrases, every language stays, and items differ."""

from random import Random

import pytest

from hydrascope.lab import shared_phrases
from hydrascope.lab.worlds import problems, text
from hydrascope.lab.worlds.tongues import TONGUES


def test_strangers_share_hardly_a_five_word_run():
    """Of the runs that detection counts, fewer than one in a hundred occur with a second of 300 hobbyists."""
    assert shared_phrases.hobbyists(300, seed=2) < 0.01


@pytest.mark.parametrize("tongue", ["en", *TONGUES])
def test_every_language_has_questions_that_differ(tongue):
    """A thousand questions of many speakers are nearly all different, and none has an open hole."""
    asked = [text.question(rng, text.voice(rng, tongue=tongue)) for rng in map(Random, range(1000))]

    assert len(set(asked)) > 990
    assert not any("{" in one or "%s" in one for one in asked)


@pytest.mark.parametrize(
    "make", [text.chat, text.answer, text.document, text.ticket, text.follow_up, problems.reasoning, problems.coding_task]
)
def test_the_same_stream_makes_the_same_text(make):
    """Text follows from its stream, in English and in another tongue."""
    for tongue in ("en", "ja"):
        who = text.voice(Random(5), tongue=tongue)
        assert make(Random(6), who) == make(Random(6), who)
        assert make(Random(6), who) != make(Random(7), who)


def test_no_pattern_holds_five_fixed_words():
    """Between two holes of a sentence stand at most four words: a run of five always has something of the writer."""
    for patterns in (text._WHOLE, text._FIRST, text._ASKED, text._ORDERED):
        for form, _ in patterns:
            assert max(len(piece.split()) for piece in form.split("%s")) <= 4, form


def test_code_is_code():
    """The Python that is made up compiles."""
    for seed in range(200):
        compile(problems.python_code(Random(seed)), "made-up", "exec")
