import numpy as np
import pytest

from hydrascope.lab.detectors.fraudar import Edges, by_chance, densest


def planted(rng: np.random.Generator, accounts: int = 120, block: int = 12) -> Edges:
    """Honest accounts with two tokens of 400, and a block whose accounts all have six tokens of their own and, as cover, the commonest two."""
    honest = np.repeat(np.arange(block, accounts), 2)
    own = [(a, 400 + t) for a in range(block) for t in range(6)]
    cover = [(a, t) for a in range(block) for t in range(2)]
    pairs = np.array(own + cover + list(zip(honest, rng.integers(400, size=len(honest)), strict=True)))
    pairs = np.unique(pairs, axis=0)
    return Edges(pairs[:, 0], pairs[:, 1])


def test_a_dense_block_is_found_through_its_cover():
    """The planted accounts and nobody else, at a density that chance does not reach."""
    graph = planted(np.random.default_rng(1))
    found = densest(graph, 120)
    assert sorted(found.accounts.tolist()) == list(range(12))
    assert found.density > by_chance(graph, 120)


def test_density_is_weight_over_nodes():
    """Three accounts with one token: three edges of 1 / log(3 + 5) over four nodes."""
    found = densest(Edges(np.array([0, 1, 2]), np.zeros(3, np.int64)), 3)
    assert found.density == pytest.approx(3 / np.log(8) / 4)


def test_no_edges_make_no_block():
    """An empty graph has an empty block of density nought."""
    none = np.zeros(0, np.int64)
    assert (len(densest(Edges(none, none), 3).accounts), densest(Edges(none, none), 3).density) == (0, 0.0)
