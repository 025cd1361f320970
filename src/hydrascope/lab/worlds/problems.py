"""Tasks with a right answer, and their solutions: long reasoning, and code."""

from functools import cache
from keyword import iskeyword
from random import Random

from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.stories import solution
from hydrascope.lab.worlds.text import Voice, paragraphs, proper_name, prose, question
from hydrascope.lab.worlds.words import ADJECTIVES, DOMAINS, VERBS

_NOUNS = tuple(word for words in DOMAINS.values() for word in words)
_PLAIN = tuple(noun.replace("-", "_") for noun in _NOUNS if not iskeyword(noun))
_KINDS = tuple(adjective.replace("-", "_") for adjective in ADJECTIVES)


def reasoning(rng: Random, who: Voice, steps: int = 6) -> str:
    """Return a long articulated solution: numbered steps, a check and a conclusion."""
    numbered = paragraphs(rng, who, (2,) * steps, _numbers(steps))
    return f"{numbered}\n{solution(rng)}\n{prose(rng, who, 1)}"


@cache
def _numbers(steps: int) -> tuple[str, ...]:
    return tuple(f"{i}. " for i in range(1, steps + 1))


def identifier(rng: Random) -> str:
    """Return an invented identifier of two words."""
    return f"{pick(rng, VERBS)}_{pick(rng, _PLAIN)}"


# Any five words in a row of a fragment hold at least two that are its own, as with the sentences of `text`.
_PYTHON = (
    "def {name}({x}, {y}):\n    {z} = {x}.{v}({y}) - {a}\n    return {z} or {k}",
    "class {K}:\n    {x} = {a}\n\n    def {v}(self, {y}):\n        return self.{x} * {y}.{k}",
    "for {x} in {y}.{v}({a}):\n    if {x}.{k} < {z}:\n        {z} -= {b}",
    "assert {name}({x}={a}, {y}={b}) == {k}.{z}",
    "{x} = dict({k}_{y}={a}, {v}_{z}={b})\nprint({x}[{z}])",
    "try:\n    {x} = {v}_{y}({z})\nexcept {K}Error as {k}:\n    {name}({k}, {a})",
    "with {v}_{x}({y}) as {z}:\n    {k} = {z}.{name}()[{a}:{b}]",
    "def {name}({x}: {K}, *, {y}: {z} = {a}):\n    yield from {x}.{v}({y}, {k})",
    "{x} = [{v}({y}, {a}) for {y} in {z} if {y}.{k}]",
    "while not {x}.{v}({y}):\n    {z}[{k}] = {a} + {name}({x})",
    "{x}, {y} = {name}({z}), {k}[{a}:]\n{v}({x} or {y})",
    "lambda {x}, {k}: {x}.{v}({y}={a}, {z}={k})",
)
_OTHER = (
    "export const {name} = async ({x}) => {{\n  const {y} = await {v}({z}.{k});\n  return {y}.{K}({a});\n}};",
    "func {name}({x} []{K}) {y} {{\n\t{z} := {v}({x}, {a})\n\treturn {z}.{k}\n}}",
    "SELECT {x}, {v}({y}) AS {name}\nFROM {k}_{z}\nWHERE {y} > {a};",
    "let {x}: Vec<{K}> = {y}.{v}(|{z}| {z}.{k}({a}));",
    "{v} --{x} {a} {y}/{z}.{k} | {name}",
    "{x}:\n  {y}: {a}\n  {k}: [{v}, {z}]",
    ".{x} {{ {k}-{y}: {a}px; {v}: {z}; }}",
    "{K}Error: {k} {x} in {y}.py, line {a}, {name}",
    "UPDATE {x} SET {y} = {a} WHERE {k}_{z} IS {v};",
)
_VERBS = tuple(verb for verb in VERBS if not iskeyword(verb))


def _written(rng: Random, templates: tuple[str, ...]) -> str:
    x, y, z = (pick(rng, _PLAIN) for _ in range(3))
    numbers = {"a": str(2 + int(rng.random() * 97)), "b": str(int(rng.random() * 99))}
    words = {"k": pick(rng, _KINDS), "K": pick(rng, _PLAIN).title().replace("_", ""), "v": pick(rng, _VERBS)}
    return pick(rng, templates).format(name=identifier(rng), x=x, y=y, z=z, **numbers, **words)


def python_code(rng: Random) -> str:
    """
    Return a fragment of Python.

    >>> compile(python_code(Random(1)), "fragment", "exec") is not None
    True
    """
    return _written(rng, _PYTHON)


def other_code(rng: Random) -> str:
    """Return a fragment of another language, a command or an error."""
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
