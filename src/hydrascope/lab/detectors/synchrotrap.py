"""
SynchroTrap (Cao et al., CCS 2014): accounts that do the same things at about the same times, many times.

Two actions match when they are on the same object and at most `T_SIM` apart. The likeness of two accounts is the sum over objects of the
matched actions over the sum of all their actions (Jaccard); likenesses above a threshold are edges, connected components are campaigns.
Blind to operators whose accounts share no object, and wrong on offices and classes, which do the same things at the same times.
"""

from typing import NamedTuple

import numba
import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from hydrascope.lab.detectors.actions import Actions, Floats, Ints, Posts, actions, popular, posts
from hydrascope.lab.detectors.model import Findings, Observed

KINDS = ("template", "prompt", "system", "subnet", "card")
T_SIM = 3600.0  # seconds
ALIKE = 0.5  # likeness that makes an edge
MATCHES = 5  # matched actions that an edge needs: two actions in common are chance
SMALLEST = 5  # accounts of a campaign


class Alike(NamedTuple):
    """Likenesses of accounts above zero, each pair in both directions."""

    left: Ints
    right: Ints
    likeness: Floats
    matches: Floats


@numba.njit(cache=True, nogil=True)
def _matched(who: Ints, seconds: Floats, accounts: int, apart: float) -> Ints:
    """Return how many of account i's actions have an action of account j at most `apart` seconds away, for each (i, j)."""
    out = np.zeros((accounts, accounts), np.int64)
    seen = np.full(accounts, -1)
    first = 0
    for at in range(who.size):
        while seconds[at] - seconds[first] > apart:
            first += 1
        other = first
        while other < who.size and seconds[other] - seconds[at] <= apart:
            if seen[who[other]] != at:
                seen[who[other]] = at
                out[who[at], who[other]] += 1
            other += 1
    return out


def _common(one: Posts, apart: float) -> tuple[Ints, Ints, Ints]:
    """Return the pairs of accounts that matched on an object, and in how many actions: the smaller count of the two sides."""
    both = _matched(one.who, one.seconds, len(one.accounts), apart)
    both = np.minimum(both, both.T)
    np.fill_diagonal(both, 0)
    left, right = np.nonzero(both)
    return one.accounts[left], one.accounts[right], both[left, right]


def alike(done: Actions, kind: str, *, apart: float = T_SIM) -> Alike:
    """Return how alike accounts are in their actions on one kind of object; objects that everybody uses are left out."""
    count = len(done.accounts)
    found = posts(done, kind, most=popular(count))
    if not found:
        return Alike(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    total = np.zeros(count)
    for one in found:
        total[one.accounts] += np.bincount(one.who, minlength=len(one.accounts))
    left, right, n = (np.concatenate(part) for part in zip(*(_common(one, apart) for one in found), strict=True))
    shared = csr_array(coo_array((n.astype(float), (left, right)), shape=(count, count))).tocoo()
    i, j = shared.coords
    return Alike(i, j, shared.data / (total[i] + total[j] - shared.data), shared.data)


def _nearest(found: Alike, count: int) -> Floats:
    """Return each account's likeness to its fourth-likest other: with less, it is in no campaign of five."""
    out = np.zeros(count)
    order = np.lexsort((-found.likeness, found.left))
    left = found.left[order]
    rank = np.arange(len(left)) - np.searchsorted(left, left, side="left")
    fourth = rank == SMALLEST - 2
    out[left[fourth]] = found.likeness[order][fourth]
    return out


def synchrotrap(observed: Observed) -> Findings:
    """Return the components of accounts that act alike on any kind of object; a score is the likeness to the fourth-likest other account."""
    done = actions(observed)
    count = len(done.accounts)
    score, edges = np.zeros(count), []
    for kind in KINDS:
        found = alike(done, kind)
        often = found.matches >= MATCHES
        found = Alike(found.left[often], found.right[often], found.likeness[often], found.matches[often])
        score = np.maximum(score, _nearest(found, count))
        strong = found.likeness >= ALIKE
        edges.append(np.stack([found.left[strong], found.right[strong]]))
    left, right = np.concatenate(edges, axis=1)
    label = connected_components(coo_array((np.ones(len(left)), (left, right)), shape=(count, count)), directed=False)[1]
    large = np.bincount(label, minlength=count)[label] >= SMALLEST
    groups = {done.accounts[a]: f"synchrotrap-{label[a]}" for a in np.flatnonzero(large)}
    scores = {done.accounts[a]: float(score[a]) for a in np.flatnonzero(score)}
    return Findings(scores, frozenset(groups), groups)
