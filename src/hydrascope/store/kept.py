"""
What a search has worked out and another can go on from: in a directory of its own among the names, since it holds names.

It is worth the time that it saves and nothing else: whatever is missing, damaged or
not ours to write is worked out again.
"""

import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.store import layout
from hydrascope.store.layout import Layout

Content = Mapping[str, npt.NDArray[Any] | pa.Table | bytes]
_LIST = "whole.json"  # names every file with its bytes, and is written last
_PACKED = pa.ipc.IpcWriteOptions(compression="lz4")
_SUFFIX = {".npy": np.ndarray, ".arrow": pa.Table, ".bin": bytes}


def _write(path: Path, value: npt.NDArray[Any] | pa.Table | bytes) -> None:
    if isinstance(value, pa.Table):
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, value.schema, options=_PACKED) as out:
            out.write_table(value)
    elif isinstance(value, bytes):
        path.write_bytes(value)
    else:
        np.save(path, value, allow_pickle=False)


def _read(path: Path) -> Any:
    if path.suffix == ".arrow":
        return pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    return path.read_bytes() if path.suffix == ".bin" else np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


class Kept:
    """
    What searches keep with a store, each under a name of the form `kind-mark`.

    Nobody but the owner may read it. Where the names were taken away, or the store is not ours to write to, nothing is kept.
    """

    def __init__(self, store: Path) -> None:
        self._folder = Layout(store).names("searches")

    def marks(self, kind: str) -> list[str]:
        """Return under which marks something of a kind is kept."""
        return sorted(
            folder.name.removeprefix(f"{kind}-") for folder in self._folder.glob(f"{kind}-*") if layout.PARTIAL not in folder.name
        )

    def get(self, kind: str, mark: str) -> dict[str, Any] | None:
        """Return what was kept under a name, arrays as they lie on the disk and not to be changed; None where it is not there whole."""
        folder = self._folder / f"{kind}-{mark}"
        try:
            sizes = msgspec.json.decode((folder / _LIST).read_bytes(), type=dict[str, int])
            if any((folder / name).stat().st_size != size for name, size in sizes.items()):
                return None
            return {Path(name).stem: _read(folder / name) for name in sizes}
        except (OSError, ValueError, pa.ArrowException, msgspec.MsgspecError):
            return None

    def put(self, kind: str, mark: str, content: Content, *, newest: int) -> bool:
        """Keep arrays, tables and bytes by name, and so many of this kind at most; return whether that could be done."""
        if not self._folder.parent.is_dir():
            return False
        partial = self._folder / f"{kind}-{mark}{layout.PARTIAL}-{secrets.token_hex(4)}"
        try:
            partial.mkdir(mode=0o700, parents=True)
            self._fill(partial, content)
            shutil.rmtree(self._folder / f"{kind}-{mark}", ignore_errors=True)
            partial.rename(self._folder / f"{kind}-{mark}")
        except OSError:
            return False
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        self._prune(kind, newest)
        return True

    @staticmethod
    def _fill(folder: Path, content: Content) -> None:
        suffix = {of: name for name, of in _SUFFIX.items()}
        for name, value in content.items():
            _write(folder / f"{name}{suffix[type(value)]}", value)
        files = list(folder.iterdir())
        layout.flush_all(files)
        layout.write_whole(folder / _LIST, msgspec.json.encode({file.name: file.stat().st_size for file in files}))

    def _prune(self, kind: str, newest: int) -> None:
        found = []
        for folder in self._folder.glob(f"{kind}-*"):
            with suppress(OSError):
                found.append((folder.stat().st_mtime_ns, folder))
        for _, folder in sorted(found, reverse=True)[newest:]:
            shutil.rmtree(folder, ignore_errors=True)

    def forget(self) -> None:
        """Remove all that was kept."""
        shutil.rmtree(self._folder, ignore_errors=True)
