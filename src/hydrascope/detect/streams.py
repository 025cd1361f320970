"""Which exchanges of a group are its common work, and which are cover: the stream, not the account, belongs to a campaign."""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import pairs
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import profile
from hydrascope.detect.rules import CONFIRMED
from hydrascope.detect.scene import Group, Scene, together
from hydrascope.detect.traffic import Ints

COMMON = 0.1  # share of the members that must use a template, or repeat a shape twice as often
RECURS = 2  # exchanges in its templates that make an account one of a group
ASIDE = 0.1  # share of an account's exchanges below which its templates are an aside
UNLIKE = 0.25  # share of the usual purpose below which they are another's
PURPOSE = 250  # thousandths of probability below which the group has no recognised purpose
FAINT = 0.04  # share of an account's exchanges that is an aside whatever it asks for, where no purpose is recognised
BARE = 0.5  # share of the accounts that must fill its templates, or the group is told by the shape of its requests
WORKING = 0.8  # share of a shape's exchanges that fill templates, from which the rest is the same work
ENRICHED = 8.0  # how many times more usual it is among them than elsewhere


def _users(a: Ints, value: Ints, values: int, repeats: int) -> npt.NDArray[np.int64]:
    """Return how many accounts use each value, so many times at least."""
    known = value >= 0
    used, _, n = pairs(value[known], a[known])
    return np.bincount(used[n >= repeats], minlength=values)


def marking(inside: Ints, total: Ints, size: int, count: int, share: float) -> npt.NDArray[np.bool_]:
    """Return which values are the group's: usual in it, unusual elsewhere."""
    outside = (total - inside + 1.0) / (count - size + 1.0)
    return (inside >= max(2.0, share * size)) & (inside / size >= ENRICHED * np.minimum(outside, 0.124))


def common_work(s: Scene, members: Ints, everyone: Ints, users: "Usage", *, told_by_text: bool = False) -> Group:
    """
    Return a group with the exchanges that are its common work.

    A group that only its text tells (`told_by_text`) loses the customers who
    hardly fill its templates, if it has any.

    Those fill its templates, or are of conversations that its accounts hand on. Requests without a template count by their shape
    where they harvest, where that shape hardly carries anything but templates,
    or where the group has no template: cover traffic is sent by the same
    software. Where templates are hardly seen, a queue that hands on what failed
    shows the shape of its work, though everybody's requests may have it.
    """
    x = s.traffic.exchanges
    rows = x.of(everyone)
    passed = np.isin(s.handovers.of[rows], s.handovers.among(s.mask(everyone)).conversation)
    templated = _marked(s, rows, users.template, users.by_template, len(everyone), COMMON, 1)
    shaped = _marked(s, rows, users.shape, users.by_shape, len(everyone), 3 * COMMON, 2)
    queued = _queued(s, rows, everyone)
    bare = len(np.unique(x.a[rows[templated]])) < BARE * len(everyone)
    if told_by_text and not bare:
        at_work = np.unique(s.traits.customer[everyone[_working(s, rows[templated])[everyone]]])
        members, everyone = (some[np.isin(s.traits.customer[some], at_work)] for some in (members, everyone))
        kept = np.isin(x.a[rows], everyone)
        rows, templated, shaped, passed, queued = rows[kept], templated[kept], shaped[kept], passed[kept], queued[kept]
    working = _mostly(users.shape[rows], templated)
    if bare or templated.sum() < COMMON * len(rows):
        passed |= _alike(users.shape[rows], queued)
    chosen = rows[templated | passed | (shaped & (bare | working | (x.intent[rows] > 0)))]
    return Group(members, everyone, chosen, profile(x, chosen, everyone))


def _working(s: Scene, filled: Ints) -> npt.NDArray[np.bool_]:
    """
    Return which accounts take part in the work that some rows are.

    They fill its templates more than once; and who does so now and then, amid
    much else, asks for training data there as the others do. A gateway, or one
    who quotes, holds a sentence or two of it.
    """
    x = s.traffic.exchanges
    n = np.bincount(x.a[filled], minlength=s.n_accounts)
    asks = np.bincount(x.a[filled], x.harvest[filled], minlength=s.n_accounts) / np.maximum(n, 1)
    usual = middle(asks[n >= RECURS]) if (n >= RECURS).any() else 0.0
    sent = s.profile.exchanges
    aside = (n < FAINT * sent) if usual < PURPOSE else (n < ASIDE * sent) & (asks < UNLIKE * usual)
    return (n >= RECURS) & ~aside


def _queued(s: Scene, rows: Ints, everyone: Ints) -> npt.NDArray[np.bool_]:
    """Return which rows failed and came again from another of the accounts, or are that again; none where few customers take part."""
    inside, found = s.mask(everyone), s.failovers
    both = inside[s.traffic.exchanges.a[found.first]] & inside[s.traffic.exchanges.a[found.again]]
    ends = np.concatenate([found.first[both], found.again[both]])
    enough = len(np.unique(s.traits.customer[s.traffic.exchanges.a[ends]])) >= CONFIRMED.customers
    return np.isin(rows, ends if enough else ends[:0])


def _alike(shape: Ints, queued: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which rows have a shape that a queue's requests often have."""
    if not queued.any():
        return queued
    shapes, n = np.unique(shape[queued & (shape >= 0)], return_counts=True)
    return np.isin(shape, shapes[n >= COMMON * queued.sum()])


def _mostly(shape: Ints, templated: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which rows have a shape nearly all of whose rows fill the group's templates."""
    known = np.maximum(shape, 0)
    total = np.bincount(known, minlength=1)
    filled = np.bincount(known, templated, minlength=len(total))
    return (shape >= 0) & (filled[known] >= WORKING * total[known])


def _marked(s: Scene, rows: Ints, value: Ints, total: Ints, size: int, share: float, repeats: int) -> npt.NDArray[np.bool_]:
    """Return which rows have a value that marks the group."""
    mine = value[rows]
    marks = marking(_users(s.traffic.exchanges.a[rows], mine, len(total), repeats), total, size, s.n_accounts, share)
    return np.append(marks, [False])[mine]  # -1, for no value, finds the last


class Usage:
    """How many accounts use each template and each request shape; counted once for all groups."""

    def __init__(self, s: Scene) -> None:
        x = s.traffic.exchanges
        self.template = x.template
        self.shape = together(x.config, x.shape)
        self.by_template = _users(x.a, self.template, int(self.template.max(initial=-1)) + 1, 1)
        self.by_shape = _users(x.a, self.shape, int(self.shape.max(initial=-1)) + 1, 2)
