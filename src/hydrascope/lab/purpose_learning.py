"""
How `fingerprint.purpose` learns: stochastic gradient steps on the best window of each intent.

Words are forgotten at random (dropout, Srivastava et al. 2014), so that no
single phrase carries a class. Steps are AdaGrad's (Duchi et al. 2011).
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.fingerprint import purpose
from hydrascope.fingerprint.purpose import INTENT_LANES, LANES, Scratch, Vocabulary, Weights
from hydrascope.fingerprint.strings import Strings
from hydrascope.fingerprint.tokens import mix
from hydrascope.fingerprint.words import Request, request

EPOCHS, SEED = 8, 7
_F32 = npt.NDArray[np.float32]
_F64 = npt.NDArray[np.float64]


class Texts(NamedTuple):
    """The three texts of every request."""

    system: Strings
    opening: Strings
    prompt: Strings


class Pace(NamedTuple):
    """How fast to learn and how much to forget."""

    rate: float = 0.08
    decay: float = 2e-5
    pair_decay: float = 4e-4
    dropout: float = 0.5
    capability_dropout: float = 0.3
    capability_weight: float = 0.5


PACE = Pace()


class Labels(NamedTuple):
    """Index of the intent, and of the capability or -1."""

    intent: npt.NDArray[np.int8]
    capability: npt.NDArray[np.int8]


class Parsed(NamedTuple):
    """All requests taken apart: known words, blocks and which block opens a text; row `i` has blocks `of[i]:of[i + 1]`."""

    found: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int64]
    masks: npt.NDArray[np.uint64]
    opens: npt.NDArray[np.bool_]
    of: npt.NDArray[np.int64]


@numba.njit(cache=True)
def _parse(asked: Request, vocabulary: Vocabulary, work: Scratch, out: Parsed) -> tuple[int, int]:
    words, total, rows = 0, 0, asked.prompt.middles.size
    for row in range(rows):
        n, blocks = purpose.take_request(asked, row, vocabulary, work)
        out.found[words : words + n] = work.found[:n]
        for b in range(blocks):
            out.ends[total + b], out.masks[total + b], out.opens[total + b] = words + work.ends[b], work.masks[b], work.opens[b]
        words += n
        total += blocks
        out.of[row + 1] = total
    return words, total


def parse(texts: Texts, vocabulary: Vocabulary) -> Parsed:
    """Return every request in terms of the vocabulary."""
    size = sum(len(t.data) for t in texts) + 64
    of = np.zeros(len(texts.prompt.offsets), np.int64)
    out = Parsed(np.empty(2 * size, np.int32), np.empty(size, np.int64), np.empty(size, np.uint64), np.empty(size, np.bool_), of)
    words, blocks = _parse(request(*texts), vocabulary, purpose.scratch(), out)
    return Parsed(out.found[:words], out.ends[:blocks], out.masks[:blocks], out.opens[:blocks], of)


@numba.njit(cache=True)
def _step(value: float, gradient: float, squares: float, rate: float, decay: float) -> tuple[float, float]:
    """Return the weight and its sum of squared gradients after one step with decay."""
    g = gradient + decay * value
    return value - rate * g / np.sqrt(squares + g * g), squares + g * g


@numba.njit(cache=True)
def _kept(row: int, salt: np.uint64, dropout: float) -> bool:
    """Return whether a word is remembered in this pass: the same everywhere in a request."""
    return (mix(np.uint64(row) * np.uint64(0x9E3779B97F4A7C15) ^ salt) >> np.uint64(40)) >= np.uint64(dropout * (1 << 24))


@numba.njit(cache=True)
def _drop_concepts(mask: np.uint64, salt: np.uint64) -> np.uint64:
    """Return the mask with one concept in eight forgotten."""
    a, b, c = mix(salt), mix(salt + np.uint64(1)), mix(salt + np.uint64(2))
    return mask & ~(a & b & c)


@numba.njit(cache=True)
def _window_scores(parsed: Parsed, row: int, weights: Weights, salt: np.uint64, dropout: float, block_sums: _F32, scores: _F32) -> None:
    """Write the scores of each window of a request under dropout."""
    first, last = parsed.of[row], parsed.of[row + 1]
    boost = np.float32(1 / (1 - dropout))
    for block in range(first, last):
        block_sums[block - first] = 0
        for i in range(parsed.ends[block - 1] if block else 0, parsed.ends[block]):
            if _kept(parsed.found[i], salt, dropout):
                for lane in range(INTENT_LANES):
                    block_sums[block - first, lane] += boost * weights.words[parsed.found[i], lane]
    for block in range(first, last):
        out = scores[block - first]
        out[:] = -1e9
        if parsed.opens[block] and block + 1 < last and not parsed.opens[block + 1]:
            continue
        out[:] = block_sums[block - first]
        mask = parsed.masks[block]
        if not parsed.opens[block]:
            out += block_sums[block - first - 1]
            mask |= parsed.masks[block - 1]
        purpose.add_concepts(_drop_concepts(mask, salt), weights, out)


@numba.njit(cache=True)
def _whole_text(parsed: Parsed, row: int, weights: Weights, salt: np.uint64, dropout: float, whole: _F32) -> int:
    """Write the sum over the words of a request under dropout; return how many were kept."""
    first, last = parsed.of[row], parsed.of[row + 1]
    boost, kept = np.float32(1 / (1 - dropout)), 0
    whole[:] = 0
    for i in range(parsed.ends[first - 1] if first else 0, parsed.ends[last - 1]):
        if _kept(parsed.found[i], salt, dropout):
            kept += 1
            whole += boost * weights.words[parsed.found[i]]
    return kept


@numba.njit(cache=True)
def _softmax_gradient(z: _F64, label: int, out: _F64) -> None:
    """Write the probabilities minus the label."""
    top = z.max()
    total = 0.0
    for i in range(z.size):
        out[i] = np.exp(z[i] - top)
        total += out[i]
    for i in range(z.size):
        out[i] = out[i] / total - (i == label)


@numba.njit(cache=True)
def _update_concepts(mask: np.uint64, lane: int, gradient: float, weights: Weights, squares: Weights, pace: Pace) -> None:
    for i in range(64):
        if not (mask >> np.uint64(i)) & np.uint64(1):
            continue
        weights.concepts[i, lane], squares.concepts[i, lane] = _step(
            weights.concepts[i, lane], gradient, squares.concepts[i, lane], pace.rate, pace.decay
        )
        for j in range(i):
            if (mask >> np.uint64(j)) & np.uint64(1):
                weights.pairs[i, j, lane], squares.pairs[i, j, lane] = _step(
                    weights.pairs[i, j, lane], gradient, squares.pairs[i, j, lane], pace.rate, pace.pair_decay
                )


@numba.njit(cache=True)
def _update_intents(
    parsed: Parsed, row: int, scores: _F32, gradient: _F64, weights: Weights, squares: Weights, salt: np.uint64, pace: Pace
) -> None:
    """Move each intent's best window against its gradient."""
    first, last = parsed.of[row], parsed.of[row + 1]
    for lane in range(INTENT_LANES):
        g = gradient[lane + 1]
        weights.bias[lane], squares.bias[lane] = _step(weights.bias[lane], g, squares.bias[lane], pace.rate, 0.0)
        if abs(g) < 1e-4:
            continue
        best = first + np.argmax(scores[: last - first, lane])
        low = best if parsed.opens[best] else best - 1
        mask = parsed.masks[best] | parsed.masks[low]
        for i in range(parsed.ends[low - 1] if low else 0, parsed.ends[best]):
            w = parsed.found[i]
            if _kept(w, salt, pace.dropout):
                weights.words[w, lane], squares.words[w, lane] = _step(
                    weights.words[w, lane], g, squares.words[w, lane], pace.rate, pace.decay
                )
        _update_concepts(_drop_concepts(mask, salt), lane, g, weights, squares, pace)


