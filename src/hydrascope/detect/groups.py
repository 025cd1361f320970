"""
From seeds to groups: members told from the crowd, families of templates kept apart, the best group first.

A candidate is a set of accounts; its exchanges are the common work of the
set. Accounts whose main templates are of different families are different
candidates, even when another trait ties them: ties across families are for
`merge`, which asks for shared registration.
"""

import math
from typing import NamedTuple

import numpy as np

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.membership import belonging, features, tally
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.seeds import SMALLEST, Seed
from hydrascope.detect.streams import Usage, common_work
from hydrascope.detect.traffic import Ints
from hydrascope.detect.verdict import ORDER, Judgement, judge, selection_cost

COORDINATED = 10.0  # bits from which accounts are no independent null for others
SOME = 2.0  # bits below which a set is not worth judging
_PERSONAL = ("shared_payment", "birth_burst", "shared_network", "load_balancing", "round_the_clock")


class Candidate(NamedTuple):
    """A group, where it came from, how many accounts it was picked from, and what is made of it."""

    group: Group
    origin: int
    picked_from: int
    judgement: Judgement


class Set(NamedTuple):
    """Accounts to judge: the kind of seed, how many they were picked from, and who they are."""

    origin: int
    picked_from: int
    members: Ints


def _parts(members: Ints, home: Ints) -> list[Ints]:
    """Return the members of each home family; those of small or no family stay with the largest."""
    families, n = np.unique(home[members][home[members] >= 0], return_counts=True)
    large = families[(n >= SMALLEST) & (n >= 0.1 * len(members))]
    if len(large) <= 1:
        return [members]
    return [members[home[members] == family] for family in large]


def one_of_each(members: Ints, org: Ints) -> Ints:
    """
    Return one account for each declared organisation, and all that declare none.

    Accounts of one organisation are expected to look alike, so together they
    are one customer.

    >>> one_of_each(np.array([1, 2, 3, 4]), np.array([-1, 7, 7, -1, -1])).tolist()
    [1, 3, 4]
    """
    mine = org[members]
    _, first = np.unique(mine, return_index=True)
    keep = mine < 0
    keep[first[mine[first] >= 0]] = True
    return members[keep]


def sets(scene: Scene, seeds: list[Seed], home: Ints) -> list[Set]:
    """Return distinct sets of customers to judge."""
    traits = features(scene)
    counts = tally(traits)
    found: dict[bytes, Set] = {}
    for seed in seeds:
        customers = one_of_each(seed.accounts, scene.traits.org)
        if len(customers) < SMALLEST:
            continue
        weight = belonging(customers, traits, counts)
        for members in _parts(customers[weight > 0.5], home):
            if len(members) < SMALLEST:
                continue
            alike = int(np.isin(home[customers], home[members]).sum())
            one = Set(seed.origin, alike, members)
            key = members.tobytes()
            if key not in found or one[:2] < found[key][:2]:
                found[key] = one
    return [found[key] for key in sorted(found)]


def personal_ties(group: Group, scene: Scene, cost: float) -> float:
    """Return the bits by which cards, places, birthdays and hours tie the accounts, after what it cost to find them."""
    raw = capped = 0.0
    for name in _PERSONAL:
        found = CHANNELS[name].test(group, scene)
        if found is not None and found.bits > 0:
            raw += found.bits
            capped += min(found.bits, CHANNELS[name].cap)
    return min(capped, raw - cost)


def _rank(candidate: Candidate) -> tuple[object, ...]:
    j = candidate.judgement
    return (ORDER.index(j.verdict), candidate.origin, -round(j.bits, 2), -candidate.group.size, candidate.group.members.tolist())


def choose(judged: list[Candidate]) -> list[Candidate]:
    """Return the best candidates that do not share accounts, most severe first."""
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(judged, key=_rank):
        members = set(candidate.group.members.tolist())
        if members & taken:
            continue
        chosen.append(candidate)
        taken |= members
    return chosen


def find_groups(scene: Scene, seeds: list[Seed], home: Ints) -> tuple[list[Candidate], Scene]:
    """Return the groups that the traffic holds, and the scene with only independent accounts as the null."""
    usage = Usage(scene)
    independent = scene.independent.copy()
    tied = []
    asked = sets(scene, seeds, home)
    search = math.log2(max(len(asked), 1))
    for one in asked:
        whole = Group(one.members, scene.traffic.exchanges.of(one.members), scene.profile)
        bits = personal_ties(whole, scene, selection_cost(len(one.members), one.picked_from) + search)
        if bits >= COORDINATED:
            independent[one.members] = False
        if bits >= SOME:
            tied.append(one)
    scene = scene._replace(independent=independent)
    judged = []
    for one in tied:
        group = common_work(scene, one.members, usage)
        if len(group.rows):
            judged.append(Candidate(group, one.origin, one.picked_from, judge(group, scene, one.picked_from, len(asked))))
    return choose(judged), scene
