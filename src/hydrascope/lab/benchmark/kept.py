"""
What a run has finished, on disk: one file a cell, whole or not there at all.

A file's name carries a hash of the code that made it, so that a changed
detector or a changed world is computed anew and everything else is not.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec

import hydrascope
from hydrascope.lab.benchmark.ablation import PREFIX
from hydrascope.lab.benchmark.plan import ALARM, OURS, Cell

_ROOT = Path(hydrascope.__file__).parent
_WORLD = (
    "errors.py",
    "schema",
    "sources",
    "fingerprint",
    "engine",
    "pipeline.py",
    "lab/worlds",
    "lab/benchmark/observe.py",
    "lab/benchmark/truth.py",
    "lab/benchmark/records.py",
)
_BASELINE = ("lab/detectors", "lab/benchmark/cell.py")
_REPLAY = ("lab/benchmark/measures/alarm.py",)
_OURS = ("detect", "campaigns", "lab/benchmark/measures/attribution.py", "lab/benchmark/measures/groups.py")
_SOURCES = (".py", ".npz", ".json", ".txt", ".csv")
Kept = TypeVar("Kept", bound=msgspec.Struct)


def world_path(out: Path, cell: Cell) -> Path:
    """Return where the truth about the cell's world is kept."""
    return out / "worlds" / f"{cell.world}-{cell.seed}-{cell.scale:g}-{_digest(_WORLD)[:10]}.json"


def cell_path(out: Path, cell: Cell) -> Path:
    """Return where the cell's result is kept."""
    code = _digest(
        _WORLD + _BASELINE + (_OURS if cell.detector.startswith((OURS, PREFIX)) else ()) + (_REPLAY if cell.measure == ALARM else ())
    )
    return out / "cells" / f"{cell.world}-{cell.seed}-{cell.scale:g}-{cell.detector.replace(' ', '_')}-{cell.measure}-{code[:10]}.json"


def done(out: Path, cell: Cell) -> bool:
    """Return whether the cell and the truth about its world are there."""
    return cell_path(out, cell).is_file() and world_path(out, cell).is_file()


def keep(path: Path, record: msgspec.Struct) -> None:
    """Write a record, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.encode(record))
    partial.replace(path)


def read(path: Path, kind: type[Kept]) -> Kept:
    """Return a record that was kept."""
    return msgspec.json.decode(path.read_bytes(), type=kind)


@cache
def _digest(parts: tuple[str, ...]) -> str:
    """Return a hash of the package's version and of the source of some of its parts."""
    found = hashlib.blake2b(version("hydrascope").encode(), digest_size=16)
    for part in parts:
        place = _ROOT / part
        for path in [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.suffix in _SOURCES):
            found.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
