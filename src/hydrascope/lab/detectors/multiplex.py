"""
Time-aware multiplex coordination (Iannucci, Muratore, Matakos, Kivelä, arXiv 2512.19677, ICWSM 2026).

A layer for each kind of object. Two accounts are tied by each pair of their actions on one object, with Newman's 1 / (k - 1) for an object
of k accounts, times exp(-beta dt). Each layer takes the beta of greatest modularity; communities are found over all layers together.
A partition places everybody, so an accusation needs a rule of its own, which the paper leaves to an analyst.
"""

from collections.abc import Sequence

import numba
import numpy as np
from scipy.sparse import coo_array, csr_array

from hydrascope.lab.detectors.actions import Actions, Floats, Ints, Posts, actions, popular, posts
from hydrascope.lab.detectors.louvain import Layers, layers, louvain, modularity
from hydrascope.lab.detectors.model import Findings, Observed

KINDS = ("template", "prompt", "system", "subnet", "card")
BETAS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)  # per hour; the paper scans 0 to 10 in steps of 0.01, in a unit that is not known here
EPSILON = 1e-3  # a tie weaker than this is none: dt_max = -ln(EPSILON) / beta
SMALLEST = 5  # accounts of a campaign
TIED = 1.0  # ties within its community per action of an account that accuse it


@numba.njit(cache=True, nogil=True)
def _decayed(who: Ints, seconds: Floats, accounts: int, beta: float) -> Floats:
    """Return for each pair of accounts the sum of exp(-beta dt) over all pairs of their actions, by decaying one sum an account."""
    out = np.zeros((accounts, accounts))
    state, at = np.zeros(accounts), np.zeros(accounts)
    alive, n = np.empty(accounts, np.int64), 0
    for k in range(who.size):
        i, left = who[k], 0
        for p in range(n):
            j = alive[p]
            tie = state[j] * np.exp(-beta * (seconds[k] - at[j]))
            if tie >= EPSILON or j == i:
                alive[left] = j
                left += 1
                if j != i:
                    out[i, j] += tie
            else:
                state[j] = 0.0
        n = left
        if state[i] == 0.0:
            alive[n] = i
            n += 1
        state[i] = state[i] * np.exp(-beta * (seconds[k] - at[i])) + 1.0
        at[i] = seconds[k]
    return out


def layer(found: Sequence[Posts], count: int, beta: float) -> csr_array:
    """Return the collaboration network of one kind of object, symmetric; `beta` per hour."""
    parts: list[tuple[Ints, Ints, Floats]] = []
    for one in found:
        tie = _decayed(one.who, one.seconds, len(one.accounts), beta / 3600.0)
        tie = (tie + tie.T) / (len(one.accounts) - 1)
        left, right = np.nonzero(tie)
        parts.append((one.accounts[left], one.accounts[right], tie[left, right]))
    if not parts:
        return csr_array((count, count))
    left, right, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    return csr_array(coo_array((weight, (left, right)), shape=(count, count)))


def tuned(found: Sequence[Posts], count: int, betas: Sequence[float] = BETAS) -> csr_array:
    """Return the layer with the decay of greatest modularity; the slowest decay of equals."""
    graphs = [layer(found, count, beta) for beta in betas]
    quality = [_quality(graph) for graph in graphs]
    return graphs[int(np.argmax(np.round(quality, 9)))]


def _quality(graph: csr_array) -> float:
    if not graph.nnz:
        return 0.0
    one = layers([graph])
    return modularity(one, louvain(one))


def communities(done: Actions, kinds: Sequence[str] = KINDS) -> tuple[Layers, list[csr_array], Ints]:
    """Return the layers as one graph, the layers by themselves, and each account's community."""
    count = len(done.accounts)
    graphs = [tuned(posts(done, kind, most=popular(count)), count) for kind in kinds]
    whole = layers(graphs)
    return whole, graphs, louvain(whole)


def multiplex(observed: Observed) -> Findings:
    """
    Return the communities of accounts, and accuse those that are tied within theirs.

    A score is the sum of an account's ties to its community over all layers, per action: 1 when each of its actions has one counterpart at
    the same moment on an object that is the community's alone. `TIED` and more in a community of five is accused.
    """
    done = actions(observed)
    if not done.accounts:
        return Findings({}, frozenset(), {})
    _, graphs, label = communities(done)
    score = np.zeros(len(done.accounts))
    for graph in graphs:
        edges = graph.tocoo()
        left, right = edges.coords
        inside = label[left] == label[right]
        score += np.bincount(left[inside], edges.data[inside], minlength=len(score))
    score /= np.bincount(done.account, minlength=len(score))
    size = np.bincount(label)[label]
    accused = frozenset(done.accounts[a] for a in np.flatnonzero((score >= TIED) & (size >= SMALLEST)))
    groups = {done.accounts[a]: f"multiplex-{label[a]}" for a in np.flatnonzero(size >= 2)}
    return Findings({done.accounts[a]: float(score[a]) for a in np.flatnonzero(score)}, accused, groups)
