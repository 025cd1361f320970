"""A job's work, in a process of its own: make the world once, ask every detector, keep each answer as it comes."""

import time
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from msgspec.structs import replace

from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.memory import forget_peak, peak_mib
from hydrascope.lab.benchmark.observe import Staged, stage
from hydrascope.lab.benchmark.plan import OURS, VERDICT, Cell
from hydrascope.lab.benchmark.records import Cost, Said
from hydrascope.lab.detectors import DETECTORS
from hydrascope.lab.detectors.hydrascope import confirmed, explained, findings
from hydrascope.lab.detectors.model import Findings


class Task(NamedTuple):
    """The cells of one world that are still to be computed, and where each result is to lie."""

    cells: tuple[Cell, ...]
    paths: tuple[Path, ...]
    world: Path


def work(task: Task, folder: Path) -> None:
    """Compute the cells of one world, simulated into `folder`, and keep each as soon as it is there."""
    pa.set_cpu_count(1)
    first = task.cells[0]
    staged = stage(first.world, seed=first.seed, scale=first.scale, folder=folder)
    kept.keep(task.world, staged.truth)
    for cell, path in zip(task.cells, task.paths, strict=True):
        if cell.measure == VERDICT:
            kept.keep(path, answer(cell.detector, staged))


def answer(name: str, staged: Staged) -> Said:
    """Return what a detector says of a world, and what that cost."""
    forget_peak()
    began = time.perf_counter()
    if name == OURS:
        told = explained(staged.observed)
        said = _said(findings(told.result))
        said = replace(said, confirmed=confirmed(told.result))
    else:
        said = _said(DETECTORS[name](staged.observed))
    cost = Cost(seconds=round(time.perf_counter() - began, 3), peak_mib=round(peak_mib(), 1))
    return replace(said, cost=cost)


def _said(found: Findings) -> Said:
    return Said(
        scores={account: float(score) for account, score in sorted(found.scores.items()) if score},
        accused=sorted(found.accused),
        confirmed=[],
        watched=sorted(found.watched),
        groups=dict(sorted(found.groups.items())),
        cost=Cost(seconds=0.0, peak_mib=0.0),
    )
