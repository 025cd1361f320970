"""What a harvest of agent behaviour sends: a task, tools, and a history that grows by one call at a time."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds.grammar import spin
from hydrascope.lab.worlds.problems import code, identifier
from hydrascope.lab.worlds.recipes import Phrasebook, phrasebook, word
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.text import Voice, prose, question
from hydrascope.lab.worlds.traffic import dialogue

MEAN = 2.5  # requests a trajectory


class Harness(msgspec.Struct, frozen=True, kw_only=True):
    """How an operator sets an agent to work: system prompt, the ways to name a task, the tools to choose five from, and what its runs teach."""

    system: tuple[str, ...]
    tasks: tuple[str, ...]
    tools: tuple[str, ...]
    says: str = "{} in the container"
    capability: str = "agentic"


CONTAINER = Harness(
    system=(
        "[You operate alone in|You are an agent inside|You are given] [a disposable container|an isolated machine|a fresh virtual workspace].",
        "[Announce your intention|Write a short rationale|Say what you expect] before [each call|every action], and [issue one call a turn|never batch calls].",
        "[Stop when the checks pass|Go on until all tests are green|Do not quit before the goal is met]; [recap|then list] [what you did|your decisions] [under REPORT|at the end].",
    ),
    tasks=("[Goal|Objective|Ticket]: <instruction>", "[Deliver|Required]: [a working change|a tested fix] for <problem>"),
    tools=("shell", "view", "write", "grep", "pytest", "browser", "click", "screenshot", "plot", "sql", "fetch", "plan"),
)


class Kit(NamedTuple):
    """What all trajectories of one operator have in common."""

    system: Phrasebook
    task: Phrasebook
    tools: tuple[dict[str, Any], ...]


def kit(harness: Harness, wordings: int, rng: Random) -> Kit:
    """
    Return an operator's system prompt, task line and tools.

    >>> len(kit(CONTAINER, 1, Random(1)).tools)
    5
    """
    tools = tuple(
        {
            "name": name,
            "description": harness.says.format(name),
            "input_schema": {"type": "object", "properties": {"input": {"type": "string"}}},
        }
        for name in rng.sample(harness.tools, 5)
    )
    return Kit(phrasebook(harness.system, wordings, rng), phrasebook((pick(rng, harness.tasks),), min(wordings, 1), rng), tools)


def steps(own: Kit, rng: Random, who: Voice) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield a trajectory of one to four requests, each with the answer and the tool that it calls."""
    system = word(own.system, rng, who)
    turns = [word(own.task, rng, who)]
    for _ in range(1 + int(rng.random() * 4)):
        tool = pick(rng, own.tools)["name"]
        said = f"{prose(rng, who, 2)} I call {tool} on {identifier(rng)}."
        request = dialogue(turns, system, max_tokens=8192, tools=list(own.tools))
        for message in request["messages"][2::2]:
            message["role"] = "tool"
        yield request, said, tool
        turns += [said, f"{spin('[exit 0|ok|1 failed|done]', rng)}\n{code(rng)}\n{question(rng, who)}"]
