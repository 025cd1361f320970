"""Tables of a store on disk: two files with the same rows, one with pseudonyms and one with names."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hydrascope.errors import StoreError
from hydrascope.schema import REJECTED
from hydrascope.store import layout
from hydrascope.store.form import EXCHANGE, Form, in_order, nameless
from hydrascope.store.layout import Layout
from hydrascope.store.manifest import HOUR, Part, label

PARQUET = ".parquet"
# Columns whose values recur: of the others, hashes above all, a dictionary costs more than it saves.
_REPEATED = (
    "account", "org", "address", "network", "end_user", "pathway", "model", "status", "system_hash", "structure_hash", "tools_hash",
    "config_hash", "headers_key", "client", "ja4", "asn", "user_turns", "tool_turns", "system_chars", "samples", "intent", "capability",
    "blocks_in.list.element", "blocks_out.list.element", "is_batch",
)  # fmt: skip
_SPLIT = ("ts", "prompt_chars", "input_chars", "answer_chars", "output_tokens", "intent_p")
# Large pages let the compressor see the rows of an account together: their shingles recur.
_SMALL = 1 << 14  # rows below which threads and dictionaries cost more than they save
_COMMON = {"compression": "zstd", "compression_level": 9, "data_page_size": 8 << 20, "row_group_size": 1 << 18, "store_schema": False}
_DATA = {
    **_COMMON,
    "use_dictionary": list(_REPEATED),
    "column_encoding": dict.fromkeys(_SPLIT, "BYTE_STREAM_SPLIT"),
    "write_statistics": ["account", "ts"],
}
_NAMES = {**_COMMON, "use_dictionary": ["account_id", "org_id", "ip", "subnet", "source"], "write_statistics": False}
_PLAIN = {**_COMMON, "write_statistics": False}


class LostError(StoreError):
    """A file that a manifest names is gone: the reader came too late, or somebody took it away."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"expected every file that the manifest names but got none for name={name}; begin again, or restore it from a backup"
        )


def fresh(folder: str, generation: int) -> str:
    """Return a name that no file has or had."""
    return f"{folder}/{generation:08d}-{secrets.token_hex(6)}{PARQUET}"


def write_part(place: Layout, wide: pa.Table, hour: int, generation: int) -> Part:
    """Write exchanges of one hour as a data file and its names, in order, and return what the manifest says of it."""
    name = fresh(label(hour), generation)
    ordered = in_order(wide)
    size = _write_pair(place, name, ordered, EXCHANGE, _DATA, _NAMES)
    times, accounts = (pc.min_max(ordered[column]) for column in ("ts", "account"))
    first, last = (times[end].cast(pa.int64()).as_py() for end in ("min", "max"))
    return Part(name, hour, len(wide), size, first, last, accounts["min"].as_py(), accounts["max"].as_py())


def write_register(place: Layout, wide: pa.Table, form: Form, folder: str, generation: int) -> str:
    """Write a small table and its names, and return their name."""
    name = fresh(folder, generation)
    _write_pair(place, name, wide, form, _PLAIN, _PLAIN)
    return name


def _write_pair(place: Layout, name: str, wide: pa.Table, form: Form, data: dict[str, object], names: dict[str, object]) -> int:
    size = 0
    for path, schema, how in ((place.names(name), form.names, names), (place.data(name), form.stored, data)):
        small = {"use_dictionary": False} if len(wide) < _SMALL else {}
        size += layout.write_table(path, wide.select(schema.names), **{**how, **small})
    return size


def write_alone(place: Layout, table: pa.Table, folder: str, generation: int, *, hidden: bool) -> str:
    """Write a table that has no second half, among the names where it is `hidden`, and return its name."""
    name = fresh(folder, generation)
    path = place.names(name) if hidden else place.data(name)
    layout.write_table(path, table, **_PLAIN)
    return name


def read_alone(place: Layout, name: str, schema: pa.Schema, *, hidden: bool) -> pa.Table:
    """Return a table that `write_alone` wrote; where the names were taken away, nothing of what was hidden."""
    table = read_file(place.names(name) if hidden else place.data(name), schema)
    if table is None and not hidden:
        raise LostError(name)
    return schema.empty_table() if table is None else table


def refused(place: Layout, name: str) -> pa.Table:
    """Return lines that could not be read."""
    return read_alone(place, name, REJECTED, hidden=True)


def read_stored(place: Layout, name: str, form: Form, columns: Sequence[str] | None = None) -> pa.Table:
    """Return some columns of the stored half of a table; raise `LostError` where the file is gone."""
    table = read_file(place.data(name), pa.schema([form.stored.field(column) for column in columns or form.stored.names]))
    if table is None:
        raise LostError(name)
    return table


def read_names(place: Layout, name: str, form: Form, columns: Sequence[str] | None = None) -> pa.Table | None:
    """Return the names that go with a table, row by row; None where they were taken away, or are not for us to read."""
    return read_file(place.names(name), pa.schema([form.names.field(column) for column in columns or form.names.names]))


def read_file(path: Path, schema: pa.Schema) -> pa.Table | None:
    """Return the columns of a schema from a file, None where there is none; raise `StoreError` where it is damaged."""
    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=schema.names, use_threads=file.metadata.num_rows > _SMALL).select(schema.names).cast(schema)
    except (FileNotFoundError, PermissionError):
        return None
    except pa.ArrowException as error:
        reason = str(error).splitlines()[0]
        raise StoreError(f"expected a whole file but got file={str(path)!r} ({reason}); restore it from a backup") from None


def read_wide(place: Layout, name: str, form: Form) -> pa.Table:
    """Return a table in its wide form."""
    names = read_names(place, name, form)  # first: who removes a table begins with the data
    stored = read_stored(place, name, form)
    if names is None:
        return nameless(stored, form)
    return pa.table([*stored.columns, *names.columns], schema=form.wide)


def hours_of(wide: pa.Table) -> pa.ChunkedArray:
    """Return the hour of each row, counted since 1970."""
    micros = wide["ts"].cast(pa.int64())
    # Arrow cuts towards nought, and hours before 1970 begin before they end all the same.
    down = pc.if_else(pc.less(micros, 0), pc.subtract(micros, HOUR - 1), micros)
    return pc.divide(down, HOUR)
