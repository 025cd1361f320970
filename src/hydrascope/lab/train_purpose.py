"""
Train `fingerprint.purpose` on text that the lab writes itself, and print its held-out error.

`python -m hydrascope.lab.train_purpose` writes the weights anew, byte for
byte the same on the same machine and library versions. Error is measured on whole
families of templates that training did not see: five folds by family.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.optimize import minimize

from hydrascope.fingerprint import purpose
from hydrascope.fingerprint.purpose import INTENT_LANES, LANES, NO_CONCEPT, Vocabulary, Weights
from hydrascope.fingerprint.strings import Strings, strings
from hydrascope.fingerprint.tokens import tokenise
from hydrascope.fingerprint.words import request
from hydrascope.lab.purpose_corpus import CONCEPTS, PARTICLES, Example, examples
from hydrascope.lab.purpose_learning import Texts, learn
from hydrascope.schema import CAPABILITIES, INTENTS

FOLDS = 5
PRIOR = 0.2  # share of harvesting exchanges in the traffic that probabilities are calibrated for
_Hashes = tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]
OUT = Path(purpose.__file__).with_suffix(".npz")


class Corpus(NamedTuple):
    """The examples as columns; `capability` is -1 where the text shows none."""

    texts: Texts
    intent: npt.NDArray[np.int8]
    capability: npt.NDArray[np.int8]
    family: npt.NDArray[np.int64]
    language: npt.NDArray[np.str_]

    def rows(self, at: npt.NDArray[np.int64]) -> "Corpus":
        """Return the examples at these places."""
        texts = Texts(*(_rows(t, at) for t in self.texts))
        return Corpus(texts, self.intent[at], self.capability[at], self.family[at], self.language[at])


def _rows(column: Strings, at: npt.NDArray[np.int64]) -> Strings:
    lengths = np.diff(column.offsets)[at]
    pieces = [column.data[column.offsets[i] : column.offsets[i + 1]] for i in at]
    return Strings(np.concatenate([[0], np.cumsum(lengths)]), np.concatenate(pieces) if pieces else np.zeros(0, np.uint8))


def corpus(written: Sequence[Example]) -> Corpus:
    """Return the examples as columns."""
    return Corpus(
        Texts(*(strings(pa.array([getattr(e, name) for e in written], pa.large_string())) for name in Texts._fields)),
        np.array([INTENTS.index(e.intent) for e in written], np.int8),
        np.array([CAPABILITIES.index(e.capability) if e.capability else -1 for e in written], np.int8),
        np.array([zlib.crc32(e.family.encode()) for e in written], np.int64),
        np.array([e.language for e in written]),
    )


@numba.njit(cache=True)
def _all_hashes(offsets: npt.NDArray[np.int64], data: npt.NDArray[np.uint8]) -> _Hashes:
    """Return the hashes of words and word pairs of a column, the row of each, and whether it is a pair."""
    most = 2 * (data.size + 1)
    hashes, rows, pairs = np.empty(most, np.uint64), np.empty(most, np.int64), np.empty(most, np.bool_)
    tokens = np.empty(1 << 16, np.uint64)
    total = 0
    for row in range(offsets.size - 1):
        n = tokenise(data, offsets[row], offsets[row + 1], tokens)
        previous = np.uint64(0)
        for at in range(n):
            hashes[total], rows[total], pairs[total] = tokens[at], row, False
            hashes[total + 1], rows[total + 1], pairs[total + 1] = purpose.pair_hash(previous, tokens[at]), row, True
            previous = tokens[at]
            total += 2
    return hashes[:total], rows[:total], pairs[:total]


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


def choose_vocabulary(data: Corpus, keep: npt.NDArray[np.bool_], *, families: int = 2, most: int = 120_000) -> Vocabulary:
    """Return the words and pairs seen in enough families of the kept rows, and every word of a concept."""
    kept = data.rows(np.flatnonzero(keep))
    hashes, rows, pairs = (np.concatenate(parts) for parts in zip(*(_all_hashes(*t) for t in kept.texts), strict=True))
    seen = np.unique(np.stack([hashes, kept.family[rows].astype(np.uint64), pairs.astype(np.uint64)]), axis=1)
    distinct, first, counts = np.unique(seen[0], return_index=True, return_counts=True)
    wanted = counts >= np.where(seen[2][first] == 1, families, 1)
    order = np.lexsort((distinct[wanted], -counts[wanted]))[:most]
    concepts = concept_table()
    chosen = np.unique(np.concatenate([distinct[wanted][order], np.array(list(concepts), np.uint64)]))
    return purpose.vocabulary(chosen, np.array([concepts.get(int(h), int(NO_CONCEPT)) for h in chosen], np.uint8))


def train(data: Corpus, vocabulary: Vocabulary, keep: npt.NDArray[np.bool_]) -> Weights:
    """Return the weights learned from the kept rows."""
    return learn(data.texts, vocabulary, data.intent, data.capability, np.flatnonzero(keep))


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
        logits[at] = purpose.score_rows(request(*data.rows(at).texts), vocabulary, weights, purpose.scratch())
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


def _quantised(name: str, values: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[Any]]:
    scale = np.abs(values).max() / 127 or 1.0
    return {name: np.rint(values / scale).astype(np.int8), name + "_scale": np.array(scale, np.float32)}


def save(path: Path, vocabulary: Vocabulary, weights: Weights, calibration: tuple[float, float]) -> None:
    """Write the model in eight-bit weights."""
    used = vocabulary.rows >= 0
    hashes = np.zeros(len(vocabulary.concepts), np.uint64)
    hashes[vocabulary.rows[used]] = vocabulary.keys[used]
    arrays: dict[str, Any] = {"hashes": hashes, "concept_of": vocabulary.concepts, "bias": weights.bias}
    for name in ("words", "concepts", "pairs"):
        arrays |= _quantised(name, getattr(weights, name))
    np.savez(path, **arrays, calibration=np.array(calibration, np.float64))


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
