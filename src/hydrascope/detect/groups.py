"""
From seeds to groups: members told from the crowd, families of templates kept apart, the best group first.

A candidate is a set of accounts; its exchanges are the common work of the
set. Accounts whose main templates are of different families are different
candidates, even when another trait ties them: ties across families are for
`merge`, which asks for shared instruments.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.bystanders import bystanders
from hydrascope.detect.choice import Candidate, choose, eligible, rank
from hydrascope.detect.customers import OPEN
from hydrascope.detect.division import describe, divided
from hydrascope.detect.membership import Feature, belonging, features
from hydrascope.detect.merge import one_operator, unions
from hydrascope.detect.middle import middle
from hydrascope.detect.pace import out_of_step
from hydrascope.detect.profile import Floats, profile
from hydrascope.detect.rules import ACCUSED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.seeds import INSTITUTION, MEETING, PASSING, PAYERS, SHAPE, SMALLEST, TEMPLATE, Seed
from hydrascope.detect.streams import Usage, common_work
from hydrascope.detect.ties import paid, raw_bits
from hydrascope.detect.traffic import Ints
from hydrascope.detect.verdict import Judgement, judge, selection_cost
from hydrascope.forked import forked

ROUNDS = 2  # times that the null is cleared of what was found
COORDINATED = 10.0  # bits from which accounts are no independent null for others
TOGETHER = 14.0  # bits that must stand, whatever the accounts are after
BEGAN = 6.0  # bits of a common beginning from which alike accounts are one event
BOUND = (
    24.0  # bits of cards, birthdays, places and hours that bind accounts whose work nothing marks: three kinds of tie, each near its cap
)
SOME = 2.0  # bits below which a set is not worth judging, unless it harvests
HARVESTS = 0.25  # mean probability of its requests
BY_TEXT = (TEMPLATE, SHAPE)  # origins of seeds that only the text and shape of requests tell
LIKELY, SURELY = 0.5, 0.9  # belief from which an account is the operator's
LEFT = 0.2  # share of a group that must be left without accounts that others have: as much as a part of a mixture
Known = Mapping[bytes, Candidate]  # what came of sets that were asked by themselves, by their accounts
_PERSONAL = ("shared_payment", "birth_burst", "shared_network", "load_balancing", "round_the_clock")


class Set(NamedTuple):
    """Accounts to judge: the kind of seed, how many customers they were picked from, one account a customer, and all of theirs."""

    origin: int
    picked_from: int
    members: Ints
    everyone: Ints


def _parts(members: Ints, home: Ints) -> list[Ints]:
    """Return the members of each large home family, and those of none as one part more."""
    families, n = np.unique(home[members][home[members] >= 0], return_counts=True)
    large = families[(n >= SMALLEST) & (n >= 0.1 * len(members))]
    if len(large) <= 1:
        return [members]
    rest = members[~np.isin(home[members], large)]
    return [members[home[members] == family] for family in large] + ([rest] if len(rest) >= SMALLEST else [])


def _members(seed: Seed, part: Ints, scene: Scene, traits: list[Feature]) -> Set | None:
    """Return which accounts of a part of a seed are one operator's, one account a customer; None where they are too few."""
    customer = scene.traits.customer[part]
    one_each = part[np.sort(np.unique(customer, return_index=True)[1])]
    members = one_each
    if len(one_each) >= SMALLEST and seed.origin != INSTITUTION:
        known = None if seed.bits is None else seed.bits[np.searchsorted(seed.accounts, one_each)]
        members = one_each[belonging(one_each, traits, known) > (SURELY if seed.origin == SHAPE else LIKELY)]
    if len(members) < SMALLEST:
        return None
    return Set(seed.origin, len(one_each), members, part[np.isin(customer, scene.traits.customer[members])])


def sets(scene: Scene, seeds: list[Seed], home: Ints) -> list[Set]:
    """Return distinct sets of customers to judge."""
    traits = features(scene)
    found: dict[bytes, Set] = {}
    for seed in seeds:
        parts = _parts(seed.accounts, home) if seed.origin != MEETING else [seed.accounts]
        for part in [seed.accounts, *parts] if seed.origin in (TEMPLATE, PASSING) and len(parts) > 1 else parts:
            one = _members(seed, part, scene, traits)
            if one is None:
                continue
            key = one.members.tobytes()
            if key not in found or one[:2] < found[key][:2]:
                found[key] = one
    return [found[key] for key in sorted(found)]


def personal_ties(group: Group, scene: Scene, cost: float) -> float:
    """Return the bits by which cards, places, birthdays and hours tie the accounts, after what it cost to find them."""
    return paid(raw_bits(group, scene, _PERSONAL), cost)


