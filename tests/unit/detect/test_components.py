"""Connected parts of a graph given as observations."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.detect.components import codes, components

EDGES = st.lists(st.tuples(st.integers(0, 19), st.integers(-5, 30)), max_size=40)


def _apart(edges, count):
    """Each node's component by hand: the smallest node that it reaches."""
    label = list(range(count))
    for _ in range(count):
        for key in {k for _, k in edges}:
            nodes = [n for n, k in edges if k == key]
            low = min(label[n] for n in nodes)
            label = [low if label[m] in {label[n] for n in nodes} else label[m] for m in range(count)]
    return label


def test_a_chain_is_one_component() -> None:
    """Nodes that share keys pairwise are one, though no key is common to all."""
    assert components(np.array([0, 1, 1, 2, 2, 3]), np.array([5, 5, 6, 6, 9, 9]), 5).tolist() == [0, 0, 0, 0, 1]


def test_nothing_observed_leaves_each_node_alone() -> None:
    """Without observations, every node is a component of its own."""
    none = np.zeros(0, np.int64)

    assert components(none, none, 3).tolist() == [0, 1, 2]


@given(EDGES)
def test_components_are_those_of_a_search_by_hand(edges) -> None:
    """Two nodes are in one component exactly when a search from one reaches the other."""
    nodes, keys = np.array([e[0] for e in edges], np.int64), np.array([e[1] for e in edges], np.int64)
    found, expected = components(nodes, keys, 20).tolist(), _apart(edges, 20)

    assert [[a == b for b in found] for a in found] == [[a == b for b in expected] for a in expected]


@given(EDGES, st.randoms(use_true_random=False))
def test_numbers_do_not_depend_on_the_order_of_observations(edges, random) -> None:
    """Shuffled observations give the same numbers, the smallest node of each component first."""
    shuffled = random.sample(edges, len(edges))
    one, other = (
        components(np.array([e[0] for e in given], np.int64), np.array([e[1] for e in given], np.int64), 20) for given in (edges, shuffled)
    )

    assert one.tolist() == other.tolist()
    first = [one.tolist().index(c) for c in range(one.max() + 1)]
    assert first == sorted(first)


def test_codes_are_ranks() -> None:
    """Values are numbered in their order."""
    assert codes(np.array([30, -1, 30, 7])).tolist() == [2, 0, 2, 1]
