"""Which of many overlapping groups stand: the best first, whole rather than in parts, and what is left of the others."""

import heapq
from collections.abc import Callable
from itertools import combinations
from itertools import count as count_from
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.rules import ACCUSED, CLEAR, ORDER, SUSPECTED, verdict
from hydrascope.detect.scene import Group
from hydrascope.detect.seeds import INSTITUTION, TEMPLATE
from hydrascope.detect.traffic import Ints
from hydrascope.detect.verdict import Judgement

Mask = npt.NDArray[np.bool_]
Rest = Callable[["Candidate", Mask], "Candidate | None"]
Same = Callable[["Candidate", "Candidate"], bool]

PART = 0.7  # share of a candidate that lies in an explained group
WHOLE = ("school_class", "event", "one_customer", "declared_organisation")
PAID = ("paid_staff", "one_payer")
WHOLE_BITS = 10.0  # bits that a reading must take away to explain a group whole
PAID_BITS = 15.0  # and to explain that one pays for all: more than birthdays and mail alone, for homes of their own are cheap
INSIDE = 0.9  # share of a part that lies in the whole
MAINLY = 0.8  # share of a part of a mixture that lies in it
PIECE = 0.2  # share of a group that a part must have: one operator has many cards, but is not many operators
MOST = 0.85  # share of a group that a part may have: what is nearly the whole divides nothing
CORE = 0.5  # share of a group that a part must have to be what it is
COVERED = 0.8  # share of a group that its parts must cover to stand for it
PARTS, FIRSTS = 256, 32  # parts of a group that are looked at, the best of them; and those that are tried as the first of a division


class Candidate(NamedTuple):
    """A group, where it came from, how many accounts it was picked from, and what is made of it."""

    group: Group
    origin: int
    picked_from: int
    judgement: Judgement

    @property
    def accused(self) -> bool:
        """Whether its verdict accuses."""
        return self.judgement.verdict in ACCUSED


def members_of(candidate: Candidate) -> Ints:
    """Return the accounts of a group that took part in its common work."""
    return candidate.group.at_work


def rank(candidate: Candidate) -> tuple[object, ...]:
    """Return a key that puts the best candidates first: by verdict, by kind of tie, by how much they explain, by size."""
    j = candidate.judgement
    return (ORDER.index(j.verdict), candidate.origin, -round(j.gain, 2), -len(candidate.group.everyone), candidate.group.members.tolist())


def _is_explained(c: Candidate) -> bool:
    """Return whether an innocent reading explains a group whole: nothing much ties it beside, or its accounts only have who pays in common."""
    taken = {e.channel: -e.bits for e in c.judgement.explanations}
    whole = c.judgement.coordination < SUSPECTED.coordination and max(taken.get(name, 0.0) for name in WHOLE) >= WHOLE_BITS
    paid = taken.get("paid_staff", 0.0) > 0 and sum(taken.get(name, 0.0) for name in PAID) >= PAID_BITS
    return not c.accused and (whole or (paid and c.judgement.sums.deeds < SUSPECTED.deeds))


def _disjoint(first: Candidate, parts: list[Candidate], count: int) -> list[Candidate]:
    """Return a part and the others, best first, that share no account with what is already there."""
    chosen: list[Candidate] = []
    held = np.zeros(count, bool)
    for part in (first, *parts):
        if not held[part.group.everyone].any():
            chosen.append(part)
            held[part.group.everyone] = True
    return chosen


def _cut_short(part: Candidate, whole: Candidate) -> bool:
    """Return whether a part is not accused only because it has fewer customers than the whole: it is the same work, and no stranger's."""
    sums = part.judgement.sums._replace(customers=whole.judgement.sums.customers)
    return not part.accused and verdict(sums) in ACCUSED


def _never(_one: Candidate, _other: Candidate) -> bool:
    return False


def _packed(candidate: Candidate, free: list[Candidate], count: int, same: Same = _never) -> list[Candidate]:
    """
    Return the candidate, or disjoint parts that cover it and together describe the traffic better: two campaigns, not one.

    A part may reach beyond the candidate, which need not hold all of either
    campaign. Each of the best parts is tried as the first, for the one that
    describes most is often a mixture too. Parts of the `same` operator are no two campaigns.
    """
    size, whole = len(candidate.group.everyone), np.zeros(count, bool)
    whole[candidate.group.everyone] = True
    parts = [c for c in free if c.origin < INSTITUTION and PIECE * size <= len(c.group.everyone) <= MOST * size]
    parts = [c for c in parts if whole[c.group.everyone].mean() >= MAINLY]
    parts = sorted(parts, key=lambda c: (-round(c.judgement.gain, 2), rank(c)))[:PARTS]
    packings = [_disjoint(first, parts, count) for first in parts[:FIRSTS]]
    covering = [p for p in packings if len(p) > 1 and sum(whole[c.group.everyone].sum() for c in p) >= COVERED * size]
    covering = [p for p in covering if not (any(part.accused for part in p) and any(_cut_short(part, candidate) for part in p))]
    better = sorted((p for p in covering if _gain(p) > _gain([candidate])), key=_gain, reverse=True)
    return next((p for p in better if not any(same(one, other) for one, other in combinations(p, 2))), [candidate])


