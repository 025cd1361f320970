"""
Gateways that carry a campaign's stream among their honest customers': the stream is the campaign's, the account is not.

A reseller cannot be a head, for its other customers are honest; but the
exchanges that fill the campaign's own templates belong to the campaign
whoever carries them.
"""

import numpy as np

from hydrascope.detect.choice import Candidate
from hydrascope.detect.components import pairs
from hydrascope.detect.rules import ACCUSED
from hydrascope.detect.scene import Scene
from hydrascope.detect.seeds import CROWDED
from hydrascope.detect.traffic import Ints

OWN = 0.9  # share of a template's accounts that must be the campaign's
REPEATS = 3  # exchanges of the stream that make an account its carrier
_GATEWAYS = ("reseller", "aggregator", "proxy", "gateway")


def gateways(scene: Scene) -> Ints:
    """Return the accounts that carry other people's traffic, by their pathway or by more templates than one customer has."""
    x = scene.traffic.exchanges
    named = np.array([any(word in name for word in _GATEWAYS) for name in scene.traffic.pathways] + [False])
    account, template, _ = pairs(x.a, x.template)
    crowded = np.bincount(account[template >= 0], minlength=scene.n_accounts) > CROWDED
    crowded[np.unique(x.a[named[x.pathway]])] = True
    return np.flatnonzero(crowded)


def _own_templates(candidate: Candidate, scene: Scene) -> Ints:
    """Return the templates that hardly anybody but the group fills."""
    x = scene.traffic.exchanges
    mine = np.unique(x.template[candidate.group.rows])
    asked = np.isin(x.template, mine[mine >= 0])
    template, account, _ = pairs(x.template[asked], x.a[asked])
    inside = np.isin(account, candidate.group.everyone)
    total, own = (np.bincount(template[mask], minlength=int(mine.max(initial=0)) + 1) for mask in (np.ones_like(inside), inside))
    return np.flatnonzero((own >= OWN * total) & (own >= 2))


def carried(candidate: Candidate, scene: Scene, among: Ints) -> Ints:
    """Return the rows of a campaign's stream that gateways outside the group carry."""
    x = scene.traffic.exchanges
    rows = x.of(np.setdiff1d(among, candidate.group.everyone))
    rows = rows[np.isin(x.template[rows], _own_templates(candidate, scene))]
    carriers, n = np.unique(x.a[rows], return_counts=True)
    return rows[np.isin(x.a[rows], carriers[n >= REPEATS])]


def with_relays(candidates: list[Candidate], scene: Scene) -> list[Candidate]:
    """Return the candidates, accused ones with the rows that gateways carry for them; their members stay the same."""
    among = gateways(scene)
    out = []
    for candidate in candidates:
        rows = carried(candidate, scene, among) if candidate.judgement.verdict in ACCUSED else candidate.group.rows[:0]
        group = candidate.group._replace(rows=np.sort(np.concatenate([candidate.group.rows, rows])))
        out.append(candidate._replace(group=group) if len(rows) else candidate)
    return out
