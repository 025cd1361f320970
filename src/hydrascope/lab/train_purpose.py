"""
Train `fingerprint.purpose` on text that the lab writes itself, and print its held-out error.

`python -m hydrascope.lab.train_purpose` writes the weights anew, byte for
byte the same on the same machine and library versions. Error is measured on whole
families of templates that training did not see: five folds by family.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.optimize import minimize

from hydrascope.fingerprint import purpose
from hydrascope.fingerprint.purpose import INTENT_LANES, LANES, NO_CONCEPT, Vocabulary, Weights
from hydrascope.fingerprint.strings import Strings, strings
from hydrascope.fingerprint.tokens import mix, tokenise
from hydrascope.lab.purpose_corpus import CONCEPTS, PARTICLES, Example, examples
from hydrascope.schema import CAPABILITIES, INTENTS

FOLDS, EPOCHS, SEED = 5, 8, 7
RATE, DECAY, DROPOUT = 0.08, 2e-5, 0.5
CAPABILITY_WEIGHT, CAPABILITY_DROPOUT = 0.5, 0.3
PRIOR = 0.2  # share of harvesting exchanges in the traffic that probabilities are calibrated for
OUT = Path(purpose.__file__).with_suffix(".npz")


class Corpus(NamedTuple):
    """The examples as columns; `capability` is -1 where the text shows none."""

    texts: tuple[Strings, Strings, Strings]
    intent: npt.NDArray[np.int8]
    capability: npt.NDArray[np.int8]
    family: npt.NDArray[np.int64]
    language: npt.NDArray[np.str_]

    def rows(self, at: npt.NDArray[np.int64]) -> "Corpus":
        """Return the examples at these places."""
        return Corpus(tuple(_rows(t, at) for t in self.texts), self.intent[at], self.capability[at], self.family[at], self.language[at])  # type: ignore[arg-type]


def _rows(column: Strings, at: npt.NDArray[np.int64]) -> Strings:
    lengths = np.diff(column.offsets)[at]
    pieces = [column.data[column.offsets[i] : column.offsets[i + 1]] for i in at]
    return Strings(np.concatenate([[0], np.cumsum(lengths)]), np.concatenate(pieces) if pieces else np.zeros(0, np.uint8))


def corpus(written: Sequence[Example]) -> Corpus:
    """Return the examples as columns."""
    texts = tuple(strings(pa.array([getattr(e, name) for e in written], pa.large_string())) for name in ("system", "opening", "prompt"))
    return Corpus(
        texts,  # type: ignore[arg-type]
        np.array([INTENTS.index(e.intent) for e in written], np.int8),
        np.array([CAPABILITIES.index(e.capability) if e.capability else -1 for e in written], np.int8),
        np.array([zlib.crc32(e.family.encode()) for e in written], np.int64),
        np.array([e.language for e in written]),
    )


@numba.njit(cache=True)
def _all_hashes(texts, keep):
    """Return the hashes of words and word pairs of each kept row, with the row."""
    tokens = np.empty(1 << 16, np.uint64)
    hashes, rows, pairs = [np.uint64(0) for _ in range(0)], [np.int64(0) for _ in range(0)], [False for _ in range(0)]
    for row in range(keep.size):
        if not keep[row]:
            continue
        for column in range(3):
            offsets, data = texts[column]
            n = tokenise(data, offsets[row], offsets[row + 1], tokens)
            previous = np.uint64(0)
            for at in range(n):
                hashes.append(tokens[at])
                pairs.append(False)
                hashes.append(purpose.pair_hash(previous, tokens[at]))
                pairs.append(True)
                rows.append(row)
                rows.append(row)
                previous = tokens[at]
    return np.array(hashes), np.array(rows), np.array(pairs)


def _tokens(text: str) -> npt.NDArray[np.uint64]:
    out = np.zeros(64, np.uint64)
    data = np.frombuffer(text.encode(), np.uint8)
    return out[: tokenise(data, 0, len(data), out)]


def concept_table() -> dict[int, int]:
    """Return the concept of each listed word, by the word's hash; the first concept that lists it."""
    found: dict[int, int] = {}
    for number, words in enumerate(CONCEPTS.values()):
        for word in words.split():
            forms = [word[:-1] + p for p in PARTICLES] if word.endswith("~") else [word]
            for form in forms:
                hashes = _tokens(form)
                if len(hashes) == 1:
                    found.setdefault(int(hashes[0]), number)
    return found


