"""
A world of fingerprints without text: `python -m hydrascope.lab.simulate_fingerprints --exchanges 1e6 --seed 1 --out w.parquet`.

Writes `w.parquet` in `schema.FINGERPRINTS`, and beside it the register and the
truth: `w.accounts.parquet`, `w.truth_accounts.parquet` and
`w.truth_exchanges.parquet`. Prints how fast rows were made and written.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from hydrascope.errors import ConfigError, HydrascopeError, OutputError
from hydrascope.lab.worlds.crowd import Crowd, Harvest, register, truth_accounts
from hydrascope.lab.worlds.fingerprints_only import fingerprints, truth_exchanges
from hydrascope.schema import FINGERPRINTS

_REPEATED = ["account_id", "model", "client", "ja4", "ip", "subnet"]  # the rest is random, and a dictionary of it only costs time


class Written(NamedTuple):
    """What a run wrote: rows, and the processor seconds to make them and to write them too."""

    rows: int
    making: float
    whole: float


def crowd_of(exchanges: float) -> Crowd:
    """
    Return a world of about so many exchanges: one campaign of at most 300 heads, and at most a twentieth of all, in honest accounts.

    Raises `ConfigError` below 1,000 or above a billion exchanges.

    >>> crowd_of(1e6).accounts
    19388
    """
    if not 1e3 <= exchanges <= 1e9:
        raise ConfigError(f"expected 1e3 to 1e9 exchanges but got exchanges={exchanges!r}; 1e6 is the usual size")
    usual, crowd = Harvest(), Crowd()
    a_head = usual.per_day * crowd.days / (1 - usual.cover)
    heads = max(4, min(usual.heads, int(exchanges / 20 / a_head)))
    honest = (exchanges - heads * a_head) / (crowd.per_day * crowd.days)
    return Crowd(accounts=max(1, round(honest)), campaigns=(Harvest(heads=heads),))


def write(spec: Crowd, seed: int, out: Path) -> Written:
    """
    Write a world into four Parquet files.

    Raises `OutputError` where they cannot be written.
    """
    making, rows, start = 0.0, 0, time.process_time()
    try:
        with pq.ParquetWriter(out, FINGERPRINTS, compression="lz4", use_dictionary=_REPEATED, write_statistics=False) as file:
            batches = fingerprints(spec, seed)
            while (batch := _timed(batches)) is not None:
                making += batch[1]
                rows += batch[0].num_rows
                file.write_batch(batch[0])
        pq.write_table(register(spec, seed), out.with_suffix(".accounts.parquet"))
        pq.write_table(truth_accounts(spec, seed), out.with_suffix(".truth_accounts.parquet"))
        pq.write_table(pa.Table.from_batches(truth_exchanges(spec, seed)), out.with_suffix(".truth_exchanges.parquet"))
    except OSError as error:
        raise OutputError(f"expected a file to write but got out={str(out)!r}: {error}; choose another with --out") from error
    return Written(rows, making, time.process_time() - start)


def _timed(batches: Iterator[pa.RecordBatch]) -> tuple[pa.RecordBatch, float] | None:
    start = time.process_time()
    batch = next(batches, None)
    return None if batch is None else (batch, time.process_time() - start)


def main(arguments: list[str] | None = None) -> int:
    """Write a world and print the rates; 2 when it cannot be done."""
    parser = argparse.ArgumentParser(
        prog="python -m hydrascope.lab.simulate_fingerprints", description="A world of fingerprints without text."
    )
    parser.add_argument("--exchanges", type=float, default=1e6, help="about how many (default 1e6)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="Parquet file; register and truth are written beside it")
    given = parser.parse_args(arguments)
    try:
        done = write(crowd_of(given.exchanges), given.seed, given.out)
    except HydrascopeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    print(f"{done.rows:,} exchanges; made {done.rows / done.making:,.0f} a second, with files {done.rows / done.whole:,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
