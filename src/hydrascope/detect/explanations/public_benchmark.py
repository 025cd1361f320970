"""A public benchmark or assignment: the same items are asked by everybody who runs it."""

import numpy as np

from hydrascope.detect.components import counted, pairs
from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints


def _asked(scene: Scene, rows: Ints) -> Ints:
    """Return the questions that independent accounts ask in some rows, one for each time."""
    x = scene.traffic.exchanges
    return x.prompt[rows[(x.prompt[rows] >= 0) & scene.independent[x.a[rows]]]]


def _times(asked: Ints, items: Ints) -> Ints:
    """Return how often each of some items, which come in order, is among what is asked."""
    known = np.append(items, -1)[np.searchsorted(items, asked)] == asked
    return np.bincount(np.searchsorted(items, asked[known]), minlength=len(items))


def public_benchmark(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far the group's questions are common property.

    A question is common when independent accounts ask it too, or when much of
    the group asks it: an operator who harvests does not pay for the same item
    with every head.
    """
    x = scene.traffic.exchanges
    rows = group.rows[(x.prompt[group.rows] >= 0) & scene.mask(group.members)[x.a[group.rows]]]
    if not len(rows) or group.size < 2:
        return None
    asked = pairs(x.prompt[rows], x.a[rows])[0]
    items, askers = counted(asked)
    everybody = scene.nulls.of(
        "questions", scene.independent, lambda: np.bincount(_asked(scene, np.arange(len(x.a))), minlength=int(x.prompt.max()) + 1)
    )
    outside = everybody[items] > _times(_asked(scene, x.of(group.everyone)), items)
    within = (askers >= 3) & (askers >= 0.3 * group.size)
    common = np.isin(asked, items[outside | within])
    share = float(common.mean())
    if share < 0.2:
        return None
    finding = (
        f"{share:.0%} of what the accounts ask is asked by independent accounts or by much of the group; {len(items)} distinct questions."
    )
    return Reading(fit(share, 0.3, 0.7), finding)
