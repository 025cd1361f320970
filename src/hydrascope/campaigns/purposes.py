"""
What each exchange of a campaign is after, told by its template.

The model of purposes reads one exchange at a time, and hears an instruction in some of its
items and not in others. But what fills one template is after one thing: its exchanges say together what each of them may not.
"""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import codes
from hydrascope.detect.traffic import Exchanges, Ints
from hydrascope.schema import INTENTS

OFTEN = 0.2  # share of a template's exchanges that must be read as asking for training data: a tool's prompt among them stays what it is


def purposes(x: Exchanges, rows: Ints) -> Ints:
    """
    Return the intent of each of some exchanges of one campaign, as an index into `INTENTS`.

    What fills a template has the commonest intent of those of its exchanges that have one, the first of equals, where a fifth of them have. Misleads where one
    template carries several tasks; what fills none keeps what was read of it alone.
    """
    return told(x.template[rows], x.intent[rows].astype(np.int64))


def told(template: npt.NDArray[np.integer], intent: npt.NDArray[np.integer]) -> Ints:
    """Return the intent of each exchange as `purposes` does, from the number of its template, -1 for none, and what was read of it alone."""
    at = codes(template + 1)
    counts = np.zeros((int(at.max(initial=-1)) + 1, len(INTENTS)), np.int64)
    np.add.at(counts, (at, intent), 1)
    known = np.zeros(len(counts), bool)
    known[at] = template >= 0
    often = known & (counts[:, 1:].sum(axis=1) >= OFTEN * counts.sum(axis=1))
    return np.where(often[at], 1 + counts[:, 1:].argmax(axis=1)[at], intent).astype(np.int64)
