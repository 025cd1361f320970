"""A job's work, in a process of its own: make the world once, ask every detector, keep each answer as it comes."""

import time
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.ablation import PREFIX, ablated
from hydrascope.lab.benchmark.measures.alarm import alarms
from hydrascope.lab.benchmark.measures.attribution import attribution
from hydrascope.lab.benchmark.measures.groups import judged
from hydrascope.lab.benchmark.memory import forget_peak, peak_mib
from hydrascope.lab.benchmark.observe import Staged, stage
from hydrascope.lab.benchmark.plan import OURS, VERDICT, Cell
from hydrascope.lab.benchmark.records import Cost, Said
from hydrascope.lab.detectors import DETECTORS
from hydrascope.lab.detectors.hydrascope import Explained, confirmed, explained, findings


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
        else:
            kept.keep(path, alarms(DETECTORS[cell.detector], staged))


def answer(name: str, staged: Staged) -> Said:
    """Return what a detector says of a world, and what that cost."""
    forget_peak()
    began = time.process_time()
    told = _ours(name, staged)
    found = findings(told.result) if told else DETECTORS[name](staged.observed)
    cost = Cost(seconds=round(time.process_time() - began, 3), peak_mib=round(peak_mib(), 1))
    return Said(
        scores={account: float(score) for account, score in sorted(found.scores.items()) if score},
        accused=sorted(found.accused),
        confirmed=confirmed(told.result) if told else [],
        watched=sorted(found.watched),
        groups=dict(sorted(found.groups.items())),
        cost=cost,
        attribution=attribution(staged, told.result) if told else None,
        candidates=judged(told.detection, staged.truth.heads) if told else [],
    )


def _ours(name: str, staged: Staged) -> Explained | None:
    """Return all that our own scan concludes, whole or without a channel; None for other detectors."""
    if name.startswith(PREFIX):
        return ablated(name, staged.observed)
    return explained(staged.observed) if name == OURS else None
