"""
Strangers who share public words and nothing else: users of one tool for synthetic data, and followers of one collection of prompts.

They are what a detector that looks for a shared template must not accuse. The words are the project's own, and the same in every world, because they are public.
"""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

import msgspec

from hydrascope.lab.worlds import arrivals, clients
from hydrascope.lab.worlds.companies import sized
from hydrascope.lab.worlds.people import Person, hours, sessions, stranger
from hydrascope.lab.worlds.problems import reasoning
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.text import answer, chat, document, prose, question
from hydrascope.lab.worlds.traffic import Enrolled, Population, Sent, Setting, times_scale, user


class Pipeline(NamedTuple):
    """One recipe of the tool: what comes back (`pairs`, `order` or `scores`), its system prompt, the frame around the user's own piece, its defaults."""

    back: str
    system: str
    frame: str
    settings: dict[str, Any]


PIPELINES: tuple[Pipeline, ...] = (
    Pipeline(
        "pairs",
        "You turn source notes into practice material for a small language model. Stay inside the notes, invent no facts, and keep each pair independent of the others.",
        "From the notes between the bars, produce three question and answer pairs. Questions must be answerable from the notes alone; answers carry two to four sentences and name the reason.\n|||\n{piece}\n|||\nPairs:",
        {"temperature": 0.7, "max_tokens": 2048, "top_p": 0.95},
    ),
    Pipeline(
        "order",
        "You are a careful editor of instructions that will teach an assistant.",
        "Take the starting instruction and return one that is a little harder: add a condition, an edge case or a second step, but keep it solvable without tools. Give the instruction only.\nStarting instruction: {piece}\nHarder instruction:",
        {"temperature": 0.7, "max_tokens": 2048, "top_p": 0.95},
    ),
    Pipeline(
        "scores",
        "You check training examples before they enter a data set.",
        "Score the example for correctness, clarity and usefulness, from 1 to 5 each, with one short reason a line, then write KEEP or DROP.\nExample:\n{piece}\nScores:",
        {"temperature": 0.0, "max_tokens": 512},
    ),
)

COLLECTION: tuple[str, ...] = (
    "Think step by step and show your reasoning before you answer. Number the steps, say which fact each one rests on, and mark the step that you trust least. Then give the final answer on a line of its own.",
    "Show the whole way you think about this: first ideas, doubts, the wrong turns and how you noticed them. Do not tidy it up. Close with a short verdict.",
    "Act as three experts who think aloud in turn, each building on the one before. Whoever finds an error in their own reasoning says so and steps back. Report what remains.",
    "Before you solve it, restate the problem, list what is known and what is asked, and choose a method. Then reason line by line, check the result by another route, and conclude.",
    "Explain it to me as a patient teacher would: why each step follows, which mistake beginners make there, and what to remember afterwards.",
    "Answer twice: once quickly from the gut, once slowly with every intermediate thought written out. Compare the two and tell me which one you stand by.",
)


class DataTool(msgspec.Struct, frozen=True, kw_only=True):
    """
    Hobbyists and students who make small data sets with one popular open-source tool, by its template and its defaults.

    Each has a subject, notes, card and line of their own; `per_week` counts a user's runs, started in waking hours, `items` the requests of a usual run.
    """

    users: int = 20
    per_week: float = 1.0
    items: int = 12
    spread: float = 0.6


class PromptCollection(msgspec.Struct, frozen=True, kw_only=True):
    """Private people who put a prompt of one public collection before their own questions; `share` is how often, and `api` how many use the API."""

    followers: int = 30
    per_day: float = 1.2
    share: float = 0.5
    api: float = 0.4


def data_tool(setting: Setting, these: DataTool) -> Population:
    """Act out the users of the tool."""
    whole = Population([], [])
    for i in range(times_scale(setting, these.users, least=3)):
        person = stranger(setting, "data-tool", i, families=("sdk-python", "sdk-python-sync", "sdk-other"), english=0.85)
        whole.accounts.append(Enrolled(person.account, "", "data-tool", f"data-tool-{i}"))
        whole.sent.extend(one for one in _runs(person, setting, these, i) if one.ts < setting.end)
    return whole


def _runs(person: Person, setting: Setting, these: DataTool, number: int) -> Iterator[Sent]:
    """Yield a user's runs: one or two pipelines over notes and instructions of their own, requests some seconds apart."""
    rng = person.rng
    chosen = [pick(rng, PIPELINES) for _ in range(2)]
    pieces = [_piece(person) for _ in range(these.items)]
    count = max(1, round(these.per_week * setting.days / 7 * 2 * rng.random()))
    usual = sized(setting, "data-tool", number, these.items, these.spread)
    for start in arrivals.served(rng, start=0, end=setting.end, count=count, zone=person.zone):
        pipeline, at = pick(rng, chosen), start
        for _ in range(max(2, round(usual * (0.5 + rng.random())))):
            text = pipeline.frame.replace("{piece}", pick(rng, pieces) if rng.random() < 0.3 else _piece(person))
            yield person.sends(at, user(text, pipeline.system, **pipeline.settings), _made(rng, person, pipeline.back))
            at += 4 + rng.expovariate(1 / 8)


def _piece(person: Person) -> str:
    """Return one of the user's notes or instructions."""
    rng = person.rng
    return document(rng, person.voice, 1) if rng.random() < 0.5 else f"{prose(rng, person.voice, 1)} {question(rng, person.voice)}"


def _made(rng: Random, person: Person, back: str) -> str:
    """Return what the model says to one request of the tool."""
    if back == "order":
        return f"{prose(rng, person.voice, 1)} {question(rng, person.voice)}"
    if back == "scores":
        marks = "\n".join(
            f"{name}: {rng.randrange(1, 6)}, {prose(rng, person.voice, 1)}" for name in ("correctness", "clarity", "usefulness")
        )
        return f"{marks}\n{pick(rng, ('KEEP', 'DROP'))}"
    return "\n".join(f"{i}. {question(rng, person.voice)}\n{prose(rng, person.voice, 2)}" for i in range(1, 4))


def prompt_collection(setting: Setting, these: PromptCollection) -> Population:
    """Act out the followers of the collection."""
    whole = Population([], [])
    for i in range(times_scale(setting, these.followers, least=3)):
        api = stream(setting.seed, "prompt-collection", i, "pathway").random() < these.api
        person = stranger(setting, "prompt-collection", i, families=clients.LIBRARIES if api else clients.BROWSERS)
        whole.accounts.append(Enrolled(person.account, "", "prompt-collection", f"prompt-collection-{i}"))
        whole.sent.extend(_followed(person, setting, these, "api" if api else "web"))
    return whole


def _followed(person: Person, setting: Setting, these: PromptCollection, pathway: str) -> Iterator[Sent]:
    """Yield a follower's questions, some of them under one of the two or three prompts that this one likes."""
    rng = person.rng
    liked = [COLLECTION[min(int(rng.expovariate(0.5)), len(COLLECTION) - 1)] for _ in range(3)]
    first = rng.random() < 0.6
    for session in sessions(rng, hours(person, setting, these.per_day), longest=3):
        for at in session:
            asked = chat(rng, person.voice)
            if rng.random() < these.share:
                text = f"{pick(rng, liked)}\n\n{asked}" if first else f"{asked}\n\n{pick(rng, liked)}"
                yield person.sends(at, user(text), reasoning(rng, person.voice, 4), pathway=pathway)
            else:
                yield person.sends(at, user(asked), answer(rng, person.voice), pathway=pathway)
