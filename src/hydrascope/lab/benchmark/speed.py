"""
How fast a scan is on this machine, and where its time goes.

Each measurement runs in a fresh process, so that neither warm caches nor the
memory of an earlier run flatter it. The yardstick is DuckDB reading the same
files into Arrow columns, with the same threads, in the same run: a ratio
carries from machine to machine, seconds do not.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from hydrascope.errors import HydrascopeError, InputError
from hydrascope.sources.files import traffic

_MIB = 1 << 20
_REFUSED = 2
_LINES = "read_ndjson(?, maximum_object_size=268435456, ignore_errors=true)"
_READERS = {".parquet": "read_parquet(?)", ".pq": "read_parquet(?)", ".csv": "read_csv(?)"}


class Speed(msgspec.Struct, frozen=True):
    """
    One scan measured: seconds, MiB, and the stages in the order they began.

    `peak_mib` is the resident memory of the largest process; `stages` adds up
    to the wall time; `ratio` is the wall time in readings by DuckDB.
    """

    exchanges: int
    input_mib: float
    threads: int
    wall_s: float
    cpu_s: float
    peak_mib: float
    stages: dict[str, float]
    duckdb_s: float
    ratio: float

    def json(self) -> str:
        """Return the figures as a JSON object."""
        return msgspec.json.encode(self).decode()

    def text(self) -> str:
        """Return the figures as lines for a person, the stages with their share of the wall time."""
        lines = [
            f"input   {self.input_mib:,.0f} MiB, {self.exchanges:,} exchanges, {self.threads} threads",
            f"scan    {self.wall_s:.2f} s wall, {self.cpu_s:.2f} s CPU, {self.peak_mib:,.0f} MiB at most, {self.exchanges / self.wall_s:,.0f} exchanges/s",
            f"DuckDB  {self.duckdb_s:.2f} s to read the same files into columns",
            f"ratio   {self.ratio:.1f} readings a scan",
            "where the time goes:",
        ]
        return "\n".join(lines + [f"  {name:<20} {seconds:8.2f} s {seconds / self.wall_s:5.0%}" for name, seconds in self.stages.items()])


def speed(source: str, *, threads: int | None = None, memory: str | None = None) -> Speed:
    """
    Return what a scan of `source` costs, and what DuckDB needs to read the same files.

    `source` is a file, directory or glob of JSON lines, CSV or Parquet, also
    compressed. The scan's wall time includes the start of Python, the
    compilation of kernels where no earlier run cached it, and the writing of
    the report. The reading is timed without the start of Python.

    Raises:
        InputError: there is nothing to read, or the scan or DuckDB refused it.

    """
    files = [file.path for file in traffic([source])]
    threads = threads or len(os.sched_getaffinity(0))
    read = _child("read", {"files": [str(path) for path in files], "threads": threads})
    scanned = _child("scan", {"source": source, "threads": threads, "memory": memory})
    stages = {"start and imports": scanned["wall_s"] - sum(scanned["stages"].values()), **scanned["stages"]}
    return Speed(
        exchanges=scanned["exchanges"],
        input_mib=sum(path.stat().st_size for path in files) / _MIB,
        threads=threads,
        wall_s=scanned["wall_s"],
        cpu_s=scanned["cpu_s"],
        peak_mib=scanned["peak_mib"],
        stages=stages,
        duckdb_s=read["duckdb_s"],
        ratio=scanned["wall_s"] / read["duckdb_s"],
    )


def _child(what: str, task: dict[str, Any]) -> dict[str, Any]:
    """Run one measurement in a fresh process, and return what it found with its wall time."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", __name__, what, json.dumps(task)], stdout=subprocess.PIPE, check=False)  # noqa: S603 (ourselves)
    if done.returncode == _REFUSED:
        raise InputError(f"expected a {what} to measure but it refused the input; mend what it says above")
    if done.returncode:  # killed from outside: where memory runs out, there is nobody to say so
        raise InputError(f"expected a {what} that ends by itself but got status={done.returncode}; measure less traffic, or limit --memory")
    return {**json.loads(done.stdout), "wall_s": time.perf_counter() - began}


class Stopwatch:
    """A progress function that adds the time between two calls to the stage of the first."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", time.perf_counter()

    def __call__(self, stage: str, _done: float = 0, _total: float = 0) -> None:
        """End the stage before, and begin this one."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] += now - self._since
        self.seconds.setdefault(stage, 0.0)
        self._stage, self._since = stage, now


def _scan(task: dict[str, Any]) -> dict[str, Any]:
    from hydrascope import report, scan

    watch = Stopwatch()
    watch("opening the input")
    outcome = scan([task["source"]], threads=task["threads"], memory=task["memory"], progress=watch)
    with tempfile.TemporaryDirectory() as out:
        watch("writing the report")
        report.write(outcome.result, outcome.rejected, Path(out))
        watch("end")
    del watch.seconds["end"]
    return {"exchanges": outcome.result.scanned.exchanges, "stages": watch.seconds, **_used()}


def _used() -> dict[str, float]:
    """Return CPU seconds and peak resident memory of this process and of any that it started."""
    ours, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = max(ours.ru_maxrss, theirs.ru_maxrss) / (_MIB if sys.platform == "darwin" else 1024)
    return {"cpu_s": sum(used.ru_utime + used.ru_stime for used in (ours, theirs)), "peak_mib": peak}


def _read(task: dict[str, Any]) -> dict[str, Any]:
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads={int(task['threads'])}")
    began = time.perf_counter()
    try:
        for path in task["files"]:
            suffix = Path(path.removesuffix(".gz").removesuffix(".zst")).suffix
            connection.sql(f"FROM {_READERS.get(suffix, _LINES)}", params=[path]).to_arrow_table()
    except duckdb.Error as error:
        raise InputError(f"expected files that DuckDB reads as they are but got input={path}: {error}") from error
    return {"duckdb_s": time.perf_counter() - began}


def _main(what: str, task: str) -> None:
    """Measure in this process; `_child` starts it."""
    try:
        print(json.dumps({"scan": _scan, "read": _read}[what](json.loads(task))))
    except HydrascopeError as error:
        sys.stderr.write(f"hydrascope: {error}\n")
        sys.exit(_REFUSED)


if __name__ == "__main__":
    _main(*sys.argv[1:])
