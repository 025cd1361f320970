"""Texts and several columns as single numbers of 64 bits, the same in every part of a log; 0 is unknown."""

import hashlib

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Hashes = npt.NDArray[np.uint64]
_PRIME = np.uint64(0x9E3779B97F4A7C15)


class Hashed:
    """
    Hashes of texts, each text hashed once.

    >>> hashed = Hashed()
    >>> one, other = hashed.of(pa.array(["a", None, "b"])), hashed.of(pa.array(["b"]))
    >>> bool(one[2] == other[0]), int(one[1])
    (True, 0)
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, texts: pa.Array) -> Hashes:
        """Return the hash of each text, 0 for null."""
        coded = texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()
        known = self._known
        values = [known.get(text) or self._hash(text) for text in coded.dictionary.to_pylist()]
        return np.array([*values, 0], np.uint64)[coded.indices.fill_null(len(values)).to_numpy()]

    def _hash(self, text: str) -> int:
        self._known[text] = value = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) or 1
        return value


def combined(*columns: Hashes) -> Hashes:
    """
    Return one hash for several; 0 where all are unknown.

    >>> combined(np.array([0, 1], np.uint64), np.array([0, 0], np.uint64)).tolist()[0]
    0
    """
    out = np.zeros(len(columns[0]), np.uint64)
    known = np.zeros(len(out), bool)
    for column in columns:
        known |= column != 0
        out = (out ^ column) * _PRIME
        out ^= out >> np.uint64(32)
    return np.where(known, np.maximum(out, np.uint64(1)), np.uint64(0))
