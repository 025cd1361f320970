"""
Places for the nodes of a small graph: linked nodes near each other, all others apart.

Source: Fruchterman and Reingold, Graph drawing by force-directed placement,
Software: Practice and Experience 21(11), 1991, doi:10.1002/spe.4380211102.
"""

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
    ideal = 1.6 / np.sqrt(nodes)
    for step in range(_STEPS):
        moves = _repulsion(places, mass, ideal) + _attraction(places, edges, pull, ideal) - 0.35 * ideal * places
        length = np.maximum(np.hypot(moves[:, 0], moves[:, 1]), 1e-9)
        places = places + moves * (np.minimum(length, 0.12 * (1 - step / _STEPS)) / length)[:, None]
    return _to_unit_square(places)


def _repulsion(places: Floats, mass: Floats, ideal: float) -> Floats:
    apart = places[:, None, :] - places[None, :, :]
    squared: Floats = np.maximum((apart**2).sum(axis=2), 1e-6)
    pushed: Floats = (apart * (ideal**2 * mass[None, :] / squared)[:, :, None]).sum(axis=1)
    return pushed


def _attraction(places: Floats, edges: Ints, pull: Floats, ideal: float) -> Floats:
    pulls = np.zeros_like(places)
    if len(edges):
        along = places[edges[:, 0]] - places[edges[:, 1]]
        force = along * (np.hypot(along[:, 0], along[:, 1]) / ideal * pull)[:, None]
        np.add.at(pulls, edges[:, 0], -force)
        np.add.at(pulls, edges[:, 1], force)
    return pulls


def _to_unit_square(places: Floats) -> Floats:
    low, high = places.min(axis=0), places.max(axis=0)
    unit: Floats = (places - low) / np.maximum(high - low, 1e-9)
    return np.where(high - low < 1e-9, 0.5, unit)
