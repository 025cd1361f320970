"""Who writes to a store: one at a time, all of it or nothing."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from msgspec.structs import replace

from hydrascope.errors import StoreError
from hydrascope.schema import REJECTED, RELEASES
from hydrascope.store import earlier, keys, layout, lock, manifest, tables
from hydrascope.store.form import ACCOUNT, EXCHANGE, encoded
from hydrascope.store.keys import Secret
from hydrascope.store.layout import Layout, as_output_error
from hydrascope.store.manifest import Manifest, Refused
from hydrascope.store.merging import merged
from hydrascope.store.pile import Pile
from hydrascope.store.registers import known_accounts, known_releases

GRACE = 3600  # seconds for which a reader may still want a file that was replaced
_OWN = ("hour=", "accounts/", "releases/", "rejected/")
# What a new store may find in its directory: parts of one whose making was cut short, and what file systems put there.
_HARMLESS = {"lock", "key", "lost+found", "rejected.jsonl", f"key{layout.PARTIAL}", f"manifest.json{layout.PARTIAL}"}


class Change(NamedTuple):
    """What a run changed: exchanges added, lines that told of one that was there already, and those before the time that is kept."""

    added: int
    duplicates: int
    too_old: int


class Writer:
    """Takes what was read and brings it in with `commit`, whole; `writing` makes one. Without a commit nothing changes."""

    def __init__(self, place: Layout, key: Secret, held: Manifest) -> None:
        self.place = place
        self.held = held
        self._key = key
        self._pile = Pile(place.incoming)
        self._registers: dict[str, list[pa.Table]] = {"accounts": [], "releases": []}
        self._rejected: list[pa.Table] = []
        self._digests: set[str] = set()
        self._too_old = 0

    def knows(self, digest: str) -> bool:
        """Return whether a file with this digest of its content was taken in already."""
        return digest in self.held.taken or digest in self._digests

    def add(self, fingerprints: pa.Table) -> None:
        """Add exchanges (`schema.FINGERPRINTS`), in any order, known or not; may write to the disk."""
        wide = encoded(fingerprints, EXCHANGE, self._key)
        if self.held.floor is not None:
            kept = wide.filter(pc.greater_equal(tables.hours_of(wide), self.held.floor))
            self._too_old += len(wide) - len(kept)
            wide = kept
        with as_output_error(self.place.root):
            self._pile.add(wide)

    def register(self, accounts: pa.Table, releases: pa.Table) -> None:
        """Add what is known of accounts and releases (`schema.ACCOUNTS`, `schema.RELEASES`)."""
        self.add_kind("accounts", accounts)
        self.add_kind("releases", releases)

    def add_kind(self, kind: str, table: pa.Table) -> None:
        """Add a table of `fingerprints`, `accounts` or `releases`."""
        if kind == "fingerprints":
            self.add(table)
        else:
            self._registers[kind].append(encoded(table, ACCOUNT, self._key) if kind == "accounts" else table)

    def reject(self, rejected: pa.Table) -> None:
        """Add lines that could not be read (`schema.REJECTED`)."""
        self._rejected.append(rejected)

    def took(self, digest: str) -> None:
        """Remember that a file was read to its end."""
        self._digests.add(digest)

    def commit(self) -> Change:
        """
        Bring in all that was added and return what changed; a store to which nothing is new stays as it is, byte for byte.

        Raises `OutputError` where the disk refuses; the store is as it was then.
        """
        with as_output_error(self.place.root):
            after, added = self._exchanges(self.held)
            after = self._known(self._refused(after))
            after = replace(after, taken=dict.fromkeys(sorted(self._digests), self._last) | after.taken)
            if after != self.held:
                self.change(after)
        return Change(added, sum(self._pile.rows.values()) - added, self._too_old)

    def change(self, after: Manifest) -> None:
        """Make a manifest that of the store; files that it names no more are kept for a while."""
        now = int(time.time())
        young = {name: at for name, at in self.held.dropped.items() if now - at < GRACE}
        new = after.named - self.held.named
        layout.flush_all(half(name) for name in sorted(new) for half in (self.place.data, self.place.names) if half(name).exists())
        gone = self.held.named - self.held.dropped.keys() - after.named
        self.held = manifest.commit(self.place, replace(after, dropped=young | dict.fromkeys(sorted(gone), now)))

    @property
    def _last(self) -> int:
        """The hour of the last exchange that was added."""
        return max(self._pile.rows, default=self.held.floor or 0)

    def _exchanges(self, before: Manifest) -> tuple[Manifest, int]:
        by_hour, told, added = before.by_hour(), dict(before.told), 0
        for hour, rows in self._pile.hours():
            old = by_hour.get(hour, [])
            change = merged(self.place, self._key, hour, old, rows, before.generation + 1)
            by_hour[hour] = [part for part in old if part.name not in change.replaced] + change.written
            told[hour] = told.get(hour, 0) + len(rows)
            added += change.added
        parts = sorted((part for some in by_hour.values() for part in some), key=lambda part: (part.hour, part.name))
        return replace(before, parts=tuple(parts), told=told), added

    def _refused(self, before: Manifest) -> Manifest:
        rows = pa.concat_tables([REJECTED.empty_table(), *self._rejected])
        if pc.any(pc.equal(rows["line"], 0)).as_py():  # a file of no known format has no digest, and is told of each time
            said = {tuple(row.values()) for one in before.rejected for row in tables.refused(self.place, one.name).to_pylist()}
            rows = pa.Table.from_pylist([r for r in rows.to_pylist() if r["line"] or tuple(r.values()) not in said], REJECTED)
        if not len(rows):
            return before
        name = tables.write_alone(self.place, rows, "rejected", before.generation + 1, hidden=True)
        return replace(before, rejected=(*before.rejected, Refused(name, len(rows), self._last)))

    def _known(self, before: Manifest) -> Manifest:
        """Bring in the registers, where they say anything new."""
        accounts, releases = (pa.concat_tables([none, *self._registers[kind]]) for kind, none in _EMPTY.items())
        after, generation = before, before.generation + 1
        if len(accounts):
            old = tables.read_wide(self.place, before.accounts, ACCOUNT) if before.accounts else ACCOUNT.wide.empty_table()
            new = known_accounts(pa.concat_tables([old, accounts]))
            if not new.equals(old):
                after = replace(after, accounts=tables.write_register(self.place, new, ACCOUNT, "accounts", generation))
        if len(releases):
            was = tables.read_alone(self.place, before.releases, RELEASES, hidden=False) if before.releases else RELEASES.empty_table()
            models = known_releases(pa.concat_tables([was, releases]))
            if not models.equals(was):
                after = replace(after, releases=tables.write_alone(self.place, models, "releases", generation, hidden=False))
        return after


_EMPTY = {"accounts": ACCOUNT.wide.empty_table(), "releases": RELEASES.empty_table()}


@contextmanager
def writing(path: Path, *, key: str | None = None) -> Iterator[Writer]:
    """
    Yield the one writer of a store, which is made where it is missing and freed of what an interrupted run left.

    `key` is the store's key where it does not lie in the store. A store of an
    earlier version is brought to the present one first. Raises `StoreError`
    where another process writes to it, where the key is not its own, and where
    the directory holds something else; `OutputError` where it cannot be
    written to.
    """
    place = Layout(path)
    with as_output_error(path):
        layout.make_folder(path)
        _check_free(place)
    with lock.held(place):
        with as_output_error(path):
            held, secret = _opened(place, key)
            _sweep(place, held)
            layout.make_folder(place.names(), mode=0o700)
            layout.make_folder(place.incoming, mode=0o700)
        try:
            yield Writer(place, secret, _migrated(place, secret, held))
        finally:
            shutil.rmtree(place.incoming, ignore_errors=True)


def _opened(place: Layout, given: str | None) -> tuple[Manifest, Secret]:
    """Return the manifest and the key of a store, both made where there is none yet."""
    held, key = manifest.load(place), keys.found(place, given)
    if held is None:
        key = key or keys.made(place)
        held = manifest.commit(place, Manifest(manifest.VERSION, 0, key.check))
    return held, own(place, held, key)


def _check_free(place: Layout) -> None:
    """Raise `StoreError` where the directory of a new store holds what is no store's."""
    if not place.manifest.exists():
        foreign = [f.name for f in place.root.iterdir() if not f.name.startswith(".") and f.name not in _HARMLESS | set(earlier.KINDS)]
        if foreign:
            raise StoreError(
                f"expected a store, or an empty directory for a new one, but got store={str(place.root)!r} with {min(foreign)!r} in it; "
                "name another with --store"
            )


