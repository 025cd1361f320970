import numpy as np
import pytest
from scipy.sparse import coo_array, csr_array

from hydrascope.lab.detectors.louvain import layers, louvain, modularity

# Zachary's karate club (1977), whose best modularity is known: 0.4198.
KARATE = (
    "0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 "
    "2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 "
    "23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33"
)


def graph(pairs: list[tuple[int, int]], count: int) -> csr_array:
    """A symmetric graph of single edges."""
    left, right = np.array(pairs).T
    return csr_array(coo_array((np.ones(2 * len(pairs)), (np.append(left, right), np.append(right, left))), shape=(count, count)))


def cliques(*sets: range, count: int) -> csr_array:
    """Complete graphs over some nodes."""
    return graph([(i, j) for nodes in sets for i in nodes for j in nodes if i < j], count)


def test_the_karate_club_is_divided_nearly_as_well_as_it_can_be():
    """Modularity is that of the textbook formula, and within 0.01 of the known optimum."""
    club = graph([tuple(map(int, edge.split("-"))) for edge in KARATE.split()], 34)
    whole = layers([club])
    label = louvain(whole)
    dense = club.toarray()
    degree = dense.sum(axis=0)
    together = label[:, None] == label[None, :]
    assert modularity(whole, label) == pytest.approx(((dense - np.outer(degree, degree) / degree.sum()) * together).sum() / degree.sum())
    assert 0.41 < modularity(whole, label) < 0.4199


def test_layers_agree_on_one_community_a_node():
    """Of two pairs of cliques that cross, the layer that stands twice decides; an empty layer says nothing."""
    rows, columns = cliques(range(4), range(4, 8), count=8), cliques(range(0, 8, 2), range(1, 8, 2), count=8)
    assert louvain(layers([rows, rows, columns, csr_array((8, 8))])).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_nodes_without_edges_stand_alone():
    """A graph without edges has as many communities as nodes."""
    assert louvain(layers([csr_array((3, 3))])).tolist() == [0, 1, 2]
