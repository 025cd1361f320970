"""The command that measures: detectors on simulated worlds, and what a scan costs."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hydrascope.errors import ConfigError

if TYPE_CHECKING:
    from hydrascope.settings import Settings

PROFILES = "quick (ten minutes) or full (ten seeds): detectors on the report worlds; towns: on honest worlds alone; dials: on those in which one dial of evasion is turned; tune: on the worlds for tuning; ablate: there, without one channel after another; speed: a scan of INPUT beside DuckDB reading the same files; scale: searches of stores of 1, 10 and 100 million exchanges (an hour and 20 GB)."


def scale(exchanges: int | None, out: Path, chosen: "Settings", *, as_json: bool) -> None:
    """Measure searches of ever larger stores, and print what they cost."""
    from hydrascope.lab.benchmark import scale as stores

    sizes = [exchanges] if exchanges else stores.SIZES
    measured = stores.scale(
        sizes, out, memory=chosen.memory, threads=chosen.threads, tell=lambda say: typer.echo(f"hydrascope: {say}", err=True)
    )
    kept = stores.kept(measured, out)
    typer.echo(kept if as_json else stores.table(measured))


def speed(source: str | None, exchanges: int | None, worlds: str | None, out: Path, chosen: "Settings", *, as_json: bool) -> None:
    """Measure a scan of traffic that is there, or is made for it, and print what it costs."""
    from hydrascope.lab.benchmark import traffic
    from hydrascope.lab.benchmark.speed import speed as measure

    if (source is None) == (exchanges is None):
        given = "none" if source is None else f"both, input={source}, exchanges={exchanges}"
        raise ConfigError(f"expected --input INPUT or --exchanges N with the profile speed but got {given}; name one of them")
    if source is not None:
        measured = measure(source, threads=chosen.threads, memory=chosen.memory)
    else:
        with traffic.written(out, exchanges or 1, worlds.split(",") if worlds else traffic.WORLDS) as made:
            measured = measure(str(made), threads=chosen.threads, memory=chosen.memory)
    typer.echo(measured.json() if as_json else measured.text())


def detectors(
    profile: str, out: Path, worlds: str | None, seeds: str | None, named: str | None, *, alarms: bool, as_json: bool, quiet: bool
) -> None:
    """Run a profile of the benchmark, or the worlds for tuning, and print its tables."""
    from hydrascope.lab.benchmark import plan, split
    from hydrascope.lab.benchmark.bench import bench, show, tell_failures

    first = split.begun(seeds or "")
    if first is not None and profile not in plan.PROFILES:
        raise ConfigError(f"expected seeds such as 1-5 but got seeds={seeds!r}; only profiles with seeds of their own may begin at another")
    chosen, given = (named or "").split(",") if named else [], split.seeds(seeds) if seeds and first is None else ()
    asked = worlds.split(",") if worlds else ()
    if profile == "tune":
        jobs = plan.tuning_jobs(asked, given or (1, 2), detectors=chosen, alarms=alarms)
    elif profile == "ablate":
        jobs = plan.ablation_jobs(asked, given or (1, 2))
    else:
        jobs = plan.jobs(profile, detectors=chosen, seeds=given, first=split.REPORT_SEEDS_FROM if first is None else first)
    summary, failures = bench(profile, jobs, out, tuned=profile in {"tune", "ablate"}, quiet=quiet)
    if as_json:
        typer.echo((out / "benchmark.json").read_bytes(), nl=False)
        tell_failures(failures)
    else:
        show(summary, failures, out)
    if failures:
        raise typer.Exit(1)
