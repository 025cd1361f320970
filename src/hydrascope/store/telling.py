"""An exchange that several lines tell of is one exchange: which of them counts."""

import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.schema import FINGERPRINTS
from hydrascope.store.form import EXCHANGE, IDENTITY, decoded
from hydrascope.store.keys import Secret

SAME = ("exchange_id", "account_id", "ts")
# What decides between two tellings of one exchange; where they were read comes last, to decide between equals only.
TOLD = tuple(name for name in FINGERPRINTS.names if name not in {*SAME, "status", "sketch", "source", "line"})
DECIDING = (*SAME, "status", *TOLD, "source", "line")


def once(fingerprints: pa.Table) -> pa.Table:
    """
    Return each exchange once: rows with the same id, account and time are the same exchange, told by two lines.

    Where the tellings differ, the one with the lowest status counts, and
    among those what they say decides: never the order of files and lines.
    """
    same = fingerprints.select(SAME)
    return fingerprints if _distinct(same) == len(same) else fingerprints.take(_preferred(fingerprints, same))


def once_stored(wide: pa.Table, key: Secret) -> pa.Table:
    """Return each exchange once, as `once` does, of a table in its wide form; who is the same is told by pseudonyms."""
    same = wide.select(IDENTITY)
    if _distinct(same) == len(same):
        return wide
    counted = same.group_by(IDENTITY).aggregate([([], "count_all")])
    several = counted.filter(pc.greater(counted["count_all"], 1)).select(IDENTITY)
    again = shared(wide, several)
    told = wide.take(again)
    alone = pc.invert(pc.is_in(pa.array(range(len(wide))), value_set=again))
    kept = told.take(_preferred(decoded(told, EXCHANGE, key), told.select(IDENTITY)))
    return pa.concat_tables([wide.filter(alone), kept])


def shared(wide: pa.Table, others: pa.Table) -> pa.Array:
    """Return the numbers of the rows whose exchange is among others."""
    mine = wide.select(IDENTITY).append_column("at", pa.array(range(len(wide)), pa.int64()))
    found = mine.join(others.select(IDENTITY), list(IDENTITY), join_type="left semi")
    return found["at"].combine_chunks().sort()


def _distinct(same: pa.Table) -> int:
    return len(same.group_by(same.column_names).aggregate([]))


def _preferred(fingerprints: pa.Table, same: pa.Table) -> pa.Array:
    """Return the numbers of the rows that count, one for each distinct row of `same`, in order."""
    order = pc.sort_indices(_comparable(fingerprints), sort_keys=[(name, "ascending") for name in DECIDING])
    in_order = same.take(order).append_column("at", order)
    kept = in_order.group_by(same.column_names, use_threads=False).aggregate([("at", "first")])
    return kept["at_first"].combine_chunks().sort()


def _comparable(fingerprints: pa.Table) -> pa.Table:
    """Return the deciding columns in a form that can be sorted; the sketch is not among them, for it follows from the content."""
    lists = ("blocks_in", "blocks_out")
    columns = [pc.binary_join(fingerprints[name], ",") if name in lists else fingerprints[name] for name in DECIDING]
    return pa.table(columns, names=DECIDING)
