"""
Harvest by one account in the open: no concealment, so nothing to confirm, but worth knowing.

The verdict is `watch` and never more. A share of requests is compared with a
fixed line, not with the crowd: where most of the traffic harvests, the crowd
is no measure.
"""

import numpy as np

from hydrascope.detect.groups import Candidate
from hydrascope.detect.profile import profile
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.verdict import ORDER, judge

SHARE = 0.6  # of the account's requests
LEAST = 50  # requests
_ORIGIN = 3


def lone_harvesters(scene: Scene, grouped: list[Candidate]) -> list[Candidate]:
    """Return one `watch` candidate for each account outside the groups most of whose many requests harvest."""
    taken = np.zeros(scene.count, bool)
    for candidate in grouped:
        if candidate.judgement.verdict != ORDER[-1]:
            taken[candidate.group.everyone] = True
    harvesting = 1.0 - scene.profile.intents[:, 0]
    alone = np.flatnonzero(~taken & (harvesting >= SHARE) & (scene.profile.exchanges >= LEAST))
    x = scene.traffic.exchanges
    found = []
    for account in alone:
        rows = x.of(np.array([account]))
        rows = rows[x.intent[rows] > 0]
        alone_here = np.array([account])
        group = Group(alone_here, alone_here, rows, profile(x, rows, scene.count))
        judgement = judge(group, scene, 1, 1)
        excused = any(e.channel == "public_benchmark" and e.bits < -2 for e in judgement.explanations)
        if not excused:
            found.append(Candidate(group, _ORIGIN, 1, judgement._replace(verdict="watch")))
    return found
