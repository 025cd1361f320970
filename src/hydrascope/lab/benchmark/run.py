"""
A run of many cells: a process for each world, a few at a time, and nothing computed twice.

Whatever is finished lies on disk, so a run that is interrupted goes on where it stopped; it loses the cells under way and no more.
"""

import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import NamedTuple

from hydrascope.errors import OutputError
from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.plan import Cell, Job, cells

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
SECONDS_BETWEEN_LOOKS = 2.0
Tell = Callable[[int, int], None]


class Failure(NamedTuple):
    """A world whose cells could not all be computed, and the last line of what went wrong."""

    job: Job
    reason: str


class _Working(NamedTuple):
    job: Job
    process: SpawnProcess
    log: Path


def run(jobs: Sequence[Job], out: Path, *, workers: int = 2, tell: Tell = lambda _done, _total: None) -> list[Failure]:
    """
    Compute the cells of the jobs that are not on disk yet, and return those that failed.

    `tell` is called with the number of finished cells, and of all. A failure stops nothing else, and is tried again next time.
    """
    everything = [cell for job in jobs for cell in cells(job)]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"expected a directory that can be written to but got out={str(out)!r} ({error.strerror}); name another with --out"
        ) from error
    waiting = [job for job in jobs if not all(kept.done(out, cell) for cell in cells(job))]
    failures: list[Failure] = []
    told = -1
    with _in_order(), _space_for_worlds() as scratch:
        for ended in _each(waiting, out, scratch, workers):
            count = sum(kept.done(out, cell) for cell in everything)
            if count != told:
                told = count
                tell(count, len(everything))
            if ended and ended.process.exitcode:
                failures.append(Failure(ended.job, _last_line(ended.log)))
    return failures


@contextmanager
def _in_order() -> Iterator[None]:
    """Let a request to end (SIGTERM) leave as Ctrl-C does, so that no worlds stay on the disk; other threads than the main one cannot ask for that."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: a second must not break off the cleaning up
        sys.exit(128 + signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _space_for_worlds() -> Iterator[Path]:
    """Give a temporary folder, and say so where it cannot be written to: worlds take up to a gigabyte each."""
    try:
        with tempfile.TemporaryDirectory(prefix="hydrascope-") as folder:
            yield Path(folder)
    except OSError as error:
        where = f"expected a temporary directory with room for worlds but got {tempfile.gettempdir()!r} ({error.strerror})"
        raise OutputError(f"{where}; make room there, or name another with TMPDIR") from error


def _each(jobs: Sequence[Job], out: Path, scratch: Path, workers: int) -> Iterator[_Working | None]:
    """Yield each job when its process has ended, and None now and then; end what still runs when the caller leaves."""
    left, busy = list(jobs), list[_Working]()
    try:
        yield None
        while left or busy:
            while left and len(busy) < workers:
                busy.append(_start(left.pop(0), out, scratch))
            connection.wait([one.process.sentinel for one in busy], timeout=SECONDS_BETWEEN_LOOKS)
            yield None
            for one in [one for one in busy if one.process.exitcode is not None]:
                one.process.join()
                busy.remove(one)
                yield one
    finally:
        for one in busy:
            one.process.terminate()
            one.process.join()


def _start(job: Job, out: Path, scratch: Path) -> _Working:
    missing = [cell for cell in cells(job) if not kept.done(out, cell)]
    folder = Path(tempfile.mkdtemp(dir=scratch))
    log = out / "failed" / f"{job.world}-{job.seed}.txt"
    paths = tuple(kept.cell_path(out, cell) for cell in missing)
    process = get_context("spawn").Process(
        target=_work, args=(tuple(missing), paths, kept.world_path(out, missing[0]), folder, log), daemon=True
    )
    with _environment(_ONE_THREAD):
        process.start()
    return _Working(job, process, log)


def _work(missing: tuple[Cell, ...], paths: tuple[Path, ...], world: Path, folder: Path, log: Path) -> None:
    """Do a job in its own process; the parent alone answers Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    # Imported here: compiled kernels read the number of threads when they are loaded.
    from hydrascope.lab.benchmark.cell import Task, work

    try:
        work(Task(missing, paths, world), folder)
    except Exception:  # noqa: BLE001 (one world must not end the others; what went wrong is kept)
        with suppress(OSError):  # where the disk is full, the parent says so
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text(traceback.format_exc())
        sys.exit(1)
    log.unlink(missing_ok=True)


def _end_with_parent(folder: Path) -> None:
    """End this process, and remove its folder, when the parent is gone without having said so."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)


def _last_line(log: Path) -> str:
    lines = log.read_text().strip().splitlines() if log.is_file() else []
    return f"{lines[-1]} ({log})" if lines else "its process ended early"


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Let processes that are started within see some variables; those that the user set stay."""
    before = dict(os.environ)
    os.environ.update({name: value for name, value in values.items() if name not in before})
    try:
        yield
    finally:
        for name in values:
            if name not in before:
                del os.environ[name]
