"""Honest traffic that a distribution test may call normal: a tuning world without any campaign, made by the lab."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hydrascope.lab.detectors.texts import Texts, arranged, read_prompts

WORLD = "honest"
POOL_SEED, NULL_SEED = 97, 98  # of the tuning seeds, and used for nothing else


@cache
def honest(seed: int) -> Texts:
    """
    Return the prompts of a world of honest customers.

    This favours the detectors that use it: no operator has labels that say which of his customers are honest, and the honest of the lab's
    other worlds are drawn by the same hand.
    """
    from hydrascope.lab import worlds  # only where a detector needs it

    with TemporaryDirectory() as folder:
        worlds.simulate(WORLD, seed=seed, out=Path(folder))
        return arranged(read_prompts(Path(folder) / "exchanges.jsonl"))