def choose_vocabulary(data: Corpus, keep: npt.NDArray[np.bool_], *, families: int = 2, most: int = 60_000) -> Vocabulary:
    """Return the words and pairs seen in enough families of the kept rows, and every word of a concept."""
    hashes, rows, pairs = _all_hashes(data.texts, keep)
    seen = np.unique(np.stack([hashes, data.family[rows].astype(np.uint64), pairs.astype(np.uint64)]), axis=1)
    distinct, first, counts = np.unique(seen[0], return_index=True, return_counts=True)
    wanted = counts >= np.where(seen[2][first] == 1, families, 1)
    order = np.lexsort((distinct[wanted], -counts[wanted]))[:most]
    concepts = concept_table()
    chosen = np.unique(np.concatenate([distinct[wanted][order], np.array(list(concepts), np.uint64)]))
    return purpose.vocabulary(chosen, np.array([concepts.get(int(h), int(NO_CONCEPT)) for h in chosen], np.uint8))


class Parsed(NamedTuple):
    """All requests taken apart: known words, blocks and which block opens a text; row `i` has blocks `of[i]:of[i + 1]`."""

    found: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int64]
    masks: npt.NDArray[np.uint64]
    opens: npt.NDArray[np.bool_]
    of: npt.NDArray[np.int64]


@numba.njit(cache=True)
def _parse(system, opening, prompt, vocabulary, work, found, ends, masks, opens, of):
    words, total, rows = 0, 0, prompt.offsets.size - 1
    for row in range(rows):
        n, blocks = purpose.take_request(system, opening, prompt, row, vocabulary, work)
        found[words : words + n] = work.found[:n]
        for b in range(blocks):
            ends[total + b], masks[total + b], opens[total + b] = words + work.ends[b], work.masks[b], work.opens[b]
        words += n
        total += blocks
        of[row + 1] = total
    return words, total


def parse(data: Corpus, vocabulary: Vocabulary) -> Parsed:
    """Return every request of the corpus in terms of the vocabulary."""
    size = sum(len(t.data) for t in data.texts) + 64
    found, ends, masks, opens = np.empty(2 * size, np.int32), np.empty(size, np.int64), np.empty(size, np.uint64), np.empty(size, np.bool_)
    of = np.zeros(len(data.intent) + 1, np.int64)
    words, blocks = _parse(*data.texts, vocabulary, purpose.scratch(), found, ends, masks, opens, of)
    return Parsed(found[:words], ends[:blocks], masks[:blocks], opens[:blocks], of)


@numba.njit(cache=True)
def _step(value, gradient, squares, rate, decay):
    """Return the weight after one AdaGrad step (Duchi et al. 2011) with decay."""
    g = gradient + decay * value
    return value - rate * g / np.sqrt(squares + g * g), squares + g * g


@numba.njit(cache=True)
def _kept(row, salt, dropout):
    return (mix(np.uint64(row) * np.uint64(0x9E3779B97F4A7C15) ^ salt) >> np.uint64(40)) >= np.uint64(dropout * (1 << 24))


@numba.njit(cache=True)
def _drop_concepts(mask, salt):
    """Return the mask with one concept in eight forgotten."""
    a, b, c = mix(salt), mix(salt + np.uint64(1)), mix(salt + np.uint64(2))
    return mask & ~(a & b & c)


@numba.njit(cache=True)
def _window_scores(parsed, row, weights, salt, dropout, block_sums, scores):
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
def _whole_text(parsed, row, weights, salt, dropout, whole):
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
def _softmax_gradient(z, label, out):
    """Write the probabilities minus the label; `z[0]` belongs to the first class."""
    top = z.max()
    total = 0.0
    for i in range(z.size):
        out[i] = np.exp(z[i] - top)
        total += out[i]
    for i in range(z.size):
        out[i] = out[i] / total - (i == label)


@numba.njit(cache=True)
def _update_concepts(mask, lane, gradient, weights, squares, rate, decay):
    for i in range(64):
        if not (mask >> np.uint64(i)) & np.uint64(1):
            continue
        weights.concepts[i, lane], squares.concepts[i, lane] = _step(weights.concepts[i, lane], gradient, squares.concepts[i, lane], rate, decay)
        for j in range(i):
            if (mask >> np.uint64(j)) & np.uint64(1):
                weights.pairs[i, j, lane], squares.pairs[i, j, lane] = _step(
                    weights.pairs[i, j, lane], gradient, squares.pairs[i, j, lane], rate, 20 * decay
                )


