"""Many bytes of a text at a time."""

import numba
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.bits import BEYOND, copied, lowest, stops

TEXTS = st.binary(min_size=BEYOND, max_size=BEYOND) | st.text('ab"\\\n', min_size=BEYOND, max_size=BEYOND).map(str.encode)


@numba.njit
def _looked_at(data, out):
    return stops(data, 1), copied(data, 1, out, 2)


@given(TEXTS)
def test_every_byte_is_looked_at(text) -> None:
    """Of 32 bytes, those are marked that a JSON text can't hold as they are; copied are all, and backslashes are marked."""
    data, out = np.frombuffer(b"x" + text, np.uint8), np.zeros(BEYOND + 2, np.uint8)
    stopping, escaping = _looked_at(data, out)

    assert [bool(stopping >> i & 1) for i in range(BEYOND)] == [byte in b'"\\' or byte < 32 for byte in text]
    assert [bool(escaping >> i & 1) for i in range(BEYOND)] == [byte == ord("\\") for byte in text]
    assert out[2:].tobytes() == text


def test_the_lowest_mark_is_found() -> None:
    """The first of several marks is told, and 64 where there is none."""
    assert [lowest(np.uint64(mark)) for mark in (0b1100, 1 << 63, 0)] == [2, 63, 64]
