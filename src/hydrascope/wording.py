"""
Templates in words: the few exchanges that stand for them are read once more.

Prompts are not kept, so the words come from the input itself, in a second
pass over nothing but the chosen lines.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from hydrascope import sources
from hydrascope.campaigns.build import Render
from hydrascope.campaigns.render import conserved
from hydrascope.campaigns.samples import Filled, filled
from hydrascope.detect import Detection
from hydrascope.detect.rules import CLEAR
from hydrascope.errors import InputError
from hydrascope.fingerprint.parts import parts
from hydrascope.schema import EXCHANGES

NOT_KEPT = "(the words are not kept)"
PLACE = ("exchange_id", "source", "line")
END = 1 << 15  # characters


def wording(detection: Detection, where: pa.Table, inputs: Sequence[str | Path], mapping: Path | None) -> Render:
    """
    Return the function that puts a template in words; `where` gives the id, source and line of each exchange by its number.

    A line that now holds another exchange, or a file that is gone since it was first read, costs words and nothing else.
    """
    x = detection.scene.traffic.exchanges
    named = [c for c in detection.candidates if c.judgement.verdict != CLEAR]
    numbers = sorted({int(x.xid[row]) for c in named for one in filled(c, detection) for row in one.samples})
    chosen = where.take(pa.array(numbers, pa.int64()))
    places = dict(zip(numbers, zip(*(chosen[name].to_pylist() for name in PLACE), strict=True), strict=True))
    words = _words(_again(inputs, {(source, line) for _, source, line in places.values()}, mapping))

    def render(one: Filled) -> str:
        found = [words.get(places[int(x.xid[row])]) for row in one.samples]
        return conserved([text for text in found if text]) or NOT_KEPT

    return render


def _again(inputs: Sequence[str | Path], wanted: set[str | tuple[str, int]], mapping: Path | None) -> pa.Table:
    """Return the wanted exchanges with their words; none where the input can no longer be read."""
    try:
        return sources.texts(inputs, wanted, mapping=mapping) if wanted else EXCHANGES.empty_table()
    except InputError:
        return EXCHANGES.empty_table()


def _words(table: pa.Table) -> dict[tuple[str, str, int], str]:
    """Return the system text and first user message of each exchange by its id and place: a line may hold several."""
    out = {}
    for batch in table.to_batches():
        p = parts(batch)
        places = zip(*(batch.column(name).to_pylist() for name in PLACE), strict=True)
        for place, system, opening in zip(places, p.system.to_pylist(), p.opening.to_pylist(), strict=True):
            out[place] = "\n\n".join(_ends(text) for text in (system, opening) if text)
    return out


def _ends(text: str) -> str:
    """Return a text without the middle that nobody would read: a prompt may have 50 MB."""
    return text if len(text) <= 2 * END else text[:END] + text[-END:]
