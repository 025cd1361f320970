"""
Whether DuckDB and Spark come to the same result on the worlds of the quick benchmark, to the byte.

    python -m hydrascope.lab.engine_agreement [--world W ...] [--every-seed] [--master URL]

Each world is simulated and read once; each engine then judges the same
fingerprints. Without `--master` a standalone cluster of two worker processes
is started on this machine. The status is 1 where a result differs.
"""

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from hydrascope import report
from hydrascope.engine import connect
from hydrascope.errors import HydrascopeError
from hydrascope.lab import worlds
from hydrascope.lab.benchmark.plan import OURS, Job, jobs
from hydrascope.lab.spark_cluster import cluster
from hydrascope.pipeline import Taken, judge, take

MEMORY = "2GB"


class Agreement(NamedTuple):
    """What two engines made of one world; seconds are those of the judging alone."""

    world: str
    seed: int
    exchanges: int
    identical: bool
    duckdb_s: float
    spark_s: float

    def line(self) -> str:
        """
        Return it as a line of the table.

        >>> Agreement("flood", 1001, 12345, True, 1.25, 20.0).line()
        'flood               1001     12,345  identical       1.2 s     20.0 s'
        """
        said = "identical" if self.identical else "DIFFERENT"
        return f"{self.world:<18}{self.seed:>6}{self.exchanges:>11,}  {said}{self.duckdb_s:>10.1f} s{self.spark_s:>9.1f} s"


def compared(job: Job, master: str, folder: Path) -> Agreement:
    """Return what both engines make of one world, which is written into a folder."""
    world = worlds.simulate(job.world, seed=job.seed, out=folder / "world", scale=job.scale)
    taken = take([world / "exchanges.jsonl"])
    duckdb, duckdb_s = _judged(taken, folder / "duckdb", "duckdb", None)
    spark, spark_s = _judged(taken, folder / "spark", "spark", master)
    return Agreement(job.world, job.seed, len(taken.stored.fingerprints), spark == duckdb, duckdb_s, spark_s)


def _judged(taken: Taken, out: Path, engine: str, master: str | None) -> tuple[bytes, float]:
    """Return `campaigns.json` of an engine, and how long it took."""
    began = time.perf_counter()
    outcome = judge(taken, lambda _detection, _where: lambda _filled: "", engine=engine, master=master)
    seconds = time.perf_counter() - began
    report.write(outcome.result, outcome.rejected, out)
    return (out / "campaigns.json").read_bytes(), seconds


def asked(named: Sequence[str], *, every_seed: bool) -> list[Job]:
    """Return the worlds of the quick benchmark, each with its first seed or with all; those named alone where any is."""
    all_jobs = [job for job in jobs("quick", detectors=[OURS]) if not named or job.world in named]
    first: dict[str, Job] = {}
    for job in all_jobs:
        first.setdefault(job.world, job)
    return all_jobs if every_seed else list(first.values())


@contextmanager
def _connected(master: str | None) -> Iterator[str]:
    """Give the URL of a cluster, with a driver that stays for all worlds."""
    if master is None:
        with cluster() as made:
            driver = connect("spark", master=made.url, memory=MEMORY)
            made.wait_for_workers(2)
            yield made.url
            driver.close()
    else:
        driver = connect("spark", master=master, memory=MEMORY)
        yield master
        driver.close()


def main() -> int:
    """Print a line for each world."""
    parser = argparse.ArgumentParser(prog="python -m hydrascope.lab.engine_agreement", description=__doc__)
    parser.add_argument("--world", action="append", default=[], help="this world alone; may be given several times")
    parser.add_argument("--every-seed", action="store_true", help="all seeds of the quick benchmark, not the first alone")
    parser.add_argument("--master", help="a running cluster; else one is started here")
    given = parser.parse_args()
    found = []
    with _connected(given.master) as url:
        print(f"{'world':<18}{'seed':>6}{'exchanges':>11}  {'result':<9}{'duckdb':>12}{'spark':>11}")
        for job in asked(given.world, every_seed=given.every_seed):
            with tempfile.TemporaryDirectory(prefix="hydrascope-") as folder:
                found.append(compared(job, url, Path(folder)))
            print(found[-1].line(), flush=True)
    same = sum(one.identical for one in found)
    print(f"{same} of {len(found)} worlds identical")
    return int(same < len(found))


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the cluster is ended with it
    try:
        sys.exit(main())
    except HydrascopeError as error:
        sys.exit(f"hydrascope: {error}")
