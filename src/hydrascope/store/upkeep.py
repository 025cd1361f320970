"""What an operator does to a store: throw away what is old, merge what is small, and look."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
from msgspec.structs import replace

from hydrascope.errors import InputError
from hydrascope.store import earlier, layout, manifest, tables
from hydrascope.store.kept import Kept
from hydrascope.store.layout import Layout, as_output_error
from hydrascope.store.manifest import HOUR, Part, Refused
from hydrascope.store.merging import joined
from hydrascope.store.pile import SLICE_ROWS
from hydrascope.store.writer import Writer, writing


class Info(msgspec.Struct):
    """
    What lies in a store.

    Bytes are those of data and names together, and `bytes_each` those of a
    fingerprint; `garbage` are files that are kept for readers only.
    """

    schema_version: int
    generation: int
    hours: int
    exchanges: int
    duplicates: int
    rejected: int
    files: int
    bytes: int
    bytes_each: float
    garbage: int
    kept_from: datetime | None
    first: datetime | None
    last: datetime | None


def info(path: Path) -> Info:
    """
    Return what lies in a store; needs no key.

    Raises `InputError` where there is none, and `StoreError` where it is of a
    newer version or damaged.
    """
    place = Layout(path)
    held = manifest.load(place)
    if held is None:
        old = earlier.files(place)
        if not old:
            raise InputError(f"expected a store but got store={str(path)!r} without one; run: hydrascope ingest")
        size = sum(file.stat().st_size for file in old)
        return Info(1, 0, 0, 0, 0, 0, len(old), size, 0.0, 0, None, None, None)
    parts, rows = held.parts, sum(part.rows for part in held.parts)
    size = sum(part.bytes for part in parts)
    return Info(
        schema_version=held.schema_version,
        generation=held.generation,
        hours=len({part.hour for part in parts}),
        exchanges=rows,
        duplicates=sum(held.told.values()) - rows,
        rejected=sum(one.rows for one in held.rejected),
        files=len(parts),
        bytes=size,
        bytes_each=round(size / rows, 1) if rows else 0.0,
        garbage=len(held.dropped),
        kept_from=_time(None if held.floor is None else held.floor * HOUR),
        first=_time(min((part.first for part in parts), default=None)),
        last=_time(max((part.last for part in parts), default=None)),
    )


def _time(micros: int | None) -> datetime | None:
    """Return a time; None where there is none, or none that a calendar has."""
    found = None if micros is None else np.datetime64(micros, "us").item()
    return found.replace(tzinfo=UTC) if isinstance(found, datetime) else None


def expire(path: Path, *, before: datetime, key: str | None = None) -> int:
    """
    Remove the exchanges of all hours that end before a time, and return how many; what is that old is not taken in again.

    Raises what `writing` raises.
    """
    with writing(path, key=key) as writer, as_output_error(path):
        held = writer.held
        floor = max(int(before.timestamp() // 3600), held.floor if held.floor is not None else -(1 << 62))
        old = [part for part in held.parts if part.hour < floor]
        after = replace(
            held,
            floor=floor,
            parts=tuple(part for part in held.parts if part.hour >= floor),
            told={hour: count for hour, count in held.told.items() if hour >= floor},
            taken={digest: hour for digest, hour in held.taken.items() if hour >= floor},
            rejected=tuple(one for one in held.rejected if one.hour >= floor),
        )
        if after != held:
            writer.change(after)
            Kept(path).forget()
        return sum(part.rows for part in old)


def compact(path: Path, *, key: str | None = None, slice_rows: int = SLICE_ROWS) -> int:
    """
    Merge the small files of each hour, and return how many files fewer there are; what is read of the store stays the same.

    Raises what `writing` raises.
    """
    with writing(path, key=key) as writer, as_output_error(path):
        held, kept = writer.held, list[Part]()
        for hour, parts in held.by_hour().items():
            enough = len(parts) <= -(-sum(part.rows for part in parts) // slice_rows)
            kept += parts if enough else joined(writer.place, hour, parts, held.generation + 1, slice_rows)
        after = replace(held, parts=tuple(kept), rejected=_refused(writer))
        if after != held:
            writer.change(after)
        return len(held.parts) - len(kept)


def _refused(writer: Writer) -> tuple[Refused, ...]:
    """Return the lists of rejected lines as one."""
    lists, generation = writer.held.rejected, writer.held.generation + 1
    if len(lists) < 2:
        return lists
    rows = pa.concat_tables([tables.refused(writer.place, one.name) for one in lists])
    if len(rows) < sum(one.rows for one in lists):  # taken away: there is nothing to merge
        return lists
    name = tables.write_alone(writer.place, rows, "rejected", generation, hidden=True)
    return (Refused(name, len(rows), max(one.hour for one in lists)),)


def purge(path: Path, *, key: str | None = None) -> int:
    """Remove at once what is kept for readers only, and return how many files; a reader that runs may have to begin again, and a search starts from nothing."""
    with writing(path, key=key) as writer, as_output_error(path):
        held = writer.held
        for half in (writer.place.data, writer.place.names):
            for name in held.dropped:
                layout.remove(half(name))
        Kept(path).forget()
        if held.dropped:
            manifest.commit(writer.place, replace(held, dropped={}))
        return len(held.dropped)


def migrate(path: Path, *, key: str | None = None) -> bool:
    """
    Bring a store to the present schema version, and return whether there was anything to bring over.

    Raises `InputError` where there is no store, and what `writing` raises.
    """
    found = info(path)
    with writing(path, key=key) as writer:
        return writer.held.generation > found.generation
