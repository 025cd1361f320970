"""
Stretches of a campaign with a different mix of intents.

Binary segmentation of daily counts: a cut is made where two mixes explain the
days better than one by more than a penalty (Scott & Knott 1974; the penalty is
the description length of the cut).
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hydrascope.campaigns.model import Phase
from hydrascope.campaigns.shares import shares
from hydrascope.campaigns.timeline import at
from hydrascope.schema import INTENTS

_DAY = 86400
MOVED = 0.1  # share of some intent that must change between phases
_WORDS = {
    "none": "other work",
    "cot_elicitation": "written-out reasoning",
    "trace_reconstruction": "reconstruction of reasoning traces",
    "reward_modelling": "grading and ranking",
    "policy_rewriting": "rewriting of sensitive questions",
    "data_generation": "generation of training data",
    "trajectory_collection": "collection of agent trajectories",
}

Counts = npt.NDArray[np.int64]


def _likelihood(counts: Counts) -> float:
    """Return the log-likelihood of days under their pooled mix, in bits."""
    total = counts.sum(axis=0)
    share = total / max(total.sum(), 1)
    return float((total[total > 0] * np.log2(share[total > 0])).sum())


def cuts(counts: Counts, begin: int = 0) -> list[int]:
    """
    Return the days on which the mix of intents changes; `counts` has a row a day.

    >>> cuts(np.array([[50, 0]] * 6 + [[30, 20]] * 4))
    [6]
    """
    days = len(counts)
    whole = _likelihood(counts)
    gains = [(_likelihood(counts[:d]) + _likelihood(counts[d:]) - whole, -d) for d in range(1, days)]
    if not gains:
        return []
    gain, negative = max((round(g, 6), d) for g, d in gains)
    cut = -negative
    moved = np.abs(_mix(counts[:cut]) - _mix(counts[cut:])).max()
    if gain <= 4 * np.log2(max(days, 2)) + 8 or moved < MOVED:
        return []
    return [*cuts(counts[:cut], begin), begin + cut, *cuts(counts[cut:], begin + cut)]


def _mix(counts: Counts) -> npt.NDArray[np.float64]:
    return np.asarray(counts.sum(axis=0) / max(int(counts.sum()), 1))


def _summary(before: npt.NDArray[np.float64] | None, mix: npt.NDArray[np.float64]) -> str:
    """Return in words what a phase is about, and what is new in it."""
    order = sorted(range(len(INTENTS)), key=lambda i: (-mix[i], i))
    about = ", ".join(f"{_WORDS[INTENTS[i]]} {mix[i]:.0%}" for i in order if mix[i] >= 0.03)
    if before is None:
        return f"Mix: {about}."
    changed = [i for i in order if abs(mix[i] - before[i]) >= MOVED]
    turn = "; ".join(
        f"{_WORDS[INTENTS[i]]} {'rises' if mix[i] > before[i] else 'falls'} from {before[i]:.0%} to {mix[i]:.0%}" for i in changed
    )
    return f"{turn[:1].upper()}{turn[1:]}. Mix: {about}."


def phases(ts: npt.NDArray[np.int64], intent: npt.NDArray[np.int64]) -> list[Phase]:
    """
    Return the phases in order of time; a campaign that does not change has one.

    Days are cut at midnight UTC; the bounds of a phase are the times of its
    first and last exchange.
    """
    day = ts // _DAY - ts.min() // _DAY
    counts = np.zeros((int(day.max()) + 1, len(INTENTS)), np.int64)
    np.add.at(counts, (day, intent), 1)
    bounds = [0, *cuts(counts), len(counts)]
    found: list[Phase] = []
    before = None
    for low, high in pairwise(bounds):
        inside = (day >= low) & (day < high)
        if inside.any():
            mix = _mix(counts[low:high])
            found.append(
                Phase(at(int(ts[inside].min())), at(int(ts[inside].max())), _summary(before, mix), shares(intent[inside], INTENTS))
            )
            before = mix
    return found
