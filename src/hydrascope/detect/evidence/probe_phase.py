"""Did the group begin by trying what is let through, before it settled on its work?"""

from typing import NamedTuple

import numba
import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.components import codes
from hydrascope.detect.crowd import clearly, some
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

SIZES = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)  # exchanges that an opening may have
LATER = 3  # times the opening that must follow it
WINDOWS = 5  # of the later work that are looked at
SHORT = 32  # tokens of an answer that says no more than no
WEAK, CLEAR = 0.15, 0.4  # how much more varied and more often refused the opening is, to count at all and in full
CROWD = 512  # independent accounts whose beginnings are looked at
_REFUSED, _TOO_MANY, _BROKEN = 400, 429, 500


class Opening(NamedTuple):
    """The first exchanges of a history against its later ones: shares of distinct kinds, and of refusals."""

    score: float  # the smaller of both differences
    exchanges: int
    kinds: float
    later_kinds: float
    refused: float
    later_refused: float


def kinds(x: Exchanges, rows: Ints) -> Ints:
    """Return the kind of each of some exchanges: its template, or its content where it has none, with its parameters."""
    template, config = x.template[rows], x.config[rows]
    base = np.where(template >= 0, template, x.content[rows] + template.max(initial=-1) + 2)
    return np.asarray(base * (config.max(initial=0) + 2) + config + 1)


def refused(x: Exchanges, rows: Ints) -> Ints:
    """Return 1 for those of some exchanges that were turned down, or answered in no more than a few words; overload is no refusal."""
    status, tokens = x.status[rows], x.tokens[rows]
    turned_down = (status >= _REFUSED) & (status < _BROKEN) & (status != _TOO_MANY)
    return np.asarray(turned_down | ((tokens > 0) & (tokens <= SHORT)), np.int64)


@numba.njit(cache=True)
def _distinct(code: Ints, starts: Ints, size: int) -> Ints:
    """Return how many different ones there are of so many from each start on."""
    found, seen = np.zeros(starts.size, np.int64), np.full(code.max() + 1, -1)
    for window in range(starts.size):
        for i in range(starts[window], starts[window] + size):
            found[window] += seen[code[i]] != window
            seen[code[i]] = window
    return found


def opening(kind: Ints, bad: Ints) -> Opening | None:
    """
    Return the opening, of some size, that differs most from what follows; None where too little follows any.

    >>> settled = opening(np.r_[np.arange(20), np.zeros(80, int)], np.r_[np.ones(20, int), np.zeros(80, int)])
    >>> settled.exchanges, settled.kinds, settled.later_kinds, settled.refused, settled.later_refused
    (20, 1.0, 0.05, 1.0, 0.0)
    """
    best, code, so_far = None, codes(kind), np.append(0, np.cumsum(bad))
    for size in SIZES:
        if len(kind) < (1 + LATER) * size:
            break
        starts = np.linspace(size, len(kind) - size, WINDOWS).astype(np.int64)
        first, *later = (_distinct(code, np.append(0, starts), size) / size).tolist()
        share, rest = float(so_far[size] / size), float((so_far[-1] - so_far[size]) / (len(kind) - size))
        usual = middle(np.array(later))
        found = Opening(min(first - usual, share - rest), size, first, usual, share, rest)
        if best is None or found.score > best.score:
            best = found
    return best


def _beginnings(x: Exchanges, accounts: Ints) -> tuple[Ints, Floats]:
    """Return the accounts that have enough exchanges, and the score of each one's own opening."""
    rows = x.of(accounts)
    cuts = np.cumsum(x.offsets[accounts + 1] - x.offsets[accounts])[:-1]
    histories = zip(np.split(kinds(x, rows), cuts), np.split(refused(x, rows), cuts), strict=True)
    found = [(a, opening(*history)) for a, history in zip(accounts.tolist(), histories, strict=False)]
    known = [(a, one.score) for a, one in found if one is not None]
    return np.array([a for a, _ in known], np.int64), np.array([score for _, score in known], np.float64)


def probe_phase(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that the group's first requests are of many kinds and often refused, and its later ones are not.

    All exchanges of the group in order of time; openings of several sizes are
    tried on both sides. The null is the beginnings of independent accounts,
    each alone, for a new customer too tries what works. Misleads for a
    company whose first steps with the service fail before a job is set up.
    """
    x = scene.traffic.exchanges
    rows = x.of(group.everyone)
    rows = rows[np.lexsort((x.xid[rows], x.ts[rows]))]
    mine = opening(kinds(x, rows), refused(x, rows))
    if mine is None or mine.score < WEAK:
        return None
    known = scene.independent & (scene.profile.exchanges >= (1 + LATER) * SIZES[0])
    accounts, scores = scene.nulls.of("beginnings", scene.independent, lambda: _beginnings(x, some(np.flatnonzero(known), CROWD)))
    null = scores[~scene.mask(group.everyone)[accounts]]
    if not len(null):
        return None
    reached = int((null >= mine.score).sum())
    finding = (
        f"{mine.kinds:.0%} of the first {mine.exchanges} requests are of a kind of their own and {mine.refused:.0%} are refused or answered in a few"
        f" words, of the later ones {mine.later_kinds:.0%} and {mine.later_refused:.0%}; {reached} of {len(null)} independent accounts begin so."
    )
    return Evidence(tail_bits(mine.score, null, high=True) * clearly(mine.score, WEAK, CLEAR), finding)
