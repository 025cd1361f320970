"""Runs that stop and go on."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hydrascope.errors import OutputError
from hydrascope.lab.benchmark import kept, run
from hydrascope.lab.benchmark.plan import Job, cells
from hydrascope.lab.benchmark.records import Said, WorldTruth

FIRST, SECOND = (Job("demo", seed, 0.02, ("hydrascope",)) for seed in (1, 2))


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A folder in which the first job is done."""
    out = tmp_path_factory.mktemp("run")
    assert run.run([FIRST], out, workers=1) == []
    return out


def test_a_finished_cell_has_the_answer_and_the_truth(finished) -> None:
    """What a run keeps can be read back: scores for known accounts, cost, and who is a head."""
    (cell,) = cells(FIRST)
    truth = kept.read(kept.world_path(finished, cell), WorldTruth)
    said = kept.read(kept.cell_path(finished, cell), Said)

    assert set(truth.campaigns) == {"agentic", "reasoning"}
    assert set(said.scores) <= set(truth.accounts)
    assert said.cost.seconds > 0


def test_a_second_start_computes_nothing(finished, monkeypatch) -> None:
    """Where every cell is there, no process is started."""
    monkeypatch.setattr(run, "_start", lambda *_: pytest.fail("started a finished job"))

    assert run.run([FIRST], finished) == []


def test_an_interrupted_run_keeps_what_is_finished(tmp_path, monkeypatch) -> None:
    """Ctrl-C ends the processes and passes on; the cells that were done stay, and the next start computes the others alone."""

    def stop(done, total) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.run([FIRST, SECOND], tmp_path, workers=1, tell=stop)

    assert multiprocessing.active_children() == []
    assert [kept.done(tmp_path, cell) for job in (FIRST, SECOND) for cell in cells(job)] == [True, False]
    started = []
    original = run._start
    monkeypatch.setattr(run, "_start", lambda job, *more: started.append(job) or original(job, *more))
    assert run.run([FIRST, SECOND], tmp_path) == []
    assert started == [SECOND]


def test_a_run_that_is_told_to_end_leaves_no_worlds(tmp_path, monkeypatch) -> None:
    """SIGTERM, as from a service manager, removes the worlds under way and says that it ended so; afterwards the signal does what it did before."""
    monkeypatch.setattr(run.tempfile, "tempdir", str(tmp_path))
    before, worlds = signal.getsignal(signal.SIGTERM), []

    def told_to_end(*_: object, **__: object) -> None:
        worlds.extend(tmp_path.glob("hydrascope-*/*"))
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(run.connection, "wait", told_to_end)
    with pytest.raises(SystemExit) as ended:
        run.run([FIRST], tmp_path / "out", workers=1)

    assert ended.value.code == 143
    assert len(worlds) == 1
    assert multiprocessing.active_children() == []
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_process_that_is_under_way_is_ended(tmp_path) -> None:
    """Leaving in the middle ends the workers and leaves no half-written cell."""
    each = run._each([FIRST], tmp_path, tmp_path, 1)
    next(each)
    assert next(each) is None
    each.close()

    assert multiprocessing.active_children() == []
    assert not list(tmp_path.glob("cells/*"))


def test_a_failure_stops_nothing_else(tmp_path) -> None:
    """A detector that breaks is told of with its reason, and its cell is tried again next time."""
    (failure,) = run.run([FIRST._replace(detectors=("nobody",))], tmp_path, workers=1)

    assert "nobody" in failure.reason
    assert (tmp_path / "failed" / "demo-1.txt").read_text().startswith("Traceback")


def test_progress_counts_cells(finished) -> None:
    """The caller hears how many cells are there, of all."""
    told = []
    run.run([FIRST], finished, tell=lambda done, total: told.append((done, total)))

    assert told == [(1, 1)]


def test_a_place_that_cannot_be_written_is_said_first(tmp_path) -> None:
    """A file in place of the folder is refused before any work."""
    (tmp_path / "out").write_text("")

    with pytest.raises(OutputError, match="out="):
        run.run([FIRST], tmp_path / "out")


def test_a_full_disk_is_said_with_what_to_do(tmp_path, monkeypatch) -> None:
    """Where no world can be laid down, the message names the place and TMPDIR; it is no defect of the program."""

    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(run.tempfile, "mkdtemp", full)

    with pytest.raises(OutputError, match=r"No space left on device\); make room there, or name another with TMPDIR"):
        run.run([FIRST], tmp_path)


def test_workers_end_when_their_parent_is_killed(tmp_path) -> None:
    """A run that is killed outright leaves no process behind."""
    code = f"from pathlib import Path; from hydrascope.lab.benchmark import run; from hydrascope.lab.benchmark.plan import Job; run.run([Job('demo', 1, 0.02, ('hydrascope',))], Path({str(tmp_path)!r}))"
    parent = subprocess.Popen([sys.executable, "-c", code])
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    if not children.parent.is_dir():
        pytest.skip("needs /proc to see processes")
    deadline = time.monotonic() + 60
    while len(begun := children.read_text().split()) < 2 and time.monotonic() < deadline:  # the worker, and who tracks its resources
        time.sleep(0.05)
    time.sleep(1.5)  # the worker has reached its own code, and imports for seconds yet
    parent.kill()
    parent.wait()
    while any(Path(f"/proc/{child}").is_dir() for child in begun) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert len(begun) == 2
    assert not any(Path(f"/proc/{child}").is_dir() for child in begun)
    assert not list(tmp_path.glob("cells/*"))
