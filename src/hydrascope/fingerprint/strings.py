"""Arrow string columns as the bare arrays that compiled kernels read: offsets and bytes."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa


class Strings(NamedTuple):
    """Row `i` is `data[offsets[i]:offsets[i + 1]]`, UTF-8; a null row is empty."""

    offsets: npt.NDArray[np.int64]
    data: npt.NDArray[np.uint8]


def strings(column: pa.Array) -> Strings:
    """
    Return the buffers of a string column without copying its bytes.

    >>> strings(pa.array(["ab", None, "c"], pa.large_string())).offsets
    array([0, 2, 2, 3])
    """
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if not pa.types.is_large_string(column.type):
        column = column.cast(pa.large_string())
    _, offsets, data = column.buffers()
    rows = len(column)
    if rows == 0 or offsets is None:
        return Strings(np.zeros(rows + 1, np.int64), np.zeros(0, np.uint8))
    starts = np.frombuffer(offsets, np.int64)[column.offset : column.offset + rows + 1]
    return Strings(starts, np.frombuffer(data, np.uint8) if data is not None else np.zeros(0, np.uint8))
