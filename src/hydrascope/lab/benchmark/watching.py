"""How far a run has come: a bar with counts and the time that is left, or a line now and then where there is no terminal."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from hydrascope.lab.benchmark.run import Tell

EARLY = 0.15  # share of the cells before which nothing is said of the time left


@contextmanager
def watched(console: Console, *, quiet: bool = False) -> Iterator[Tell]:
    """Yield the function that a run tells of finished cells."""
    if quiet:
        yield lambda _done, _total: None
    elif console.is_terminal:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("cells"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task("hydrascope bench", total=None)
            yield lambda done, total: progress.update(task, completed=done, total=total)
    else:
        yield _lines(console)


def _lines(console: Console) -> Tell:
    began, before = time.monotonic(), -1

    def tell(done: int, total: int) -> None:
        nonlocal before
        before = done if before < 0 else before
        made, spent = done - before, time.monotonic() - began
        # The longest worlds come first: an early guess would frighten.
        left = f", about {spent / made * (total - done) / 60:.0f} min left" if made >= EARLY * total else ""
        console.file.write(f"hydrascope: {done} of {total} cells{left}\n")
        console.file.flush()

    return tell
