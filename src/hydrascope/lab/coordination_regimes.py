"""
The synthetic regimes of arXiv 2512.19677, with its method as rebuilt here and with this program's grouping.

The paper reports F1* = homogeneity = weighted purity = 1.00 on all three.

    python -m hydrascope.lab.coordination_regimes [SEEDS]

Its figures were not at hand: how many accounts act how often is assumed in `detectors/synthetic_regimes.py`, easier and harder.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from hydrascope.detect import detect, members_of, rules
from hydrascope.engine import connect
from hydrascope.lab.detectors.actions import Ints
from hydrascope.lab.detectors.multiplex import communities
from hydrascope.lab.detectors.synthetic_regimes import KINDS, REGIMES, Regime, Size, as_traffic, regime
from hydrascope.schema import ACCOUNTS

SIZES = {
    "on objects of everyone, one action a burst": Size(),
    "on objects of everyone, three actions a burst": Size(repeats=3),
    "on objects of their own, one action a burst": Size(secret=True),
    "on objects of their own, three actions a burst": Size(secret=True, repeats=3),
}


class Quality(NamedTuple):
    """F1 of the best cluster, homogeneity (1 - H(class | cluster) / H(class)), and sum n p^2 / sum n p over clusters of n accounts with purity p."""

    f1: float
    homogeneity: float
    purity: float


def quality(label: Ints, coordinated: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Quality:
    """
    Return how well clusters tell the coordinated from the rest.

    >>> quality(np.array([0, 0, 1]), np.array([True, True, False]))
    Quality(f1=1.0, homogeneity=1.0, purity=1.0)
    """
    _, at = np.unique(label, return_inverse=True)
    size, hit = np.bincount(at).astype(float), np.bincount(at, coordinated)
    f1 = 2 * hit / (size + coordinated.sum())
    p = hit / size
    return Quality(
        float(f1.max()),
        1 - _entropy(p, size) / _entropy(np.array([coordinated.mean()]), np.ones(1)),
        float((size * p**2).sum() / hit.sum()),
    )


def _entropy(p: np.ndarray[tuple[int], np.dtype[np.float64]], weight: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """Return the mean entropy of yes and no."""
    inside = np.clip(np.stack([p, 1 - p]), 1e-300, 1)
    return float(-(weight * (np.stack([p, 1 - p]) * np.log2(inside)).sum(axis=0)).sum() / weight.sum())


def by_multiplex(made: Regime, _seed: int) -> Ints:
    """Return the communities over the paper's four layers."""
    return communities(made.done, KINDS)[2]


def by_hydrascope(made: Regime, seed: int, *, least: float = -np.inf) -> Ints:
    """Return the groups that this program forms with at least so many bits of coordination, whatever it thinks of their purpose; all others stand alone."""
    found = detect(connect(threads=1), as_traffic(made, seed=seed), ACCOUNTS.empty_table(), {})
    label = np.arange(len(made.done.accounts))
    at = np.searchsorted(made.done.accounts, found.scene.traffic.accounts.ids)
    for number, candidate in enumerate(found.candidates):
        members = at[members_of(candidate)]
        if candidate.judgement.coordination >= least and len(members) > 1:  # one account is a lone harvester, not a group
            label[members] = len(label) + number
    return label


SUSPECTED = rules.SUSPECTED.coordination
METHODS: dict[str, Callable[[Regime, int], Ints]] = {
    "multiplex": by_multiplex,
    "hydrascope: groups formed": by_hydrascope,
    f"hydrascope: groups of {SUSPECTED:g} bits and more": partial(by_hydrascope, least=SUSPECTED),
}


def measure(name: str, method: str, size: Size, seeds: Sequence[int]) -> Quality:
    """Return the mean quality over seeds."""
    every = []
    for seed in seeds:
        made = regime(name, seed=seed, size=size)
        every.append(quality(METHODS[method](made, seed), made.coordinated))
    return Quality(*np.mean(every, axis=0).tolist())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the argument says how many seeds each figure is a mean of (3)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    seeds = range(1, 1 + (int(given[0]) if given and given[0].isdigit() else 3))
    print("| regime | bursts | method | F1* | homogeneity | weighted purity |\n| --- | --- | --- | --- | --- | --- |")
    for name in REGIMES:
        print(f"| {name} | as published | multiplex (paper) | 1.00 | 1.00 | 1.00 |")
        for bursts, size in SIZES.items():
            for method in METHODS:
                q = measure(name, method, size, seeds)
                print(f"| {name} | {bursts} | {method} | {q.f1:.2f} | {q.homogeneity:.2f} | {q.purity:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
