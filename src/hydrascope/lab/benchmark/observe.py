"""A simulated world as a detector sees it, and the truth about it."""

from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from hydrascope.lab import worlds
from hydrascope.lab.benchmark.records import WorldTruth
from hydrascope.lab.benchmark.truth import labels, truth
from hydrascope.lab.detectors.model import Observed
from hydrascope.pipeline import take


class Staged(NamedTuple):
    """
    A world on stage: what a detector may see, and what is true.

    `labels` holds the truth about each row of `observed.fingerprints`, which are in order of time: `campaign`, empty for the honest and for
    cover traffic, `kind`, and `intent` and `capability` where the world tells them.
    """

    observed: Observed
    truth: WorldTruth
    labels: pa.Table


def stage(world: str, *, seed: int, scale: float, folder: Path) -> Staged:
    """Simulate a world into a folder and return it; the folder must stay as long as detectors may read its text."""
    worlds.simulate(world, seed=seed, out=folder, scale=scale)
    stored = take([folder / "exchanges.jsonl"], threads=1).stored
    stored = stored._replace(fingerprints=stored.fingerprints.sort_by([("ts", "ascending"), ("exchange_id", "ascending")]))
    seconds = [moment // 1_000_000 for moment in stored.releases["released_at"].cast(pa.int64()).to_pylist()]
    releases = dict(zip(stored.releases["model"].to_pylist(), seconds, strict=True))
    told = labels(folder, stored.fingerprints)
    observed = Observed(stored.fingerprints, stored.accounts, releases, folder / "exchanges.jsonl")
    return Staged(observed, truth(world, seed, scale, folder, stored, told), told)
