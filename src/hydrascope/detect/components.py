"""Connected parts of a graph that is given as observations: nodes that saw the same key."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Codes = npt.NDArray[np.int64]


def codes(values: npt.NDArray[np.generic]) -> Codes:
    """Return each value's rank among the distinct ones."""
    return np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64)


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
