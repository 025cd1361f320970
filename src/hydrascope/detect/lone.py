"""
Harvest in the open: by one customer, or by accounts that are tied but not hidden enough to accuse.

The verdict is `watch` and never more. A share of requests is compared with a
fixed line, not with the crowd: where most of the traffic harvests, the crowd
is no measure.
"""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.choice import Candidate
from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.profile import profile
from hydrascope.detect.rules import CLEAR, SUSPECTED, WATCHED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints
from hydrascope.detect.verdict import Weighed, judge

SHARE = 0.5  # of the requests: most of them
MANY = 50  # requests
_ORIGIN = 6  # no seed


def _harvests(group: Group, scene: Scene) -> bool:
    """Return whether most of many requests ask for training data, in the model's reading."""
    rows = scene.traffic.exchanges.of(group.everyone)
    return len(rows) >= MANY and float((scene.traffic.exchanges.intent[rows] > 0).mean()) >= SHARE


def _asked(group: Group, scene: Scene) -> Weighed:
    """Return what a lone customer asks for, though it weighs nothing beside a crowd that asks for the same."""
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


def _harvesting(scene: Scene, taken: npt.NDArray[np.bool_]) -> list[Ints]:
    """Return the accounts of each customer most of whose many requests ask for training data, without those that are taken, the busiest first."""
    x, customer = scene.traffic.exchanges, scene.traits.customer
    left = np.flatnonzero(~taken)
    order = left[np.lexsort((left, -scene.profile.exchanges[left], customer[left]))]
    rows = ~taken[x.a]
    asks, n = (np.bincount(customer[x.a[these]], minlength=len(taken)) for these in (rows & (x.intent > 0), rows))
    mine = np.flatnonzero((n >= MANY) & (asks >= SHARE * n))
    begin, end = (np.searchsorted(customer[order], mine, side) for side in ("left", "right"))
    return [order[i:j] for i, j in zip(begin, end, strict=True)]


def lone_harvesters(scene: Scene, grouped: list[Candidate]) -> list[Candidate]:
    """Return one `watch` candidate for each customer most of whose many requests harvest, outside the groups that are not clear."""
    x = scene.traffic.exchanges
    taken = np.zeros(scene.n_accounts, bool)
    for candidate in grouped:
        if candidate.judgement.verdict != CLEAR:
            taken[candidate.group.everyone] = True
            taken[x.a[candidate.group.rows]] = True  # gateways are watched with what they carry
    found = []
    for accounts in _harvesting(scene, taken):
        rows = x.of(np.sort(accounts))
        rows = rows[x.intent[rows] > 0]
        group = Group(accounts[:1], np.sort(accounts), rows, profile(x, rows, np.sort(accounts)))
        judgement = judge(group, scene, 1, 1)
        alone = [w for w in judgement.evidence if w.side == "harvest"]
        if not any(w.channel == "harvest_intents" for w in alone):
            alone.append(_asked(group, scene))
        found.append(
            Candidate(
                group,
                _ORIGIN,
                1,
                judgement._replace(verdict=WATCHED, sums=judgement.sums._replace(coordination=0.0), evidence=alone, explanations=[]),
            )
        )
    return found
