"""The words of a column of texts as hashes, spelt out once for everybody who reads them."""

from typing import NamedTuple, TypeAlias

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.fingerprint.strings import Strings, same, strings
from hydrascope.fingerprint.tokens import tokenise

HEAD, TAIL = 2048, 1024  # bytes read from the beginning and the end of each text
Text: TypeAlias = pa.Array | pa.ChunkedArray | Strings


class Words(NamedTuple):
    """Those of text `i`: from its beginning `tokens[begins[i]:middles[i]]`, and from its end, where it is longer, `tokens[middles[i]:begins[i + 1]]`."""

    begins: npt.NDArray[np.int64]
    middles: npt.NDArray[np.int64]
    tokens: npt.NDArray[np.uint64]


@numba.njit(cache=True, nogil=True)
def _spelt(text, other, distinct, begins, middles):
    """Write the words of each text, of those alone that are not the other's where that is asked; return them."""
    tokens, n = np.empty((text.offsets[middles.size] - text.offsets[0]) // 4 + HEAD + TAIL, np.uint64), 0
    for row in range(middles.size):
        start, end = text.offsets[row], text.offsets[row + 1]
        if n + HEAD + TAIL > tokens.size:
            grown = np.empty(2 * tokens.size, np.uint64)
            grown[:n] = tokens[:n]
            tokens = grown
        middles[row] = n
        if not (distinct and same(text, other, row)):
            head = min(end, start + HEAD)
            n += tokenise(text.data, start, head, tokens[n:])
            middles[row] = n
            if head < end:
                n += tokenise(text.data, max(head, end - TAIL), end, tokens[n:])
        begins[row + 1] = n
    return tokens[:n]


def _texts(column: Text) -> Strings:
    return column if isinstance(column, Strings) else strings(column)


def words(column: Text, *, unlike: Text | None = None) -> Words:
    """
    Return the words of the beginning and the end of each text; of a text that is the same in the column `unlike` none.

    >>> found = words(pa.array(["two words", None, "one"]))
    >>> found.begins.tolist(), len(found.tokens)
    ([0, 2, 2, 3], 3)
    """
    text = _texts(column)
    other = text if unlike is None else _texts(unlike)
    rows = len(text.offsets) - 1
    begins, middles = np.zeros(rows + 1, np.int64), np.zeros(rows, np.int64)
    return Words(begins, middles, _spelt(text, other, unlike is not None, begins, middles))


class Request(NamedTuple):
    """The words of the system text, of the first user message where it is not the last, and of the last."""

    system: Words
    opening: Words
    prompt: Words


def request(system: Text, opening: Text, prompt: Text) -> Request:
    """Return the words of each request."""
    return Request(words(system), words(opening, unlike=prompt), words(prompt))
