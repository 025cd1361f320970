"""Many bytes at a time: what a compiled kernel can do to a text without looking at each byte."""

import sys

import llvmlite.ir
import numba
import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

ONES = np.uint64(0x0101010101010101)
HIGH = np.uint64(0x8080808080808080)
LOW = np.uint64(0x7F7F7F7F7F7F7F7F)
BEYOND = 32  # bytes that must lie behind a text for the functions that look at so many at once
_GATHER = np.uint64(0x0002040810204081)
_QUOTE, _BACKSLASH, _SPACE, _FEED = 34, 92, 32, 10


@intrinsic
def _load(_context, data, _at):
    def code(context, builder, signature, arguments):
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.gep(array.data, [arguments[1]])
        word = builder.load(builder.bitcast(place, context.get_value_type(types.uint64).as_pointer()))
        word.align = 1
        return builder.bswap(word) if sys.byteorder == "big" else word

    return types.uint64(data, types.int64), code


def _vector(context, builder, array, value, at):
    """Return the place of the next bytes of an array as a pointer to a vector."""
    data = context.make_array(array)(context, builder, value).data
    return builder.bitcast(builder.gep(data, [at]), llvmlite.ir.VectorType(llvmlite.ir.IntType(8), BEYOND).as_pointer())


def _loaded(builder, place):
    """Return the bytes at a place, wherever it lies."""
    word = builder.load(place)
    word.align = 1
    return word


def _compared(builder, how, word, byte):
    """Return which bytes are less than one, or equal to it."""
    return builder.icmp_unsigned(how, word, llvmlite.ir.Constant(word.type, [byte] * word.type.count))


def _mask(builder, marks):
    """Return a bit for each mark, the first one lowest."""
    bits = builder.bitcast(marks, llvmlite.ir.IntType(marks.type.count))
    return builder.zext(bits, llvmlite.ir.IntType(64))


@intrinsic
def _stops(_context, data, _at):
    def code(context, builder, signature, arguments):
        word = _loaded(builder, _vector(context, builder, signature.args[0], *arguments))
        marks = _compared(builder, "<", word, _SPACE)
        for stop in (_QUOTE, _BACKSLASH):
            marks = builder.or_(marks, _compared(builder, "==", word, stop))
        return _mask(builder, marks)

    return types.uint64(data, types.int64), code


@intrinsic
def _feeds(_context, data, _at):
    def code(context, builder, signature, arguments):
        word = _loaded(builder, _vector(context, builder, signature.args[0], *arguments))
        return _mask(builder, _compared(builder, "==", word, _FEED))

    return types.uint64(data, types.int64), code


@intrinsic
def _copied(_context, data, _at, out, _to):
    def code(context, builder, signature, arguments):
        source, target = (_vector(context, builder, signature.args[i], *arguments[i : i + 2]) for i in (0, 2))
        word = _loaded(builder, source)
        builder.store(word, target).align = 1
        return _mask(builder, _compared(builder, "==", word, _BACKSLASH))

    return types.uint64(data, types.int64, out, types.int64), code


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


@numba.njit(cache=True, nogil=True)
def stops(data, at):
    """Return a bit for each of the next 32 bytes that a JSON text can't hold as it is: quote, backslash, control character."""
    return _stops(data, at)  # type: ignore[call-arg] # the same


@numba.njit(cache=True, nogil=True)
def feeds(data, at):
    """Return a bit for each of the next 32 bytes that is a line feed."""
    return _feeds(data, at)  # type: ignore[call-arg] # the same


@numba.njit(cache=True, nogil=True)
def copied(data, at, out, to):
    """Copy the next 32 bytes, all of them, and return a bit for each that is a backslash."""
    return _copied(data, at, out, to)  # type: ignore[call-arg] # the same


@numba.njit(cache=True, nogil=True, inline="always")
def gathered(marks):
    """Return the high bits of eight bytes as eight bits."""
    return (marks * _GATHER) >> np.uint64(56)


@numba.njit(cache=True, nogil=True, inline="always")
def within(low_bits, first, last):
    """Return the high bit of each byte that lies between two ASCII characters; the bytes must be below 128."""
    return (low_bits + ONES * np.uint64(128 - first)) & ~(low_bits + ONES * np.uint64(127 - last)) & HIGH
