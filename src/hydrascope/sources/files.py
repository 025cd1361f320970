"""Which files an input means: files, directories and globs, in one order, each once."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hydrascope.errors import InputError

# What lies beside traffic and is not traffic.
BESIDE = ("accounts.jsonl", "releases.json", "rejected.jsonl", "campaigns.json")
TRAFFIC_SUFFIXES = (".jsonl", ".ndjson", ".json", ".log", ".csv", ".parquet", ".pq")
COMPRESSED_SUFFIXES = (".gz", ".zst", ".zstd")


class File(NamedTuple):
    """One file of traffic: where it lies, and whether the user named it or a directory held it."""

    path: Path
    named: bool

    @property
    def source(self) -> str:
        """The path as given, with forward slashes: the `source` of its rows."""
        return os.fsencode(self.path.as_posix()).decode("utf-8", "replace")


def traffic(inputs: Sequence[str | Path]) -> list[File]:
    """
    Return the files that the inputs mean, sorted by path, each once.

    A directory stands for all files of traffic below it; the registers beside traffic, the labels of a simulated world
    (`truth_*`), results of a scan, hidden files and files with a suffix that no log has are passed over there. A file that is named is always read.
    Raises `InputError` for a path that does not exist and for a glob or directory without files.
    """
    found: dict[Path, File] = {}
    for given in inputs:
        for file in _expanded(given):
            known = found.setdefault(file.path.resolve(), file)
            if file.source < known.source:
                found[file.path.resolve()] = File(file.path, file.named or known.named)
    return sorted(found.values(), key=lambda file: file.source)


def _expanded(given: str | Path) -> list[File]:
    path = Path(given)
    if path.is_dir():
        files = [File(found, False) for found in sorted(path.rglob("*")) if found.is_file() and _is_traffic(found.relative_to(path))]
        if not files:
            suffixes = ", ".join(TRAFFIC_SUFFIXES)
            raise InputError(f"expected a directory with traffic ({suffixes}) but got input={path} with none; name the files")
        return files
    if path.exists():
        return [File(path, True)]
    files = [file for match in _matches(given) for file in ([File(match, True)] if match.is_file() else _expanded(match))]
    if not files:
        raise InputError(f"expected a file, a directory or a glob that matches but got input={given}; check the path")
    return files


def _matches(pattern: str | Path) -> list[Path]:
    """Return what a glob matches; `Path.glob` would need the pattern cut into a root and a rest."""
    return [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))] if glob.has_magic(str(pattern)) else []  # noqa: PTH207


def _is_traffic(path: Path) -> bool:
    if any(part.startswith((".", "_")) for part in path.parts):
        return False
    suffixes = [suffix.lower() for suffix in path.suffixes]
    name = path.name.lower()
    while suffixes and suffixes[-1] in COMPRESSED_SUFFIXES:
        name = name.removesuffix(suffixes.pop())
    return bool(suffixes) and suffixes[-1] in TRAFFIC_SUFFIXES and name not in BESIDE and not name.startswith("truth_")


def beside(inputs: Sequence[str | Path]) -> tuple[Path | None, Path | None]:
    """
    Return the `accounts.jsonl` and `releases.json` that lie beside the inputs, each None when there is none.

    A directory is searched itself, a file in its directory; the first input that has one decides.
    """
    folders = list(dict.fromkeys(_folders(inputs)))
    return _first(folders, "accounts.jsonl"), _first(folders, "releases.json")


def _folders(inputs: Sequence[str | Path]) -> Iterator[Path]:
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            yield path
        elif path.exists():
            yield path.parent
        else:
            yield from (match if match.is_dir() else match.parent for match in _matches(given))


def _first(folders: Sequence[Path], name: str) -> Path | None:
    names = (name, *(name + suffix for suffix in COMPRESSED_SUFFIXES))
    return next((folder / found for folder in folders for found in names if (folder / found).is_file()), None)
