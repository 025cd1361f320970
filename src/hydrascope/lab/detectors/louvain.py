"""
Communities of a weighted graph of several layers, by modularity (Blondel et al. 2008; several layers: Mucha et al. 2010).

A node has one community in all layers; the modularities of the layers are added, each over its own total weight. Since the observed
part of the sum is linear in the weights, the layers become one graph, and only the expected part keeps them apart. Louvain and not
Leiden: communities may be badly connected inside. The libraries that have Leiden are under the GPL.
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_ROUNDS = 32
_LEAST = 1e-12  # gain below which a move is not made


class Layers(NamedTuple):
    """A graph with loops: `weight` sums to 1 a layer (both directions), `strength[i, s]` is node i's share of layer s."""

    weight: csr_array
    strength: Floats


def layers(graphs: list[csr_array]) -> Layers:
    """Return symmetric graphs over the same nodes as layers; those without edges are left out."""
    filled = [graph / graph.sum() for graph in graphs if graph.nnz]
    count = graphs[0].shape[0]
    strength = [np.asarray(graph.sum(axis=1)).reshape(-1) for graph in filled]
    weight = csr_array(sum(filled, start=csr_array((count, count))))
    weight.sort_indices()
    return Layers(weight, np.stack(strength, axis=1) if strength else np.zeros((count, 0)))


class Nearby(NamedTuple):
    """Scratch space: the weight of a node's edges to each community, and the communities that it has edges to."""

    weight: Floats
    labels: Ints


@numba.njit(cache=True, nogil=True)
def _look(i: int, starts: Ints, ends: Ints, weight: Floats, label: Ints, near: Nearby) -> int:
    """Sum up a node's edges by community; return how many communities there are."""
    n = 0
    for at in range(starts[i], starts[i + 1]):
        c = label[ends[at]]
        if ends[at] == i:
            continue
        if near.weight[c] == 0.0:
            near.labels[n] = c
            n += 1
        near.weight[c] += weight[at]
    return n


@numba.njit(cache=True, nogil=True)
def _best(own: int, strength: Floats, total: Floats, near: Nearby, n: int) -> int:
    """Return the community that gains most by a node, its own one when none gains more; clear the scratch space."""
    best, most = own, near.weight[own] - np.dot(strength, total[own])
    for k in range(n):
        c = near.labels[k]
        gain = near.weight[c] - np.dot(strength, total[c])
        if gain > most + _LEAST:
            best, most = c, gain
    for k in range(n):
        near.weight[near.labels[k]] = 0.0
    return best


@numba.njit(cache=True, nogil=True)
def _move(starts: Ints, ends: Ints, weight: Floats, strength: Floats, label: Ints) -> bool:
    """Move nodes to the neighbouring community that gains most, in their order, until none gains; return whether any moved."""
    count = strength.shape[0]
    total = np.zeros_like(strength)
    for i in range(count):
        total[label[i]] += strength[i]
    near = Nearby(np.zeros(count), np.empty(count, np.int64))
    moves = 0
    for _ in range(_ROUNDS):
        before = moves
        for i in range(count):
            n = _look(i, starts, ends, weight, label, near)
            total[label[i]] -= strength[i]
            best = _best(label[i], strength[i], total, near, n)
            total[best] += strength[i]
            moves += best != label[i]
            label[i] = best
        if moves == before:
            break
    return moves > 0


def louvain(graph: Layers) -> Ints:
    """
    Return the community of each node; nodes are visited in their order, so equal graphs give equal communities.

    >>> pairs = coo_array((np.ones(4), ([0, 1, 2, 3], [1, 0, 3, 2])), shape=(4, 4))
    >>> louvain(layers([csr_array(pairs)])).tolist()
    [0, 0, 1, 1]
    """
    count = len(graph.strength)
    found = np.arange(count)
    while True:
        label = np.arange(len(graph.strength))
        weight = graph.weight
        if not _move(weight.indptr.astype(np.int64), weight.indices.astype(np.int64), weight.data, graph.strength, label):
            return found
        label = np.unique(label, return_inverse=True)[1].reshape(-1)
        found = label[found]
        size = int(label.max()) + 1
        into = csr_array(coo_array((np.ones(len(label)), (label, np.arange(len(label)))), shape=(size, len(label))))
        weight = csr_array(into @ weight @ into.T)
        weight.sort_indices()
        graph = Layers(weight, into @ graph.strength)


def modularity(graph: Layers, label: Ints) -> float:
    """Return the modularity of communities, summed over the layers."""
    edges = graph.weight.tocoo()
    left, right = edges.coords
    inside = float(edges.data[label[left] == label[right]].sum())
    total = np.zeros((int(label.max(initial=-1)) + 1, graph.strength.shape[1]))
    np.add.at(total, label, graph.strength)
    return inside - float((total**2).sum())
