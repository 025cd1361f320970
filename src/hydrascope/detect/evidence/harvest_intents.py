"""Do the requests ask for what a student model is trained on?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.crowd import clearly
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints
from hydrascope.schema import INTENTS

DOUBTFUL, PLAIN = 0.2, 0.35  # mean probability over the common work below which it is no harvest, and from which the bits count in full
TASK = 0.2  # share of the common work that fills a template, from which it is read by itself
TRACE = 1.5  # bits of such a task, at most: schools and firms have a task of this kind among others, so it is no recognised purpose
_WORDS = {
    "cot_elicitation": "written-out reasoning",
    "trace_reconstruction": "hidden reasoning",
    "reward_modelling": "grades and rankings",
    "policy_rewriting": "rewrites of sensitive questions",
    "data_generation": "generated training data",
    "trajectory_collection": "agent trajectories",
}


def _middle(group: Group, scene: Scene, rows: Ints) -> float:
    """Return how probably the middle member's requests among some rows ask for training data; nought where fewer than half of the members have any."""
    x = scene.traffic.exchanges
    n, asked = (np.bincount(x.a[rows], weight, scene.n_accounts)[group.members] for weight in (None, x.harvest[rows]))
    return float(np.median(asked[n > 0] / n[n > 0])) / 1000 if 2 * (n > 0).sum() >= len(n) else 0.0


def _tasks(group: Group, scene: Scene) -> list[Ints]:
    """Return the rows of each task that is a fair part of the common work; the rest may be conversations that are handed on."""
    template = scene.traffic.exchanges.template[group.rows]
    kinds, n = np.unique(template[template >= 0], return_counts=True)
    parts = kinds[(n >= TASK * len(template)) & (n <= (1 - TASK) * len(template))]
    return [group.rows[template == part] for part in parts]


def _weight(middle: float, null: Floats, looks: int) -> float:
    """Return the bits of a mean probability that is the highest of so many; of a task among others no more than a trace."""
    bits = max(0.0, tail_bits(middle, null, high=True) - float(np.log2(looks)))
    return clearly(middle, DOUBTFUL, PLAIN) * (bits if looks == 1 else min(bits, TRACE))


def harvest_intents(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is how probably the requests of the group's middle account ask for training data.

    The probability is read from the words by a model with a known error
    (`docs/purpose.md`), and averaged over an account's requests: wording that
    the model half knows still counts. Asked are the whole of the common work, and each task that is a fifth of it and
    more, which pays for how many there are and is a trace at most: an operator who hands on conversations as well hides his task among them. The null is that mean among independent
    accounts; a doubtful reading gives part of the bits. Misleads for those who
    grade, generate data or ask for reasoning for their own use.
    """
    x, tasks = scene.traffic.exchanges, _tasks(group, scene)
    null = scene.profile.harvest[scene.others(group) & (scene.profile.exchanges >= 2)]
    asked = [(group.rows, 1), *((task, len(tasks) + 1) for task in tasks)]
    weighed = [(_weight(_middle(group, scene, rows), null, looks), -looks, rows) for rows, looks in asked]
    bits, _, rows = max(weighed, key=lambda one: one[:2])
    middle = _middle(group, scene, rows)
    if middle <= DOUBTFUL:
        return None
    shares = np.bincount(x.intent[rows], minlength=len(INTENTS)) / len(rows)
    purposes = ", ".join(f"{_WORDS[INTENTS[i]]} {shares[i]:.0%}" for i in np.argsort(-shares, kind="stable") if i and shares[i] >= 0.05)
    part = "" if len(rows) == len(group.rows) else f" in one of the tasks, {len(rows) / len(group.rows):.0%} of the common work,"
    return Evidence(
        bits,
        f"The middle account's requests{part} ask for training data with a probability of {middle:.0%} ({purposes or 'no purpose is clear'});"
        f" {int((null >= middle).sum())} of {len(null)} independent accounts' do.",
    )
