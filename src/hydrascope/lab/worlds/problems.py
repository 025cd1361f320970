"""Tasks with a right answer: arithmetic stories with their steps, and code with its tests."""

from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.grammar import spin
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.text import Voice, proper_name, prose, question
from hydrascope.lab.worlds.words import ADJECTIVES, DOMAINS, VERBS

_NOUNS = tuple(word for words in DOMAINS.values() for word in words)


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


def arithmetic(rng: Random) -> Problem:
    """
    Return an arithmetic story and its solution: a times b less c.

    >>> arithmetic(Random(3)).worked.splitlines()[-1].startswith("Answer:")
    True
    """
    a, b = rng.randrange(3, 60), rng.randrange(4, 90)
    c = rng.randrange(1, a * b // 2)
    names = {"who": proper_name(rng), "other": proper_name(rng), "place": proper_name(rng), "x": pick(rng, _NOUNS), "y": pick(rng, _NOUNS)}
    text = spin(pick(rng, _STORIES), rng).format(a=a, b=b, c=c, **names)
    worked = f"{names['who']}: {a} * {b} = {a * b}.\n{a * b} - {c} = {a * b - c}.\nAnswer: {a * b - c}"
    return Problem(text, worked)


def reasoning(rng: Random, who: Voice, steps: int = 6) -> str:
    """Return a long articulated solution: numbered steps, a check and a conclusion."""
    lines = [f"{i}. {prose(rng, who, 2)}" for i in range(1, steps + 1)]
    return "\n".join((*lines, arithmetic(rng).worked, prose(rng, who, 1)))


def identifier(rng: Random) -> str:
    """Return an invented identifier of two words."""
    return f"{pick(rng, VERBS)}_{pick(rng, _NOUNS).replace('-', '_')}"


def python_code(rng: Random) -> str:
    """Return a small function in Python."""
    name, arg, other = identifier(rng), pick(rng, _NOUNS).replace("-", "_"), pick(rng, ADJECTIVES).replace("-", "_")
    body = pick(
        rng,
        (
            f"    {other} = [x * {rng.randrange(2, 99)} for x in {arg} if x > {rng.randrange(99)}]\n    return sum({other})",
            f"    {other} = {{}}\n    for key, item in {arg}.items():\n        {other}[key] = item - {rng.randrange(99)}\n    return {other}",
            f"    while {arg} > {rng.randrange(9)}:\n        {arg} -= {rng.randrange(1, 9)}\n    return {arg}",
            f"    with open({arg}) as {other}:\n        return [line.split('{pick(rng, ',;:')}') for line in {other}]",
        ),
    )
    return f"def {name}({arg}):\n{body}"


def other_code(rng: Random) -> str:
    """Return a fragment in JavaScript, Go or SQL."""
    name, thing = identifier(rng), pick(rng, _NOUNS).replace("-", "_")
    return pick(
        rng,
        (
            f"export const {name} = async ({thing}) => {{\n  const r = await fetch(`/{thing}/${{{thing}.id}}`);\n  return r.json();\n}};",
            f"func {name}({thing} []int) int {{\n\ttotal := {rng.randrange(99)}\n\tfor _, v := range {thing} {{ total += v }}\n\treturn total\n}}",
            f"SELECT {thing}, count(*) AS {name}\nFROM {pick(rng, _NOUNS).replace('-', '_')}s\nWHERE amount > {rng.randrange(999)}\nGROUP BY 1 ORDER BY 2;",
        ),
    )


def code(rng: Random) -> str:
    """Return a fragment of code, in Python more often than not."""
    return python_code(rng) if rng.random() < 0.6 else other_code(rng)


def coding_task(rng: Random, who: Voice) -> str:
    """Return a request for code, with or without a fragment to start from."""
    ask = spin("[Fix|Speed up|Explain|Type|Port|Cover|Split|Rename things in|Document|Make async]", rng)
    if rng.random() < 0.5:
        return f"{ask} `{identifier(rng)}`. {prose(rng, who, 1)}\n```\n{code(rng)}\n```"
    return f"{ask} {identifier(rng)} in {proper_name(rng).lower()}/{identifier(rng)}.py. {question(rng, who)}"
