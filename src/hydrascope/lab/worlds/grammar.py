"""Patterns with holes, cut once and filled a million times."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import trunc
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.seeds import pick

_HOLE = re.compile(r"\{(\w)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class Pattern(NamedTuple):
    """A text with `%s` for each hole, and the holes in their order."""

    form: str
    holes: tuple[str, ...]


def cut(pattern: str) -> Pattern:
    """
    Cut a pattern at its one-letter holes.

    >>> cut("a {n} here")
    Pattern(form='a %s here', holes=('n',))
    """
    return Pattern(_HOLE.sub("%s", pattern.replace("%", "%%")), tuple(_HOLE.findall(pattern)))


def joined(parts: Iterable[Pattern], between: str = "") -> Pattern:
    """
    Return one pattern of several: filling it is faster than filling each.

    >>> joined([cut("a {n}"), cut("{v}!")], " ")
    Pattern(form='a %s %s!', holes=('n', 'v'))
    """
    forms: list[str] = []
    holes: list[str] = []
    for form, their in parts:
        forms.append(form)
        holes += their
    return Pattern(between.join(forms), tuple(holes))


def fill(pattern: Pattern, rng: Random, words: Mapping[str, Sequence[str]]) -> str:
    """
    Fill every hole with one of its words.

    >>> fill(cut("a {n} here"), Random(1), {"n": ("hedge",)})
    'a hedge here'
    """
    draw = rng.random
    return pattern.form % tuple([(own := words[hole])[trunc(draw() * len(own))] for hole in pattern.holes])


def spin(pattern: str, rng: Random) -> str:
    """
    Choose one of `[this|that]` throughout, the inner ones first.

    >>> spin("[one|one] way", Random(1))
    'one way'
    """
    pieces = _pieces(pattern)
    if pieces:
        return "".join([piece if isinstance(piece, str) else pick(rng, piece) for piece in pieces])
    while match := _CHOICE.search(pattern):
        pattern = pattern[: match.start()] + pick(rng, match.group(1).split("|")) + pattern[match.end() :]
    return pattern


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[str | tuple[str, ...], ...]:
    """Return texts and choices in turn; nothing where a choice stands within another."""
    parts = _CHOICE.split(pattern)
    if any("[" in text or "]" in text for text in parts[::2]):
        return ()
    return tuple(tuple(part.split("|")) if i % 2 else part for i, part in enumerate(parts))


def every(pattern: str) -> tuple[str, ...]:
    """
    Return all wordings of a pattern whose choices do not nest.

    >>> every("[a|b] c[ d|]")
    ('a c d', 'a c', 'b c d', 'b c')
    """
    choices = [(piece,) if isinstance(piece, str) else piece for piece in _pieces(pattern)]
    return tuple(map("".join, product(*choices)))


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
