"""Eight bytes at a time: what a compiled kernel can do to a text without looking at each byte."""

import sys

import numba
import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

ONES = np.uint64(0x0101010101010101)
HIGH = np.uint64(0x8080808080808080)
LOW = np.uint64(0x7F7F7F7F7F7F7F7F)
_GATHER = np.uint64(0x0002040810204081)
_WORD = ir.IntType(64)


@intrinsic
def load(_context, data, at):
    """Return the eight bytes of an array from a position on, the first one lowest; the caller sees to it that they are there."""

    def code(context, builder, signature, arguments):
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.gep(array.data, [arguments[1]])
        word = builder.load(builder.bitcast(place, _WORD.as_pointer()))
        word.align = 1
        return builder.bswap(word) if sys.byteorder == "big" else word

    return types.uint64(data, types.int64), code


@intrinsic
def lowest(_context, word):
    """Return the position of the lowest bit that is set; 64 where none is."""

    def code(_target, builder, _signature, arguments):
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 0))

    return types.int64(types.uint64), code


@numba.njit(cache=True, nogil=True, inline="always")
def gathered(marks):
    """Return the high bits of eight bytes as eight bits."""
    return (marks * _GATHER) >> np.uint64(56)


@numba.njit(cache=True, nogil=True, inline="always")
def within(low_bits, first, last):
    """Return the high bit of each byte that lies between two ASCII characters; the bytes must be below 128."""
    return (low_bits + ONES * np.uint64(128 - first)) & ~(low_bits + ONES * np.uint64(127 - last)) & HIGH
