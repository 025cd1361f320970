"""
Honest text sprinkled with the very words of harvesting prompts, out of their context.

It teaches that a word alone, or a fragment of two, proves nothing: an honest
document on model training, grading or memory holds many of them.
"""

import re
from collections.abc import Iterable

from hydrascope.lab.purpose_corpus.concepts import CONCEPTS
from hydrascope.lab.purpose_corpus.grammar import Draw, Fill

_PLACES = re.compile(r"\{[A-Za-z_]+\}|\\n|[\[\]|{}<>/\\:;,.!?\"()#*]+")


def fragments(templates: Iterable[str]) -> tuple[str, ...]:
    """Return the words of the templates, and short runs of neighbouring ones, each once and in order."""
    found: dict[str, None] = {}
    for template in templates:
        words = _PLACES.sub(" ", template).split()
        for i, word in enumerate(words):
            found[word] = None
            if i % 3 == 0:
                found[" ".join(words[i : i + 2])] = None
    return tuple(found)


LISTED = tuple(dict.fromkeys(word.rstrip("~") for words in CONCEPTS.values() for word in words.split() if word.isascii()))


def sprinkle(text: str, words: tuple[str, ...], draw: Draw) -> str:
    """Return the text with one word in three to one in twelve exchanged for one of `words`."""
    share = 8 + draw.below(26)
    return " ".join(draw.pick(words) if draw.chance(share) else word for word in text.split(" "))


def loose_prompt(words: tuple[str, ...], draw: Draw, table: dict[str, Fill]) -> str:
    """Return honest running text with loose words in it."""
    return sprinkle(table["doc"](draw), words if draw.chance(60) else LISTED, draw)
