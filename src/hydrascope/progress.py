"""How far long work has come, on standard error: a bar on a terminal, now and then a line elsewhere."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Report = Callable[[str, float, float], None]

SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def shown(console: Console, *, quiet: bool = False) -> Iterator[Report]:
    """
    Yield the function that long work calls with its stage, how much is done, and of how much.

    A total of 0 means that it is not known. The function raises
    `KeyboardInterrupt` where Ctrl-C was pressed and nobody heard it.
    """
    with _interruptible() as check:
        if quiet:
            yield lambda _stage, _done, _total: check()
        elif console.is_terminal:
            with Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console, transient=True) as progress:
                yield _checked(_bars(progress), check)
        else:
            yield _checked(_lines(console), check)


def _checked(report: Report, check: Callable[[], None]) -> Report:
    def checked(stage: str, done: float, total: float) -> None:
        check()
        report(stage, done, total)

    return checked


@contextmanager
def _interruptible() -> Iterator[Callable[[], None]]:
    """
    Yield a function that raises `KeyboardInterrupt` if there was a Ctrl-C.

    Python raises it once, and where that is within a callback of a compiled
    library, it is swallowed there and the work goes on, or ends in an error of the library's.
    """
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return

    def press(*_: object) -> None:
        pressed.set()
        raise KeyboardInterrupt

    def check() -> None:
        if pressed.is_set():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield check
        check()
    except Exception:
        check()
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def _bars(progress: Progress) -> Report:
    tasks: dict[str, TaskID] = {}

    def report(stage: str, done: float, total: float) -> None:
        if stage not in tasks:
            tasks[stage] = progress.add_task(stage, total=None)
        progress.update(tasks[stage], completed=done, total=total or None)

    return report


def _lines(console: Console) -> Report:
    """Return a function that prints a line when a stage begins, and then one every few seconds."""
    last: dict[str, float] = {}

    def report(stage: str, done: float, total: float) -> None:
        now = time.monotonic()
        if now - last.get(stage, -SECONDS_BETWEEN_LINES) < SECONDS_BETWEEN_LINES:
            return
        last[stage] = now
        share = f" {100 * done / total:.0f}%" if done and total else ""
        console.file.write(f"hydrascope: {stage}{share}\n")

    return report
