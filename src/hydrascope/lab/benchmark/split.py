"""
Which worlds and seeds a detector may be tuned on, and which it is reported on.

Whatever tunes asks `tuning` for each world it reads, and `tuning` refuses the
report split: a figure that was fitted to it would be worth nothing.
"""

from collections.abc import Iterable

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds import WORLDS, named

TUNING_SEEDS = range(1, 100)
REPORT_SEEDS_FROM = 1001


def of_world(world: str) -> str:
    """
    Return the split that a world belongs to, `tuning` or `report`.

    Raises `ConfigError` for an unknown world.

    >>> of_world("demo")
    'tuning'
    """
    return named(world).split


def tuning(world: str, seed: int) -> tuple[str, int]:
    """
    Return the world and the seed when a detector may be tuned on them.

    Raises `ConfigError` for a world of the report split, and for a seed outside 1 to 99.

    >>> tuning("demo", 1)
    ('demo', 1)
    >>> tuning("demo", 1001)
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected a seed for tuning, 1 to 99, but got seed=1001; seeds from 1001 on are for the report
    """
    if of_world(world) != "tuning":
        fit = ", ".join(name for name in WORLDS if of_world(name) == "tuning")
        raise ConfigError(
            f"expected a world for tuning ({fit}) but got world={world!r}; it stands in the report split, which nothing is tuned on"
        )
    if seed not in TUNING_SEEDS:
        raise ConfigError(f"expected a seed for tuning, 1 to 99, but got seed={seed}; seeds from 1001 on are for the report")
    return world, seed


def report(world: str, seed: int) -> tuple[str, int]:
    """
    Return the world and the seed when figures for them may be reported.

    Raises `ConfigError` for a world or a seed that a detector may have been tuned on.
    """
    if of_world(world) != "report":
        raise ConfigError(f"expected a world of the report split but got world={world!r}; detectors were tuned on it")
    if seed < REPORT_SEEDS_FROM:
        raise ConfigError(f"expected a seed for the report, 1001 or more, but got seed={seed}; lower ones are for tuning")
    return world, seed


def seeds(text: str) -> tuple[int, ...]:
    """
    Return the seeds that a list of numbers and ranges names.

    Raises `ConfigError` where it names none.

    >>> seeds("1-3,7")
    (1, 2, 3, 7)
    """
    try:
        found = tuple(seed for part in text.split(",") for seed in _range(part))
    except ValueError:
        found = ()
    if not found or min(found) < 0:
        raise ConfigError(f"expected seeds such as 1001-1010 or 1,2,5 but got seeds={text!r}; give numbers, commas and hyphens")
    return tuple(sorted(set(found)))


def begun(text: str) -> int | None:
    """
    Return the seed from which on a profile takes as many as it runs, where the text names no last one.

    >>> begun("1011-"), begun("1011-1020")
    (1011, None)
    """
    return int(text[:-1]) if text[-1:] == "-" and text[:-1].isdecimal() else None


def _range(part: str) -> Iterable[int]:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)
