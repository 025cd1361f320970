"""Do the requests ask for what a student model is trained on?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rank_bits
from hydrascope.detect.components import counted
from hydrascope.detect.counts import Rest
from hydrascope.detect.crowd import clearly
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints
from hydrascope.schema import INTENTS

DOUBTFUL, PLAIN = 0.2, 0.35  # mean probability over the common work below which it is no harvest, and from which the bits count in full
TASK = 0.2  # share of the common work that fills a template, from which it is read by itself
TRACE = 0.95  # bits of such a task, at most: schools and firms have a task of this kind among others, so it is no recognised purpose
_WORDS = {
    "cot_elicitation": "written-out reasoning",
    "trace_reconstruction": "hidden reasoning",
    "reward_modelling": "grades and rankings",
    "policy_rewriting": "rewrites of sensitive questions",
    "data_generation": "generated training data",
    "trajectory_collection": "agent trajectories",
}


def _tasks(group: Group, scene: Scene) -> list[Ints]:
    """Return the rows of each task that is a fair part of the common work and that half of the members have; the rest may be conversations that are handed on."""
    template = scene.traffic.exchanges.template[group.rows]
    kinds, n = counted(template[template >= 0])
    parts = kinds[(n >= TASK * len(template)) & (n <= (1 - TASK) * len(template))]
    tasks = [group.rows[template == part] for part in parts]
    return [rows for rows in tasks if 2 * np.isin(group.members, scene.traffic.exchanges.a[rows]).sum() >= group.size]


def _best_tasks(scene: Scene) -> Floats:
    """Return how probably each account's requests ask for training data, in all or in the task that is a fair part of them and asks most."""
    x, best = scene.traffic.exchanges, scene.profile.harvest.copy()
    width = int(x.template.max(initial=-1)) + 2
    pairs, at, n = np.unique(x.a * width + x.template + 1, return_inverse=True, return_counts=True)
    account, sent = pairs // width, scene.profile.exchanges[pairs // width]
    task = (pairs % width > 0) & (n >= TASK * sent) & (n <= (1 - TASK) * sent)
    asked = np.bincount(at, x.harvest, len(pairs)) / 1000 / n
    np.maximum.at(best, account[task], asked[task])
    return best


class _Reading(NamedTuple):
    """What some rows say: bits, and what they stand on."""

    bits: float
    middle: float  # mean probability of the middle member
    rows: Ints
    null: Rest


def _read(asked: Floats, n: Ints, rows: Ints, null: Rest) -> _Reading:
    """Return what some rows say, by how probably each member's requests among them ask for training data, and how many they are."""
    usual = middle(asked[n > 0]) if (n > 0).any() else 0.0
    return _Reading(clearly(usual, DOUBTFUL, PLAIN) * rank_bits(null.at_least(usual), null.size), usual, rows, null)


def _task(group: Group, scene: Scene, rows: Ints, null: Rest) -> _Reading:
    x = scene.traffic.exchanges
    n, asked = (np.bincount(x.a[rows], weight, scene.n_accounts)[group.members] for weight in (None, x.harvest[rows]))
    return _read(asked / 1000 / np.maximum(n, 1), n, rows, null)


def _said(group: Group, scene: Scene) -> _Reading:
    """Return the reading of the whole of the common work; or that of one task, up to a trace, where it says more."""
    of_all, mine = scene.ranked(group, "harvest", lambda: scene.profile.harvest, enough=2), group.mine
    whole = _read(mine.harvest, mine.exchanges, group.rows, of_all)
    tasks = _tasks(group, scene) if whole.bits < TRACE else []
    if not tasks:
        return whole
    best = scene.ranked(group, "tasks", lambda: _best_tasks(scene), enough=2)
    task = max((_task(group, scene, rows, best) for rows in tasks), key=lambda one: one.middle)
    return max(whole, task._replace(bits=min(TRACE, task.bits)), key=lambda one: one.bits)


def harvest_intents(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is how probably the requests of the group's middle account ask for training data.

    The probability is read from the words by a model with a known error
    (`docs/purpose.md`), and averaged over an account's requests: wording that
    the model half knows still counts. The null is that mean among independent
    accounts; a doubtful reading gives part of the bits. A task that is a fifth of the work and more is read
    by itself, against the best of each independent account's tasks, and is a trace at most: an operator who hands on conversations hides his task among
    them. Misleads for those who grade, generate data or ask for reasoning for their own use.
    """
    said = _said(group, scene)
    if said.middle <= DOUBTFUL:
        return None
    shares = np.bincount(scene.traffic.exchanges.intent[said.rows], minlength=len(INTENTS)) / len(said.rows)
    purposes = ", ".join(f"{_WORDS[INTENTS[i]]} {shares[i]:.0%}" for i in np.argsort(-shares, kind="stable") if i and shares[i] >= 0.05)
    part = "" if len(said.rows) == len(group.rows) else f" in one of the tasks, {len(said.rows) / len(group.rows):.0%} of the common work,"
    return Evidence(
        said.bits,
        f"The middle account's requests{part} ask for training data with a probability of {said.middle:.0%} ({purposes or 'no purpose is clear'});"
        f" {said.null.at_least(said.middle)} of {said.null.size} independent accounts' do.",
    )