def _harvests(group: Group, scene: Scene) -> bool:
    """Return whether the middle account's requests ask for training data, in the model's reading: all of them, or those that fill templates."""
    x = scene.traffic.exchanges
    filled = group.rows[x.template[group.rows] >= 0]
    at, mine = (np.searchsorted(group.everyone, some) for some in (x.a[filled], group.members))
    asked, n = (np.bincount(at, weight, minlength=len(group.everyone))[mine] for weight in (x.harvest[filled] / 1000, None))
    return max(middle(group.mine.harvest), middle(asked / np.maximum(n, 1))) >= HARVESTS


class _Worth(NamedTuple):
    """Whether personal ties bind a set, and whether it is worth judging."""

    bound: bool
    judged: bool


def _worth(one: Set, scene: Scene, search: float) -> _Worth:
    """Return what a set is worth, for so many bits that it took to search."""
    whole = Group(one.members, one.everyone, scene.traffic.exchanges.of(one.everyone), scene.profile.some(one.everyone))
    bits = personal_ties(whole, scene, selection_cost(len(one.members), one.picked_from) + search)
    return _Worth(bits >= COORDINATED, bits >= SOME or _harvests(whole, scene))


def _ties(scene: Scene, asked: list[Set], workers: int) -> tuple[list[Set], Scene]:
    """Return the sets that are worth judging, and the scene without the accounts that personal ties explain as the null."""
    search, independent = math.log2(max(len(asked), 1)), scene.independent.copy()
    worth = forked(lambda one: _worth(one, scene, search), asked, workers)
    for one, found in zip(asked, worth, strict=True):
        if found.bound:
            independent[one.everyone] = False
    return [one for one, found in zip(asked, worth, strict=True) if found.judged], scene._replace(independent=independent)


def _together(judgement: Judgement) -> bool:
    """
    Return whether the accounts of a set are no independent customers, in one hand or not.

    The readers of one tutorial are innocent of each other, but they began
    together and do alike: they are one event, and count no more often for being many.
    """
    began = any(w.channel == "birth_burst" and w.bits >= BEGAN for w in judgement.evidence)
    tool = sum(w.bits for w in judgement.explanations if w.channel == "popular_tool")
    return judgement.coordination - (tool if began else 0.0) >= TOGETHER


def _nearest(judged: list[Candidate], count: int) -> Floats:
    """Return for each account the most coordination that stood in any set with it."""
    ties = np.zeros(count)
    for candidate in judged:
        at = candidate.group.everyone
        ties[at] = np.maximum(ties[at], candidate.judgement.coordination)
    return ties


def _anew(
    candidate: Candidate, members: Ints, everyone: Ints, scene: Scene, usage: Usage, asked: int, *, chosen: bool = False
) -> Candidate | None:
    """
    Return some accounts of a candidate, judged anew; None where too few of them take part in a common work.

    Where they were `chosen` for being alike, they are as many out of as many as before.
    """
    part = common_work(scene, members, everyone, usage, told_by_text=candidate.origin in BY_TEXT)
    if not len(part.rows) or part.size < SMALLEST:
        return None
    picked = candidate.picked_from - (0 if chosen else candidate.group.size - len(members))
    return Candidate(part, candidate.origin, picked, judge(part, scene, picked, asked))


def _rest(candidate: Candidate, taken: npt.NDArray[np.bool_], scene: Scene, usage: Usage, asked: int) -> Candidate | None:
    """Return what is left of a candidate without some accounts, judged anew; None where too little is left."""
    group = candidate.group
    members, everyone = group.members[~taken[group.members]], group.everyone[~taken[group.everyone]]
    if len(members) < SMALLEST or len(everyone) == len(group.everyone) or len(everyone) < LEFT * len(group.everyone):
        return None
    return _anew(candidate, members, everyone, scene, usage, asked)


def _without_strangers(candidate: Candidate, scene: Scene, usage: Usage, asked: int) -> Candidate | None:
    """Return an accused group without those who keep hours of their own or have no part in its queue, judged anew; None where too few are left."""
    group = candidate.group
    if not candidate.accused:
        return candidate
    out = out_of_step(group, scene) | bystanders(group, scene)
    if not out[group.everyone].any():
        return candidate
    members, everyone = group.members[~out[group.members]], group.everyone[~out[group.everyone]]
    return _anew(candidate, members, everyone, scene, usage, asked, chosen=True)


def _divided(candidate: Candidate, scene: Scene, usage: Usage, asked: int, known: Known) -> list[Candidate]:
    """
    Return the campaigns that an accused group is, each judged anew; the group itself, where it is one.

    What one part does accuses nobody in the other. Parts that pay with each
    other's instruments, or of which one takes over from the other, are one operator's, whatever kinds of work they do.
    A part that was asked by itself as well stands as what it is `known` for, where that ranks before it: it was picked out of fewer.
    """
    group, customer = candidate.group, scene.traits.customer
    division = divided(describe(group, scene, usage.shape)) if candidate.accused else None
    if division is None or not division.stands:
        return [candidate]
    both = (group.members[division.second], group.members[~division.second])
    whole = [group.everyone[np.isin(customer[group.everyone], customer[members])] for members in both]
    parts = [_anew(candidate, members, everyone, scene, usage, asked) for members, everyone in zip(both, whole, strict=True)]
    standing = [part for part in parts if part is not None]
    if len(standing) < len(both) or one_operator(standing[0].group, standing[1].group, scene):
        return [candidate]
    standing = [min(part, known.get(part.group.everyone.tobytes(), part), key=rank) for part in standing]
    return [one for part in standing for one in _divided(part, scene, usage, asked, known)]


