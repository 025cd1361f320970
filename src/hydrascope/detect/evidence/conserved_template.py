"""Do the accounts fill templates that hardly anybody else fills?"""

import numpy as np

from hydrascope.detect.bits import rarity
from hydrascope.detect.components import counted, pairs
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

MOST = 0.5  # share of the members that must fill it repeatedly


def _fillers(scene: Scene, rows: Ints, templates: int) -> Ints:
    """Return how many independent accounts fill each of so many templates in some rows."""
    x = scene.traffic.exchanges
    rows = rows[(x.template[rows] >= 0) & scene.independent[x.a[rows]]]
    return np.bincount(pairs(x.template[rows], x.a[rows])[0], minlength=templates)


def conserved_template(group: Group, scene: Scene) -> Evidence | None:
    """
    Return the information of the rarest template that most of the group repeats.

    The null is how many independent accounts fill the same conserved text at all.
    Misleads for popular tools and public prompts, whose text many strangers
    send; where few of them are in the traffic it looks rare.
    """
    x = scene.traffic.exchanges
    mine = group.rows[(x.template[group.rows] >= 0) & scene.mask(group.members)[x.a[group.rows]]]
    if not len(mine):
        return None
    filled, _, n = pairs(x.template[mine], x.a[mine])
    values, users = counted(filled[n >= 2])
    common = values[users >= MOST * group.size]
    crowd = scene.count_others(group)
    everybody = scene.nulls.of("fillers", scene.independent, lambda: _fillers(scene, np.arange(len(x.a)), int(x.template.max()) + 1))
    own = _fillers(scene, x.of(group.everyone), len(everybody)) if len(common) else everybody
    best: Evidence | None = None
    for template in common:
        outside = int(everybody[template] - own[template])
        bits = rarity(outside, crowd)
        if best is None or bits > best.bits:
            inside = int(users[values == template][0])
            best = Evidence(
                bits,
                f"{inside} of {group.size} accounts repeat one template; {outside} of {crowd} independent accounts fill it at all.",
            )
    return best
