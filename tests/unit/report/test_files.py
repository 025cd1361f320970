"""The results on disk: all of them, or none."""

import errno
import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hydrascope.campaigns.model import ScanResult
from hydrascope.errors import OutputError
from hydrascope.report import FILES, write


def _contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    """A real failure of the disk: the kernel refuses every write beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_writes_the_five_files_and_nothing_else(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """A scan leaves the contract's files in the directory, which is made with its parents."""
    out = tmp_path / "new" / "out"

    written = write(result, rejected, out)

    assert written == [out / name for name in FILES]
    assert sorted(_contents(out)) == sorted(FILES)


def test_writes_the_same_bytes_again(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """The same result gives the same files."""
    write(result, rejected, tmp_path / "a")
    write(result, rejected, tmp_path / "b")

    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")


def test_replaces_an_earlier_scan_and_leaves_other_files(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """A second scan into the same directory replaces the five files and touches nothing else there."""
    (tmp_path / "notes.txt").write_text("mine")
    write(msgspec.structs.replace(result, campaigns=[]), rejected, tmp_path)
    write(result, rejected, tmp_path)

    assert len(json.loads((tmp_path / "campaigns.json").read_bytes())["campaigns"]) == 2
    assert sorted(_contents(tmp_path)) == sorted([*FILES, "notes.txt"])


@pytest.mark.parametrize("size", [100, 20_000, 100_000])
def test_a_disk_that_refuses_leaves_earlier_results_as_they_were(result: ScanResult, rejected: pa.Table, tmp_path: Path, size: int) -> None:
    """Where the disk refuses a write, the earlier files stay to the byte and nothing is left beside them."""
    write(msgspec.structs.replace(result, campaigns=[]), rejected, tmp_path)
    before = _contents(tmp_path)

    with _files_of_at_most(size), pytest.raises(OutputError, match="expected a directory with room"):
        write(result, rejected, tmp_path)

    assert _contents(tmp_path) == before


def test_a_disk_that_refuses_leaves_no_new_directory(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """Directories that were made for the results go again when they cannot be written."""
    with _files_of_at_most(100), pytest.raises(OutputError):
        write(result, rejected, tmp_path / "new" / "out")

    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_only_at_the_flush(
    result: ScanResult, rejected: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A filesystem that reports at the flush that it is full leaves nothing either."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OutputError, match=r"No space left on device.*nothing was changed there: free some space"):
        write(result, rejected, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_placed_puts_the_earlier_ones_back(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """When the last rename fails, the files that were already replaced are the earlier ones again."""
    write(msgspec.structs.replace(result, campaigns=[]), rejected, tmp_path)
    (tmp_path / "report.html").unlink()
    before = _contents(tmp_path)
    (tmp_path / "report.html").mkdir()

    with pytest.raises(OutputError, match=r"report\.html is a directory"):
        write(result, rejected, tmp_path)

    (tmp_path / "report.html").rmdir()
    assert _contents(tmp_path) == before


def test_a_filesystem_without_hard_links_will_do(
    result: ScanResult, rejected: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Earlier files are kept by copying where they cannot be linked."""

    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(result, rejected, tmp_path)
    write(result, rejected, tmp_path)

    assert sorted(_contents(tmp_path)) == sorted(FILES)


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_says_that_a_file_is_no_directory(result: ScanResult, rejected: pa.Table, tmp_path: Path, place: str) -> None:
    """A file in the place of the directory is named in the error and stays."""
    (tmp_path / "a-file").write_text("mine")

    with pytest.raises(OutputError, match="a-file"):
        write(result, rejected, tmp_path / place)

    assert (tmp_path / "a-file").read_text() == "mine"


def test_accounts_have_the_contracts_columns_first(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """`accounts.parquet` has a row an account, sorted, with the agreed columns first."""
    write(result, rejected, tmp_path)

    accounts = pq.read_table(tmp_path / "accounts.parquet")
    names = accounts["account_id"].to_pylist()

    assert accounts.column_names[:5] == ["account_id", "score", "verdict", "campaign_id", "reasons"]
    assert names == sorted(names)
    assert len(names) == 300


def test_exchanges_have_the_contracts_columns(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """`exchanges.parquet` has a row an attributed exchange with the agreed columns."""
    write(result, rejected, tmp_path)

    exchanges = pq.read_table(tmp_path / "exchanges.parquet")

    assert exchanges.column_names == ["exchange_id", "account_id", "campaign_id", "template_id", "intent", "capability"]
    assert exchanges.num_rows == result.attributed.num_rows


def test_rejected_lines_are_sorted_by_file_and_line(result: ScanResult, rejected: pa.Table, tmp_path: Path) -> None:
    """`rejected.jsonl` names file, line and reason in order, whatever order they were met in."""
    write(result, rejected, tmp_path)

    rows = [json.loads(line) for line in (tmp_path / "rejected.jsonl").read_text().splitlines()]

    assert [(row["source"], row["line"]) for row in rows] == [("a.jsonl", 2), ("a.jsonl", 12), ("b.jsonl", 9)]
    assert rows[2]["reason"] == "expected a JSON object but got line='<b>x</b>'"


def test_an_empty_scan_is_written_whole(build: Callable[..., ScanResult], rejected: pa.Table, tmp_path: Path) -> None:
    """No campaigns, no rejected lines: all five files are there and can be read."""
    full = build(20, 2)
    empty = msgspec.structs.replace(
        full, campaigns=[], account_verdicts=full.account_verdicts.slice(0, 0), attributed=full.attributed.slice(0, 0)
    )

    write(empty, rejected.slice(0, 0), tmp_path)

    assert (tmp_path / "rejected.jsonl").read_bytes() == b""
    assert json.loads((tmp_path / "campaigns.json").read_bytes())["campaigns"] == []
    assert "No campaign found" in (tmp_path / "report.html").read_text()
    assert pq.read_table(tmp_path / "exchanges.parquet").num_rows == 0
