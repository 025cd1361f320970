"""The heads of a campaign: what each did, what was cover, and what ties it to the others."""

from collections.abc import Sequence

import numpy as np

from hydrascope.campaigns.model import Link, Member
from hydrascope.campaigns.timeline import at
from hydrascope.detect.bits import rarity
from hydrascope.detect.components import pairs
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

MOST_LINKS = 4000  # edges of the graph that a report carries


def _shared(scene: Scene, members: Ints, kind: str, account: Ints, value: Ints, names: Sequence[str] | None) -> list[Link]:
    """Return an edge for each member that has a value which another member has too."""
    inside = scene.mask(members)[account] & (value >= 0)
    what, who, _ = pairs(value[inside], account[inside])
    values, begins, n = np.unique(what, return_index=True, return_counts=True)
    known = np.isin(value, values[n >= 2])
    held = np.bincount(pairs(value[known], account[known])[0], minlength=1)
    out = []
    for v, begin, size in zip(values[n >= 2], begins[n >= 2], n[n >= 2], strict=True):
        label = names[v] if names is not None else f"{kind} {v}"
        bits = round(rarity(int(held[v]), scene.n_accounts), 2)
        out += [Link(scene.traffic.accounts.ids[a], kind, label, bits) for a in who[begin : begin + size]]
    return out


def links(group: Group, scene: Scene, members: Ints, template_names: dict[int, str]) -> list[Link]:
    """Return the edges of the campaign's graph: account and shared trait, rarest traits first."""
    every = np.arange(scene.n_accounts)
    x, traits = scene.traffic.exchanges, scene.traits
    highest = int(x.template.max(initial=-1))
    templates = [template_names.get(t, str(t)) for t in range(highest + 1)]
    rows = group.rows
    found = _shared(scene, members, "payment", every, traits.payment, scene.names["payment_fingerprint"])
    found += _shared(scene, members, "registration", every, traits.user_ref, scene.names["user_ref"])
    found += _shared(scene, members, "network", scene.networks.account, scene.networks.value, scene.traffic.subnets)
    found += _shared(scene, members, "client", every, traits.stack, None)
    found += _shared(scene, members, "configuration", every, traits.config, None)
    found += _shared(scene, members, "template", x.a[rows], x.template[rows], templates)
    found.sort(key=lambda link: (-link.bits, link.kind, link.value, link.account_id))
    return found[:MOST_LINKS]


def _time(seconds: float) -> float | None:
    return None if np.isnan(seconds) else float(seconds)


def heads(group: Group, scene: Scene, members: Ints, score: float, edges: Sequence[Link]) -> list[Member]:
    """Return one record a head, most active first."""
    ties: dict[str, set[str]] = {}
    for edge in edges:
        ties.setdefault(edge.account_id, set()).add(edge.kind)
    profile = group.of(members)
    order = sorted(range(len(members)), key=lambda i: (-int(profile.exchanges[i]), scene.traffic.accounts.ids[members[i]]))
    out = []
    for i in order:
        a, worked = members[i], int(profile.exchanges[i])
        name, born, banned = scene.traffic.accounts.ids[a], _time(scene.traits.birth[a]), _time(scene.traits.banned[a])
        cover = int(scene.profile.exchanges[a]) - worked
        out.append(
            Member(
                name,
                score,
                worked,
                cover,
                at(int(profile.first[i])),
                at(int(profile.last[i])),
                None if born is None else at(born),
                None if banned is None else at(banned),
                sorted(ties.get(name, set())),
            )
        )
    return out
