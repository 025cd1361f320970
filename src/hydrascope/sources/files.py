"""Which files an input means: files, directories and globs, in one order, each once."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR
from typing import NamedTuple, NoReturn

from hydrascope.errors import InputError

# What lies beside traffic and is not traffic.
BESIDE = ("accounts.jsonl", "releases.json", "rejected.jsonl", "campaigns.json")
TRAFFIC_SUFFIXES = (".jsonl", ".ndjson", ".json", ".log", ".csv", ".parquet", ".pq")
COMPRESSED_SUFFIXES = (".gz", ".zst", ".zstd")
HIDDEN = (".", "_")
TO_A_FILE = "write it to a file and name that"


class File(NamedTuple):
    """One file of traffic: where it lies, whether the user named it or a directory held it, and the path that he gave, where that is another."""

    path: Path
    named: bool
    given: Path | None = None

    @property
    def source(self) -> str:
        """The path as given, with forward slashes: the `source` of its rows."""
        return os.fsencode((self.given or self.path).as_posix()).decode("utf-8", "replace")


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
            first = min(file, known, key=lambda one: one.source)
            found[file.path.resolve()] = File(first.path, file.named or known.named)
    return sorted(found.values(), key=lambda file: file.source)


def _expanded(given: str | Path) -> list[File]:
    path = Path(given)
    there = _there(given)
    if there is None:
        files = [file for match in _matches(given) for file in _expanded(match)]
        if not files:
            raise InputError(f"expected a file, a directory or a glob that matches but got input={given}; check the path")
        return files
    if not S_ISDIR(there.st_mode):
        return [File(regular(path), True)]
    files = [File(found, False) for found in sorted(_below(path)) if found.is_file()]
    if not files:
        suffixes = ", ".join(TRAFFIC_SUFFIXES)
        raise InputError(f"expected a directory with traffic ({suffixes}) but got input={path} with none; name the files")
    return files


def _there(given: str | Path) -> os.stat_result | None:
    """Return what lies at a path, None for nothing; raise `InputError` for no path at all and for one that we may not look at."""
    if given in {"", "-"}:
        mend = f"input is read twice, so {TO_A_FILE}" if given else "name the traffic"
        raise InputError(f"expected a file, a directory or a glob but got input={given!r}; {mend}")
    try:
        return Path(given).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        raise InputError(
            f"expected a path that can be read but got input={given} ({error.strerror}); check it and its permissions"
        ) from None


def regular(path: Path) -> Path:
    """Return the path where it is no pipe and no device, which could be read only once; raise `InputError` where it is one."""
    if not (path.is_file() or path.is_dir()) and path.exists():
        raise InputError(f"expected a file but got input={path}, a pipe or a device; input is read twice, so {TO_A_FILE}")
    return path


def _below(folder: Path) -> Iterator[Path]:
    """Yield the paths below a directory that are named as traffic is; raise `InputError` for a directory that cannot be listed."""
    for root, folders, names in os.walk(folder, onerror=_unlisted):
        folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
        yield from (Path(root, name) for name in names if _is_traffic(name))


def _unlisted(error: OSError) -> NoReturn:
    place = error.filename
    raise InputError(f"expected a directory that can be read but got input={place} ({error.strerror}); check its permissions") from None


def _matches(pattern: str | Path) -> list[Path]:
    """Return what a glob matches; `Path.glob` would need the pattern cut into a root and a rest."""
    return [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))] if glob.has_magic(str(pattern)) else []  # noqa: PTH207


def _is_traffic(name: str) -> bool:
    path = Path(name.lower())
    while path.suffix in COMPRESSED_SUFFIXES:
        path = path.with_suffix("")
    known = path.suffix in TRAFFIC_SUFFIXES and path.name not in BESIDE
    return known and not path.name.startswith((*HIDDEN, "truth_"))


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
