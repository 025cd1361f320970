"""Labelled requests from the grammars: the same seed gives the same text."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from hydrascope.lab.purpose_corpus import honest_long
from hydrascope.lab.purpose_corpus.families import HARVEST, HONEST
from hydrascope.lab.purpose_corpus.grammar import Draw, Fill, expand
from hydrascope.lab.purpose_corpus.items import BY_CAPABILITY, answer, item
from hydrascope.lab.purpose_corpus.languages import FURTHER, FURTHER_HONEST, LANGUAGES, NEAR, NEAR_HONEST, WIDER
from hydrascope.lab.purpose_corpus.loose_words import fragments, loose_prompt
from hydrascope.lab.purpose_corpus.material import fills
from hydrascope.lab.purpose_corpus.shapes import lay_out

_STANDING = ("system", "persona", "agent", "bot", "programmer", "tools", "trajectory", "inline_tags", "protocol", "cleaner", "rules")
_ITEMS = tuple(BY_CAPABILITY)
LONG, LOOSE = "<long>", "<loose>"  # first template of a family that is put together otherwise


class Example(NamedTuple):
    """A request with its labels; `capability` is empty where the text does not show one. Held-out error is measured by `family`."""

    system: str
    opening: str
    prompt: str
    intent: str
    capability: str
    family: str
    language: str


class Source(NamedTuple):
    """A family of templates with what they are labelled."""

    family: str
    language: str
    intent: str
    capability: str
    templates: tuple[str, ...]


def sources() -> list[Source]:
    """Return every family of templates, English first, in a fixed order."""
    found = [Source(f"{intent}/{name}", "en", intent, "", t) for intent, families in HARVEST.items() for name, t in families.items()]
    for families in HONEST:
        found += [Source(f"none/{name}", "en", "none", name.split(":")[0], t) for name, t in families.items()]
    for code, module in LANGUAGES.items():
        found += [Source(f"{intent}/{code}{i}", code, intent, "", t[i::2]) for intent, t in module.HARVEST.items() for i in range(2)]
        found += [Source(f"{intent}/{code}+", code, intent, "", t) for intent, t in WIDER[code].items()]
        found += [Source(f"{intent}/{code}*", code, intent, "", t) for intent, t in NEAR[code].items()]
        for intent, t in FURTHER[code].items():
            parts = (("filled", [u for u in t if "{" in u]), ("rules", [u for u in t if "{" not in u]))
            found += [Source(f"{intent}/{code}_{name}", code, intent, "", tuple(part)) for name, part in parts if part]
        third = len(module.HONEST) // 3 + 1
        found += [Source(f"none/{code}{i}", code, "none", "", module.HONEST[i * third : (i + 1) * third]) for i in range(3)]
        found += [
            Source(f"none/{code}+", code, "none", "", NEAR_HONEST[code]),
            Source(f"none/{code}*", code, "none", "", FURTHER_HONEST[code]),
        ]
    found += [Source(f"none/{name}", "en", "none", name.split(":")[0], (LONG,)) for name in honest_long.PARTS]
    for code in ("en", "en+", *LANGUAGES):
        templates = [t for s in found for t in s.templates if s.language == code[:2] and s.intent != "none"]
        found.append(Source(f"none/loose_words_{code}", code[:2], "none", "", (LOOSE, *fragments(templates))))
    return found


def _fillers(language: str, capability: str) -> dict[str, Fill]:
    """Return the places' fillers, in the language where it has material of its own."""
    table = fills()
    table["item"], table["answer"] = item(capability, table), answer(capability, table)
    if language == "en":
        return table
    module = LANGUAGES[language]
    own = fills()

    def bank(options: tuple[str, ...], count: int) -> Fill:
        return lambda draw: " ".join(expand(draw.pick(options), draw, own) for _ in range(1 + draw.below(count)))

    mixed = {"doc": bank(module.SENTENCES, 8), "question": bank(module.QUESTIONS, 1), "sensitive": bank(module.SENSITIVE, 1)}
    english_item, english_answer = table["item"], table["answer"]
    question, sentences = bank(module.QUESTIONS, 1), bank(module.SENTENCES, 5)
    mixed["item"] = lambda draw: english_item(draw) if draw.chance(40) else question(draw)
    mixed["answer"] = lambda draw: english_answer(draw) if draw.chance(40) else sentences(draw)
    return table | mixed


def _text(source: Source, template: str, draw: Draw, table: dict[str, Fill]) -> str:
    if template == LONG:
        return honest_long.long_prompt(source.family.removeprefix("none/"), draw, table)
    if template == LOOSE:
        return loose_prompt(source.templates[1:], draw, table)
    text = expand(template, draw, table)
    if source.intent == "none" and draw.chance(10):
        text = draw.pick(("\n\n", " ")).join((text, expand(draw.pick(source.templates), draw, table)))
    return text


def _example(source: Source, number: int, seed: int) -> Example:
    draw = Draw(zlib.crc32(f"{source.family}/{number}".encode()) ^ seed << 32)
    capability = source.capability or draw.pick(_ITEMS)
    table = _fillers(source.language, capability)
    template = source.templates[number % len(source.templates)] if source.templates[0] not in (LONG, LOOSE) else source.templates[0]
    text = _text(source, template, draw, table)
    standing = any(word in source.family for word in _STANDING)
    bare = "{" in template or (source.intent == "none" and not standing and draw.chance(75))
    material = "" if bare else table["item"](draw)
    if bare and source.intent != "none" and draw.chance(15):
        material = table["doc"](draw)
    request = lay_out(text, material, draw, table, standing=standing)
    shown = source.capability or (capability if "{item}" in template or material else "")
    if source.language != "en" or source.intent == "policy_rewriting":
        shown = ""
    return Example(*request, source.intent, shown, source.family, source.language)


def examples(per_family: int = 60, seed: int = 1) -> Iterator[Example]:
    """
    Yield labelled requests: `per_family` of every harvesting family, and twice as many honest ones in all.

    >>> first = next(iter(examples(per_family=1)))
    >>> first.intent, first.family
    ('cot_elicitation', 'cot_elicitation/behind_answer')
    """
    every = sources()
    sizes = [per_family if s.language == "en" else per_family // 2 or 1 for s in every]
    harvest = sum(size for s, size in zip(every, sizes, strict=True) if s.intent != "none")
    honest_each = -(-2 * harvest // sum(s.intent == "none" for s in every))
    for source, size in zip(every, sizes, strict=True):
        for number in range(size if source.intent != "none" else honest_each):
            yield _example(source, number, seed)
