"""What there is to run: worlds, seeds, detectors and measures, as a list of cells."""

from collections.abc import Sequence
from typing import NamedTuple

from hydrascope.errors import ConfigError
from hydrascope.lab.benchmark import split
from hydrascope.lab.benchmark.ablation import ABLATIONS
from hydrascope.lab.detectors import DETECTORS
from hydrascope.lab.worlds import DIALLED, WORLDS
from hydrascope.lab.worlds.dials import sent

OURS = "hydrascope"
VERDICT, ALARM = "verdict", "alarm"
LEVELS = range(7)


class Job(NamedTuple):
    """A world to make once, and the detectors that answer for it; `alarms` are those whose first alarm is looked for as well."""

    world: str
    seed: int
    scale: float
    detectors: tuple[str, ...]
    alarms: tuple[str, ...] = ()


class Cell(NamedTuple):
    """One detector's answer for one world: the unit that is kept, and not computed again."""

    world: str
    seed: int
    scale: float
    detector: str
    measure: str


class Part(NamedTuple):
    """Worlds that a profile runs alike: how many seeds, for how many of them the first alarm, and with which detectors (all where none is named)."""

    worlds: tuple[str, ...]
    seeds: int
    alarms: int = 0
    scale: float = 1.0
    detectors: tuple[str, ...] = ()


_PUBLISHED = tuple(f"published-{level}" for level in LEVELS)
_TWO_HUNDRED = ("two-hundred-shared", "two-hundred-alone")
PROFILES: dict[str, tuple[Part, ...]] = {
    "quick": (
        Part(("flood",), 1, alarms=1),
        Part(("town",), 3),
        Part(_PUBLISHED[:5:2], 2, alarms=1),
        Part((*_PUBLISHED[1:5:2], *_PUBLISHED[5:]), 2),
        Part(_TWO_HUNDRED, 2, alarms=1),
        Part(("sweeps",), 2, alarms=1),
    ),
    "full": (
        Part(("flood",), 10, alarms=10),
        Part(("town",), 20),
        Part(_PUBLISHED[:5], 10, alarms=10),
        Part(_PUBLISHED[5:], 10),
        Part(_TWO_HUNDRED, 10, alarms=10),
        Part(("sweeps",), 10, alarms=10),
    ),
    "towns": (Part(("town",), 20),),
    "dials": (Part(tuple(sorted(DIALLED, key=lambda world: -sent(DIALLED[world].campaigns))), 2, detectors=(OURS,)),),
}


def jobs(profile: str, *, detectors: Sequence[str] = (), seeds: Sequence[int] = (), first: int = split.REPORT_SEEDS_FROM) -> list[Job]:
    """
    Return the jobs of a profile, the longest first.

    Those of the profile run unless detectors are named: all, but for `dials` ours alone. The first alarm is looked for
    with ours alone. `seeds` replaces the profile's own; `first` is where those begin.

    Raises `ConfigError` for an unknown profile or detector, and for seeds that are for tuning.
    """
    if profile not in PROFILES:
        raise ConfigError(f"expected one of the profiles {', '.join(PROFILES)} but got profile={profile!r}; name one of them")
    found = []
    for part in PROFILES[profile]:
        named = chosen(detectors or part.detectors)
        for world in part.worlds:
            for at, seed in enumerate(seeds or range(first, first + part.seeds)):
                split.report(world, seed)
                found.append(Job(world, seed, part.scale, named, named[:1] if at < part.alarms and named[0] == OURS else ()))
    return found


def tuning_jobs(worlds: Sequence[str], seeds: Sequence[int], *, detectors: Sequence[str] = (), alarms: bool = False) -> list[Job]:
    """
    Return jobs over the tuning split.

    Raises `ConfigError` for any world or seed of the report split.
    """
    named = chosen(detectors)
    asked = [split.tuning(world, seed) for world in worlds or tuned_worlds() for seed in seeds]
    return [Job(world, seed, 1.0, named, named if alarms else ()) for world, seed in asked]


def ablation_jobs(worlds: Sequence[str], seeds: Sequence[int]) -> list[Job]:
    """
    Return jobs over the tuning split for our detector, whole and with each channel silenced.

    Raises `ConfigError` for any world or seed of the report split.
    """
    return [job._replace(detectors=(OURS, *ABLATIONS)) for job in tuning_jobs(worlds, seeds, detectors=(OURS,))]


def tuned_worlds() -> tuple[str, ...]:
    """Return the worlds of the tuning split."""
    return tuple(world for world in WORLDS if split.of_world(world) == "tuning")


def chosen(detectors: Sequence[str]) -> tuple[str, ...]:
    """Return the detectors named, ours first; all where none is named. Raises `ConfigError` for an unknown one."""
    for name in detectors:
        if name not in DETECTORS:
            raise ConfigError(f"expected detectors of {', '.join(DETECTORS)} but got detector={name!r}; name those to run with --detectors")
    return tuple(sorted(set(detectors) or DETECTORS, key=lambda name: (name != OURS, name)))


def cells(job: Job) -> list[Cell]:
    """
    Return the cells of a job.

    >>> [cell.measure for cell in cells(Job("demo", 1, 1.0, ("hydrascope",), ("hydrascope",)))]
    ['verdict', 'alarm']
    """
    answers = [Cell(job.world, job.seed, job.scale, name, VERDICT) for name in job.detectors]
    return answers + [Cell(job.world, job.seed, job.scale, name, ALARM) for name in job.alarms]
