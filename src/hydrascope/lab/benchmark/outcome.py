"""The finished cells of a run, read back world by world."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.ablation import PREFIX
from hydrascope.lab.benchmark.plan import ALARM, OURS, Job, cells
from hydrascope.lab.benchmark.records import Alarms, Said, WorldTruth
from hydrascope.lab.benchmark.threshold import honest_accused, matched


class Outcome(NamedTuple):
    """A world with one seed: the truth, and what each detector said of it."""

    truth: WorldTruth
    said: Mapping[str, Said]
    alarms: Mapping[str, Alarms]


class Answer(NamedTuple):
    """What one detector says of one world at one threshold; `detector` names both, and `matched` says whether it is another than its own."""

    detector: str
    matched: bool
    truth: WorldTruth
    said: Said
    accused: AbstractSet[str]
    alarms: Alarms


def outcomes(jobs: Sequence[Job], out: Path) -> list[Outcome]:
    """Return what is finished of some jobs; worlds without any finished cell are left out."""
    found = []
    for job in jobs:
        ready = [cell for cell in cells(job) if kept.done(out, cell)]
        if not ready:
            continue
        truth = kept.read(kept.world_path(out, ready[0]), WorldTruth)
        said = {cell.detector: kept.read(kept.cell_path(out, cell), Said) for cell in ready if cell.measure != ALARM}
        alarms = {cell.detector: kept.read(kept.cell_path(out, cell), Alarms) for cell in ready if cell.measure == ALARM}
        found.append(Outcome(truth, said, alarms))
    return found


def answers(outcome: Outcome) -> list[Answer]:
    """
    Return each detector's answer at its own threshold, and that of each baseline at the false accusations that ours makes.

    Where ours did not run, there is nothing to match.
    """
    truth, ours = outcome.truth, outcome.said.get(OURS)
    found = []
    for name, said in outcome.said.items():
        alarms = outcome.alarms.get(name, Alarms())
        found.append(Answer(name, False, truth, said, frozenset(said.accused), alarms))
        if ours is not None and not name.startswith((OURS, PREFIX)):
            found.append(Answer(f"{name} (matched)", True, truth, said, matched(truth, said, honest_accused(truth, ours)), Alarms()))
    return found
