"""The words of a column of texts, spelt out once."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.fingerprint.strings import strings
from hydrascope.fingerprint.tokens import tokenise
from hydrascope.fingerprint.words import HEAD, TAIL, request, words

TEXTS = st.lists(st.none() | st.text(max_size=40) | st.integers(1, 900).map(lambda n: "some words, " * n), max_size=8)


def _spelt(text: str | None) -> tuple[list[int], list[int]]:
    """Return the tokens of the beginning and of the end of a text."""
    data, out = np.frombuffer((text or "").encode(), np.uint8), np.zeros(HEAD + TAIL, np.uint64)
    head = min(len(data), HEAD)
    parts = [(0, head), (max(head, len(data) - TAIL), len(data))]
    return tuple(out[: tokenise(data, begin, end, out)].tolist() if begin < end else [] for begin, end in parts)


def _of(found, row: int) -> tuple[list[int], list[int]]:
    begin, middle, end = found.begins[row], found.middles[row], found.begins[row + 1]
    return found.tokens[begin:middle].tolist(), found.tokens[middle:end].tolist()


@given(TEXTS)
def test_each_text_has_the_tokens_of_its_beginning_and_its_end(texts) -> None:
    """What is kept of each is what it has by itself, whatever stands beside it; the middle of a long text is left out."""
    found = words(pa.array(texts, pa.large_string()))

    assert [_of(found, row) for row in range(len(texts))] == [_spelt(text) for text in texts]


@given(TEXTS, st.data())
def test_a_text_that_is_the_same_elsewhere_is_spelt_once(texts, data) -> None:
    """Of a request whose first message is its last the first has no words."""
    other = [data.draw(st.sampled_from([text, "something else"])) for text in texts]
    first, last = (pa.array(column, pa.large_string()) for column in (texts, other))
    found = request(last, first, last)

    for row, (one, two) in enumerate(zip(texts, other, strict=True)):
        assert _of(found.opening, row) == (([], []) if (one or "") == (two or "") else _spelt(one))
        assert _of(found.prompt, row) == _of(found.system, row) == _spelt(two)


def test_a_part_of_a_column_is_read_as_such() -> None:
    """A slice has the words of its rows, and the arrays of a kernel do as well as a column."""
    column = pa.array(["one two", "three", None, "four five six"], pa.large_string())
    part = words(column[1:])

    assert [_of(part, row) for row in range(3)] == [_of(words(column), row) for row in (1, 2, 3)]
    assert words(strings(column)).tokens.tolist() == words(column).tokens.tolist()
