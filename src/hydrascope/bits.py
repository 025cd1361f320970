"""Eight bytes at a time: what a compiled kernel can do to a text without looking at each byte."""

import sys

import numba
import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

ONES = np.uint64(0x0101010101010101)
HIGH = np.uint64(0x8080808080808080)
LOW = np.uint64(0x7F7F7F7F7F7F7F7F)
_GATHER = np.uint64(0x0002040810204081)


@intrinsic
def _load(_context, data, _at):
    def code(context, builder, signature, arguments):
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.gep(array.data, [arguments[1]])
        word = builder.load(builder.bitcast(place, context.get_value_type(types.uint64).as_pointer()))
        word.align = 1
        return builder.bswap(word) if sys.byteorder == "big" else word

    return types.uint64(data, types.int64), code


@intrinsic
def _lowest(_context, _word):
    def code(_target, builder, _signature, arguments):
        return builder.cttz(arguments[0], cgutils.false_bit)

    return types.int64(types.uint64), code


@numba.njit(cache=True, nogil=True)
def load(data, at):
    """Return the eight bytes of an array from a position on, the first one lowest; the caller sees to it that they are there."""
    return _load(data, at)  # type: ignore[call-arg] # an intrinsic gets its context from the compiler


@numba.njit(cache=True, nogil=True)
def lowest(word):
    """Return the position of the lowest bit that is set; 64 where none is."""
    return _lowest(word)  # type: ignore[call-arg] # the same


@numba.njit(cache=True, nogil=True, inline="always")
def gathered(marks):
    """Return the high bits of eight bytes as eight bits."""
    return (marks * _GATHER) >> np.uint64(56)


@numba.njit(cache=True, nogil=True, inline="always")
def within(low_bits, first, last):
    """Return the high bit of each byte that lies between two ASCII characters; the bytes must be below 128."""
    return (low_bits + ONES * np.uint64(128 - first)) & ~(low_bits + ONES * np.uint64(127 - last)) & HIGH
