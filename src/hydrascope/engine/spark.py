"""The engine for many machines: Apache Spark, which runs the same steps as DuckDB."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from hydrascope.engine import arrow, duck
from hydrascope.engine.dialect import SPARK
from hydrascope.engine.model import Batches
from hydrascope.engine.session import start, unwarned
from hydrascope.engine.step import Step
from hydrascope.errors import ConfigError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TOO_LARGE = ("spark.driver.maxResultSize", "OutOfMemoryError")


class SparkEngine:
    """
    Tables on a Spark cluster; `connect("spark")` makes one.

    What each table's columns are called, and in which types they come back,
    is asked of DuckDB, which knows the same tables without any rows: so a
    query that DuckDB refuses is refused here, with the same error. Tables are
    kept on the workers and computed anew where a worker is lost.
    """

    def __init__(self, session: "SparkSession", *, owned: bool, memory: str | None = None) -> None:
        self._session = session
        self._owned = owned
        self._memory = memory
        self._known = duck.connect(threads=1)
        self._frames: dict[str, DataFrame] = {}

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table of Arrow data, which the driver holds and sends to the workers that need it."""
        self._known.put(name, table.schema.empty_table())
        self._keep(name, self._frame(table, self._schema(name)))

    def append(self, name: str, batch: pa.Table) -> None:
        """Add rows to a table, which is made on first use; columns go by name, and one that is missing is null."""
        self._known.append(name, batch.schema.empty_table())
        schema = self._schema(name)
        missing = [pa.nulls(len(batch), field.type) if field.name not in batch.column_names else batch[field.name] for field in schema]
        added = self._frame(pa.table(missing, names=schema.names), schema)
        self._keep(name, self._frames[name].union(added) if name in self._frames else added)

    def read(self, name: str, files: Sequence[str]) -> None:
        """Make a table of Parquet files with the same columns, which the workers read: any that Spark's file systems name."""
        found = self._session.read.parquet(*files)
        schema = arrow.with_unsigned(found.limit(0).toArrow().schema)
        self._known.put(name, schema.empty_table())
        frame = found.selectExpr(*(_turned(field) for field in schema))
        self._keep(name, frame)

    def write(self, name: str, folder: str) -> None:
        """Write a table into a new folder as Parquet files; unsigned numbers as decimals, which any reader knows."""
        schema = self._schema(name)
        self._frames[name].selectExpr(*(_turned(field, back=True) for field in schema)).write.parquet(folder)

    def run(self, steps: Iterable[Step]) -> None:
        """Compute each step in turn."""
        for step in steps:
            tables = self._tables()
            self._known.run([step])
            frame = self._session.sql(SPARK.translate(step.sql, tables, ordered=False))
            self._keep(step.name, self._typed(frame, step.name))

    def map(self, name: str, sql: str, function: Batches, schema: pa.Schema, *, rows: int | None = None) -> None:
        """Make a table of what a function says of the rows of a query, on the workers; hydrascope must be installed there."""
        frame, known = self._query(sql)
        self._known.put(name, schema.empty_table())
        kept = self._schema(name)

        if rows:
            frame = frame.repartition(max(1, -(-frame.count() // rows)))

        def apply(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in filter(len, batches):
                for part in arrow.unsigned(pa.Table.from_batches([batch]), known).combine_chunks().to_batches(rows):
                    yield from arrow.signed(pa.Table.from_batches([function(part)]).cast(kept)).to_batches()

        like = self._frame(kept.empty_table(), kept).schema
        with unwarned():
            made = frame.mapInArrow(apply, like)
        self._keep(name, made)

    def fetch(self, sql: str) -> pa.Table:
        """
        Return the rows of a query in the driver; order them in the query where order matters.

        Raises `ConfigError` for more than the driver may hold: half of its
        memory where that was given, else what Spark's own settings say.
        """
        frame, schema = self._query(sql)
        return arrow.unsigned(self._told(frame.toArrow), schema)

    def drop(self, name: str) -> None:
        """Forget a table that is needed no more."""
        self._known.drop(name)
        frame = self._frames.pop(name, None)
        if frame is not None:
            frame.unpersist()
            self._session.catalog.dropTempView(_quoted(name))

    def close(self) -> None:
        """Forget all tables, and end Spark where it was started for this engine."""
        for name in list(self._frames):
            self.drop(name)
        self._known.close()
        if self._owned:
            self._session.stop()

    def _frame(self, table: pa.Table, schema: pa.Schema) -> "DataFrame":
        with unwarned():
            return self._session.createDataFrame(arrow.signed(table.cast(schema)))

    def _keep(self, name: str, frame: "DataFrame") -> None:
        """Compute a table and give it its name; what had the name before is forgotten."""
        frame = frame.persist()
        self._told(frame.count)
        before = self._frames.get(name)
        self._frames[name] = frame
        self._without_history(frame).createOrReplaceTempView(_quoted(name))
        if before is not None:
            before.unpersist()

    def _without_history(self, frame: "DataFrame") -> "DataFrame":
        """
        Return the rows of a table without the query that made them.

        Spark plans the queries behind a query anew each time, and what joins
        tables that were joined before grows without bound. How lost rows are
        computed again is known below, from the resilient rows themselves.
        """
        from pyspark.sql.classic.dataframe import DataFrame  # noqa: PLC0415 (an extra)

        inner, session = frame.select("*")._jdf, self._session._jsparkSession  # noqa: SLF001 (Python has no name for them)
        return DataFrame(session.internalCreateDataFrame(inner.queryExecution().toRdd(), inner.schema(), False), self._session)

    def _query(self, sql: str) -> "tuple[DataFrame, pa.Schema]":
        schema = self._known.fetch(sql).schema
        frame = self._session.sql(SPARK.translate(sql, self._tables()))
        self._known.put("_query", schema.empty_table())
        typed = self._typed(frame, "_query")
        self._known.drop("_query")
        return typed, schema

    def _typed(self, frame: "DataFrame", name: str) -> "DataFrame":
        """Return rows in the types that DuckDB gives them."""
        kinds = self._tables([name])[name]
        return frame.selectExpr(*(f"CAST({_quoted(column)} AS {SPARK.kind(kind)}) AS {_quoted(column)}" for column, kind in kinds.items()))

    def _schema(self, name: str) -> pa.Schema:
        return self._known.fetch(f'SELECT * FROM "{name}"').schema

    def _tables(self, names: Iterable[str] | None = None) -> dict[str, dict[str, str]]:
        """Return the columns and DuckDB's types of tables; of all of them where none is named."""
        asked = self._frames if names is None else names
        return {
            name: {
                row["column_name"]: row["column_type"]
                for row in self._known.fetch(f'SELECT column_name, column_type FROM (DESCRIBE "{name}")').to_pylist()
            }
            for name in asked
        }

    def _told(self, compute: Any) -> Any:
        """Compute something, and say so where it is more than the driver may hold."""
        try:
            return compute()
        except Exception as error:
            if any(sign in str(error) for sign in _TOO_LARGE):
                memory = self._memory or "that of Spark's own settings"
                raise ConfigError(
                    f"expected a result that the driver of Spark holds but got memory={memory}; give more, or scan less at once"
                ) from error
            raise


def connect(master: str, *, threads: int | None = None, memory: str | None = None) -> SparkEngine:
    """
    Return an engine on a Spark cluster: `local[*]` in this process, `spark://HOST:7077`, `yarn` or `k8s://URL`.

    `memory` is the driver's, `threads` the most cores that are asked for.
    Raises `MissingExtraError` without PySpark and `ConfigError` for limits and
    masters that are none, and where there is no Java.

    >>> connect("http://there")
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected a Spark master such as local[*], ...
    """
    session, owned = start(master, threads=threads, memory=memory)
    return SparkEngine(session, owned=owned, memory=memory)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _turned(field: pa.Field, *, back: bool = False) -> str:
    """Return the expression that reads a column of Parquet as it is kept here, or writes it back as it is there."""
    name, sign = _quoted(field.name), f"CAST('{1 << 63}' AS DECIMAL(20, 0))"

    def turn(value: str) -> str:
        return f"CAST(CAST({value} AS DECIMAL(20, 0)) + {sign} AS DECIMAL(20, 0))" if back else f"CAST({value} - {sign} AS BIGINT)"

    if field.type == pa.uint64():
        return f"{turn(name)} AS {name}"
    if pa.types.is_list(field.type) and field.type.value_type == pa.uint64():
        return f"transform({name}, u -> {turn('u')}) AS {name}"
    return name
