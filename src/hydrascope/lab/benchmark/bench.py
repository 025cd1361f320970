"""The benchmark from end to end: what is missing is run, what is there is summed up, printed and written."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
from rich.console import Console

from hydrascope.lab.benchmark.outcome import outcomes
from hydrascope.lab.benchmark.page import page
from hydrascope.lab.benchmark.plan import Job
from hydrascope.lab.benchmark.plots import plots
from hydrascope.lab.benchmark.run import Failure, run
from hydrascope.lab.benchmark.summary import Summary, summarise
from hydrascope.lab.benchmark.table import markdown, rich, tables
from hydrascope.lab.benchmark.watching import watched

WIDE = 160  # columns of a table where there is no terminal to fit


def bench(
    profile: str, jobs: Sequence[Job], out: Path, *, tuned: bool = False, workers: int = 2, quiet: bool = False
) -> tuple[Summary, list[Failure]]:
    """
    Run what is missing of the jobs, write the results into `out`, and return them with what failed.

    Writes `benchmark.json`, `benchmark.md`, `benchmark.html` and the plots as SVG. `tuned` says that the jobs are of the tuning split.
    Raises `OutputError` where `out` cannot be written to.
    """
    with watched(Console(stderr=True), quiet=quiet) as tell:
        failures = run(jobs, out, workers=workers, tell=tell)
    summary = summarise(profile, version("hydrascope"), outcomes(jobs, out), tuned=tuned)
    write(summary, out)
    return summary, failures


def write(summary: Summary, out: Path) -> None:
    """Write the figures as JSON, Markdown and HTML, and each plot."""
    drawn = plots(summary)
    text = "\n\n".join(markdown(table) for table in tables(summary))
    (out / "benchmark.json").write_bytes(msgspec.json.format(msgspec.json.encode(summary), indent=1) + b"\n")
    (out / "benchmark.md").write_text(f"# Benchmark: {summary.profile}\n\n{text}\n", encoding="utf-8")
    (out / "benchmark.html").write_text(page(summary, drawn), encoding="utf-8")
    for name, plot in drawn.items():
        (out / f"{name}.svg").write_text(f"{plot}\n", encoding="utf-8")


def show(summary: Summary, failures: Sequence[Failure], out: Path) -> None:
    """Print the tables, and say what failed on standard error."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    for table in tables(summary):
        console.print(rich(table))
    console.print(f"Results: {out / 'benchmark.html'}", soft_wrap=True)
    tell_failures(failures)


def tell_failures(failures: Sequence[Failure]) -> None:
    """Say on standard error what failed."""
    for failure in failures:
        sys.stderr.write(f"hydrascope: {failure.job.world} seed {failure.job.seed} failed: {failure.reason}\n")
