"""What a store of schema version 1 left on the disk: whole batches, in files that are named by a hash of their content, names and all."""

from pathlib import Path

import pyarrow as pa

from hydrascope.schema import ACCOUNTS, FINGERPRINTS, RELEASES
from hydrascope.store import layout
from hydrascope.store.layout import Layout
from hydrascope.store.tables import read_file

KINDS = {"fingerprints": FINGERPRINTS, "accounts": ACCOUNTS, "releases": RELEASES}


def files(place: Layout) -> list[Path]:
    """Return the files of a store of schema version 1; none where there is nothing to bring over."""
    return sorted(found for kind in KINDS for found in (place.root / kind).glob("*.parquet"))


def digest(path: Path) -> str:
    """Return what a file of that version is remembered by: it was named by its content."""
    return f"version-1:{path.parent.name}:{path.stem}"


def table(path: Path) -> tuple[str, pa.Table]:
    """Return what a file of that version holds, and its kind."""
    kind = path.parent.name
    found = read_file(path, KINDS[kind])
    return kind, KINDS[kind].empty_table() if found is None else found


def remove(place: Layout) -> None:
    """Remove the files of that version, half-written ones too."""
    for kind in KINDS:
        for pattern in ("*.parquet", "*.partial"):
            for found in (place.root / kind).glob(pattern):
                layout.remove(found)
