"""The embedded engine: DuckDB in the process."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from hydrascope.engine.model import Batches
from hydrascope.engine.step import Step
from hydrascope.errors import ConfigError

ROWS = 10_000  # of a batch that a function is given


class DuckEngine:
    """
    Tables by name, and SQL steps that make new ones.

    >>> engine = connect()
    >>> engine.put("t", pa.table({"n": [1, 2, 3]}))
    >>> engine.run([Step("odd", "SELECT n FROM t WHERE n % 2 = 1 ORDER BY n")])
    >>> engine.fetch("SELECT sum(n)::BIGINT AS total FROM odd").to_pylist()
    [{'total': 4}]
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table of Arrow data, copied into the engine."""
        self._connection.register("_incoming", table)
        self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM _incoming')
        self._connection.unregister("_incoming")

    def append(self, name: str, batch: pa.Table) -> None:
        """Add rows to a table, which is made on first use; columns go by name, and one that is missing is null."""
        self._connection.register("_incoming", batch)
        self._connection.execute(f'CREATE TABLE IF NOT EXISTS "{name}" AS SELECT * FROM _incoming LIMIT 0')
        self._connection.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM _incoming')
        self._connection.unregister("_incoming")

    def read(self, name: str, files: Sequence[str]) -> None:
        """Make a table of Parquet files with the same columns."""
        self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM read_parquet(?)', [list(files)])

    def write(self, name: str, folder: str) -> None:
        """Write a table into a new folder as a Parquet file."""
        Path(folder).mkdir(parents=True)
        self._connection.execute(f"""COPY "{name}" TO '{folder.replace("'", "''")}/rows.parquet' (FORMAT parquet)""")

    def run(self, steps: Iterable[Step]) -> None:
        """Compute each step in turn."""
        for step in steps:
            self._connection.execute(f'CREATE OR REPLACE TABLE "{step.name}" AS {step.sql}')

    def map(self, name: str, sql: str, function: Batches, schema: pa.Schema, *, rows: int | None = None) -> None:
        """Make a table of what a function says of the rows of a query, a batch at a time."""
        self.put(name, schema.empty_table())
        for batch in self.fetch(sql).combine_chunks().to_batches(rows or ROWS):
            self.append(name, pa.Table.from_batches([function(batch)]))

    def fetch(self, sql: str) -> pa.Table:
        """Return the rows of a query; order them in the query where order matters."""
        return self._connection.sql(sql).to_arrow_table()

    def drop(self, name: str) -> None:
        """Forget a table that is needed no more."""
        self._connection.execute(f'DROP TABLE IF EXISTS "{name}"')

    def close(self) -> None:
        """Give back the memory that the tables take."""
        self._connection.close()


def connect(*, threads: int | None = None, memory: str | None = None) -> DuckEngine:
    """
    Return an engine in this process, held to so many threads and so much memory (`4GB`).

    Raises `ConfigError` where one of them is none.

    >>> connect(memory="much")
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected a size with its unit, such as 4GB, but got memory='much'
    """
    connection = duckdb.connect(":memory:")
    # A step sees tables of the engine and nothing else: no variable of Python that happens to have the name.
    connection.execute("SET python_enable_replacements=false")
    connection.execute("SET TimeZone='UTC'")
    if threads is not None:
        _set(connection, "threads", threads, "a whole number from 1 on")
    if memory is not None:
        _set(connection, "memory_limit", memory, "a size with its unit, such as 4GB,")
    return DuckEngine(connection)


def _set(connection: duckdb.DuckDBPyConnection, name: str, value: int | str, expected: str) -> None:
    try:
        connection.execute(f"SET {name}=?", [value])
    except duckdb.Error as error:
        raise ConfigError(f"expected {expected} but got {name.removesuffix('_limit')}={value!r}") from error
