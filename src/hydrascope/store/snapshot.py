"""Who reads a store sees it as it was at one moment, whatever is written meanwhile."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.errors import InputError, StoreError
from hydrascope.schema import ACCOUNTS, HASHED, REJECTED, RELEASES
from hydrascope.schema.exchanges import TIMESTAMP
from hydrascope.store import earlier, keys, manifest, tables
from hydrascope.store.form import ACCOUNT, EXCHANGE, Form, decoded, named, pseudonym
from hydrascope.store.keys import Secret
from hydrascope.store.layout import Layout
from hydrascope.store.manifest import HOUR, VERSION, Manifest, Part
from hydrascope.store.tables import LostError
from hydrascope.store.writer import own

T = TypeVar("T")
ATTEMPTS = 5


class Stored(NamedTuple):
    """What a store holds: `schema.FINGERPRINTS`, `schema.ACCOUNTS` with one row an account, `schema.RELEASES` with one a model."""

    fingerprints: pa.Table
    accounts: pa.Table
    releases: pa.Table


class Snapshot:
    """
    A store at one moment, from `since` on and before `until`; `snapshot` makes one.

    A file that a later writer replaced stays for an hour. A reader that takes
    longer may meet `StoreError`; `reading` begins again then.
    """

    def __init__(self, place: Layout, key: Secret, held: Manifest, bounds: tuple[int | None, int | None]) -> None:
        self._place = place
        self._key = key
        self._held = held
        self._since, self._until = bounds

    @property
    def parts(self) -> list[Part]:
        """The data files in the order of their hours; those of one hour are sorted by account, time and exchange each for itself."""
        return [part for part in self._held.parts if self._meets(part.first, part.last)]

    def mark(self, parts: Sequence[Part]) -> str:
        """
        Return what tells the exchanges of some data files from all others of this store.

        A store takes exchanges in and lets whole hours go: as long as its hours have as many, they have the same, in however many files.
        """
        rows: dict[int, int] = {}
        for part in parts:
            rows[part.hour] = rows.get(part.hour, 0) + part.rows
        end = (max(rows, default=0) + 1) * HOUR
        said = [sorted(rows.items()), self._since, None if self._until is None or self._until >= end else self._until]
        return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()

    @property
    def duplicates(self) -> int:
        """Lines that told of an exchange of these hours which another line had told of."""
        hours = {hour for hour in self._held.told if self._meets(hour * HOUR, hour * HOUR + HOUR - 1)}
        return sum(self._held.told[hour] for hour in hours) - sum(part.rows for part in self._held.parts if part.hour in hours)

    @property
    def rejected(self) -> pa.Table:
        """The lines that could not be read, of all time (`schema.REJECTED`)."""
        return pa.concat_tables([REJECTED.empty_table(), *(tables.refused(self._place, one.name) for one in self._held.rejected)])

    @property
    def accounts(self) -> pa.Table:
        """The register in its stored form (`schema.STORED_ACCOUNTS`)."""
        name = self._held.accounts
        return tables.read_stored(self._place, name, ACCOUNT) if name else ACCOUNT.stored.empty_table()

    @property
    def releases(self) -> pa.Table:
        """When models came out (`schema.RELEASES`), by time and model."""
        name = self._held.releases
        return tables.read_alone(self._place, name, RELEASES, hidden=False) if name else RELEASES.empty_table()

    def read(self, part: Part, columns: Sequence[str] | None = None) -> pa.Table:
        """Return the rows of a data file that lie in the snapshot's time, in its order, with some columns of `schema.STORED`."""
        if self._whole(part):
            return tables.read_stored(self._place, part.name, EXCHANGE, columns)
        names = list(columns or EXCHANGE.stored.names)
        table = tables.read_stored(self._place, part.name, EXCHANGE, list(dict.fromkeys([*names, "ts"])))
        return self._timely(table).select(names)

    def names(self, kind: str, hashes: Sequence[int], parts: Sequence[Part] | None = None) -> dict[int, str]:
        """
        Return the names behind pseudonyms, as far as they are known and not taken away.

        `kind` is the pseudonym's column in `schema.STORED` or
        `schema.STORED_ACCOUNTS`: `account`, `exchange`, `org`, `address`, ...
        Names that the register does not know are looked for in `parts`, in all data files where none are given.
        """
        theirs = {ours: name for name, ours in HASHED.items()} | {"exchange": "exchange_id"}
        wanted, found = pa.array(sorted(set(hashes)), pa.uint64()), dict[int, str]()
        places = [(ACCOUNT, self._held.accounts)] if self._held.accounts else []
        for form, file in [*places, *((EXCHANGE, part.name) for part in (self.parts if parts is None else parts))]:
            if kind in form.stored.names and len(found) < len(wanted):
                found |= self._names_in(form, file, (kind, theirs[kind]), wanted)
        return found

    def _names_in(self, form: Form, file: str, columns: tuple[str, str], wanted: pa.Array) -> dict[int, str]:
        ours, theirs = columns
        names, stored = tables.read_names(self._place, file, form, [theirs]), tables.read_stored(self._place, file, form, [ours])
        if names is None:
            return {}
        both = pa.table([stored[ours], names[theirs]], names=["hash", "name"]).filter(pc.is_in(stored[ours], value_set=wanted))
        distinct = both.group_by(["hash", "name"]).aggregate([]).drop_null()
        return dict(zip(distinct["hash"].to_pylist(), distinct["name"].to_pylist(), strict=True))

    def named(self, part: Part, columns: Sequence[str]) -> pa.Table:
        """Return what `read` does; `exchange_id` may be among the columns, and is a pseudonym where the names were taken away."""
        if "exchange_id" not in columns:
            return self.read(part, columns)
        stored = tables.read_stored(
            self._place, part.name, EXCHANGE, list(dict.fromkeys([*(c for c in columns if c != "exchange_id"), "exchange", "ts"]))
        )
        names = tables.read_names(self._place, part.name, EXCHANGE, ["exchange_id"])
        missing = pa.nulls(len(stored), pa.string())
        called = named(missing if names is None else names["exchange_id"], stored["exchange"], "exchange")
        return self._timely(stored.append_column("exchange_id", called)).select(columns)

    def fingerprints(self, part: Part, chosen: Callable[[pa.ChunkedArray], npt.NDArray[np.bool_]]) -> pa.Table:
        """Return the exchanges of a data file under their names, of accounts that are `chosen` by their pseudonyms, in `schema.FINGERPRINTS`."""
        kept = chosen(tables.read_stored(self._place, part.name, EXCHANGE, ["account"])["account"])
        if not kept.any():
            return EXCHANGE.plain.empty_table()
        return decoded(self._timely(tables.read_wide(self._place, part.name, EXCHANGE).filter(pa.array(kept))), EXCHANGE, self._key)

    def register(self, accounts: pa.Array | None = None) -> pa.Table:
        """Return the register under its names, with the pseudonym of each account in `account`; of some accounts alone where these are given."""
        known = tables.read_wide(self._place, self._held.accounts, ACCOUNT) if self._held.accounts else ACCOUNT.wide.empty_table()
        known = known if accounts is None else known.filter(pc.is_in(known["account"], value_set=accounts))
        return decoded(known, ACCOUNT, self._key).append_column("account", known["account"])

    def called(self, kind: str, hashes: Sequence[int], parts: Sequence[Part] | None = None) -> dict[int, str]:
        """Return the names behind pseudonyms as `names` does, and for those whose name is not known the pseudonym as text."""
        known = self.names(kind, hashes, parts)
        return {one: known.get(one) or pseudonym(kind, one) for one in hashes}

    def stored(self) -> Stored:
        """Return all of it under its names, as it was before it was stored, in memory; raise `InputError` where there is none."""
        wide = [self._timely(tables.read_wide(self._place, part.name, EXCHANGE)) for part in self.parts]
        fingerprints = decoded(pa.concat_tables([EXCHANGE.wide.empty_table(), *wide]), EXCHANGE, self._key)
        known = self.register().drop_columns(["account"])
        accounts = known.sort_by("account_id") if len(known) else ACCOUNTS.empty_table()
        if not len(fingerprints):
            raise _nothing(self._place.root)
        return Stored(fingerprints, accounts, self.releases)

    def _meets(self, first: int, last: int) -> bool:
        return (self._since is None or last >= self._since) and (self._until is None or first < self._until)

    def _whole(self, part: Part) -> bool:
        return (self._since is None or part.first >= self._since) and (self._until is None or part.last < self._until)

    def _timely(self, table: pa.Table) -> pa.Table:
        for bound, keep in ((self._since, pc.greater_equal), (self._until, pc.less)):
            if bound is not None:
                table = table.filter(keep(table["ts"], pa.scalar(bound, pa.int64()).cast(TIMESTAMP)))
        return table


