"""A snapshot hour by hour, and some accounts of it whole: for who cannot hold all of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.ahead import ahead
from hydrascope.schema import ACCOUNTS, FINGERPRINTS
from hydrascope.store.form import IDENTITY
from hydrascope.store.manifest import Part
from hydrascope.store.snapshot import Snapshot

Hashes = npt.NDArray[np.uint64]
_AHEAD = 2  # hours that are read before they are asked for


class Hourly:
    """
    The hours of a snapshot in the order of time.

    An hour of several files is put in order as one, so that it does not matter
    in how many changes it was taken in.
    """

    def __init__(self, held: Snapshot, hours: Sequence[Sequence[Part]] | None = None) -> None:
        self._held = held
        self._hours = [list(parts) for _, parts in groupby(held.parts, key=lambda part: part.hour)] if hours is None else hours

    def __getitem__(self, some: slice) -> "Hourly":
        """Return some of the hours, by their place."""
        return Hourly(self._held, self._hours[some])

    def __len__(self) -> int:
        """Return how many hours there are."""
        return len(self._hours)

    @property
    def _parts(self) -> list[Part]:
        return [part for parts in self._hours for part in parts]

    @property
    def exchanges(self) -> int:
        """How many there are, at most: those of its files."""
        return sum(part.rows for part in self._parts)

    @property
    def mark(self) -> str:
        """What tells these hours from all others, and from themselves with more in them."""
        return self._held.mark(self._parts)

    def hours(self, columns: Sequence[str]) -> Iterator[pa.Table]:
        """Yield some columns of each hour, sorted by account, time and exchange; besides those of `schema.STORED`, `exchange_id`."""
        yield from ahead(lambda parts: self._hour(parts, columns), self._hours, threads=1, waiting=_AHEAD)

    def _hour(self, parts: Sequence[Part], columns: Sequence[str]) -> pa.Table:
        if len(parts) == 1:
            return self._held.named(parts[0], columns)
        wanted = list(dict.fromkeys([*columns, *IDENTITY]))
        whole = pa.concat_tables([self._held.named(part, wanted) for part in parts])
        order = np.lexsort((whole["exchange"].to_numpy(), whole["ts"].cast(pa.int64()).to_numpy(), whole["account"].to_numpy()))
        return whole.select(columns).take(pa.array(order))

    def of(self, accounts: Hashes) -> pa.Table:
        """Return all exchanges of some accounts in `schema.FINGERPRINTS`."""
        wanted = np.sort(accounts)
        found = ahead(lambda part: self._held.fingerprints(part, lambda held: _among(held, wanted)), self._parts, threads=1, waiting=_AHEAD)
        return pa.concat_tables([FINGERPRINTS.empty_table(), *found])

    def register(self, accounts: Hashes) -> pa.Table:
        """Return what is known of some accounts in `schema.ACCOUNTS`, one row each in their order; all null but the id where nothing is."""
        wanted = pa.array(accounts)
        known = self._held.register(wanted)
        at = pc.index_in(wanted, value_set=known["account"].combine_chunks())
        rows = known.drop_columns(["account"]).take(at)
        missing = accounts[at.is_null().to_numpy(zero_copy_only=False)]
        names = self._held.called("account", missing.tolist(), self._parts)
        ids = pc.coalesce(rows["account_id"], pa.array([names.get(one) for one in accounts.tolist()], pa.string()))
        return rows.set_column(rows.schema.get_field_index("account_id"), ACCOUNTS.field("account_id"), ids).cast(ACCOUNTS)

    def pseudonymous(self, accounts: Hashes) -> pa.Table:
        """Return what is known of some accounts in `schema.STORED_ACCOUNTS`, one row each in their order; all null where nothing is."""
        known = self._held.accounts
        return known.take(pc.index_in(pa.array(accounts), value_set=known["account"].combine_chunks()))


def _among(held: pa.ChunkedArray, wanted: Hashes) -> npt.NDArray[np.bool_]:
    """Return which of the accounts of a part, which come in runs, are wanted."""
    accounts = held.to_numpy()
    begins = np.flatnonzero(np.append([True], accounts[1:] != accounts[:-1])[: len(accounts)])
    runs = accounts[begins]
    at = np.minimum(np.searchsorted(wanted, runs), max(len(wanted) - 1, 0))
    return np.repeat((wanted[at] == runs) if len(wanted) else np.zeros(len(runs), bool), np.diff(np.append(begins, len(accounts))))
