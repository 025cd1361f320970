"""Tasks with a right answer: arithmetic stories with their steps, and code with its tests."""

from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.grammar import every
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.text import Voice, paragraphs, proper_name, prose, question
from hydrascope.lab.worlds.words import ADJECTIVES, DOMAINS, VERBS

_NOUNS = tuple(word for words in DOMAINS.values() for word in words)
_PLAIN = tuple(noun.replace("-", "_") for noun in _NOUNS)
_KINDS = tuple(adjective.replace("-", "_") for adjective in ADJECTIVES)


class Problem(NamedTuple):
    """A task and a worked answer, one step a line."""

    text: str
    worked: str


_STORIES = (
    "{who} [packs|stacks|orders|counts|stores] {a} {x} boxes with {b} {y} pieces each[ at {place}|]. [Then|Later|On the way] {c} {x} boxes [get lost|break|are given away]. [How many {y} pieces remain|What is left of the {y}]?",
    "[At {place} a|A] {x} [costs|sells for] {b} [coins|euros|tokens]. {who} [buys|wants] {a} and has a coupon worth {c}. [What is the bill|How much is due in the end]?",
    "{who} [walks|rides|sails] {a} [miles|kilometres] a day for {b} days towards {place}, resting {c} [miles|kilometres] short. [How long was the route|Find the full distance]?",
    "[A {x} tank|The {y} store] of {place} gains {a} litres an hour for {b} hours while {c} litres leak out. [How much is in it now|State the final amount]?",
    "{who} and {other} share {a} {x} [cards|parts|shells] {b} times over, [minus|without] {c} that {other} [keeps|hides]. [What is the total|How many is that in all]?",
)
_WORDED = tuple(every(story) for story in _STORIES)


def arithmetic(rng: Random) -> Problem:
    """
    Return an arithmetic story and its solution: a times b less c.

    >>> arithmetic(Random(3)).worked.splitlines()[-1].startswith("Answer:")
    True
    """
    a, b = rng.randrange(3, 60), rng.randrange(4, 90)
    c = rng.randrange(1, a * b // 2)
    names = {"who": proper_name(rng), "other": proper_name(rng), "place": proper_name(rng), "x": pick(rng, _NOUNS), "y": pick(rng, _NOUNS)}
    text = pick(rng, pick(rng, _WORDED)).format(a=a, b=b, c=c, **names)
    worked = f"{names['who']}: {a} * {b} = {a * b}.\n{a * b} - {c} = {a * b - c}.\nAnswer: {a * b - c}"
    return Problem(text, worked)


def reasoning(rng: Random, who: Voice, steps: int = 6) -> str:
    """Return a long articulated solution: numbered steps, a check and a conclusion."""
    numbered = paragraphs(rng, who, (2,) * steps, [f"{i}. " for i in range(1, steps + 1)])
    return f"{numbered}\n{arithmetic(rng).worked}\n{prose(rng, who, 1)}"


def identifier(rng: Random) -> str:
    """Return an invented identifier of two words."""
    return f"{pick(rng, VERBS)}_{pick(rng, _PLAIN)}"


_PYTHON = (
    "def {name}({x}):\n    {y} = [x * {a} for x in {x} if x > {b}]\n    return sum({y})",
    "def {name}({x}):\n    {y} = {{}}\n    for key, item in {x}.items():\n        {y}[key] = item - {a}\n    return {y}",
    "def {name}({x}):\n    while {x} > {b}:\n        {x} -= {a}\n    return {x}",
    "def {name}({x}):\n    with open({x}) as {y}:\n        return [line.split(',')[{b}] for line in {y}]",
)
_OTHER = (
    "export const {name} = async ({x}) => {{\n  const r = await fetch(`/{x}/${{{x}.id}}`);\n  return r.json();\n}};",
    "func {name}({x} []int) int {{\n\ttotal := {b}\n\tfor _, v := range {x} {{ total += v }}\n\treturn total\n}}",
    "SELECT {x}, count(*) AS {name}\nFROM {y}_{x}s\nWHERE amount > {a}\nGROUP BY 1 ORDER BY 2;",
)


def _written(rng: Random, templates: tuple[str, ...]) -> str:
    a, b = str(2 + int(rng.random() * 97)), str(int(rng.random() * 99))
    return pick(rng, templates).format(name=identifier(rng), x=pick(rng, _PLAIN), y=pick(rng, _KINDS), a=a, b=b)


def python_code(rng: Random) -> str:
    """
    Return a small function in Python.

    >>> python_code(Random(1)).startswith("def ")
    True
    """
    return _written(rng, _PYTHON)


def other_code(rng: Random) -> str:
    """Return a fragment in JavaScript, Go or SQL."""
    return _written(rng, _OTHER)


def code(rng: Random) -> str:
    """Return a fragment of code, in Python more often than not."""
    return python_code(rng) if rng.random() < 0.6 else other_code(rng)


_TASKS = ("Fix", "Speed up", "Explain", "Type", "Port", "Cover", "Split", "Rename things in", "Document", "Make async")


def coding_task(rng: Random, who: Voice) -> str:
    """Return a request for code, with or without a fragment to start from."""
    ask = pick(rng, _TASKS)
    if rng.random() < 0.5:
        return f"{ask} `{identifier(rng)}`. {prose(rng, who, 1)}\n```\n{code(rng)}\n```"
    return f"{ask} {identifier(rng)} in {proper_name(rng).lower()}/{identifier(rng)}.py. {question(rng, who)}"
