"""Do the requests ask for what a student model is trained on?"""

import numpy as np

from hydrascope.detect.bits import tail_bits
from hydrascope.detect.crowd import clearly
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.schema import INTENTS

DOUBTFUL, PLAIN = 0.2, 0.35  # mean probability over the common work below which it is no harvest, and from which the bits count in full
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
    Return how unusual it is how probably the requests of the group's middle account ask for training data.

    The probability is read from the words by a model with a known error
    (`docs/purpose.md`), and averaged over an account's requests: wording that
    the model half knows still counts. The null is that mean among independent
    accounts; a doubtful reading gives part of the bits. Misleads for those who
    grade, generate data or ask for reasoning for their own use.
    """
    mine = group.profile.harvest[group.members]
    mine = mine[group.profile.exchanges[group.members] > 0]
    if not len(mine):
        return None
    middle = float(np.median(mine))
    if middle <= DOUBTFUL:
        return None
    crowd = scene.others(group) & (scene.profile.exchanges >= 2)
    null = scene.profile.harvest[crowd]
    x = scene.traffic.exchanges
    shares = np.bincount(x.intent[group.rows], minlength=len(INTENTS)) / len(group.rows)
    asked = ", ".join(f"{_WORDS[INTENTS[i]]} {shares[i]:.0%}" for i in np.argsort(-shares, kind="stable") if i and shares[i] >= 0.05)
    beyond = int((null >= middle).sum())
    finding = (
        f"The middle account's requests ask for training data with a probability of {middle:.0%} ({asked or 'no purpose is clear'});"
        f" {beyond} of {len(null)} independent accounts' do."
    )
    return Evidence(clearly(middle, DOUBTFUL, PLAIN) * tail_bits(middle, null, high=True), finding)
