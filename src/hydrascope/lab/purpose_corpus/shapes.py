"""How an instruction and its material are laid out in a request: where the instruction stands, and what surrounds it."""

from typing import NamedTuple

from hydrascope.lab.purpose_corpus.grammar import Draw, Fill, expand
from hydrascope.lab.purpose_corpus.material import document

LEADS = ("", "", "## [Task|Instructions]\n", "### Instruction:\n", "[TASK]\n", "Instructions: ", "**Task**\n\n", "- ")
HEADS = ("", "", "## Input\n", "Input: ", "### [Question|Text|Item]:\n", "<input>\n", '"""\n', "[Problem|Content]: ", "---\n")
FORMATS = (
    "[Answer|Reply|Respond] in [Markdown|plain text|JSON|{language}].", "[Be|Keep it] [concise|clear|precise].", "[Use|Write] [British|American] English.", "Do not [apologise|add a preamble|use emojis].", "[Limit|Length]: {n} words.",
    "Return valid JSON only.", "If [something|anything] is unclear, make a reasonable assumption.",
)  # fmt: skip
PERSONAS = (
    "You are a helpful assistant.", "You are {company}'s assistant.", "You are an expert in {topic}.", "You are a [knowledgeable|careful|senior] {label} [specialist|analyst].", "You are an AI model that follows instructions.", "[Today|Date]: 2026-{n}.",
)  # fmt: skip


class Request(NamedTuple):
    """The texts of a request, and the turn that the last user message is."""

    system: str
    opening: str
    prompt: str


def _surround(text: str, draw: Draw, table: dict[str, Fill]) -> str:
    """Return the text with what real prompts carry along: formats, noise, long unrelated material."""
    if draw.chance(25):
        text = draw.pick((text + "\n", text + " ")) + expand(draw.pick(FORMATS), draw, table)
    if draw.chance(8):
        text = draw.pick((text + "\n" + table["noise"](draw), table["noise"](draw) + "\n" + text))
    if draw.chance(20):
        long = (
            document(draw, table, 5 + draw.below(25))
            if draw.chance(60)
            else "\n".join(table["code"](draw) for _ in range(1 + draw.below(4)))
        )
        text = draw.pick((f"{text}\n\n{long}", f"{long}\n\n{text}"))
    return text


def _joined(instruction: str, material: str, draw: Draw, table: dict[str, Fill]) -> str:
    lead, head = expand(draw.pick(LEADS), draw, table), expand(draw.pick(HEADS), draw, table)
    parts = (lead + instruction, head + material)
    return draw.pick(("\n\n", "\n", "\n\n\n")).join(parts if draw.chance(70) else parts[::-1])


def lay_out(instruction: str, material: str, draw: Draw, table: dict[str, Fill], *, standing: bool) -> Request:
    """
    Return a request that carries the instruction.

    `standing` instructions stand in the system text more often than not; the
    material is then the user's message, or one of several turns.
    """
    persona = expand(draw.pick(PERSONAS), draw, table) if draw.chance(45) else ""
    if draw.chance(65 if standing else 25):
        system = _surround(
            draw.pick((persona + " " + instruction, instruction + "\n" + persona, persona + "\n\n" + instruction)).strip(), draw, table
        )
        user = material or table["question"](draw)
        return Request(system, user, user if draw.chance(70) else later_turn(draw, table))
    text = _joined(instruction, material, draw, table) if material else instruction
    text = _surround(text, draw, table)
    if draw.chance(85):
        return Request(persona, text, text)
    return Request(persona, text, later_turn(draw, table)) if draw.chance(60) else Request(persona, table["question"](draw), text)


def later_turn(draw: Draw, table: dict[str, Fill]) -> str:
    """Return a last user message that says little: a next item, a go-ahead."""
    return expand(
        draw.pick(("[Next|Continue|Go on|OK|Thanks][.|]", "{question}", "{sentence}", "[And|Now] this one: {question}", "{code}")),
        draw,
        table,
    )
