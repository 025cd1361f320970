"""How well the accused groups are the true campaigns."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from hydrascope.lab.benchmark.records import WorldTruth
from hydrascope.lab.score import b_cubed, touching


class Clusters(NamedTuple):
    """
    Accused groups beside true campaigns; None where nothing was accused.

    `purity` is the weighted purity of Iannucci et al. 2025 (arXiv 2512.19677):
    sum of n p^2 over sum of n p, for groups of n accounts of which a share p is of one campaign. `false_merge` is the most accounts in
    one group that are not of its main campaign; `split` and `merged` count campaigns found in several groups, and groups of several campaigns.
    """

    precision: float | None
    recall: float | None
    purity: float | None
    false_merge: int
    split: int
    merged: int


def clusters(truth: WorldTruth, accused: AbstractSet[str], groups: Mapping[str, str]) -> Clusters:
    """Return how the accused groups fit; an accused account without a group is a group of its own."""
    found = {account: groups.get(account, account) for account in sorted(accused)}
    heads = truth.heads
    cubed = b_cubed(heads, found)
    sizes = Counter(found.values())
    own: dict[str, Counter[str]] = {group: Counter() for group in sizes}
    for account, group in found.items():
        if account in heads:
            own[group][heads[account]] += 1
    main = {group: max(own[group].values(), default=0) for group in sizes}
    links = touching(heads, found)
    return Clusters(
        precision=cubed.precision,
        recall=cubed.recall,
        purity=weighted_purity([(sizes[group], main[group]) for group in sizes]),
        false_merge=max((sizes[group] - main[group] for group in sizes), default=0),
        split=sum(count > 1 for count in Counter(name for name, _ in links).values()),
        merged=sum(count > 1 for count in Counter(group for _, group in links).values()),
    )


def weighted_purity(groups: list[tuple[int, int]]) -> float | None:
    """
    Return the weighted purity of groups, each with its size and the accounts of its main campaign; None where no group has any.

    >>> weighted_purity([(10, 10), (10, 5)])
    0.8333333333333334
    """
    right = sum(main for _, main in groups)
    return sum(main * main / size for size, main in groups) / right if right else None
