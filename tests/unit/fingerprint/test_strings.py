from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.fingerprint.strings import same, strings

ROWS = ["ab", None, "", "日本", "e"]
LARGE = pa.array(ROWS, pa.large_string())


def read(column):
    """Return the rows as a kernel sees them."""
    offsets, data = strings(column)
    return [data[a:b].tobytes().decode() for a, b in pairwise(offsets)]


@pytest.mark.parametrize(
    "column",
    [
        LARGE,
        pa.array(ROWS, pa.string()),
        LARGE.dictionary_encode(),
        LARGE.cast(pa.string_view()),
        pa.chunked_array([LARGE[:2], LARGE[2:]]),
        pa.chunked_array([pa.array(ROWS[:2]), pa.array(ROWS[2:])]),
        pa.concat_arrays([LARGE, LARGE])[5:],
        pa.chunked_array([pa.concat_arrays([LARGE, LARGE])[5:8], LARGE[3:]]),
    ],
    ids=["large", "small", "dictionary", "view", "chunked", "chunked small", "sliced", "chunked slices"],
)
def test_every_kind_of_column_reads_alike(column):
    """A column of any layout gives its rows; a null row is empty."""
    assert read(column) == ["ab", "", "", "日本", "e"]


@pytest.mark.parametrize("start", range(len(ROWS)))
@pytest.mark.parametrize("size", [0, 1, 2])
def test_slices_read_their_own_rows(start, size):
    """A slice with an offset into shared buffers gives the rows of the slice."""
    assert read(LARGE.slice(start, size)) == [row or "" for row in ROWS[start : start + size]]


@pytest.mark.parametrize(
    "column",
    [pa.nulls(3), pa.array([None] * 3, pa.string()), pa.array([None] * 3, pa.large_string()), pa.array([""] * 3), pa.nulls(5)[2:]],
    ids=["nulls", "string", "large", "empty", "sliced nulls"],
)
def test_columns_without_text(column):
    """Nulls of any type are empty rows."""
    assert read(column) == ["", "", ""]


@pytest.mark.parametrize("column", [LARGE[:0], pa.array([], pa.string()), pa.chunked_array([], pa.string()), pa.nulls(0)])
def test_columns_without_rows(column):
    """No rows are no rows."""
    offsets, data = strings(column)

    assert offsets.tolist() == [0]
    assert data.size == 0


def test_a_null_with_bytes_is_empty():
    """Arrow lets a null row point to bytes: they are not read."""
    _, offsets, data = pa.array(["ab", "cd", "e"], pa.large_string()).buffers()
    column = pa.Array.from_buffers(pa.large_string(), 3, [pa.py_buffer(bytes([0b101])), offsets, data])

    assert read(column) == ["ab", "", "e"]


def test_bytes_are_not_copied():
    """Without nulls the bytes are those of the column, also in a slice."""
    column = pa.array(["ab", "cd", "e"], pa.large_string())

    assert strings(column[1:]).data.ctypes.data == column.buffers()[2].address


@pytest.mark.parametrize("column", [LARGE, LARGE[:0], pa.nulls(2), pa.array(["a"], pa.large_string())])
def test_kernels_always_meet_the_same_types(column):
    """All arrays are read-only and contiguous, so that a kernel is compiled once and nothing writes into Arrow's memory."""
    found = strings(column)

    assert [(array.dtype, array.flags.writeable, array.flags.c_contiguous) for array in found] == [
        (np.int64, False, True),
        (np.uint8, False, True),
    ]


def test_same_compares_bytes():
    """Rows are the same when all of their bytes are."""
    left, right = strings(pa.array(["one", "one", "", "ab"])), strings(pa.array(["one", "onE", None, "abc"]))

    assert [same(left, right, row) for row in range(4)] == [True, False, True, False]