def _gain(parts: list[Candidate]) -> float:
    """Return how many bits better than chance some parts describe the traffic, after the naming of which customer is in which (Rissanen 1978)."""
    sizes = np.array([part.group.size for part in parts], float)
    naming = float(sizes @ np.log2(sizes.sum() / sizes))
    return round(sum(part.judgement.gain for part in parts) - naming, 2)


def _whole(candidate: Candidate, accused: list[Candidate]) -> Candidate:
    """Return the accused group that a candidate is a part of and that describes the traffic better, by as close a tie, or the candidate."""
    part, gain = candidate.group.everyone, candidate.judgement.gain
    larger = [
        c for c in accused if c.origin <= max(candidate.origin, TEMPLATE) and len(c.group.everyone) > len(part) and c.judgement.gain > gain
    ]
    around = [c for c in larger if np.isin(part, c.group.everyone).mean() >= INSIDE]
    return min(around, key=lambda c: (-round(c.judgement.gain, 2), rank(c)), default=candidate)


def _diluted(candidate: Candidate, judged: list[Candidate]) -> bool:
    """
    Return whether a candidate whose purpose is not recognised is a clear group and strangers beside it: one most of whose accounts describe the traffic better without the others.

    An operator who works by a popular tool hides among its users; what he shares is none of theirs.
    """
    if candidate.judgement.harvest >= SUSPECTED.harvest:
        return False
    members, gain = candidate.group.everyone, candidate.judgement.gain
    inside = (
        c
        for c in judged
        if c.judgement.verdict == CLEAR and c.judgement.gain > gain and CORE * len(members) <= len(c.group.everyone) < len(members)
    )
    return any(np.isin(c.group.everyone, members).all() for c in inside)


def _explained_away(candidate: Candidate, wholes: list[Candidate]) -> bool:
    """Return whether an accused candidate is a part of a larger group that is explained whole, or is made up of parts of several."""
    part = members_of(candidate)
    around = [one.group.everyone for one in wholes if len(one.group.everyone) > len(part)]
    return candidate.accused and bool(around) and bool(np.isin(part, np.concatenate(around)).mean() >= PART)


def eligible(judged: list[Candidate]) -> list[Candidate]:
    """Return the candidates that may stand: what accuses strangers beside a clear group, or a part of what is explained whole, may not."""
    wholes = [c for c in judged if _is_explained(c)]
    return [c for c in judged if not (c.accused and (_diluted(c, judged) or _explained_away(c, wholes)))]


def _nothing_left(_candidate: Candidate, _taken: Mask) -> None:
    return None


def choose(judged: list[Candidate], count: int, rest: Rest = _nothing_left, same: Same = _never) -> list[Candidate]:
    """
    Return the best of `eligible` candidates that do not share accounts, most severe first.

    The part of an accused group that is by chance more alike is no group of its own. What
    overlaps with a better one counts with what `rest` makes of it without the
    accounts that are taken: a few shared accounts hide no campaign. Parts that
    are `same` operator's do not stand in place of the group.
    """
    wholes, taken = [c for c in judged if _is_explained(c)], np.zeros(count, bool)
    chosen: list[Candidate] = []
    number = count_from(0)
    waiting = [(rank(c), next(number), c) for c in judged]
    heapq.heapify(waiting)
    while waiting:
        candidate = heapq.heappop(waiting)[2]
        if taken[candidate.group.everyone].any():
            left = rest(candidate, taken) if candidate.accused else None
            if left is not None and left.accused and not _explained_away(left, wholes):
                heapq.heappush(waiting, (rank(left), next(number), left))
            continue
        best = [candidate]
        if candidate.accused:
            free = [c for c in judged if not taken[c.group.everyone].any()]
            best = _packed(_whole(candidate, [c for c in free if c.accused]), free, count, same)
        chosen += best
        for one in best:
            taken[one.group.everyone] = True
    return sorted(chosen, key=rank)