@numba.njit(cache=True)
def _update_intents(parsed, row, scores, gradient, weights, squares, salt, dropout, rate, decay):
    """Move each intent's best window against its gradient."""
    first, last = parsed.of[row], parsed.of[row + 1]
    for lane in range(INTENT_LANES):
        g = gradient[lane + 1]
        weights.bias[lane], squares.bias[lane] = _step(weights.bias[lane], g, squares.bias[lane], rate, 0.0)
        if abs(g) < 1e-4:
            continue
        best = first + np.argmax(scores[: last - first, lane])
        low = best if parsed.opens[best] else best - 1
        mask = parsed.masks[best] | parsed.masks[low]
        for i in range(parsed.ends[low - 1] if low else 0, parsed.ends[best]):
            w = parsed.found[i]
            if _kept(w, salt, dropout):
                weights.words[w, lane], squares.words[w, lane] = _step(weights.words[w, lane], g, squares.words[w, lane], rate, decay)
        _update_concepts(_drop_concepts(mask, salt), lane, g, weights, squares, rate, decay)


@numba.njit(cache=True)
def _update_capability(parsed, row, gradient, kept, weights, squares, salt, dropout, rate, decay):
    first, last = parsed.of[row], parsed.of[row + 1]
    scale = 1 / np.sqrt(max(1.0, kept))
    for c in range(gradient.size):
        lane = INTENT_LANES + c
        weights.bias[lane], squares.bias[lane] = _step(weights.bias[lane], gradient[c], squares.bias[lane], rate, 0.0)
    for i in range(parsed.ends[first - 1] if first else 0, parsed.ends[last - 1]):
        w = parsed.found[i]
        if _kept(w, salt, dropout):
            for c in range(gradient.size):
                lane = INTENT_LANES + c
                weights.words[w, lane], squares.words[w, lane] = _step(weights.words[w, lane], gradient[c] * scale, squares.words[w, lane], rate, decay)


@numba.njit(cache=True)
def _epoch(parsed, order, intent, capability, weights, squares, seed, dropout, rate, decay, share):
    sums, scores = np.empty((2048, LANES), np.float32), np.empty((2048, LANES), np.float32)
    whole, z = np.empty(LANES, np.float32), np.zeros(INTENT_LANES + 1)
    g_intent, g_capability = np.empty(INTENT_LANES + 1), np.empty(LANES - INTENT_LANES)
    for row in order:
        blocks = parsed.of[row + 1] - parsed.of[row]
        if blocks == 0:
            continue
        salt = mix(np.uint64(row) + np.uint64(seed) * np.uint64(1000003))
        _window_scores(parsed, row, weights, salt, dropout, sums, scores)
        for lane in range(INTENT_LANES):
            z[lane + 1] = weights.bias[lane] + scores[:blocks, lane].max()
        _softmax_gradient(z, intent[row], g_intent)
        _update_intents(parsed, row, scores, g_intent, weights, squares, salt, dropout, rate, decay)
        if capability[row] >= 0:
            kept = _whole_text(parsed, row, weights, salt, CAPABILITY_DROPOUT, whole)
            _softmax_gradient(weights.bias[INTENT_LANES:] + whole[INTENT_LANES:] / np.sqrt(max(1.0, kept)), capability[row], g_capability)
            _update_capability(parsed, row, g_capability * share, kept, weights, squares, salt, CAPABILITY_DROPOUT, rate, decay)


def _blank(words: int, value: float) -> Weights:
    shapes = ((words, LANES), (64, LANES), (64, 64, LANES), (LANES,))
    return Weights(*(np.full(s, value, np.float32) for s in shapes))


def train(data: Corpus, vocabulary: Vocabulary, keep: npt.NDArray[np.bool_], epochs: int = EPOCHS) -> Weights:
    """Return the weights after so many passes over the kept rows."""
    parsed = parse(data, vocabulary)
    words = len(vocabulary.concepts)
    weights, squares = _blank(words, 0.0), _blank(words, 1.0)
    source = np.random.Generator(np.random.PCG64(SEED))
    for epoch in range(epochs):
        order = source.permutation(np.flatnonzero(keep))
        _epoch(parsed, order, data.intent, data.capability, weights, squares, SEED + epoch, DROPOUT, RATE, DECAY, CAPABILITY_WEIGHT)
    return weights


def folds_of(data: Corpus) -> npt.NDArray[np.int64]:
    """Return the fold of each example: families are dealt out within each intent, so that every fold holds some of each."""
    fold = np.zeros(len(data.intent), np.int64)
    for intent in range(len(INTENTS)):
        for number, family in enumerate(np.unique(data.family[data.intent == intent])):
            fold[data.family == family] = number % FOLDS
    return fold


