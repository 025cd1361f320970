"""How a schema is written down and read back: a field and what it means."""

import pyarrow as pa


def column(name: str, kind: pa.DataType, means: str, *, required: bool = False) -> pa.Field:
    """
    Return a field that carries its meaning or unit.

    >>> column("latency_ms", pa.float64(), "milliseconds").metadata
    {b'means': b'milliseconds'}
    """
    return pa.field(name, kind, nullable=not required, metadata={"means": means})


def describe(schema: pa.Schema) -> str:
    """
    Return one line a column: name, type and meaning.

    >>> print(describe(pa.schema([column("n", pa.int64(), "how many")])))
    n: int64 (how many)
    """
    return "\n".join(f"{f.name}: {f.type} ({(f.metadata or {}).get(b'means', b'').decode()})" for f in schema)
