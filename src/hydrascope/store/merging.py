"""How rows come into an hour that has some already: each exchange once, whoever told of it first."""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.store.form import EXCHANGE, IDENTITY
from hydrascope.store.keys import Secret
from hydrascope.store.layout import Layout
from hydrascope.store.manifest import Part
from hydrascope.store.pile import bounds
from hydrascope.store.tables import read_stored, read_wide, write_part
from hydrascope.store.telling import once_stored, shared


class Merged(NamedTuple):
    """What becomes of an hour: files that are new, names of those that they replace, and exchanges that nobody told of before."""

    written: list[Part]
    replaced: set[str]
    added: int


def merged(place: Layout, key: Secret, hour: int, old: Sequence[Part], rows: pa.Table, generation: int) -> Merged:
    """Write the rows that are new, and anew the files of which an exchange is now told better."""
    new, written, replaced = once_stored(rows, key), [], set()
    added = len(new)
    for part in old:
        known = _known(place, part, new)
        if not len(known):
            continue
        added -= len(known)
        better, rest = _contest(place, key, part, new.take(known))
        new = pa.concat_tables([_without(new, known), better])
        if len(better):
            replaced.add(part.name)
            written += [write_part(place, rest, hour, generation)] if len(rest) else []
    return Merged(written + ([write_part(place, new, hour, generation)] if len(new) else []), replaced, added)


def _known(place: Layout, part: Part, new: pa.Table) -> pa.Array:
    """Return the numbers of the rows whose exchange is in a file already; nothing but its key columns is read."""
    accounts = pc.min_max(new["account"])
    if not len(new) or accounts["max"].as_py() < part.low or accounts["min"].as_py() > part.high:
        return pa.array([], pa.int64())
    return shared(new, read_stored(place, part.name, EXCHANGE, IDENTITY))


def _contest(place: Layout, key: Secret, part: Part, told: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Return the new tellings that count more than those in the file, and what of the file stays."""
    held = read_wide(place, part.name, EXCHANGE)
    mine = held.take(shared(held, told))
    kept = once_stored(pa.concat_tables([_marked(mine, new=False), _marked(told, new=True)]), key)
    better = told.take(shared(told, kept.filter(kept["new"])))
    return better, _without(held, shared(held, better))


def _marked(rows: pa.Table, *, new: bool) -> pa.Table:
    """Return rows that say whether they are new, and not where they were read: the same words from elsewhere replace nothing."""
    for name in ("source", "line"):
        rows = rows.set_column(rows.column_names.index(name), name, pa.nulls(len(rows), rows[name].type))
    return rows.append_column("new", pa.array([new] * len(rows), pa.bool_()))


def _without(table: pa.Table, numbers: pa.Array) -> pa.Table:
    return table.filter(pc.invert(pc.is_in(pa.array(range(len(table)), pa.int64()), value_set=numbers)))


def joined(place: Layout, hour: int, parts: Sequence[Part], generation: int, slice_rows: int) -> list[Part]:
    """Write the files of an hour as few, the exchanges of some accounts in each, and return them."""
    written = []
    for low, high in bounds(sum(part.rows for part in parts), slice_rows):
        tables = [_of_accounts(place, part, low, high) for part in parts if part.low <= high and part.high >= low]
        rows = pa.concat_tables([EXCHANGE.wide.empty_table(), *tables])
        written += [write_part(place, rows, hour, generation)] if len(rows) else []
    return written


def _of_accounts(place: Layout, part: Part, low: int, high: int) -> pa.Table:
    wide = read_wide(place, part.name, EXCHANGE)
    if low <= part.low and part.high <= high:
        return wide
    above, below = (
        pc.greater_equal(wide["account"], pa.scalar(low, pa.uint64())),
        pc.less_equal(wide["account"], pa.scalar(high, pa.uint64())),
    )
    return wide.filter(pc.and_(above, below))
