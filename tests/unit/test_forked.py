"""Work that copies of the process share comes out as if one had done it."""

import errno
import os
import signal
import sys

import pytest

from hydrascope.forked import FEWEST, forked

HERE = os.getpid()
MANY = list(range(4 * FEWEST + 3))
forks = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")


@pytest.mark.parametrize("count", [0, 1, FEWEST, 2 * FEWEST, len(MANY)])
@pytest.mark.parametrize("workers", [1, 2, 3, 64])
def test_what_is_made_keeps_its_order(count, workers) -> None:
    """However many copies share the work, each thing stands where its item stood."""
    assert forked(lambda item: (item, b"x" * item), MANY[:count], workers) == [(item, b"x" * item) for item in MANY[:count]]


@forks
def test_copies_share_the_work() -> None:
    """Three processes make a third each, and the first item is made by the one that asks."""
    made = forked(lambda _: os.getpid(), MANY, 3)
    shares = [made.count(pid) for pid in set(made)]

    assert made[0] == HERE
    assert len(shares) == 3
    assert max(shares) - min(shares) <= 2


@forks
def test_what_a_copy_fails_to_bring_is_made_here() -> None:
    """Copies that die, or make what cannot be brought back, cost time and nothing else."""
    assert forked(lambda item: item if os.getpid() == HERE else os._exit(9), MANY, 3) == MANY
    assert forked(lambda item: item if os.getpid() == HERE else (lambda: item), MANY, 3) == MANY


@forks
def test_an_error_is_raised_once_and_leaves_no_copy(monkeypatch) -> None:
    """What fails here fails as it would alone, and no copy is left, not even one that would go on for ever."""
    fork, copies = os.fork, list[int]()

    def forking():
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", forking)

    def fails(item):
        while os.getpid() != HERE:
            pass
        return 1 // (FEWEST - item)

    with pytest.raises(ZeroDivisionError):
        forked(fails, [item for item in MANY for _ in range(2)], 2)
    assert copies
    for pid in copies:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@forks
def test_where_the_system_allows_no_more_copies_there_are_fewer(monkeypatch) -> None:
    """A second copy that the system refuses is made up for here, and the first is seen off."""
    fork, copies = os.fork, list[int]()

    def forking():
        if copies:
            raise BlockingIOError(errno.EAGAIN, "no more")
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", forking)

    assert forked(lambda item: item, MANY, 3) == MANY
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


@forks
def test_nobody_need_wait_for_copies() -> None:
    """Under a supervisor that has the system forget its children at once, the work is done all the same."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert forked(lambda item: item, MANY, 3) == MANY
    finally:
        signal.signal(signal.SIGCHLD, before)
