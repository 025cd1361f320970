"""Work in plain Python that copies of this process share: each has all that lies in memory, and brings back what it made."""

import gc
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import Any, BinaryIO, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")
U = TypeVar("U")
FEWEST = 32  # items that are worth a copy


class _Copy(NamedTuple):
    """A copy at work, and where it tells what it made."""

    pid: int
    told: BinaryIO


def forked(make: Callable[[T], U], items: Sequence[T], workers: int) -> list[U]:
    """
    Return what is made of each item, in their order, by so many copies of this process where the system can make any: Linux alone does it well.

    What comes back must be picklable. A copy has this thread alone: `make` must touch neither tables of an engine nor what other threads hold.
    The first item is made before there are copies, so that they have what it works out for all. What a copy fails to bring is made here.

    >>> forked(str, [1, 2, 3], workers=2)
    ['1', '2', '3']
    """
    workers = min(workers, len(items) // FEWEST) if sys.platform == "linux" else 1
    if workers < 2:
        return [make(item) for item in items]
    first, shares = make(items[0]), [items[1 + part :: workers] for part in range(workers)]
    copies = list[_Copy]()
    try:
        with suppress(OSError):  # where the system allows no more, there are fewer
            for share in shares[1:]:
                copies.append(_copy(make, share))
        made = [[make(item) for item in shares[0]]]
        for share, copy in zip_longest(shares[1:], copies):
            brought: list[U] | None = _brought(copy) if copy else None
            made.append([make(item) for item in share] if brought is None else brought)
    finally:
        for copy in copies:
            _end(copy)
    return [first, *(made[at % workers][at // workers] for at in range(len(items) - 1))]


def _copy(make: Callable[[T], U], items: Sequence[T]) -> _Copy:
    """Begin a copy that makes its part, tells it and is gone."""
    read, write = os.pipe()
    # A Ctrl-C in between would find a copy that does not know yet that it is one.
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = _fork()
        if not pid:
            _work(make, items, write)
    except OSError:
        os.close(read)
        raise
    finally:
        os.close(write)
        signal.pthread_sigmask(signal.SIG_SETMASK, masked)
    return _Copy(pid, os.fdopen(read, "rb"))


def _fork() -> int:
    with warnings.catch_warnings():
        # From Python 3.12 on a fork beside other threads is warned of. Those of engines and of the progress are idle, and a copy asks nothing of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _work(make: Callable[[T], U], items: Sequence[T], write: int) -> NoReturn:
    """Make, tell and end, whatever happens: a copy must never go on as what it is a copy of."""
    failed = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches all; one of them has something to say
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        gc.disable()  # which would touch, and so copy, all that is shared
        with os.fdopen(write, "wb") as out:
            pickle.dump([make(item) for item in items], out, pickle.HIGHEST_PROTOCOL)
        failed = 0
    finally:
        os._exit(failed)


def _brought(copy: _Copy) -> Any:
    """Return what a copy made; None where it came to grief."""
    try:
        return pickle.load(copy.told)  # noqa: S301 (from ourselves)
    except (EOFError, pickle.UnpicklingError):
        return None


def _end(copy: _Copy) -> None:
    """See a copy off, whether or not it has ended."""
    copy.told.close()
    with suppress(ProcessLookupError, ChildProcessError):  # it is gone, or whoever started us has told the system not to wait for anybody
        os.kill(copy.pid, signal.SIGKILL)
        os.waitpid(copy.pid, 0)
