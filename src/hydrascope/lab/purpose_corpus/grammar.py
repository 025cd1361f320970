"""
Sentence grammars: `[a|b|]` is a choice, `{name}` is a place to fill.

Choices nest. A bracket without a bar and a brace with an unknown name stand
for themselves, so JSON, LaTeX and code can be written as they are.

>>> expand("[Hi|Hello], {who}!", Draw(1), {"who": lambda draw: "you"})
'Hello, you!'
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Families = dict[str, tuple[str, ...]]
T = TypeVar("T")

_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_PLACE = re.compile(r"\{([A-Za-z_]+)\}")
_MASK = (1 << 64) - 1


class Draw:
    """A small random source (splitmix64) whose sequence depends on its seed alone, on every platform and version."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 0x9E3779B97F4A7C15 + 1) & _MASK

    def below(self, n: int) -> int:
        """Return a whole number from 0 to n - 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return (z ^ (z >> 31)) % n

    def chance(self, percent: int) -> bool:
        """Return true in so many of a hundred calls."""
        return self.below(100) < percent

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options, each as likely."""
        return options[self.below(len(options))]


Fill = Callable[[Draw], str]


def expand(template: str, draw: Draw, fills: Mapping[str, Fill]) -> str:
    """Return the template with its choices made, then its places filled; filled text is not expanded again."""
    while (match := _CHOICE.search(template)) is not None:
        chosen = draw.pick(match[1].split("|"))
        template = template[: match.start()] + chosen + template[match.end() :]
    return _PLACE.sub(lambda m: fills[m[1]](draw) if m[1] in fills else m[0], template)
