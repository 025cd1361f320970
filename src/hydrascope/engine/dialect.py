"""
Where Spark SQL parts from DuckDB's: every divergence, in one object.

A step is written once, for DuckDB. sqlglot resolves its columns and their
types against the tables as DuckDB knows them, each divergence below mends the
parsed query, and sqlglot writes it in Spark's words. What is not known to mean
the same on both engines is refused, so that no result differs in silence.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import sqlglot
from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types
from sqlglot.optimizer.qualify import qualify

from hydrascope.engine import rewrites

Columns = Mapping[str, Mapping[str, str]]

# Functions that are known to mean the same, some by a divergence below; tests/contract/test_engines.py runs them on both engines.
FUNCTIONS = (
    exp.And,
    exp.AnyValue,
    exp.ArgMax,
    exp.ArgMin,
    exp.Case,
    exp.Cast,
    exp.Coalesce,
    exp.Count,
    exp.Explode,
    exp.Greatest,
    exp.If,
    exp.Least,
    exp.Length,
    exp.Log,
    exp.Max,
    exp.Median,
    exp.Min,
    exp.Or,
    exp.Round,
    exp.RowNumber,
    exp.Sum,
    exp.TimeToUnix,
)


class Divergence(NamedTuple):
    """One thing that the engines do differently: in which nodes of a query it shows, and what stands there for Spark."""

    name: str
    duckdb: str
    spark: str
    nodes: tuple[type[exp.Expression], ...]
    mend: Callable[[exp.Expression], exp.Expression]


class Dialect(NamedTuple):
    """What one engine makes of a query in DuckDB's words."""

    name: str
    divergences: tuple[Divergence, ...]

    def translate(self, sql: str, tables: Columns, *, ordered: bool = True) -> str:
        """
        Return a query in this dialect; `tables` has DuckDB's types by table and column.

        Rows of a table have no order, so a step leaves its own out
        (`ordered=False`). Raises `TypeError` for what is not known to mean
        the same on both engines.

        >>> SPARK.translate("SELECT any_value(k) AS k FROM t", {"t": {"k": "BIGINT"}})
        'SELECT MIN(`t`.`k`) AS `k` FROM `t` AS `t`'
        >>> SPARK.translate("SELECT md5(k) AS k FROM t", {"t": {"k": "VARCHAR"}})
        Traceback (most recent call last):
        TypeError: expected a function that engines are known to agree on but got function='MD5'; add it to FUNCTIONS with a test
        """
        schema: dict[str, object] = {table: dict(columns) for table, columns in tables.items()}
        query = qualify(sqlglot.parse_one(sql, read="duckdb").transform(rewrites.decimals), schema=schema, dialect="duckdb")
        query = annotate_types(query, schema=schema, dialect="duckdb")
        _refuse_unknown(query)
        if not ordered and not query.args.get("limit"):
            query.set("order", None)
        for divergence in self.divergences:
            # The innermost first, so that what is mended may be copied into what is mended around it.
            for node in reversed(list(query.find_all(*divergence.nodes))):
                mended = divergence.mend(node)
                if mended is not node:
                    node.replace(mended)
        return query.sql(self.name)

    def kind(self, duckdb: str) -> str:
        """
        Return the type in which this engine keeps a type of DuckDB's.

        >>> SPARK.kind("UBIGINT[]"), SPARK.kind("HUGEINT"), SPARK.kind("TIMESTAMP WITH TIME ZONE")
        ('ARRAY<BIGINT>', 'DECIMAL(38, 0)', 'TIMESTAMP_LTZ')
        """
        return rewrites.kept(exp.DataType.build(duckdb, dialect="duckdb")).sql(self.name)


def _refuse_unknown(query: exp.Expression) -> None:
    for function in query.find_all(exp.Func):
        if not isinstance(function, FUNCTIONS):
            name = function.name if isinstance(function, exp.Anonymous) else function.sql_name()
            raise TypeError(
                f"expected a function that engines are known to agree on but got function={name!r}; add it to FUNCTIONS with a test"
            )
    for node in query.find_all(exp.Expression):
        rewrites.refuse_unsigned(node)


SPARK = Dialect(
    "spark",
    (
        Divergence(
            "order by all",
            "`ORDER BY ALL` sorts by each column, nulls last",
            "none before a window, and nulls first: the columns are written out",
            (exp.Order,),
            rewrites.order_by_all,
        ),
        Divergence(
            "unsigned constants",
            "`UBIGINT` holds 0 to 2^64 - 1",
            "no unsigned numbers: kept as `BIGINT` with the first bit turned, which keeps their order; constants are turned likewise",
            (*rewrites.COMPARING, exp.Coalesce, exp.Greatest, exp.Least),
            rewrites.unsigned_constants,
        ),
        Divergence(
            "unsigned xor",
            "`xor(a, b)` of `UBIGINT`",
            "the two turned first bits cancel, so it is turned once more",
            (exp.BitwiseXor,),
            rewrites.unsigned_xor,
        ),
        Divergence(
            "floats",
            "`FLOAT` with whole numbers or decimals stays `FLOAT`",
            "it becomes `DOUBLE`, which rounds elsewhere: the other side is cast to `FLOAT`",
            (
                exp.Add,
                exp.Sub,
                exp.Mul,
                exp.Div,
                exp.Neg,
                exp.Paren,
                exp.Round,
                exp.Case,
                exp.Coalesce,
                exp.Greatest,
                exp.Least,
                *rewrites.COMPARING,
            ),
            rewrites.floats,
        ),
        Divergence(
            "casts",
            "a fraction is rounded to a whole number, half to even from `DOUBLE`, half up from `DECIMAL`",
            "it is cut off: `rint` or `round` before the cast; casts from and to `UBIGINT` go through `DECIMAL(20, 0)`",
            (exp.Cast,),
            rewrites.casts,
        ),
        Divergence(
            "epoch",
            "`epoch(ts)` is a `DOUBLE` with the fraction of a second",
            "`unix_timestamp` cuts it off: made of `unix_micros(ts)`",
            (exp.TimeToUnix,),
            rewrites.epoch,
        ),
        Divergence(
            "sums",
            "the sum of whole numbers is a `HUGEINT`",
            "it stays 64 bits and overflows: summed as `DECIMAL`",
            (exp.Sum,),
            rewrites.sums,
        ),
        Divergence(
            "any value",
            "`any_value` is the first one met, not null",
            "whichever partition comes first: `min`, the same wherever steps use it, which is on values that are all the same",
            (exp.IgnoreNulls, exp.AnyValue),
            rewrites.any_value,
        ),
        Divergence(
            "arg max",
            "`arg_max(a, (b, c))` passes over a null `a`",
            "`max_by(a, struct(b, c))` does not: null where `a` is",
            (exp.ArgMax, exp.ArgMin),
            rewrites.arg_max,
        ),
        Divergence(
            "tuples", "`(b, c)` is ordered by `b`, then `c`", "`struct(b, c)` is, where none is null", (exp.Tuple,), rewrites.tuples
        ),
        Divergence(
            "lengths",
            "`len(list)` is null for null, and 64 bits",
            "`size` has 32 and may be -1: `array_size`",
            (exp.Length,),
            rewrites.lengths,
        ),
        Divergence(
            "row numbers",
            "`row_number()` has 64 bits",
            "it has 32: cast at once. Without a partition one task sorts all rows, spilling to disk",
            (exp.Window,),
            rewrites.row_numbers,
        ),
    ),
)
