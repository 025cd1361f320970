"""Which exchanges of a group are its common work, and which are cover: the stream, not the account, belongs to a campaign."""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.profile import profile
from hydrascope.detect.scene import Group, Scene, together
from hydrascope.detect.traffic import Ints

COMMON = 0.15  # share of the members that must use a template or shape
ENRICHED = 8.0  # how many times more usual it is among them than elsewhere


def _users(a: Ints, value: Ints, values: int, *, repeats: int = 2) -> npt.NDArray[np.int64]:
    """Return how many accounts use each value repeatedly."""
    known = value >= 0
    pairs, n = np.unique(np.stack([value[known], a[known]]), axis=1, return_counts=True)
    return np.bincount(pairs[0][n >= repeats], minlength=values)


def _marks(inside: Ints, total: Ints, size: int, count: int, share: float) -> npt.NDArray[np.bool_]:
    """Return which values are the group's: usual in it, unusual elsewhere."""
    outside = (total - inside + 1.0) / (count - size + 1.0)
    return (inside >= max(2.0, share * size)) & (inside / size >= ENRICHED * np.minimum(outside, 0.124))


def common_work(s: Scene, members: Ints, everyone: Ints, users: "Usage") -> Group:
    """Return a group with the exchanges that fill its templates or have its request shapes."""
    x = s.traffic.exchanges
    rows = x.of(everyone)
    size = len(everyone)
    chosen = np.zeros(len(rows), bool)
    for value, total, share in ((users.template, users.by_template, COMMON), (users.shape, users.by_shape, 2 * COMMON)):
        inside = _users(x.a[rows], value[rows], len(total))
        marks = _marks(inside, total, size, s.count, share)
        chosen |= (value[rows] >= 0) & marks[value[rows]]
    return Group(members, everyone, rows[chosen], profile(x, rows[chosen], s.count))


class Usage:
    """How many accounts use each template and each request shape; counted once for all groups."""

    def __init__(self, s: Scene) -> None:
        x = s.traffic.exchanges
        self.template = x.template
        self.shape = together(x.config, x.shape)
        self.by_template = _users(x.a, self.template, int(self.template.max(initial=-1)) + 1)
        self.by_shape = _users(x.a, self.shape, int(self.shape.max(initial=-1)) + 1)