def held_out(data: Corpus) -> npt.NDArray[np.float32]:
    """Return logits for every example from a model that never saw its family, nor chose words by it."""
    logits, fold = np.zeros((len(data.intent), LANES), np.float32), folds_of(data)
    for f in range(FOLDS):
        vocabulary = choose_vocabulary(data, fold != f)
        weights = train(data, vocabulary, fold != f)
        at = np.flatnonzero(fold == f)
        logits[at] = purpose.score_rows(*data.rows(at).texts, vocabulary, weights, purpose.scratch())
    return logits


def calibrate(logits: npt.NDArray[np.float32], intent: npt.NDArray[np.int8]) -> tuple[float, float]:
    """Return temperature and offset of least held-out log loss (Guo et al. 2017, with one offset for all harvesting), moved to the prior."""

    def loss(v: npt.NDArray[np.float64]) -> float:
        z = np.concatenate([np.zeros((len(logits), 1)), logits[:, :INTENT_LANES] / np.exp(v[0]) - v[1]], axis=1)
        top = z.max(axis=1)
        return float(np.mean(top + np.log(np.exp(z - top[:, None]).sum(axis=1)) - z[np.arange(len(z)), intent]))

    found = minimize(loss, np.zeros(2), method="Nelder-Mead").x
    seen = np.mean(intent != 0)
    return round(float(np.exp(found[0])), 3), round(float(found[1] + np.log(seen / (1 - seen)) - np.log(PRIOR / (1 - PRIOR))), 3)


def _quantised(name: str, values: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[np.generic]]:
    scale = np.float32(np.abs(values).max() / 127 or 1)
    return {name: np.rint(values / scale).astype(np.int8), name + "_scale": scale}  # type: ignore[dict-item]


def save(path: Path, vocabulary: Vocabulary, weights: Weights, calibration: tuple[float, float]) -> None:
    """Write the model in eight-bit weights."""
    used = vocabulary.rows >= 0
    hashes = np.zeros(len(vocabulary.concepts), np.uint64)
    hashes[vocabulary.rows[used]] = vocabulary.keys[used]
    arrays: dict[str, npt.NDArray[np.generic]] = {"hashes": hashes, "concept_of": vocabulary.concepts, "bias": weights.bias}
    for name in ("words", "concepts", "pairs"):
        arrays |= _quantised(name, getattr(weights, name))
    np.savez(path, **arrays, calibration=np.array(calibration, np.float64))  # type: ignore[arg-type]


def error_table(truth: npt.NDArray[np.int8], found: npt.NDArray[np.int8], names: Sequence[str]) -> str:
    """Return precision, recall and F1 of each class, their mean F1, and for intents the share of honest text taken for harvest."""
    lines, f1s = [f"{'class':24}{'rows':>7}{'precision':>11}{'recall':>8}{'F1':>7}"], []
    for i, name in enumerate(names):
        hits, said, real = int(np.sum((found == i) & (truth == i))), int(np.sum(found == i)), int(np.sum(truth == i))
        if real == 0:
            continue
        f1s.append(2 * hits / (said + real))
        lines.append(f"{name:24}{real:7}{hits / max(1, said):11.3f}{hits / real:8.3f}{f1s[-1]:7.3f}")
    lines.append(f"{'macro F1':24}{'':26}{np.mean(f1s):7.3f}")
    if tuple(names) == INTENTS:
        lines.append(f"honest text taken for harvest: {np.mean(found[truth == 0] != 0):.4f}")
    return "\n".join(lines)


def main() -> None:
    """Measure, train on everything, write the weights."""
    data = corpus(list(examples()))
    logits = held_out(data)
    calibration = calibrate(logits, data.intent)
    found, p = purpose.intent_of(logits, *calibration)
    english = data.language == "en"
    for name, rows in (("all languages", english | True), ("English", english), ("other languages", ~english)):
        print(f"\nheld-out families, {name}\n{error_table(data.intent[rows], found[rows], INTENTS)}")
    shown = data.capability >= 0
    guess = logits[:, INTENT_LANES:].argmax(axis=1).astype(np.int8)
    print(f"\ncapability from text, held-out families\n{error_table(data.capability[shown], guess[shown], CAPABILITIES)}")
    print(f"\ncalibration {calibration}; mean probability {p.mean():.3f}, share right {np.mean(found == data.intent):.3f}")
    everything = np.ones(len(data.intent), bool)
    vocabulary = choose_vocabulary(data, everything)
    save(OUT, vocabulary, train(data, vocabulary, everything), calibration)
    print(f"{len(vocabulary.concepts)} words and pairs, {OUT.stat().st_size:,} bytes in {OUT}")


if __name__ == "__main__":
    main()