def own(place: Layout, held: Manifest, key: Secret | None) -> Secret:
    """Return the key where it is that of the store; raise `StoreError` where it is missing or another."""
    if key is None:
        raise StoreError(
            f"expected the key of the store but got none in store={str(place.root)!r}; set HYDRASCOPE_STORE_KEY, or put the file key back"
        )
    if key.check != held.key_check:
        raise StoreError(
            f"expected the key with which the store was made but got another for store={str(place.root)!r}; set HYDRASCOPE_STORE_KEY to it"
        )
    return key


def _sweep(place: Layout, held: Manifest) -> None:
    """Remove what nobody reads: files that an interrupted run left, and those whose time of grace is over."""
    now = int(time.time())
    late = {name for name, at in held.dropped.items() if now - at >= GRACE}
    wanted = held.named - late
    shutil.rmtree(place.incoming, ignore_errors=True)
    # Names go last: a reader who finds none reads the data next, and sees that it came too late.
    for half in (place.data, place.names):
        for name in layout.files_below(half()):
            if name.startswith(_OWN) and name not in wanted:
                layout.remove(half(name))


def _migrated(place: Layout, key: Secret, held: Manifest) -> Manifest:
    """Take in what lies there of schema version 1, in one change, and then remove it."""
    files = earlier.files(place)
    if not files:
        return held
    writer = Writer(place, key, held)
    for path in files:
        digest = earlier.digest(path)
        if not writer.knows(digest):
            kind, table = earlier.table(path)
            writer.add_kind(kind, table)
            writer.took(digest)
    writer.commit()
    earlier.remove(place)
    return writer.held
