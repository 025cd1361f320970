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
from hydrascope.detect.verdict import ORDER
from hydrascope.fingerprint.parts import parts

NOT_KEPT = "(the words are not kept)"


def wording(detection: Detection, where: pa.Table, inputs: Sequence[str | Path], mapping: Path | None) -> Render:
    """Return the function that puts a template in words; `where` gives the source and line of each exchange by its number."""
    x = detection.scene.traffic.exchanges
    sources_of, lines = where["source"].to_pylist(), where["line"].to_pylist()
    named = [c for c in detection.candidates if c.judgement.verdict != ORDER[-1]]
    rows = [int(row) for c in named for one in filled(c, detection) for row in one.samples]
    wanted = {(sources_of[x.xid[row]], lines[x.xid[row]]) for row in rows}
    words = _words(sources.texts(inputs, wanted, mapping=mapping)) if wanted else {}

    def render(one: Filled) -> str:
        numbers = [int(x.xid[row]) for row in one.samples]
        found = [words.get((sources_of[i], lines[i])) for i in numbers]
        return conserved([text for text in found if text]) or NOT_KEPT

    return render


def _words(table: pa.Table) -> dict[tuple[str, int], str]:
    """Return the system text and first user message of each exchange by its place."""
    out = {}
    for batch in table.to_batches():
        p = parts(batch)
        places = zip(batch.column("source").to_pylist(), batch.column("line").to_pylist(), strict=True)
        for place, system, opening in zip(places, p.system.to_pylist(), p.opening.to_pylist(), strict=True):
            out[place] = "\n\n".join(text for text in (system, opening) if text)
    return out
