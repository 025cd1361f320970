"""Which exchanges stand for a campaign's templates, so that these can be read again and put in words."""

from typing import NamedTuple

import numpy as np

from hydrascope.campaigns.identity import template_id
from hydrascope.detect import Detection
from hydrascope.detect.choice import Candidate
from hydrascope.detect.traffic import Ints

TEMPLATES = 24  # templates of a campaign that are named
SAMPLES = 12  # exchanges that stand for one
LEAST = 0.005  # share of a campaign's exchanges below which a template is not named


class Filled(NamedTuple):
    """A template of a campaign: its number, its id, the rows that fill it and those that stand for it."""

    template: int
    name: str
    rows: Ints
    samples: Ints


def filled(candidate: Candidate, detection: Detection) -> list[Filled]:
    """Return the campaign's templates, most used first; the samples are the exchanges with the smallest keys, of as many accounts as may be."""
    x = detection.scene.traffic.exchanges
    rows = candidate.group.rows
    numbers, n = np.unique(x.template[rows][x.template[rows] >= 0], return_counts=True)
    order = sorted(range(len(numbers)), key=lambda i: (-n[i], detection.templates[int(numbers[i])]))
    out = []
    for i in order[:TEMPLATES]:
        if n[i] < max(2, LEAST * len(rows)):
            break
        mine = rows[x.template[rows] == numbers[i]]
        by_key = mine[np.argsort(x.key[mine], kind="stable")]
        _, first = np.unique(x.content[by_key], return_index=True)
        distinct = by_key[np.sort(first)]
        out.append(Filled(int(numbers[i]), template_id(detection.templates[int(numbers[i])]), mine, distinct[:SAMPLES]))
    return out
