"""Arrow tables as Spark takes them, and back: unsigned numbers travel as signed ones of the same order."""

import pyarrow as pa
import pyarrow.compute as pc

# Turning the first bit maps 0 to 2^64 - 1 onto the signed numbers, and keeps their order.
_TURN = pa.scalar(-(2**63), pa.int64())
_WIDER = {pa.uint8(): pa.int16(), pa.uint16(): pa.int32(), pa.uint32(): pa.int64(), pa.uint64(): pa.int64()}


def signed_type(kind: pa.DataType) -> pa.DataType:
    """
    Return the type in which a column travels.

    >>> signed_type(pa.list_(pa.uint64()))
    ListType(list<item: int64>)
    """
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(signed_type(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(signed_type(field.type)) for field in kind])
    return _WIDER.get(kind, kind)


def signed_schema(schema: pa.Schema) -> pa.Schema:
    """Return the schema in which a table travels."""
    return pa.schema([pa.field(field.name, signed_type(field.type)) for field in schema])


def signed(table: pa.Table) -> pa.Table:
    """
    Return a table as it travels.

    >>> signed(pa.table({"u": pa.array([0, 2**64 - 1, None], pa.uint64())}))["u"].to_pylist()
    [-9223372036854775808, 9223372036854775807, None]
    """
    return pa.table([_each(column, signed_type(column.type)) for column in table.columns], schema=signed_schema(table.schema))


def unsigned(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """
    Return a table that travelled in the types that it had.

    >>> there = pa.table({"u": pa.array([[7], [], None], pa.list_(pa.uint64()))})
    >>> unsigned(signed(there), there.schema).equals(there)
    True
    """
    return pa.table([_each(column, field.type) for column, field in zip(table.columns, schema, strict=True)], schema=schema)


def _each(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    # PySpark cannot do with a column of no chunks.
    return pa.chunked_array([_turned(chunk, kind) for chunk in column.chunks or [pa.array([], column.type)]], kind)


def _turned(array: pa.Array, kind: pa.DataType) -> pa.Array:
    """Return an array in another type, with the first bits turned where one of the two is unsigned and the other is not."""
    if array.type == kind:
        return array
    if pa.types.is_dictionary(array.type):
        return _turned(array.dictionary_decode(), kind)
    if pa.types.is_list(kind):
        return _turned_lists(array, kind)
    if pa.types.is_struct(kind):
        fields = [_turned(array.field(i), field.type) for i, field in enumerate(kind)]
        return pa.StructArray.from_arrays(fields, fields=list(kind), mask=array.is_null())
    if {array.type, kind} == {pa.uint64(), pa.int64()}:
        return pc.bit_wise_xor(array.view(pa.int64()), _TURN).view(kind)
    return array.cast(kind)


def _turned_lists(array: pa.Array, kind: pa.DataType) -> pa.Array:
    # Offsets are made anew: those of a slice begin anywhere, and those of nulls may span values.
    lengths = pc.fill_null(pc.list_value_length(array), 0).cast(pa.int64())
    offsets = pa.concat_arrays([pa.array([0], pa.int64()), pc.cumulative_sum(lengths)])
    offsets = offsets.cast(pa.int32()) if pa.types.is_list(kind) else offsets
    return type(pa.array([], kind)).from_arrays(offsets, _turned(array.flatten(), kind.value_type), type=kind, mask=array.is_null())


def with_unsigned(schema: pa.Schema) -> pa.Schema:
    """
    Return a schema of Parquet files as Spark reads them, with the unsigned numbers that it takes for decimals.

    >>> with_unsigned(pa.schema([("sketch", pa.list_(pa.decimal128(20, 0)))])).types
    [ListType(list<item: uint64>)]
    """

    def mended(kind: pa.DataType) -> pa.DataType:
        if pa.types.is_list(kind):
            return pa.list_(mended(kind.value_type))
        return pa.uint64() if kind == pa.decimal128(20, 0) else kind

    return pa.schema([pa.field(field.name, mended(field.type)) for field in schema])
