"""Do the requests ask for what a student model is trained on?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.schema import INTENTS

LEAST = 0.25  # share of the common work below which it is no harvest
_WORDS = {
    "cot_elicitation": "written-out reasoning",
    "trace_reconstruction": "hidden reasoning",
    "reward_modelling": "grades and rankings",
    "policy_rewriting": "rewrites of sensitive questions",
    "data_generation": "generated training data",
    "trajectory_collection": "agent trajectories",
}


def harvest_intents(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual the share of harvesting requests of the group's middle account is.

    The null is that share among independent accounts. The intent is read from
    the words by a model with a known error (`docs/purpose.md`). Misleads for
    those who grade, generate data or ask for reasoning for their own use.
    """
    mine = 1.0 - group.profile.intents[group.members][:, 0]
    mine = mine[group.profile.exchanges[group.members] > 0]
    if not len(mine):
        return None
    middle = float(np.median(mine))
    if middle < LEAST:
        return None
    crowd = scene.others(group) & (scene.profile.exchanges >= 2)
    null = 1.0 - scene.profile.intents[crowd][:, 0]
    x = scene.traffic.exchanges
    shares = np.bincount(x.intent[group.rows], minlength=len(INTENTS)) / len(group.rows)
    asked = [f"{_WORDS[INTENTS[i]]} {shares[i]:.0%}" for i in np.argsort(-shares, kind="stable") if i and shares[i] >= 0.05]
    beyond = int((null >= middle).sum())
    finding = f"{middle:.0%} of the middle account's requests ask for {', '.join(asked)}; {beyond} of {len(null)} independent accounts reach that share."
    return Evidence(tail_bits(middle, null, high=True), finding)
