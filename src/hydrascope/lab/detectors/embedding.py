"""
Prompts as points: hashed tf-idf of words and word pairs, where no sentence model is at hand.

The published detectors use sentence embeddings (BAAI/bge-small-en-v1.5, 384 dimensions). This project downloads no model, so its
baselines use a lexical embedding by default and take any other as a parameter. A lexical embedding sees a shared template better
than a sentence model does, and a shared subject worse.
"""

from collections.abc import Callable
from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.fingerprint.strings import Strings, strings
from hydrascope.fingerprint.tokens import mix, tokenise

Points = npt.NDArray[np.float32]
Embed = Callable[[pa.LargeStringArray], Points]
SIZE = 512  # dimensions
TOKENS = 512  # words read of a prompt, as many as bge-small reads
_BYTES = 8  # within so many bytes a word
_PAIR = np.uint64(0x9E3779B97F4A7C15)


class Weights(NamedTuple):
    """What each dimension weighs: rare words and pairs more."""

    idf: Points


@numba.njit(cache=True, nogil=True)
def _count(text: Strings, first: int, out: Points) -> None:
    """Add to each row of `out` the signed counts of its hashed words and pairs (Weinberger et al. 2009)."""
    tokens = np.empty(TOKENS, np.uint64)
    for row in range(out.shape[0]):
        start, end = text.offsets[first + row], text.offsets[first + row + 1]
        n = tokenise(text.data, start, min(end, start + TOKENS * _BYTES), tokens)
        for i in range(n):
            h = mix(tokens[i])
            out[row, np.int64(h >> np.uint64(55))] += 1.0 if h & np.uint64(1) else -1.0
            if i > 0:
                h = mix(tokens[i - 1] * _PAIR ^ tokens[i])
                out[row, np.int64(h >> np.uint64(55))] += 1.0 if h & np.uint64(1) else -1.0


def _counts(prompts: pa.LargeStringArray) -> Points:
    out = np.zeros((len(prompts), SIZE), np.float32)
    _count(strings(prompts), 0, out)
    return out


def fit(prompts: pa.LargeStringArray) -> Weights:
    """Return the weights of a corpus: idf = ln((1 + n) / (1 + df)) + 1, by dimension."""
    held = np.zeros(SIZE)
    for at in range(0, len(prompts), 8192):
        held += (_counts(prompts.slice(at, 8192)) != 0).sum(axis=0)
    return Weights((np.log((1 + len(prompts)) / (1 + held)) + 1).astype(np.float32))


def lexical(weights: Weights) -> Embed:
    """
    Return the embedding with these weights: rows of length 1; an empty prompt is the zero vector.

    >>> prompts = pa.array(["a red fox", "a red fox", "quite another thing"], pa.large_string())
    >>> a, b, c = lexical(fit(prompts))(prompts)
    >>> bool(np.allclose(a, b)), bool(abs(a @ c) < 0.5)
    (True, True)
    """

    def embed(prompts: pa.LargeStringArray) -> Points:
        out = _counts(prompts)
        out *= weights.idf
        length = np.sqrt(np.einsum("ij,ij->i", out, out))
        out /= np.where(length > 0, length, 1).astype(np.float32)[:, None]
        return out

    return embed
