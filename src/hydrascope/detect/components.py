"""Observations as whole numbers: distinct values and pairs, and the connected parts of the graph that they draw."""

from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Codes = npt.NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


_SPARSE = 4  # times as many numbers as values, up to which the numbers are counted and not sorted


def distinct(values: npt.NDArray[T]) -> npt.NDArray[T]:
    """
    Return the distinct values, sorted: by far the fastest way for millions of whole numbers, where `np.unique` hashes them.

    >>> distinct(np.array([7, 3, 7])).tolist()
    [3, 7]
    """
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])[: len(values)]]


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
    key, times = np.unique(left * width + (right - low), return_counts=True)
    return key // width, key % width + low, times


def between(offsets: Codes, chosen: Codes) -> tuple[Codes, Codes]:
    """
    Return the positions that lie between the offsets of some things and the next, and for each the place of its thing among those chosen.

    >>> [part.tolist() for part in between(np.array([0, 2, 2, 5]), np.array([2, 0]))]
    [[2, 3, 4, 0, 1], [0, 0, 0, 1, 1]]
    """
    sizes = offsets[chosen + 1] - offsets[chosen]
    at = np.repeat(offsets[chosen + 1] - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
    return at, np.repeat(np.arange(len(chosen)), sizes)


def components(nodes: Codes, keys: Codes, count: int) -> Codes:
    """
    Return the component of each of `count` nodes; nodes that share a key are in one.

    Components are numbered by their smallest node, so the result does not
    depend on the order of the observations.

    >>> components(np.array([0, 1, 2, 3]), np.array([7, 7, 8, 9]), 5).tolist()
    [0, 0, 1, 2, 3]
    """
    keys = codes(keys) if len(keys) else keys
    size = count + (int(keys.max()) + 1 if len(keys) else 0)
    graph = coo_array((np.ones(len(nodes), np.int8), (nodes, count + keys)), shape=(size, size))
    label = connected_components(graph, directed=False)[1][:count]
    _, first = np.unique(label, return_index=True)
    order = np.empty(len(first), np.int64)
    order[np.argsort(first, kind="stable")] = np.arange(len(first))
    return order[np.unique(label, return_inverse=True)[1]]


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
