"""
Harvest in the open: by one account, or by accounts that are tied but not hidden enough to accuse.

The verdict is `watch` and never more. A share of requests is compared with a
fixed line, not with the crowd: where most of the traffic harvests, the crowd
is no measure.
"""

import numpy as np

from hydrascope.detect.choice import Candidate
from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.profile import profile
from hydrascope.detect.rules import CLEAR, SUSPECTED, WATCHED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.verdict import Weighed, judge

SHARE = 0.5  # of the requests: most of them
MANY = 50  # requests
_ORIGIN = 4


def _harvests(group: Group, scene: Scene) -> bool:
    """Return whether most of many requests ask for training data, in the model's reading."""
    rows = scene.traffic.exchanges.of(group.everyone)
    return len(rows) >= MANY and float((scene.traffic.exchanges.intent[rows] > 0).mean()) >= SHARE


def _asked(group: Group, scene: Scene) -> Weighed:
    """Return what a lone account asks for, though it weighs nothing beside a crowd that asks for the same."""
    channel = CHANNELS["harvest_intents"]
    found = channel.test(group, scene)
    finding = found.finding if found else "Its requests ask for training data."
    return Weighed(channel.name, channel.family, channel.side, 0.0, finding)


def watched_groups(scene: Scene, grouped: list[Candidate]) -> list[Candidate]:
    """Return the groups, those on `watch` that came out clear although they are tied and harvest."""
    out = []
    for candidate in grouped:
        j = candidate.judgement
        tied = j.verdict == CLEAR and j.coordination >= SUSPECTED.coordination
        out.append(candidate._replace(judgement=j._replace(verdict=WATCHED)) if tied and _harvests(candidate.group, scene) else candidate)
    return out


def lone_harvesters(scene: Scene, grouped: list[Candidate]) -> list[Candidate]:
    """Return one `watch` candidate for each account outside the groups most of whose many requests harvest."""
    taken = np.zeros(scene.n_accounts, bool)
    for candidate in grouped:
        if candidate.judgement.verdict != CLEAR:
            taken[candidate.group.everyone] = True
            taken[scene.traffic.exchanges.a[candidate.group.rows]] = True  # gateways are watched with what they carry
    harvesting = 1.0 - scene.profile.intents[:, 0]
    x = scene.traffic.exchanges
    found = []
    for account in np.flatnonzero(~taken & (harvesting >= SHARE) & (scene.profile.exchanges >= MANY)):
        one = np.array([account])
        rows = x.of(one)
        rows = rows[x.intent[rows] > 0]
        group = Group(one, one, rows, profile(x, rows, scene.n_accounts))
        judgement = judge(group, scene, 1, 1)
        alone = [w for w in judgement.evidence if w.side == "harvest"]
        if not any(w.channel == "harvest_intents" for w in alone):
            alone.append(_asked(group, scene))
        found.append(Candidate(group, _ORIGIN, 1, judgement._replace(verdict=WATCHED, coordination=0.0, evidence=alone, explanations=[])))
    return found
