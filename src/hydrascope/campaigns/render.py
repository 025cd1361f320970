"""A template in words: what its prompts conserve, with `{slot}` where they vary."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

SLOT = "{slot}"
AGREE = 0.8  # share of the other samples that must hold a word
_TOKENS = 400  # tokens of a sample that are compared, from either end
_TOKEN = re.compile(r"\s+|[^\W_]+|[\W_]", re.UNICODE)


def _cut(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    return tokens if len(tokens) <= 2 * _TOKENS else [*tokens[:_TOKENS], " ", *tokens[-_TOKENS:]]


def _kept(base: Sequence[str], others: Sequence[Sequence[str]]) -> list[bool]:
    """Return which tokens of the base stand in nearly all the others, in the same order."""
    votes = [0] * len(base)
    for other in others:
        for at, _, size in SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks():
            words = sum(not base[i].isspace() for i in range(at, at + size))
            # A lone word between two slots agrees by accident; a run of words does not.
            if words >= 2 or size == len(base):
                for i in range(at, at + size):
                    votes[i] += 1
    return [v >= AGREE * len(others) for v in votes]


def conserved(texts: Sequence[str]) -> str:
    """
    Return the text that samples of one template have in common.

    >>> conserved(["Solve this: two plus two. Show all steps.", "Solve this: nine. Show all steps.", "Solve this: it. Show all steps."])
    'Solve this: {slot}. Show all steps.'
    """
    if len(texts) < 2:
        return texts[0] if texts else ""
    samples = sorted((_cut(t) for t in texts), key=lambda t: (len(t), t))
    base, others = samples[0], samples[1:]
    out: list[str] = []
    for token, keep in zip(base, _kept(base, others), strict=True):
        if keep:
            out.append(token)
        elif not out or out[-1] != SLOT:
            out.append(SLOT)
    text = "".join(out)
    text = re.sub(r"(\{slot\}\s*)+", SLOT + " ", text).strip()
    text = re.sub(r"\{slot\} (?=[.,;:!?\n。，；：！？、])", SLOT, text)
    varies = len({tuple(sample) for sample in samples}) > 1
    return f"{text} {SLOT}" if varies and SLOT not in text else text
