"""The benchmark from end to end: what is missing is run, what is there is summed up, printed and written."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
from rich.console import Console

from hydrascope.lab.benchmark.outcome import outcomes
from hydrascope.lab.benchmark.plan import Job
from hydrascope.lab.benchmark.run import Failure, run
from hydrascope.lab.benchmark.summary import Summary, summarise
from hydrascope.lab.benchmark.table import markdown, rich, tables
from hydrascope.lab.benchmark.watching import watched

WIDE = 160  # columns of a table where there is no terminal to fit


def bench(profile: str, jobs: Sequence[Job], out: Path, *, workers: int = 2, quiet: bool = False) -> tuple[Summary, list[Failure]]:
    """Run what is missing of the jobs, and write `benchmark.json` and `benchmark.md` into `out`."""
    with watched(Console(stderr=True), quiet=quiet) as tell:
        failures = run(jobs, out, workers=workers, tell=tell)
    summary = summarise(profile, version("hydrascope"), outcomes(jobs, out))
    (out / "benchmark.json").write_bytes(msgspec.json.format(msgspec.json.encode(summary), indent=1) + b"\n")
    text = "\n\n".join(markdown(table) for table in tables(summary))
    (out / "benchmark.md").write_text(f"# Benchmark: {profile}\n\n{text}\n", encoding="utf-8")
    return summary, failures


def show(summary: Summary, failures: Sequence[Failure], out: Path) -> None:
    """Print the tables, and say what failed on standard error."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    for table in tables(summary):
        console.print(rich(table))
    console.print(f"Results: {out / 'benchmark.json'}", soft_wrap=True)
    tell_failures(failures)


def tell_failures(failures: Sequence[Failure]) -> None:
    """Say on standard error what failed."""
    for failure in failures:
        sys.stderr.write(f"hydrascope: {failure.job.world} seed {failure.job.seed} failed: {failure.reason}\n")
