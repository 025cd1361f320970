"""Observations as whole numbers: distinct values and pairs, and the connected parts of the graph that they draw."""

from typing import Any, TypeVar

import numba
import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


_SPARSE = 4  # times as many numbers as values, up to which the numbers are counted and not sorted


def distinct(values: npt.NDArray[T]) -> npt.NDArray[T]:
    """
    Return the distinct values, sorted: by far the fastest way for millions of whole numbers, where `np.unique` hashes them.

    >>> distinct(np.array([7, 3, 7])).tolist()
    [3, 7]
    """
    return counted(values)[0]


@numba.njit(cache=True)
def _runs(ordered: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], Codes]:
    """Return the distinct ones of some sorted values, and how often each stands there."""
    values, times, last = np.empty_like(ordered), np.empty(ordered.size, np.int64), -1
    for value in ordered:
        if last < 0 or value != values[last]:
            last += 1
            values[last], times[last] = value, 0
        times[last] += 1
    return values[: last + 1], times[: last + 1]


def counted(values: npt.NDArray[T]) -> tuple[npt.NDArray[T], Codes]:
    """
    Return the distinct values, sorted, and how often each stands there.

    >>> counted(np.array([7, 3, 7]))
    (array([3, 7]), array([1, 2]))
    """
    found: tuple[npt.NDArray[T], Codes] = _runs(np.sort(values))
    return found


def codes(values: npt.NDArray[np.generic]) -> Codes:
    """
    Return each value's rank among the distinct ones.

    >>> codes(np.array([7, 3, 7])).tolist()
    [1, 0, 1]
    """
    if len(values) and values.dtype.kind == "i" and values.min() >= 0 and values.max() < _SPARSE * len(values):
        return (np.cumsum(np.bincount(values) > 0) - 1)[values]
    return np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64)


def pairs(left: Codes, right: Codes) -> tuple[Codes, Codes, Codes]:
    """
    Return the distinct pairs of two columns, sorted by left and then by right, and how often each stands there.

    The columns hold numbers of things, -1 for none: the product of both ranges must fit into 63 bits.

    >>> [column.tolist() for column in pairs(np.array([1, 0, 1, 1]), np.array([5, 2, 5, -1]))]
    [[0, 1, 1], [2, -1, 5], [1, 1, 2]]
    """
    low = int(right.min(initial=0))
    width = int(right.max(initial=0)) - low + 1
    key, times = counted(left * width + (right - low))
    return key // width, key % width + low, times


def between(offsets: Codes, chosen: Codes) -> tuple[Codes, Codes]:
    """
    Return the positions that lie between the offsets of some things and the next, and for each the place of its thing among those chosen.

    >>> [part.tolist() for part in between(np.array([0, 2, 2, 5]), np.array([2, 0]))]
    [[2, 3, 4, 0, 1], [0, 0, 0, 1, 1]]
    """
    found: tuple[Codes, Codes] = _between(offsets, chosen)
    return found


@numba.njit(cache=True)
def _between(offsets: Codes, chosen: Codes) -> tuple[Codes, Codes]:
    size = 0
    for one in chosen:
        size += offsets[one + 1] - offsets[one]
    at, whose, last = np.empty(size, np.int64), np.empty(size, np.int64), 0
    for place in range(chosen.size):
        for position in range(offsets[chosen[place]], offsets[chosen[place] + 1]):
            at[last], whose[last] = position, place
            last += 1
    return at, whose


def components(nodes: Codes, keys: Codes, count: int) -> Codes:
    """
    Return the component of each of `count` nodes; nodes that share a key are in one.

    Components are numbered by their smallest node, so the result does not
    depend on the order of the observations.

    >>> components(np.array([0, 1, 2, 3]), np.array([7, 7, 8, 9]), 5).tolist()
    [0, 0, 1, 2, 3]
    """
    found: Codes = _components(np.asarray(nodes, np.int64), codes(keys) if len(keys) else np.zeros(0, np.int64), count)
    return found


@numba.njit(cache=True)
def _root(parent: Codes, node: int) -> int:
    """Return the smallest node that is known to be connected to one, and shorten the way there."""
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


@numba.njit(cache=True)
def _components(nodes: Codes, keys: Codes, count: int) -> Codes:
    """Return the component of each node: a forest whose roots are the smallest (Tarjan 1975)."""
    parent, first = np.arange(count), np.full(keys.max() + 1 if keys.size else 0, -1)
    for i in range(nodes.size):
        if first[keys[i]] < 0:
            first[keys[i]] = nodes[i]
        one, other = _root(parent, nodes[i]), _root(parent, first[keys[i]])
        parent[max(one, other)] = min(one, other)
    label, known = np.empty(count, np.int64), 0
    for node in range(count):
        if parent[node] == node:
            label[node] = known
            known += 1
        else:
            label[node] = label[_root(parent, node)]
    return label


def tied(*columns: Codes) -> Codes:
    """
    Return the component of each account; accounts with one value in some column are in one. A row is an account, -1 is no value.

    >>> tied(np.array([5, 5, -1, -1]), np.array([-1, 7, 7, 8])).tolist()
    [0, 0, 0, 1]
    """
    offsets = np.cumsum([0, *(int(column.max(initial=-1)) + 1 for column in columns)])
    nodes = [np.flatnonzero(column >= 0) for column in columns]
    keys = [column[column >= 0] + offset for column, offset in zip(columns, offsets, strict=False)]
    return components(np.concatenate(nodes), np.concatenate(keys), len(columns[0]))
