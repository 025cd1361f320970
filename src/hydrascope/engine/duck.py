"""The embedded engine: DuckDB in the process."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from hydrascope.engine.step import Step


class Engine:
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
        """Add rows to a table, which is made on first use."""
        self._connection.register("_incoming", batch)
        self._connection.execute(f'CREATE TABLE IF NOT EXISTS "{name}" AS SELECT * FROM _incoming LIMIT 0')
        self._connection.execute(f'INSERT INTO "{name}" SELECT * FROM _incoming')
        self._connection.unregister("_incoming")

    def run(self, steps: Iterable[Step]) -> None:
        """Compute each step in turn."""
        for step in steps:
            self._connection.execute(f'CREATE OR REPLACE TABLE "{step.name}" AS {step.sql}')

    def fetch(self, sql: str) -> pa.Table:
        """Return the rows of a query; order them in the query where order matters."""
        return self._connection.sql(sql).to_arrow_table()

    def drop(self, name: str) -> None:
        """Forget a table that is needed no more."""
        self._connection.execute(f'DROP TABLE IF EXISTS "{name}"')


def connect(*, threads: int | None = None, memory: str | None = None) -> Engine:
    """Return an engine in this process, held to so many threads and so much memory (`4GB`)."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone='UTC'")
    if threads:
        connection.execute(f"SET threads={int(threads)}")
    if memory:
        connection.execute("SET memory_limit=?", [memory])
    return Engine(connection)