def _merged(chosen: list[Candidate], scene: Scene, usage: Usage, asked: int) -> list[Candidate]:
    """Return the candidates, accused ones of one operator as one."""
    accused = [c for c in chosen if c.accused]
    out = [c for c in chosen if not c.accused]
    for part in unions([c.group for c in accused], scene):
        if len(part) == 1:
            out.append(accused[part[0]])
            continue
        members = np.sort(np.concatenate([accused[i].group.members for i in part]))
        everyone = np.sort(np.concatenate([accused[i].group.everyone for i in part]))
        group = common_work(scene, members, everyone, usage)
        picked = sum(accused[i].picked_from for i in part)
        union = Candidate(group, min(accused[i].origin for i in part), picked, judge(group, scene, picked, asked))
        out += [union] if union.judgement.verdict in ACCUSED else [accused[i] for i in part]
    return sorted(out, key=rank)


def _grouped(one: Set, scene: Scene, usage: Usage) -> Group:
    """
    Return the common work of a set.

    Where nothing marks it, but cards, birthdays and places bind more customers than a payer
    in the open has, it is all that they send: who still tries what is let through words
    no two requests alike.
    """
    group = common_work(scene, one.members, one.everyone, usage, told_by_text=one.origin in BY_TEXT)
    if len(group.rows) or one.origin != PAYERS or len(one.members) <= OPEN:
        return group
    x = scene.traffic.exchanges
    rows = x.of(one.everyone)
    whole = Group(one.members, one.everyone, rows, profile(x, rows, one.everyone))
    return whole if personal_ties(whole, scene, selection_cost(whole.size, one.picked_from)) >= BOUND else group


def _at_rest(groups: list[tuple[Set, Group]], scene: Scene, asked: int, workers: int) -> tuple[Scene, list[Judgement]]:
    """
    Return the scene without the accounts that act together as the null, once nobody more is found to, and what is made of each group in it.

    What is known already is not asked again: the largest first, for most sets are parts of them.
    """
    largest = sorted(range(len(groups)), key=lambda at: -len(groups[at][1].everyone))
    known: dict[int, Judgement] = {}
    for _ in range(ROUNDS):
        independent, known = scene.independent.copy(), {}
        for at in largest:
            one, group = groups[at]
            if independent[group.everyone].any():
                known[at] = judge(group, scene, one.picked_from, asked)
                if _together(known[at]):
                    independent[group.everyone] = False
        if (independent == scene.independent).all():
            break
        scene, known = scene._replace(independent=independent), {}
    rest = [at for at in range(len(groups)) if at not in known]
    known |= zip(rest, forked(lambda at: judge(groups[at][1], scene, groups[at][0].picked_from, asked), rest, workers), strict=True)
    return scene, [known[at] for at in range(len(groups))]


def find_groups(scene: Scene, seeds: list[Seed], home: Ints, *, workers: int = 1) -> tuple[list[Candidate], Scene, Floats]:
    """
    Return the groups that the traffic holds, the scene with only independent accounts as the null, and each account's ties.

    Ties are the bits of coordination that stood in any set that an account
    was in, also where the set came out clear.

    Judged until the null is at rest: a campaign that has been found is no
    measure for the next one.
    """
    usage = Usage(scene)
    asked = sets(scene, seeds, home)
    worth, scene = _ties(scene, asked, workers)
    grouped = forked(lambda one: _grouped(one, scene, usage), worth, workers)
    groups = [(one, group) for one, group in zip(worth, grouped, strict=True) if group.size >= SMALLEST and len(group.rows)]
    scene, judgements = _at_rest(groups, scene, len(asked), workers)
    judged = [Candidate(group, one.origin, one.picked_from, made) for (one, group), made in zip(groups, judgements, strict=True)]
    standing = eligible(judged)
    chosen = choose(
        standing,
        scene.n_accounts,
        lambda candidate, taken: _rest(candidate, taken, scene, usage, len(asked)),
        lambda one, other: one_operator(one.group, other.group, scene),
    )
    known = {c.group.everyone.tobytes(): c for c in sorted(standing, key=rank, reverse=True)}
    chosen = [part for candidate in chosen for part in _divided(candidate, scene, usage, len(asked), known)]
    chosen = [one for candidate in chosen if (one := _without_strangers(candidate, scene, usage, len(asked))) is not None]
    return _merged(chosen, scene, usage, len(asked)), scene, _nearest(judged, scene.n_accounts)