def snapshot(path: Path, *, since: datetime | None = None, until: datetime | None = None, key: str | None = None) -> Snapshot:
    """
    Return a store as it is now, from `since` on and before `until`.

    Raises `InputError` where there is no store, and `StoreError` where it is of
    another version or the key is missing or another.
    """
    place = Layout(path)
    held = manifest.load(place)
    if held is None and earlier.files(place):
        raise StoreError(
            f"expected a store of schema version {VERSION} but got version 1 in store={str(path)!r}; "
            f"run: hydrascope store migrate --store {path}"
        )
    if held is None:
        raise _nothing(path)
    return Snapshot(place, own(place, held, keys.found(place, key)), held, (_micros(since), _micros(until)))


def reading(
    path: Path,
    read: Callable[[Snapshot], T],
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    key: str | None = None,
) -> T:
    """
    Return what `read` makes of a store as it is now; it is called again with a later snapshot where a file was removed meanwhile.

    Raises what `snapshot` raises, and `StoreError` where a file stays missing.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return read(snapshot(path, since=since, until=until, key=key))
        except LostError:
            continue
    return read(snapshot(path, since=since, until=until, key=key))


def get(path: Path, *, since: datetime | None = None, until: datetime | None = None, key: str | None = None) -> Stored:
    """
    Return what a store holds of a stretch of time: from `since` on, before `until`.

    Raises `InputError` where there is no store, or nothing in that time, and
    `StoreError` as `snapshot` does.
    """
    return reading(path, lambda seen: seen.stored(), since=since, until=until, key=key)


def _nothing(path: Path) -> InputError:
    return InputError(f"expected a store with exchanges but got store={str(path)!r} with none in that time; run: hydrascope ingest")


def _micros(time: datetime | None) -> int | None:
    return None if time is None else pa.scalar(time, TIMESTAMP).cast(pa.int64()).as_py()
