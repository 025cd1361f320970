"""
The commands: flags in, one call into the library, results out.

Exit status: 0 done, 1 a defect of this program, 2 unusable input or
configuration, 3 when `--fail-on` was met.
"""

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from hydrascope import cli_bench, cli_store
from hydrascope.errors import ConfigError, HydrascopeError, InputError, OutputError

if TYPE_CHECKING:
    from hydrascope.campaigns.model import ScanResult
    from hydrascope.pipeline import Ingested, ScanOutcome
    from hydrascope.settings import Settings

SEVERITIES = ("confirmed", "suspected", "watch")

app = typer.Typer(
    help="Find distillation attacks in the logs of an API: which accounts act as one, what they harvest, and how sure we are.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)

app.add_typer(cli_store.commands, name="store")

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Directory for the results; made where it is missing.")]
Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="Directory that holds fingerprints.")]
Memory = Annotated[str | None, typer.Option(metavar="SIZE", help="Memory the tables may take, such as 4GB.")]
EngineName = Annotated[str | None, typer.Option("--engine", metavar="NAME", help="Where tables are computed: duckdb (default) or spark.")]
Master = Annotated[str | None, typer.Option(metavar="URL", help="Spark's master, such as spark://HOST:7077; this machine by default.")]
Threads = Annotated[int | None, typer.Option(metavar="N", help="Threads to use; all cores by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON to standard output.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors still show.")]
Seed = Annotated[int, typer.Option(metavar="N", help="The same seed makes the same world.")]
FailOn = Annotated[
    Literal["confirmed", "suspected", "watch"] | None,
    typer.Option(help="Exit with 3 when a campaign of this verdict or a graver one was found."),
]


