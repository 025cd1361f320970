from collections import Counter

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hydrascope.fingerprint.semantic import HEAD, REPEATS, TAIL, hamming, sketch

RAIN = "Write a short poem about the rain over the harbour of an old town at night, in four lines that rhyme"


def sketches(*texts):
    """Return the sketches of some texts."""
    return sketch(pa.array(texts, pa.large_string()))


def apart(a, b):
    """Return in how many bits two texts differ."""
    one, two = sketches(a, b)
    return int(hamming(one, two))


def test_case_and_punctuation_do_not_matter():
    """A prompt shouted, quoted or bulleted is the same prompt."""
    assert apart(RAIN, "* " + RAIN.upper().replace(" ", ", ") + "!") == 0


def test_word_order_does_not_matter():
    """The sketch is of the words, not of their order."""
    assert apart(RAIN, " ".join(reversed(RAIN.split()))) == 0


def test_near_copies_are_near_and_others_far():
    """One word changed moves few bits; other words move about half."""
    assert apart(RAIN, RAIN.replace("harbour", "market")) <= 12
    assert apart(RAIN, "Explain why my recursive Python function returns None instead of a list of primes") >= 20


@pytest.mark.parametrize("text", [None, "", "   \n", "?!... --- ()"])
def test_nothing_to_read_gives_zero(text):
    """A null, an empty text and one without words have no meaning to keep."""
    assert sketches(text)[0] == 0


def test_a_text_is_never_zero():
    """Zero says that there was no text, so no text may give it."""
    words = [f"word{letter}{other}" for letter in "abcdefghijklmnop" for other in "abcdefghijklmnop"]
    assert (sketches(*words) != 0).all()


def test_a_word_said_a_thousand_times_does_not_decide():
    """Repeating one word cannot turn a prompt into another."""
    assert apart(RAIN, RAIN + " rain" * 50) <= 20
    assert apart("rain rain rain", "rain " * 200) == 0


def test_batches_and_slices_do_not_matter():
    """A row has the same sketch alone, in a batch, in a slice and in chunks."""
    texts = [RAIN, None, "", "请一步一步地推理下面的问题", RAIN + " again", "Straße"] * 50
    column = pa.array(texts, pa.large_string())
    whole = sketch(column)
    assert (sketch(column[37:141]) == whole[37:141]).all()
    assert (sketch(pa.chunked_array([column[:100], column[100:]])) == whole).all()
    assert (sketch(column.cast(pa.string())) == whole).all()
    assert (np.concatenate([sketches(text) for text in texts]) == whole).all()


def test_scripts_without_spaces_are_read():
    """Chinese is compared by pairs of characters, not as one long word."""
    assert apart("请一步一步地推理下面的问题，并写出完整的思考过程。", "请一步一步地推理下面的题目，并写出完整的思考过程。") <= 16


def test_a_long_text_is_read_at_both_ends():
    """The middle of a huge prompt is not read; its beginning and its end are."""
    filler = "lorem ipsum dolor sit amet " * 2000
    start, end = RAIN + " ", " translate all that into Basque, please"
    assert len(filler) > HEAD + TAIL
    assert apart(start + filler + end, start + filler + filler + end) == 0
    assert apart(start + filler + end, filler + end) > 0
    assert apart(start + filler + end, start + filler) > 0


def test_broken_utf8_is_read_like_any_text():
    """Bytes that are no characters neither stop the batch nor change other rows."""
    offsets = pa.py_buffer(np.array([0, 4, 4 + len(RAIN)], np.int64))
    data = pa.py_buffer(b"\xf0\x9f\xff\xc3" + RAIN.encode())
    column = pa.Array.from_buffers(pa.large_string(), 2, [None, offsets, data])
    assert sketch(column)[1] == sketches(RAIN)[0]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("abcdefghijkl"), min_size=1, max_size=400))
def test_each_bit_is_the_majority_of_the_words(letters):
    """The counters that are held crosswise count as plain ones do; a tie is no majority."""
    votes = Counter(letters)
    alone = {letter: sketches(letter)[0] for letter in votes}
    weights = {letter: min(count, REPEATS) for letter, count in votes.items()}
    found = int(sketches(" ".join(letters))[0])
    for bit in range(64):
        ones = sum(w for letter, w in weights.items() if int(alone[letter]) >> bit & 1)
        assert (found >> bit & 1) == (2 * ones > sum(weights.values()))


def test_the_hash_is_fixed():
    """Sketches in a store stay comparable: the constant says when they would not."""
    assert sketches(RAIN)[0] == 12985814315683259054
