"""Which file is which, by what is in it: the same content again need not be read, under whatever name it comes."""

import hashlib
from pathlib import Path


class Contents:
    """
    Digests of the content of files, by how they are read.

    >>> seen = Contents(None)
    >>> seen.of(Path("gone"), "contract")
    Traceback (most recent call last):
    FileNotFoundError: ...
    """

    def __init__(self, mapping: Path | None) -> None:
        self._mapping = mapping
        self._seen: dict[Path, tuple[str, tuple[int, ...]]] = {}

    def of(self, path: Path, reader: str) -> str:
        """Return the digest of a file for a reader; where a mapping decides what is read, it counts too."""
        if path not in self._seen:
            before = _state(path)
            self._seen[path] = (_named(path, reader, self._mapping if reader == "mapped" else None), before)
        return self._seen[path][0]

    def unchanged(self) -> list[str]:
        """Return the digests of the files that are still as they were: of the others nobody knows what was read."""
        return [digest for path, (digest, before) in self._seen.items() if _state(path) == before]


def _named(path: Path, reader: str, mapping: Path | None) -> str:
    return ":".join([reader, *(_digest(one) for one in (path, mapping) if one is not None)])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _state(path: Path) -> tuple[int, ...]:
    """Return what changes with the content; nothing where the file is gone."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_size, found.st_mtime_ns)