@app.command(epilog="Example: hydrascope scan logs/ --accounts accounts.jsonl --out out --fail-on confirmed")
def scan(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, directories or globs with the traffic.")],
    out: Out,
    accounts: Annotated[Path | None, typer.Option(metavar="F", help="What is known of the accounts (JSON lines).")] = None,
    releases: Annotated[Path | None, typer.Option(metavar="F", help="When models came out (JSON).")] = None,
    mapping: Annotated[Path | None, typer.Option("--map", metavar="F", help="How foreign fields map to ours (TOML).")] = None,
    engine: EngineName = None,
    master: Master = None,
    memory: Memory = None,
    threads: Threads = None,
    fail_on: FailOn = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Find the campaigns in logs and write the report."""
    chosen = _settings(engine=engine, master=master, memory=memory, threads=threads)
    result = _scan_into(out, inputs, chosen, quiet=quiet, as_json=as_json, accounts=accounts, releases=releases, mapping=mapping)
    _exit_if_met(result, fail_on)


@app.command(epilog="Example: hydrascope ingest logs/ --store store")
def ingest(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, directories or globs with the traffic.")],
    store: Store,
    accounts: Annotated[Path | None, typer.Option(metavar="F", help="What is known of the accounts (JSON lines).")] = None,
    releases: Annotated[Path | None, typer.Option(metavar="F", help="When models came out (JSON).")] = None,
    mapping: Annotated[Path | None, typer.Option("--map", metavar="F", help="How foreign fields map to ours (TOML).")] = None,
    threads: Threads = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Add the fingerprints of logs to a store; no words are kept."""
    from rich.console import Console

    from hydrascope import pipeline, progress

    chosen = _settings(threads=threads)
    _check_writable(store)
    known = {"accounts": accounts, "releases": releases, "mapping": mapping}
    with _rejects_kept(store, inputs), progress.shown(Console(stderr=True), quiet=quiet) as told:
        taken = pipeline.ingest(inputs, store, threads=chosen.threads, key=cli_store.key(), progress=told, **known)
    _tell_taken(taken, store, quiet=quiet, as_json=as_json)


@app.command(epilog="Example: hydrascope detect --store store --since 2026-01-05 --out out")
def detect(
    store: Store,
    out: Out,
    since: Annotated[datetime | None, typer.Option(metavar="T", help="From this time on, UTC.")] = None,
    until: Annotated[datetime | None, typer.Option(metavar="T", help="Before this time, UTC.")] = None,
    engine: EngineName = None,
    master: Master = None,
    memory: Memory = None,
    threads: Threads = None,
    fail_on: FailOn = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Find the campaigns in a store and write the report."""
    from rich.console import Console

    from hydrascope import pipeline, progress

    chosen = _settings(engine=engine, master=master, memory=memory, threads=threads)
    _check_writable(out)
    with progress.shown(Console(stderr=True), quiet=quiet) as told:
        outcome = pipeline.detect_stored(
            store, since=_utc(since), until=_utc(until), key=cli_store.key(), progress=told, **_computed(chosen)
        )
    _deliver(outcome, out, quiet=quiet, as_json=as_json)
    _exit_if_met(outcome.result, fail_on)


@app.command(epilog="Example: hydrascope demo --out out/demo")
def demo(
    out: Out = Path("out/demo"), seed: Seed = 7, memory: Memory = None, threads: Threads = None, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Simulate a small world with hidden campaigns, and scan it."""
    from hydrascope.lab import worlds

    chosen = _settings(memory=memory, threads=threads)
    _check_writable(out)
    worlds.simulate("demo", seed=seed, out=out / "world", scale=1.0)
    _scan_into(out, [str(out / "world" / "exchanges.jsonl")], chosen, quiet=quiet, as_json=as_json)


@app.command(epilog="Example: hydrascope simulate demo --out world --seed 7")
def simulate(
    world: Annotated[str | None, typer.Argument(metavar="WORLD", help="Which world; --list names them.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Directory for the world; made where it is missing.")] = None,
    seed: Seed = 7,
    scale: Annotated[float, typer.Option(metavar="X", min=0.001, help="How many times the usual traffic.")] = 1.0,
    list_worlds: Annotated[bool, typer.Option("--list", help="Name the worlds and end.")] = False,
) -> None:
    """Write a labelled world: traffic, accounts, releases, and the truth about them."""
    from hydrascope.lab import worlds

    if list_worlds:
        typer.echo("\n".join(worlds.listing()))
    elif world is None or out is None:
        raise ConfigError(f"expected WORLD and --out DIR but got world={world!r}, out={out!r}; run: hydrascope simulate --list")
    else:
        _check_writable(out)
        worlds.simulate(world, seed=seed, out=out, scale=scale)
        typer.echo(f"World: {out}")


@app.command(epilog="Example: hydrascope bench quick --out out/bench")
def bench(
    profile: Annotated[
        Literal["quick", "full", "towns", "dials", "scale", "tune", "ablate", "speed"], typer.Argument(help=cli_bench.PROFILES)
    ] = "quick",
    out: Out = Path("out/bench"),
    worlds: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="tune, ablate: these worlds; all for tuning by default. speed: these one after another."),
    ] = None,
    seeds: Annotated[
        str | None, typer.Option(metavar="N-N", help="These seeds in place of the profile's own; N- for as many as its own from N on.")
    ] = None,
    detectors: Annotated[
        str | None, typer.Option(metavar="A,B", help="These detectors; all by default, but for dials hydrascope alone.")
    ] = None,
    alarms: Annotated[bool, typer.Option("--alarms", help="tune: look for the first alarms too.")] = False,
    source: Annotated[str | None, typer.Option("--input", metavar="INPUT", help="speed: the traffic to scan.")] = None,
    exchanges: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="speed: in place of INPUT, so many simulated exchanges of 3.6 KB, in DIR meanwhile; scale: this size alone.",
        ),
    ] = None,
    memory: Memory = None,
    threads: Threads = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Hold detectors against simulated worlds, or measure a scan on this machine."""
    chosen = _settings(memory=memory, threads=threads)
    if profile != "speed" or source is None:
        _check_writable(out)
    if profile == "speed":
        cli_bench.speed(source, exchanges, worlds, out, chosen, as_json=as_json)
    elif profile == "scale":
        cli_bench.scale(exchanges, out, chosen, as_json=as_json)
    else:
        cli_bench.detectors(profile, out, worlds, seeds, detectors, alarms=alarms, as_json=as_json, quiet=quiet)


@app.command(epilog="Example: hydrascope version")
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed

    typer.echo(f"hydrascope {installed('hydrascope')}")


def main() -> None:
    """Run the command line, and exit with the status that the top of this file names."""
    _open_streams()
    try:
        app()
    except HydrascopeError as error:
        _stop(str(error), 2)
    except Exception as error:  # noqa: BLE001 (whatever went wrong, the user gets a sentence and not a traceback)
        from hydrascope import logs

        where = logs.keep_traceback(error)
        _stop(f"a defect of this program: {type(error).__name__}; its traceback lies in {where}, please report it", 1)


def _open_streams() -> None:
    """Give a process that was started without standard output or error a place for what it says."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open as long as the process)


