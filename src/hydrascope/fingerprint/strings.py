"""Arrow string columns as the bare arrays that compiled kernels read: offsets and bytes."""

from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.bits import load


class Strings(NamedTuple):
    """Row `i` is `data[offsets[i]:offsets[i + 1]]`, UTF-8; a null row is empty."""

    offsets: npt.NDArray[np.int64]
    data: npt.NDArray[np.uint8]


def _array(buffer: pa.Buffer | None, kind: type[np.generic]) -> npt.NDArray[Any]:
    """Return a buffer as an array; always read-only, since a kernel is compiled anew for each kind of array that it meets."""
    array = np.zeros(0, kind) if buffer is None else np.frombuffer(buffer, kind)
    array.flags.writeable = False
    return array


def strings(column: pa.Array | pa.ChunkedArray) -> Strings:
    """
    Return the buffers of a string column; its bytes are copied only where it has nulls or chunks.

    Slices are taken as they are; other kinds of strings, dictionaries and
    columns of nothing but nulls are cast. The arrays are read-only.

    >>> strings(pa.array(["ab", None, "c"], pa.large_string())).offsets
    array([0, 2, 2, 3])
    """
    if not pa.types.is_large_string(column.type):
        column = column.cast(pa.large_string())
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if column.null_count:  # Arrow lets a null row have bytes
        column = column.fill_null("")
    _, offsets, data = column.buffers()
    rows = len(column)
    if rows == 0:  # there may be no offsets either
        return Strings(_array(pa.py_buffer(bytes(8)), np.int64), _array(None, np.uint8))
    return Strings(_array(offsets, np.int64)[column.offset : column.offset + rows + 1], _array(data, np.uint8))


@numba.njit(cache=True, nogil=True)
def same(a, b, row):
    """Return whether a row of one `Strings` has the same bytes as that row of another."""
    start, other = a.offsets[row], b.offsets[row]
    size = a.offsets[row + 1] - start
    if size != b.offsets[row + 1] - other:
        return False
    whole = size & ~7
    for i in range(0, whole, 8):
        if load(a.data, start + i) != load(b.data, other + i):
            return False
    for i in range(whole, size):  # noqa: SIM110 -- numba compiles no generators
        if a.data[start + i] != b.data[other + i]:
            return False
    return True
