"""Detectors at the same price: the threshold at which each accuses as many honest accounts as ours does."""

from collections.abc import Set as AbstractSet

from hydrascope.lab.benchmark.records import Said, WorldTruth


def honest_accused(truth: WorldTruth, said: Said) -> int:
    """Return how many honest accounts a detector accuses at its own threshold."""
    return sum(not truth.accounts[account].campaign for account in said.accused)


def matched(truth: WorldTruth, said: Said, allowed: int) -> AbstractSet[str]:
    """
    Return the accounts that a detector accuses when its threshold lets `allowed` honest accounts pass, or one where that is none.

    The threshold is chosen with the truth in hand, world by world, which no
    operator could do: the figures that follow flatter the detector.
    """
    honest = sorted((score for account, score in said.scores.items() if not truth.accounts[account].campaign), reverse=True)
    over = max(allowed, 1)
    line = honest[over] if over < len(honest) else 0.0
    return {account for account, score in said.scores.items() if score > line}