def _settings(**flags: str | int | None) -> "Settings":
    from hydrascope import settings

    return settings.load(**flags)


def _computed(chosen: "Settings") -> dict[str, Any]:
    """Return where and within which limits tables are computed, as the library takes it."""
    return {"engine": chosen.engine, "master": chosen.master, "threads": chosen.threads, "memory": chosen.memory}


def _stop(message: str, status: int) -> NoReturn:
    typer.echo(f"hydrascope: {message}", err=True)
    sys.exit(status)


def _check_writable(out: Path) -> None:
    """Fail before the work, and not after it, where the results cannot be written."""
    # os.path sees nothing where we may not look; Path.exists would raise there.
    there = next(path for path in (out, *out.absolute().parents) if os.path.exists(path))  # noqa: PTH110
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise OutputError(f"expected a directory that can be written to but got out={str(out)!r}; name another with --out")


def _scan_into(out: Path, inputs: list[str], chosen: "Settings", *, quiet: bool, as_json: bool, **known: Any) -> "ScanResult":
    """Scan, write the results to `out`, and print them as the flags say."""
    from rich.console import Console

    from hydrascope import logs, progress
    from hydrascope import scan as library_scan

    _check_writable(out)
    logs.configure(chosen.log_level)
    with _rejects_kept(out, inputs), progress.shown(Console(stderr=True), quiet=quiet) as told:
        outcome = library_scan(inputs, progress=told, **_computed(chosen), **known)
    _deliver(outcome, out, quiet=quiet, as_json=as_json)
    return outcome.result


@contextmanager
def _rejects_kept(out: Path, inputs: list[str]) -> Iterator[None]:
    """Where nothing can be read, leave the list of what is wrong all the same, unless results of an earlier scan lie there, or the list itself is read."""
    target = out / "rejected.jsonl"
    try:
        yield
    except InputError as error:
        if error.rejected is None or (out / "campaigns.json").exists() or target.resolve() in {Path(one).resolve() for one in inputs}:
            raise
        from hydrascope import report

        with suppress(OutputError):  # that nothing could be read is what the user must hear
            report.write_rejects(error.rejected, out)
            raise InputError(f"{error}; all of them stand in {target}") from error
        raise


def _deliver(outcome: "ScanOutcome", out: Path, *, quiet: bool, as_json: bool) -> None:
    """Write the results, and print them as the flags say."""
    from rich.console import Console

    from hydrascope import report

    report.write(outcome.result, outcome.rejected, out)
    with _standard_output(out):
        if as_json:
            typer.echo((out / "campaigns.json").read_bytes(), nl=False)
        elif not quiet:
            report.summary(outcome.result, outcome.rejected.num_rows, out, Console())


def _tell_taken(taken: "Ingested", store: Path, *, quiet: bool, as_json: bool) -> None:
    """Keep the list of what could not be read, where anything was, and say what was taken in."""
    from hydrascope import report

    if taken.known < taken.files:
        report.write_rejects(taken.rejected, store).chmod(0o600)
    counts = {"exchanges": taken.added, **taken._asdict(), "rejected": len(taken.rejected)}
    if as_json:
        typer.echo(json.dumps({name: count for name, count in counts.items() if name != "added"}))
    elif not quiet:
        old = f", {taken.too_old:,} from before the time that is kept" if taken.too_old else ""
        before = f"{taken.known:,} of {taken.files:,} files were there already"
        typer.echo(
            f"Store: {store}, {taken.added:,} exchanges added, {taken.duplicates:,} told again{old}, "
            f"{len(taken.rejected):,} lines could not be read; {before}"
        )


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.replace(tzinfo=time.tzinfo or UTC)


@contextmanager
def _standard_output(out: Path) -> Iterator[None]:
    """Let a reader of standard output leave early, as `head` does: the results are on disk by then."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:
            where = f"expected a standard output that takes the summary but got error={error.strerror}"
            raise OutputError(f"{where}; the results are in {out}") from error


def _exit_if_met(result: "ScanResult", fail_on: str | None) -> None:
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
    if any(campaign.verdict in grave for campaign in result.campaigns):
        raise typer.Exit(3)