@numba.njit(cache=True)
def _update_capability(
    parsed: Parsed, row: int, gradient: _F64, kept: int, weights: Weights, squares: Weights, salt: np.uint64, pace: Pace
) -> None:
    """Move the words of the whole text against the gradient of the capabilities."""
    first, last = parsed.of[row], parsed.of[row + 1]
    scale = 1 / np.sqrt(max(1.0, kept))
    for c in range(gradient.size):
        lane = INTENT_LANES + c
        weights.bias[lane], squares.bias[lane] = _step(weights.bias[lane], gradient[c], squares.bias[lane], pace.rate, 0.0)
    for i in range(parsed.ends[first - 1] if first else 0, parsed.ends[last - 1]):
        w = parsed.found[i]
        if _kept(w, salt, pace.capability_dropout):
            for c in range(gradient.size):
                lane = INTENT_LANES + c
                weights.words[w, lane], squares.words[w, lane] = _step(
                    weights.words[w, lane], gradient[c] * scale, squares.words[w, lane], pace.rate, pace.decay
                )


@numba.njit(cache=True)
def _epoch(parsed: Parsed, order: npt.NDArray[np.int64], labels: Labels, weights: Weights, squares: Weights, seed: int, pace: Pace) -> None:
    sums, scores = np.empty((2048, LANES), np.float32), np.empty((2048, LANES), np.float32)
    whole, z = np.empty(LANES, np.float32), np.zeros(INTENT_LANES + 1)
    g_intent, g_capability = np.empty(INTENT_LANES + 1), np.empty(LANES - INTENT_LANES)
    for row in order:
        blocks = parsed.of[row + 1] - parsed.of[row]
        if blocks == 0:
            continue
        salt = mix(np.uint64(row) + np.uint64(seed) * np.uint64(1000003))
        _window_scores(parsed, row, weights, salt, pace.dropout, sums, scores)
        for lane in range(INTENT_LANES):
            z[lane + 1] = weights.bias[lane] + scores[:blocks, lane].max()
        _softmax_gradient(z, labels.intent[row], g_intent)
        _update_intents(parsed, row, scores, g_intent, weights, squares, salt, pace)
        if labels.capability[row] >= 0:
            kept = _whole_text(parsed, row, weights, salt, pace.capability_dropout, whole)
            z_capability = weights.bias[INTENT_LANES:] + whole[INTENT_LANES:] / np.sqrt(max(1.0, kept))
            _softmax_gradient(z_capability, labels.capability[row], g_capability)
            _update_capability(parsed, row, g_capability * pace.capability_weight, kept, weights, squares, salt, pace)


def _blank(words: int, value: float) -> Weights:
    shapes = ((words, LANES), (64, LANES), (64, 64, LANES), (LANES,))
    return Weights(*(np.full(s, value, np.float32) for s in shapes))


def learn(
    texts: Texts,
    vocabulary: Vocabulary,
    intent: npt.NDArray[np.int8],
    capability: npt.NDArray[np.int8],
    rows: npt.NDArray[np.int64],
    *,
    epochs: int = EPOCHS,
    pace: Pace = PACE,
) -> Weights:
    """Return the weights after so many passes over the given rows; the same rows give the same weights."""
    parsed = parse(texts, vocabulary)
    words = len(vocabulary.concepts)
    weights, squares = _blank(words, 0.0), _blank(words, 1.0)
    source = np.random.Generator(np.random.PCG64(SEED))
    for epoch in range(epochs):
        _epoch(parsed, source.permutation(rows), Labels(intent, capability), weights, squares, SEED + epoch, pace)
    return weights
