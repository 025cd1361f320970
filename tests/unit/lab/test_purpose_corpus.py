import re
import zlib
from collections import Counter
from random import Random

import numpy as np
import pytest

from hydrascope.fingerprint import purpose
from hydrascope.fingerprint.words import request
from hydrascope.lab import train_purpose
from hydrascope.lab.purpose_corpus import CONCEPTS, examples, sources
from hydrascope.lab.purpose_corpus.grammar import Draw, expand
from hydrascope.lab.purpose_corpus.languages import LANGUAGES
from hydrascope.lab.worlds import recipes, recipes_february, recipes_further, recipes_september, recipes_tongues, recipes_trials
from hydrascope.lab.worlds.grammar import spin
from hydrascope.schema import CAPABILITIES, INTENTS

FEW = list(examples(per_family=4))


def test_a_grammar_leaves_json_and_latex_alone() -> None:
    """Brackets without a bar and braces with an unknown name stand for themselves."""
    assert expand('\\boxed{} {"a": [1]} [x|x]', Draw(1), {}) == '\\boxed{} {"a": [1]} x'


def test_filled_text_is_not_expanded_again() -> None:
    """Choices inside material are the material's own."""
    assert expand("{code}", Draw(1), {"code": lambda _: "a[i|j] {code}"}) == "a[i|j] {code}"


def test_the_draw_is_the_same_everywhere() -> None:
    """The random source is arithmetic, so its sequence is known; seeds give different ones."""
    draw = Draw(7)

    assert [draw.below(100) for _ in range(6)] == [33, 20, 50, 37, 70, 84]
    assert len({Draw(seed).below(1 << 30) for seed in range(100)}) == 100


def test_the_corpus_is_reproducible() -> None:
    """The same seed writes the same requests; another seed, others."""
    assert list(examples(per_family=4)) == FEW
    assert list(examples(per_family=4, seed=2)) != FEW


def test_no_place_is_left_unfilled() -> None:
    """Every place that a template names has a filler."""
    known = re.compile(r"\{(item|answer|doc|topic|question|sensitive|rubric|agent_task|code_task|prose|n|nn|v|a)\}")
    left = [e.family for e in FEW for text in (e.system, e.prompt) if known.search(text)]

    assert left == []


def test_every_class_has_many_families() -> None:
    """Each intent is asked for in at least ten ways in English, and every capability appears."""
    families = Counter(s.intent for s in sources() if s.language == "en")

    assert set(families) == set(INTENTS)
    assert min(families.values()) >= 8
    assert {e.capability for e in FEW} - {""} == set(CAPABILITIES)


def test_no_language_is_a_sign_of_harvesting() -> None:
    """Every language has honest prompts, at least a third of all its own."""
    honest = Counter(e.language for e in FEW if e.intent == "none")
    every = Counter(e.language for e in FEW)

    assert set(every) == {"en", *LANGUAGES}
    assert min(honest[language] / every[language] for language in every) > 1 / 3


def test_concepts_fit_the_mask() -> None:
    """A window's concepts are kept in 64 bits, and no concept is empty."""
    assert len(CONCEPTS) <= 63
    assert all(words.split() for words in CONCEPTS.values())


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return every five words in a row between the places of a template."""
    parts = (re.findall(r"\w+", part.lower()) for part in re.split(r"[<{]\w+[>}]", text))
    return {tuple(words[i : i + 5]) for words in parts for i in range(len(words) - 4)}


@pytest.mark.parametrize("module", [recipes, recipes_further, recipes_february, recipes_september, recipes_tongues, recipes_trials])
def test_the_worlds_are_worded_by_others(module) -> None:
    """Hardly five words in a row of what a campaign of the lab may say stand in the corpus: what is read there was not learned by heart."""
    known = {
        run for s in sources() if s.templates[0][0] != "<" for t in s.templates for k in range(8) for run in _runs(expand(t, Draw(k), {}))
    }
    rng, said = Random(1), set()
    for one in vars(module).values():
        for recipe in one if isinstance(one, tuple) else (one,):
            if isinstance(recipe, recipes.Recipe):
                said |= {run for _ in range(100) for run in _runs(spin(" ".join((*recipe.frame, recipe.system)), rng))}

    assert len(said) > 500
    assert len(said & known) <= 0.005 * len(said)


def test_folds_share_no_family() -> None:
    """Held-out error is measured on families that training did not see."""
    data = train_purpose.corpus(FEW)
    fold = train_purpose.folds_of(data)

    assert all(len(set(fold[data.family == family])) == 1 for family in np.unique(data.family))
    assert set(fold) == set(range(train_purpose.FOLDS))


def test_training_repeats_byte_for_byte(tmp_path) -> None:
    """Two trainings on the same text write the same file, and the file reads back as a model that fits its own text."""
    data = train_purpose.corpus(FEW)
    everything = np.ones(len(FEW), bool)
    sums = []
    for name in ("a.npz", "b.npz"):
        vocabulary = train_purpose.choose_vocabulary(data, everything)
        weights = train_purpose.train(data, vocabulary, everything)
        train_purpose.save(tmp_path / name, vocabulary, weights, (1.0, 0.0))
        sums.append(zlib.crc32((tmp_path / name).read_bytes()))
    logits = purpose.score_rows(request(*data.texts), vocabulary, weights, purpose.scratch())
    intent, _ = purpose.intent_of(logits, 1.0, 0.0)

    assert sums[0] == sums[1]
    assert np.mean(intent == data.intent) > 0.9


def test_calibration_moves_to_the_prior() -> None:
    """Where scores are right as often as they say, the offset is the step from the corpus to the traffic assumed."""
    rng = np.random.Generator(np.random.PCG64(1))
    logits = rng.normal(0, 2, (4000, purpose.LANES)).astype(np.float32)
    z = np.concatenate([np.zeros((4000, 1)), logits[:, : purpose.INTENT_LANES]], axis=1)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    intent = (p.cumsum(axis=1) < rng.random((4000, 1))).sum(axis=1).clip(max=6).astype(np.int8)

    temperature, offset = train_purpose.calibrate(logits, intent)

    seen = np.mean(intent != 0)
    assert abs(temperature - 1) < 0.1
    assert abs(offset - (np.log(seen / (1 - seen)) - np.log(train_purpose.PRIOR / (1 - train_purpose.PRIOR)))) < 0.15


def test_the_error_table_counts() -> None:
    """Precision, recall, F1 and the honest share taken for harvest are what a hand count gives."""
    table = train_purpose.error_table(np.array([0, 0, 1, 1], np.int8), np.array([0, 1, 1, 1], np.int8), INTENTS)

    assert "cot_elicitation               2      0.667   1.000  0.800" in table
    assert "honest text taken for harvest: 0.5000" in table
