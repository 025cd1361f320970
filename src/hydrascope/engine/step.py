"""A named SQL step: a pure description of a table, in DuckDB's dialect."""

from typing import NamedTuple


class Step(NamedTuple):
    """`sql` is a query; its rows become the table `name`."""

    name: str
    sql: str
