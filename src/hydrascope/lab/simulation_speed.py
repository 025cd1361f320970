"""
How fast worlds are made on one core: `python -m hydrascope.lab.simulation_speed [WORLD ...]`.

Prints exchanges a second with text, files written, for each world, then with
fingerprints only. Processor time; of several runs the fastest counts.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hydrascope.errors import HydrascopeError
from hydrascope.lab.worlds import WORLDS, simulate
from hydrascope.lab.worlds.crowd import Crowd, people
from hydrascope.lab.worlds.fingerprints_only import fingerprints

RUNS = 3
USUAL = ("demo", "honest", "shapes", "published-0", "two-hundred-shared", "flood")


def fastest(work: Callable[[], int]) -> float:
    """
    Return exchanges a second of processor time in the fastest of some runs of `work`, which returns how many it made.

    >>> fastest(lambda: sum(range(10_000)) // 5000) > 0
    True
    """
    rates = []
    for _ in range(RUNS):
        start = time.process_time()
        made = work()
        rates.append(made / max(time.process_time() - start, 1e-9))
    return max(rates)


def with_text(world: str, scale: float) -> int:
    """Write a world into a folder that is thrown away and return how many exchanges it has."""
    out = Path(tempfile.mkdtemp())
    try:
        simulate(world, seed=1, out=out, scale=scale)
        with (out / "truth_exchanges.csv").open("rb") as file:
            return sum(1 for _ in file) - 1
    finally:
        shutil.rmtree(out)


def without_text(spec: Crowd) -> int:
    """Make a world's fingerprints in memory and return how many there are."""
    for _ in fingerprints(spec, 1):
        pass
    return int(people(spec, 1).exchanges.sum())


def main(arguments: list[str] | None = None) -> int:
    """Print the rates; 2 when a world is unknown."""
    parser = argparse.ArgumentParser(prog="python -m hydrascope.lab.simulation_speed", description="How fast worlds are made on one core.")
    parser.add_argument("worlds", nargs="*", default=USUAL, help=f"of {', '.join(WORLDS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="accounts of a world with text, as a multiple of its usual size")
    given = parser.parse_args(arguments)
    try:
        for world in given.worlds:
            print(f"{'with text: ' + world:24}{fastest(partial(with_text, world, given.scale)):>12,.0f} exchanges a second a core")
    except HydrascopeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    print(f"{'fingerprints only':24}{fastest(lambda: without_text(Crowd())):>12,.0f} exchanges a second a core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
