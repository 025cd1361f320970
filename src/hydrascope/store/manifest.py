"""The manifest: the one file that says what a store holds. Replacing it is the moment of change."""

import msgspec
import numpy as np
from msgspec.structs import replace

from hydrascope.errors import StoreError
from hydrascope.store import layout
from hydrascope.store.layout import Layout

VERSION = 2
HOUR = 3_600_000_000  # microseconds


class Part(msgspec.Struct, frozen=True):
    """One data file of an hour: its rows, bytes on disk with names, first and last time (microseconds since 1970), and accounts from and to."""

    name: str
    hour: int
    rows: int
    bytes: int
    first: int
    last: int
    low: int
    high: int


class Refused(msgspec.Struct, frozen=True):
    """A file of rejected lines, and the hour of the last exchange that was read with them."""

    name: str
    rows: int
    hour: int


class Manifest(msgspec.Struct, frozen=True):
    """
    What a store holds.

    `told` counts, hour by hour, the lines that were read, so that with the
    rows it gives the duplicates. `taken` has the digests of the files that
    were taken in, with the hour of their last exchange. `floor` is the first
    hour that is kept. `dropped` are files that a reader of an earlier manifest
    may still want, with the second at which they were dropped.
    """

    schema_version: int
    generation: int
    key_check: str
    parts: tuple[Part, ...] = ()
    told: dict[int, int] = {}
    floor: int | None = None
    taken: dict[str, int] = {}
    accounts: str | None = None
    releases: str | None = None
    rejected: tuple[Refused, ...] = ()
    dropped: dict[str, int] = {}

    def by_hour(self) -> dict[int, list[Part]]:
        """Return the data files of each hour that has any, in their order."""
        found: dict[int, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.hour, []).append(part)
        return found

    @property
    def named(self) -> set[str]:
        """Every file that somebody may read."""
        registers = {name for name in (self.accounts, self.releases) if name}
        return {part.name for part in self.parts} | {one.name for one in self.rejected} | registers | self.dropped.keys()


class _Version(msgspec.Struct):
    schema_version: int


def label(hour: int) -> str:
    """
    Return the directory of an hour, counted since 1970.

    >>> label(490_896)
    'hour=2026-01-01T00'
    """
    return f"hour={np.datetime_as_string(np.datetime64(hour, 'h'))}"


def load(place: Layout) -> Manifest | None:
    """
    Return the manifest of a store, None where there is none.

    Raises `StoreError` for a newer version, and for a file that is no manifest.
    """
    raw = layout.read_bytes(place.manifest)
    if raw is None:
        return None
    try:
        version = msgspec.json.decode(raw, type=_Version).schema_version
        if version > VERSION:
            raise StoreError(
                f"expected a store of schema version {VERSION} or earlier but got schema_version={version} in "
                f"store={str(place.root)!r}; a newer hydrascope wrote it: update this one"
            )
        return msgspec.json.decode(raw, type=Manifest)
    except msgspec.MsgspecError as error:
        raise StoreError(f"expected a manifest but got file={str(place.manifest)!r} ({error}); restore it from a backup") from None


def commit(place: Layout, manifest: Manifest) -> Manifest:
    """Make a manifest that of the store, as the next generation; what it names must be on the disk by now."""
    after = replace(manifest, generation=manifest.generation + 1)
    layout.write_whole(place.manifest, msgspec.json.encode(after))
    return after
