"""
Places for the nodes of a small graph: linked nodes near each other, all others apart.

Source: Fruchterman and Reingold, Graph drawing by force-directed placement,
Software: Practice and Experience 21(11), 1991, doi:10.1002/spe.4380211102.
"""

import numba
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_STEPS = 220
_GOLDEN = np.pi * (3 - np.sqrt(5))


def layout(mass: Floats, edges: Ints, pull: Floats) -> Floats:
    """
    Return the places of the nodes in the unit square, shape (nodes, 2).

    `mass` has one entry a node: the heavier, the more room it takes.
    `edges` has shape (edges, 2) with node numbers, `pull` one entry an edge:
    the stronger, the nearer its ends. Every pair of nodes is
    weighed at every step: for at most a few hundred nodes. The same graph
    gets the same places.

    >>> places = layout(np.ones(3), np.array([[0, 1]]), np.ones(1))
    >>> near, far = (np.linalg.norm(places[0] - places[other]) for other in (1, 2))
    >>> bool(near < far)
    True
    """
    nodes = len(mass)
    if nodes == 0:
        return np.zeros((0, 2))
    # Seeds of a sunflower: evenly spread, no two alike, no chance involved.
    turn = np.arange(nodes) * _GOLDEN
    places = np.sqrt((np.arange(nodes) + 0.5) / nodes)[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    return _to_unit_square(_settled(places, mass, edges.reshape(-1, 2), pull, 1.6 / np.sqrt(nodes)))


@numba.njit(cache=True)
def _settled(places: Floats, mass: Floats, edges: Ints, pull: Floats, ideal: float) -> Floats:
    """Return where the nodes are after so many steps, each of which is shorter than the one before."""
    for step in range(_STEPS):
        moves = -0.35 * ideal * places
        _repel(places, mass, ideal, moves)
        _attract(places, edges, pull, ideal, moves)
        most = 0.12 * (1 - step / _STEPS)
        for node in range(len(places)):
            length = max(np.hypot(moves[node, 0], moves[node, 1]), 1e-9)
            places[node] += moves[node] * (min(length, most) / length)
    return places


@numba.njit(cache=True)
def _repel(places: Floats, mass: Floats, ideal: float, moves: Floats) -> None:
    """Add what drives each node from all others."""
    for node in range(len(places)):
        for other in range(len(places)):
            x, y = places[node, 0] - places[other, 0], places[node, 1] - places[other, 1]
            push = ideal**2 * mass[other] / max(x * x + y * y, 1e-6)
            moves[node, 0] += x * push
            moves[node, 1] += y * push


@numba.njit(cache=True)
def _attract(places: Floats, edges: Ints, pull: Floats, ideal: float, moves: Floats) -> None:
    """Add what draws the ends of each edge together."""
    for edge in range(len(edges)):
        one, other = edges[edge, 0], edges[edge, 1]
        x, y = places[one, 0] - places[other, 0], places[one, 1] - places[other, 1]
        force = np.hypot(x, y) / ideal * pull[edge]
        moves[one, 0] -= x * force
        moves[one, 1] -= y * force
        moves[other, 0] += x * force
        moves[other, 1] += y * force


def _to_unit_square(places: Floats) -> Floats:
    low, high = places.min(axis=0), places.max(axis=0)
    unit: Floats = (places - low) / np.maximum(high - low, 1e-9)
    return np.where(high - low < 1e-9, 0.5, unit)
