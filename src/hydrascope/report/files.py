"""The results of a scan on disk: all of them, or none."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from hydrascope.campaigns.model import ScanResult
from hydrascope.errors import OutputError
from hydrascope.report.page import page
from hydrascope.report.record import campaigns_json
from hydrascope.report.tables import write_accounts, write_exchanges, write_rejected
from hydrascope.store.layout import flush

FILES = ("campaigns.json", "accounts.parquet", "exchanges.parquet", "rejected.jsonl", "report.html")


def write(result: ScanResult, rejected: pa.Table, out: Path) -> list[Path]:
    """
    Write the results of a scan to the directory `out` and return the paths of its five files.

    `rejected` follows `schema.REJECTED`. The directory is made where it is
    missing; files of an earlier scan are replaced. Everything is first
    written and flushed to a hidden directory inside `out`, then renamed into
    place, so a reader never meets half a file, and after a failure the
    earlier results are as they were.

    Raises:
        OutputError: `out` cannot be written to: no room, no permission, or not a directory.

    """
    with _as_output_error(out), _staging(out) as staging:
        _write_all(result, rejected, staging)
        return _place(staging, out)


def write_rejects(rejected: pa.Table, out: Path) -> Path:
    """
    Write `rejected.jsonl` alone, for a scan that could read nothing, and return its path.

    Raises:
        OutputError: as `write` does.

    """
    with _as_output_error(out), _staging(out) as staging:
        written = staging / "rejected.jsonl"
        write_rejected(rejected, written)
        flush(written)
        return written.replace(out / "rejected.jsonl")


@contextmanager
def _as_output_error(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        cause = problem.strerror or str(problem)
        message = f"expected a directory with room to write the results to but got out={str(out)!r} ({cause})"
        raise OutputError(f"{message}; nothing was changed there: free some space, or name another directory with --out") from problem


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """Yield a fresh directory inside `out`: the one place that is surely on the same filesystem, even where `out` is a mount."""
    made = [missing for missing in (out, *out.parents) if not missing.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".hydrascope-", dir=out))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except BaseException:
        _remove_empty(made)
        raise


def _remove_empty(made: list[Path]) -> None:
    for directory in made:
        if not directory.is_dir() or any(directory.iterdir()):
            return
        directory.rmdir()


def _write_all(result: ScanResult, rejected: pa.Table, staging: Path) -> None:
    (staging / "campaigns.json").write_bytes(campaigns_json(result))
    write_accounts(result, staging / "accounts.parquet")
    write_exchanges(result, staging / "exchanges.parquet")
    write_rejected(rejected, staging / "rejected.jsonl")
    (staging / "report.html").write_bytes(page(result, rejected).encode("utf-8", errors="replace"))
    for name in FILES:
        flush(staging / name)
    flush(staging)


def _place(staging: Path, out: Path) -> list[Path]:
    """Rename every file into place; when one refuses, put the earlier ones back."""
    earlier = staging / "earlier"
    earlier.mkdir()
    placed: list[str] = []
    try:
        for name in FILES:
            _keep(out / name, earlier / name)
            placed.append(name)
            (staging / name).replace(out / name)
        flush(out)
    except BaseException:
        for name in placed:
            _put_back(earlier / name, out / name)
        raise
    return [out / name for name in FILES]


def _keep(target: Path, kept: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(None, f"{target.name} is a directory there")
    if not target.exists():
        return
    try:
        os.link(target, kept)
    except OSError:
        # Some filesystems have no hard links: a copy costs room but needs nothing else.
        shutil.copy2(target, kept)


def _put_back(kept: Path, target: Path) -> None:
    if kept.exists():
        kept.replace(target)
    else:
        target.unlink(missing_ok=True)
