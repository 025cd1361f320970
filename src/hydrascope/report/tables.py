"""The tables of the results: accounts and exchanges as Parquet, rejected lines as JSON lines."""

import json
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hydrascope.campaigns.model import ScanResult

ACCOUNT_COLUMNS = ("account_id", "score", "verdict", "campaign_id", "reasons")
EXCHANGE_COLUMNS = ("exchange_id", "account_id", "campaign_id", "template_id", "intent", "capability")
_LINES = 10_000
_ROWS = 1 << 20


def write_accounts(result: ScanResult, path: Path) -> None:
    """Write `accounts.parquet`: one row an account, the contract's columns first, sorted by account."""
    accounts = _contract_first(result.account_verdicts, ACCOUNT_COLUMNS).sort_by("account_id")
    pq.write_table(accounts, path, compression="zstd")


def write_exchanges(result: ScanResult, path: Path) -> None:
    """Write `exchanges.parquet`: one row an attributed exchange, sorted by campaign, account and exchange."""
    table = _contract_first(result.attributed, EXCHANGE_COLUMNS).unify_dictionaries()
    ranks = {name: _ranks(table[name]) for name in ("campaign_id", "account_id")}
    order = pc.sort_indices(
        pa.table({**ranks, "exchange_id": table["exchange_id"]}), [(name, "ascending") for name in (*ranks, "exchange_id")]
    )
    plain = pa.schema([field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field for field in table.schema])
    with pq.ParquetWriter(path, plain, compression="zstd") as file:
        for begin in range(0, max(len(table), 1), _ROWS):  # millions of rows are never in order all at once
            file.write_table(table.take(order[begin : begin + _ROWS]).cast(plain))


def _ranks(column: pa.ChunkedArray) -> pa.Array:
    """Return the place of each text in the order of those that a column has; all its parts have one dictionary."""
    column = column.combine_chunks()
    return pc.rank(column.dictionary, tiebreaker="dense").take(column.indices) if len(column) else pa.array([], pa.uint64())


def write_rejected(rejected: pa.Table, path: Path) -> None:
    """Write `rejected.jsonl`: source, line and reason of every line that could not be read, sorted by source and line."""
    with path.open("wb") as file:
        for batch in _sorted_rejects(rejected).to_batches(max_chunksize=_LINES):
            _write_lines(batch, file)


def _write_lines(batch: pa.RecordBatch, file: BinaryIO) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in batch.to_pylist())
    file.write("".join(lines).encode("utf-8", errors="backslashreplace"))


def _sorted_rejects(rejected: pa.Table) -> pa.Table:
    kept = rejected.select(["source", "line", "reason"])
    return kept.sort_by([("source", "ascending"), ("line", "ascending"), ("reason", "ascending")])


def _contract_first(table: pa.Table, first: tuple[str, ...]) -> pa.Table:
    return table.select([*first, *(name for name in table.column_names if name not in first)])
