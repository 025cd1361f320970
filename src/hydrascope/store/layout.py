"""Where the files of a store lie, and how one is written whole or not at all: the only place that knows of paths and of the disk."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from hydrascope.errors import OutputError

PARTIAL = ".partial"
_FLUSHING = 16  # files at a time: a disk that is waited for can take many


class Layout(NamedTuple):
    """
    The parts of a store.

    >>> Layout(Path("s")).names("hour=2026-01-05T00/1.parquet").as_posix()
    's/identities/hour=2026-01-05T00/1.parquet'
    """

    root: Path

    @property
    def manifest(self) -> Path:
        """What the store holds, by name; replacing it is the moment of change."""
        return self.root / "manifest.json"

    @property
    def lock(self) -> Path:
        """Held by the one who writes."""
        return self.root / "lock"

    @property
    def key(self) -> Path:
        """The key, unless the operator keeps it elsewhere."""
        return self.root / "key"

    @property
    def incoming(self) -> Path:
        """What a run has read and not yet brought in."""
        return self.root / "incoming"

    def data(self, name: str = "") -> Path:
        """Tables with pseudonyms."""
        return self.root / "data" / name

    def names(self, name: str = "") -> Path:
        """The names behind the pseudonyms of the table of that name, row by row, and what was rejected."""
        return self.root / "identities" / name


@contextmanager
def as_output_error(root: Path) -> Iterator[None]:
    """Turn what the disk refuses into what a caller may meet."""
    try:
        yield
    except OSError as error:
        cause = error.strerror or str(error)
        raise OutputError(
            f"expected a store that can be written to but got store={str(root)!r} ({cause}); it is as it was before: "
            "free some space, or name another with --store"
        ) from error


def make_folder(folder: Path, *, mode: int = 0o777) -> None:
    """Make a directory that is missing, with those above it."""
    folder.mkdir(mode=mode, parents=True, exist_ok=True)


def flush(path: Path) -> None:
    """Wait until the disk holds a file or the entries of a directory: some filesystems report that they are full only now."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file under another name, wait for the disk, and rename it into place."""
    partial = path.with_name(path.name + PARTIAL)
    with suppress(FileNotFoundError):
        partial.unlink()
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    flush(path.parent)


def write_table(path: Path, table: pa.Table, **how: object) -> int:
    """Write a table as Parquet and return its bytes; it is nothing before a manifest names it, and `flush_all` comes before that."""
    make_folder(path.parent)
    pq.write_table(table, path, **how)
    return path.stat().st_size


def flush_all(paths: Iterable[Path]) -> None:
    """Wait until the disk holds files and the entries of their directories."""
    files = list(paths)
    folders = {folder for file in files for folder in list(file.parents)[:3]}
    with ThreadPoolExecutor(_FLUSHING) as pool:
        list(pool.map(flush, [*files, *folders]))


def read_bytes(path: Path) -> bytes | None:
    """Return what a file holds, None where there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def remove(path: Path) -> None:
    """Remove a file that may be gone already, and its directory where it was the last in it."""
    path.unlink(missing_ok=True)
    with suppress(OSError):
        path.parent.rmdir()


def files_below(folder: Path) -> list[str]:
    """Return the files below a directory, by their names from there; none where there is no directory."""
    return sorted(found.relative_to(folder).as_posix() for found in folder.rglob("*") if found.is_file()) if folder.is_dir() else []
