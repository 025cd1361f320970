import pyarrow as pa
import pytest

from hydrascope.fingerprint.sketch import BYTES, HEAD, KEPT, TAIL, WIDTH, sketch

LEFT = "You are a careful teacher of mathematics and you never skip a step when you solve a problem for your students."
RIGHT = "Show the complete chain of reasoning before the answer, number every step, and end with a line that says how sure you are."
WORDS = [f"w{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(4000)]


def kept(prompt, opening=None, system=None):
    """Return the sketch of one exchange."""
    columns = (pa.array([text], pa.large_string()) for text in (system, opening, prompt))
    return sketch(*columns)[0].as_py()


def words(first, last):
    """Return a text of invented words that do not recur."""
    return " ".join(WORDS[first:last])


def test_prompts_of_one_template_share_what_lies_outside_the_slots():
    """With other slots, every kept shingle of the conserved parts is kept again."""
    one = set(kept(f"{LEFT} Two trains leave at noon. {RIGHT}"))
    two = set(kept(f"{LEFT} A farmer sells nineteen melons, each of them for three coins. {RIGHT}"))
    conserved = set(kept(LEFT)) | set(kept(RIGHT))

    assert conserved
    assert conserved <= one & two
    assert one != two


def test_unrelated_prompts_share_nothing():
    """Other words, other shingles."""
    assert not set(kept(LEFT)) & set(kept(RIGHT))


def test_where_a_text_stands_does_not_matter():
    """The kept shingles of a passage are kept after any other words, and in any part of the exchange."""
    alone = set(kept(LEFT))

    assert alone <= set(kept("Hello there. " + LEFT))
    assert alone == set(kept(None, opening=LEFT)) == set(kept(None, system=LEFT))


def test_no_repeats_and_in_order():
    """A passage said thrice is kept once, and the hashes are sorted."""
    found = kept(f"{LEFT} {LEFT} {LEFT}", opening=LEFT, system=LEFT)

    assert found == sorted(set(found))
    assert set(found) >= set(kept(LEFT))


def test_a_fixed_share_is_kept():
    """One shingle in KEPT, give or take."""
    texts = pa.array([words(i, i + 204) for i in range(0, 3600, 200)], pa.large_string())
    empty = pa.nulls(len(texts), pa.large_string())
    found = sketch(empty, empty, texts)

    assert len(found.flatten()) == pytest.approx(len(texts) * (204 - WIDTH + 1) / KEPT, rel=0.1)


@pytest.mark.parametrize("text", [None, "", "   ", "one two three four", "雨の日に傘"[: WIDTH - 1], "?!"])
def test_texts_too_short_for_a_shingle_keep_nothing(text):
    """Fewer than WIDTH tokens are no shingle."""
    assert kept(text) == []


def test_five_words_are_one_shingle():
    """Of a thousand texts of five words a fixed share keeps its only shingle."""
    texts = pa.array([words(i, i + WIDTH) for i in range(1000)], pa.large_string())
    sizes = {len(row) for row in sketch(texts, texts, texts).to_pylist()}

    assert sizes == {0, 1}


def test_the_head_and_the_tail_of_a_long_text_are_looked_at_and_the_middle_is_not():
    """A passage at the beginning or the end of a long text is kept; one deep inside is not."""
    filler, passage = words(0, 1500), set(kept(LEFT))

    assert passage <= set(kept(f"{LEFT} {filler}"))
    assert passage <= set(kept(f"{filler} {LEFT}"))
    assert not passage & set(kept(f"{filler} {LEFT} {filler}"))


@pytest.mark.parametrize("size", [HEAD - 20, HEAD, HEAD + 20, HEAD + TAIL, 2 * HEAD, 3 * HEAD])
@pytest.mark.parametrize("pad", ["{}", "{}ing", "{}ingly spelled"])
def test_the_end_is_looked_at_at_every_length(size, pad):
    """Whatever the length of a text and of its words, its last words are looked at."""
    filler = " ".join(pad.format(word) for word in WORDS[:size])

    assert set(kept(RIGHT)) <= set(kept(f"{filler} {RIGHT}"))


def test_the_end_of_a_chinese_text_is_looked_at():
    """Scripts with many tokens to the byte fill the head early: the end is looked at all the same."""
    filler = "".join(chr(0x4E00 + i) for i in range(HEAD + 50))
    ending = "请先一步一步地写出完整的推理过程然后再给出最后的答案"

    assert len(filler.encode()) < BYTES * HEAD
    assert set(kept(ending)) <= set(kept(filler + ending))


def test_a_long_text_keeps_a_bounded_number():
    """However long a text, at most its head and tail are kept."""
    assert len(kept(words(0, 4000) * 20)) <= (HEAD + TAIL) / KEPT * 1.5


def test_an_opening_that_is_the_prompt_counts_once():
    """A request of one message is sketched as that message, and its twin in another allocation too."""
    assert kept(LEFT, opening=LEFT) == kept(LEFT)


def test_many_rows_outgrow_the_first_allocation():
    """A batch of long texts is kept whole: each row as if it were alone."""
    texts = pa.array([words(i, i + 900) for i in range(40)], pa.large_string())
    found = sketch(texts, texts.slice(0), texts).to_pylist()

    assert sum(map(len, found)) > max(len(texts) * 32, 1024)
    assert found == [kept(text.as_py()) for text in texts]


def test_slices_and_chunks_read_alike():
    """A sliced column and a chunked one give what a fresh one gives."""
    rows = [LEFT, None, RIGHT, "", LEFT + RIGHT]
    column, nothing = pa.array(rows, pa.large_string()), pa.nulls(3, pa.large_string())
    whole = sketch(column, column, column).to_pylist()
    chunked = pa.chunked_array([column[2:4], column[4:]])

    assert sketch(nothing, nothing, column[2:]).to_pylist() == whole[2:]
    assert sketch(nothing, nothing, chunked).to_pylist() == whole[2:]


def test_no_rows():
    """No rows give no lists, of the right type."""
    none = pa.array([], pa.large_string())

    assert sketch(none, none, none).type == pa.list_(pa.uint64())
    assert len(sketch(none, none, none)) == 0


def test_the_middle_of_chinese_is_counted_in_tokens():
    """Of a Chinese text the first HEAD pairs and the last TAIL pairs are looked at."""
    text = "".join(chr(0x4E00 + i) for i in range(2000))
    seen = set(kept(text[: HEAD + 1])) | set(kept(text[-TAIL - 1 :]))

    assert set(kept(text)) == seen
