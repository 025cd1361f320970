"""Are the accounts about one thing, each of them, and strangers are not?"""

from typing import NamedTuple

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.crowd import as_near, clearly, some
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Exchanges, Ints

LEAST = 3  # accounts that are a group
PROMPTS = 5  # of an account, below which its subject is unknown
MOST = 64  # prompts of an account that are read
ALIKE = 3  # independent accounts as near to the group's subject as its own that make it a common one: a language, a trade
NEAR = 6  # bits in which near copies differ, at most
FEW, MUCH = 0.3, 0.55  # share of near copies that a harvest has, and that a class or benchmark has
COPIES = 512  # prompts of a group that are compared with each other


class Subjects(NamedTuple):
    """What accounts are about: one row of mean bits an account, as far as it has enough prompts."""

    accounts: Ints
    means: Floats

    def without(self, members: Ints) -> "Subjects":
        """Return the subjects of the other accounts."""
        rest = ~np.isin(self.accounts, members)
        return Subjects(self.accounts[rest], self.means[rest])


def subjects(x: Exchanges, rows: Ints) -> Subjects:
    """Return the subjects of the accounts behind some rows."""
    rows = np.sort(rows[x.semantic[rows] != 0])
    _, first, n = np.unique(x.a[rows], return_index=True, return_counts=True)
    place, stride = np.arange(len(rows)) - np.repeat(first, n), np.repeat(-(-n // MOST), n)
    rows = rows[(place % np.maximum(stride, 1) == 0) & np.repeat(n >= PROMPTS, n)]
    accounts, first, n = np.unique(x.a[rows], return_index=True, return_counts=True)
    if not len(rows):
        return Subjects(accounts, np.zeros((0, 64)))
    octets = np.ascontiguousarray(x.semantic[rows], "<u8").view(np.uint8).reshape(-1, 8)
    bits = np.unpackbits(octets, axis=1, bitorder="little")
    return Subjects(accounts, np.add.reduceat(bits, first, axis=0, dtype=np.int64) / n[:, None])


def nearness(mine: Subjects, crowd: Subjects) -> tuple[Floats, Floats]:
    """Return how near each account is to what the rest of its group is about, and each of the crowd to the group, about the crowd's mean."""
    own, others = mine.means - crowd.means.mean(axis=0), crowd.means - crowd.means.mean(axis=0)
    whole, size = own.sum(axis=0), len(own)
    return (own * (whole - own)).sum(axis=1) / (size - 1), others @ whole / size


def copied(x: Exchanges, rows: Ints) -> float:
    """Return the share of prompts of which another account among the rows sent a near copy."""
    rows = some(rows[x.semantic[rows] != 0], COPIES)
    said, a = x.semantic[rows], x.a[rows]
    near = (np.bitwise_count(said[:, None] ^ said) <= NEAR) & (a[:, None] != a)
    return float(near.any(axis=1).mean()) if len(rows) else 0.0


def semantic_focus(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts are about what the rest of the group is about, in their common work.

    The null is the share of independent accounts that are as near to it; an
    account gives no more than one bit, for they have one subject, and one that
    always asks the same adds nothing. A subject that three of
    them have is common, so that a shared language or trade gives no bits; and
    bits are taken off where the accounts send near copies of each other's
    prompts, as classes and benchmarks do. Misleads for a tool or an assignment
    that the crowd does not have, and a language that nobody else writes: it
    says what they have in common, not that it is one operator.
    """
    x = scene.traffic.exchanges
    rows = group.rows[np.isin(x.a[group.rows], some(group.members))]
    mine = subjects(x, rows)
    known = scene.independent & (scene.profile.exchanges >= PROMPTS)
    everybody = scene.nulls.of("subjects", known, lambda: subjects(x, x.of(some(np.flatnonzero(known)))))
    crowd = everybody.without(group.everyone)
    size = len(mine.accounts)
    if size < max(LEAST, group.size / 2) or not len(crowd.accounts):
        return None
    hits, alike = as_near(*nearness(mine, crowd))
    again = copied(x, rows)
    own = (1.0 - clearly(alike, 0, ALIKE)) * (1.0 - clearly(again, FEW, MUCH))
    finding = (
        f"{hits} of {size} accounts are so near to what the others of the group ask about; {alike} of {len(crowd.accounts)} independent accounts are."
        f" Of the prompts {again:.0%} are near copies of another account's."
    )
    return Evidence(own * min(rate_bits(hits, size, (alike + 1) / (len(crowd.accounts) + 2)), size), finding)
