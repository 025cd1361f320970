"""Which of many overlapping groups stand: the best first, whole rather than in parts, and what is left of the others."""

import heapq
from collections.abc import Callable
from itertools import count as count_from
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.scene import Group
from hydrascope.detect.seeds import INSTITUTION, TEMPLATE
from hydrascope.detect.verdict import LEAST, ORDER, Judgement

Mask = npt.NDArray[np.bool_]
Rest = Callable[["Candidate", Mask], "Candidate | None"]

PART = 0.7  # share of a candidate that lies in an explained group
WHOLE = ("school_class", "event", "one_customer", "declared_organisation")
WHOLE_BITS = 10.0  # bits that a reading must take away to explain a group whole
INSIDE = 0.9  # share of a part that lies in the whole
PIECE = 0.2  # share of a group that a part must have: one operator has many cards, but is not many operators
MOST = 0.85  # share of a group that a part may have: what is nearly the whole divides nothing
COVERED = 0.8  # share of a group that its parts must cover to stand for it


class Candidate(NamedTuple):
    """A group, where it came from, how many accounts it was picked from, and what is made of it."""

    group: Group
    origin: int
    picked_from: int
    judgement: Judgement

    @property
    def accused(self) -> bool:
        """Whether its verdict accuses."""
        return self.judgement.verdict in LEAST


def rank(candidate: Candidate) -> tuple[object, ...]:
    """Return a key that puts the best candidates first: by verdict, by kind of tie, by how much they explain, by size."""
    j = candidate.judgement
    return (ORDER.index(j.verdict), candidate.origin, -round(j.gain, 2), -len(candidate.group.everyone), candidate.group.members.tolist())


def _explained(judged: list[Candidate], count: int) -> npt.NDArray[np.int64]:
    """Return for each account the largest group that an innocent reading explains whole, by position; -1 for none."""
    owner = np.full(count, -1)
    sizes = sorted(range(len(judged)), key=lambda i: (judged[i].group.size, rank(judged[i])))
    for i in sizes:
        j = judged[i].judgement
        whole = any(e.channel in WHOLE and e.bits <= -WHOLE_BITS for e in j.explanations)
        if j.verdict == "clear" and whole and j.coordination < LEAST["suspected"]["coordination"]:
            owner[judged[i].group.everyone] = i
    return owner


def _packed(candidate: Candidate, judged: list[Candidate]) -> list[Candidate]:
    """Return the candidate, or disjoint parts of it that cover it and together describe the traffic better: two campaigns, not one."""
    whole = set(candidate.group.everyone.tolist())
    parts: list[Candidate] = []
    left = set(whole)
    large = PIECE * len(whole)
    inside = [c for c in judged if c.origin < INSTITUTION and c.accused and large <= len(c.group.everyone) <= MOST * len(whole)]
    inside = [c for c in inside if whole.issuperset(c.group.everyone.tolist())]
    for part in sorted(inside, key=lambda c: (-round(c.judgement.gain, 2), rank(c))):
        mine = set(part.group.everyone.tolist())
        if mine <= left:
            parts.append(part)
            left -= mine
    better = sum(p.judgement.gain for p in parts) > candidate.judgement.gain
    return parts if better and len(left) <= (1 - COVERED) * len(whole) else [candidate]


def _whole(candidate: Candidate, accused: list[Candidate]) -> Candidate:
    """Return the accused group that a candidate is a part of and that describes the traffic better, by as close a tie, or the candidate."""
    part, gain = candidate.group.everyone, candidate.judgement.gain
    larger = [
        c for c in accused if c.origin <= max(candidate.origin, TEMPLATE) and len(c.group.everyone) > len(part) and c.judgement.gain > gain
    ]
    around = [c for c in larger if np.isin(part, c.group.everyone).mean() >= INSIDE]
    return min(around, key=lambda c: (-round(c.judgement.gain, 2), rank(c)), default=candidate)


def _explained_away(candidate: Candidate, owner: npt.NDArray[np.int64]) -> bool:
    """Return whether a candidate that is not clear is a part of a group that is explained whole."""
    owned = owner[candidate.group.everyone]
    return candidate.judgement.verdict != ORDER[-1] and bool((owned >= 0).mean() >= PART) and len(np.unique(owned[owned >= 0])) == 1


def _nothing_left(_candidate: Candidate, _taken: Mask) -> None:
    return None


def choose(judged: list[Candidate], count: int, rest: Rest = _nothing_left) -> list[Candidate]:
    """
    Return the best candidates that do not share accounts, most severe first.

    A part of a group that is explained whole is no group of its own, and
    neither is the part of an accused group that is by chance more alike. What
    overlaps with a better one counts with what `rest` makes of it without the
    accounts that are taken: a few shared accounts hide no campaign.
    """
    owner, taken = _explained(judged, count), np.zeros(count, bool)
    accused = [c for c in judged if c.accused and not _explained_away(c, owner)]
    chosen: list[Candidate] = []
    number = count_from(0)
    waiting = [(rank(c), next(number), c) for c in judged]
    heapq.heapify(waiting)
    while waiting:
        candidate = heapq.heappop(waiting)[2]
        if _explained_away(candidate, owner):
            continue
        if taken[candidate.group.everyone].any():
            left = rest(candidate, taken) if candidate.accused else None
            if left is not None and left.accused:
                heapq.heappush(waiting, (rank(left), next(number), left))
            continue
        if candidate.accused:
            candidate = _whole(candidate, [c for c in accused if not taken[c.group.everyone].any()])
        chosen += _packed(candidate, judged) if candidate.accused else [candidate]
        taken[candidate.group.everyone] = True
    return sorted(chosen, key=rank)
