"""Patterns with holes, cut once and filled a million times."""

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.seeds import pick

_HOLE = re.compile(r"\{(\w)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class Pattern(NamedTuple):
    """A sentence cut at its holes: text, hole, text, hole, ..., text."""

    texts: tuple[str, ...]
    holes: tuple[str, ...]


def cut(pattern: str) -> Pattern:
    """
    Cut a pattern at its one-letter holes.

    >>> cut("a {n} here")
    Pattern(texts=('a ', ' here'), holes=('n',))
    """
    parts = _HOLE.split(pattern)
    return Pattern(tuple(parts[::2]), tuple(parts[1::2]))


def fill(pattern: Pattern, rng: Random, words: Mapping[str, Sequence[str]]) -> str:
    """
    Fill every hole with one of its words.

    >>> fill(cut("a {n} here"), Random(1), {"n": ("hedge",)})
    'a hedge here'
    """
    out = [pattern.texts[0]]
    for hole, text in zip(pattern.holes, pattern.texts[1:], strict=True):
        out.append(pick(rng, words[hole]))
        out.append(text)
    return "".join(out)


def spin(pattern: str, rng: Random) -> str:
    """
    Choose one of `[this|that]` throughout, the inner ones first.

    >>> spin("[one|one] way", Random(1))
    'one way'
    """
    while match := _CHOICE.search(pattern):
        pattern = pattern[: match.start()] + pick(rng, match.group(1).split("|")) + pattern[match.end() :]
    return pattern


def paraphrases(pattern: str, count: int, rng: Random) -> tuple[str, ...]:
    """
    Return up to that many different wordings of a pattern, in the order they came up.

    >>> sorted(paraphrases("[a|b] c", 5, Random(1)))
    ['a c', 'b c']
    """
    wordings: dict[str, None] = {}
    for _ in range(20 * count):
        wordings.setdefault(spin(pattern, rng))
        if len(wordings) == count:
            break
    return tuple(wordings)
