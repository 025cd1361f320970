"""Results that cannot be written, and work that is cut short: the results are whole, or those of the scan before."""

import contextlib
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from hydrascope import pipeline, sources
from hydrascope.report import files

Run = Callable[..., Any]
Lines = Callable[..., bytes]
Exchange = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(("fail_on", "status"), [(None, 0), ("confirmed", 3), ("watch", 3)])
def test_found_campaigns_fail_only_where_asked(run: Run, world: Path, fail_on: str | None, status: int) -> None:
    """Campaigns end with 0, or with 3 where --fail-on asks for it, and the results are there either way."""
    ended = run(world, *(["--fail-on", fail_on] if fail_on else []))

    assert ended.status == status
    assert "confirmed" in {one["verdict"] for one in json.loads(ended.written["campaigns.json"])["campaigns"]}
    assert sorted(ended.written) == sorted(files.FILES)


def test_traffic_without_anything_optional_is_scanned(run: Run, world: Path, tmp_path: Path, lines: Lines) -> None:
    """With nothing but what the contract requires, and no registers, a scan works and accuses no honest account."""
    required = ("exchange_id", "ts", "account_id", "model")
    rows = [json.loads(line) for line in (world / "exchanges.jsonl").read_text().splitlines()]
    (tmp_path / "in").write_bytes(
        lines(*({k: row[k] for k in required} | {"request": {"messages": row["request"]["messages"]}} for row in rows))
    )
    ended = run("in")
    truth = dict(line.split(",")[:2] for line in (world / "truth_accounts.csv").read_text().splitlines()[1:])
    verdicts = pq.read_table(tmp_path / "out/accounts.parquet").to_pylist()

    assert (ended.status, len(verdicts)) == (0, len({row["account_id"] for row in rows}))
    assert not [one["account_id"] for one in verdicts if one["verdict"] == "confirmed" and not truth[one["account_id"]]]


@contextlib.contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    """Let the system refuse longer files, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [1_000, 5_000, 50_000])
def test_a_full_disk_leaves_the_earlier_results(run: Run, world: Path, tmp_path: Path, size: int, good: bytes) -> None:
    """Where the disk takes no more, a scan ends with 2, the earlier results stay to the byte, and nothing lies beside them."""
    (tmp_path / "in").write_bytes(good)
    earlier = run("in").written
    with _files_of_at_most(size):
        ended = run(world)

    assert ended.status == 2
    assert ended.clear, ended.err
    assert "File too large" in ended.err
    assert ended.written == earlier


def test_a_full_disk_leaves_no_new_directory(run: Run, tmp_path: Path, good: bytes) -> None:
    """A first scan whose results have no room leaves nothing at all."""
    (tmp_path / "in").write_bytes(good)
    with _files_of_at_most(100):
        ended = run("in", "--out", "new/out")

    assert ended.status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("out", ["in", "in/out", "/dev/null", "/proc/nowhere"])
def test_a_place_that_takes_no_results_is_refused(run: Run, tmp_path: Path, out: str, good: bytes) -> None:
    """A file, a device or a system directory in the place of the results ends with 2, and is as it was."""
    (tmp_path / "in").write_bytes(good)
    ended = run("in", "--out", out)

    assert ended.status == 2
    assert ended.clear, ended.err
    assert (tmp_path / "in").read_bytes() == good


@pytest.mark.parametrize(("where", "what"), [(files, "write_exchanges"), (pipeline, "fingerprint"), (pipeline, "conclude")])
def test_an_interruption_leaves_the_earlier_results(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, what: str, good: bytes
) -> None:
    """Ctrl-C while reading, concluding or writing ends with 130, and the results are those of the scan before."""
    (tmp_path / "in").write_bytes(good)
    earlier = run("in").written

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(where, what, interrupt)
    ended = run("in", "--threads", "1")

    assert (ended.status, ended.err) == (130, "")
    assert ended.written == earlier


def test_ctrl_c_ends_a_scan_at_once(world: Path, tmp_path: Path) -> None:
    """A signal in the midst of detection ends the process with 130 and leaves nothing."""
    words = [sys.executable, "-c", "from hydrascope.cli import main; main()", "scan", str(world), "--out", "out"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if "detecting" in line:
                process.send_signal(signal.SIGINT)
        status = process.wait(timeout=30)

    assert status == 130
    assert list(tmp_path.iterdir()) == []


def test_too_little_memory_is_named(run: Run, world: Path) -> None:
    """A limit that the tables do not fit into ends with 2 and says what to give more of."""
    ended = run(world, "--memory", "1KB")

    assert ended.refused, ended.err
    assert "memory=1KB; give more" in ended.err


def test_a_reader_who_leaves_early_is_no_defect(world: Path, tmp_path: Path) -> None:
    """Where standard output is a closed pipe the results are written, and the status is that of the scan."""
    words = [sys.executable, "-c", "from hydrascope.cli import main; main()", "scan", str(world), "--out", "out", "--fail-on", "watch"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait(timeout=30)

    assert status == 3
    assert b"defect" not in said
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(files.FILES)


def test_a_file_that_goes_away_costs_words_only(run: Run, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Traffic that is rotated away before its templates are read again leaves a report without their words."""
    monkeypatch.setattr(sources, "texts", lambda *_, **__: sources.read(["gone"]))
    ended = run(world)
    templates = [made["text"] for one in json.loads(ended.written["campaigns.json"])["campaigns"] for made in one["templates"]]

    assert ended.status == 0
    assert set(templates) == {"(the words are not kept)"}
