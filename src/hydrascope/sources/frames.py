"""A file as numbered pieces, each of which holds one JSON value: lines, or the items of one document."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from json import JSONDecodeError, JSONDecoder

import msgspec
import numpy as np
import pyarrow as pa

from hydrascope.sources.decode import BROKEN, loose
from hydrascope.sources.faults import LineError

LONGEST_LINE = 256 << 20
BOM = b"\xef\xbb\xbf"
_FEED = ord("\n")
SEPARATORS = re.compile(r"[\[,\s]*")

# A numbered piece, or the reason why there is none.
Frame = tuple[int, bytes | LineError]


def lines(stream: Iterator[bytes], wanted: AbstractSet[int] | None = None) -> Iterator[Frame]:
    r"""
    Yield the lines of a stream of bytes that hold something, numbered from 1; where some are wanted, hardly any others.

    A byte order mark and carriage returns are passed over. A line that is not UTF-8, or longer than 256 MB, comes as a `LineError`; so does
    the place where a damaged stream ends, after all whole lines before it.

    >>> list(lines(iter([b'{"a":1}\n\n{"b"', b":2}"])))
    [(1, b'{"a":1}'), (3, b'{"b":2}')]
    """
    number, last = 0, max(wanted or (), default=0)
    for run in whole_lines(stream):
        if isinstance(run, LineError):
            number += 1
            yield number, run
            continue
        # Four times as fast as bytes.count, which looks at one byte after another.
        first, number = number, number + int(np.count_nonzero(np.frombuffer(run, np.uint8) == _FEED))
        if wanted is None or not wanted.isdisjoint(range(first + 1, number + 2)):
            yield from split(run, first)
        elif first > last:
            return


def whole_lines(stream: Iterator[bytes]) -> Iterator[bytes | LineError]:
    """Yield runs of whole lines, in the place of a line that is too long an error, and where the stream is damaged the last one."""
    held, size = list[bytes](), 0
    for block in _until_error(stream):
        if isinstance(block, LineError):
            yield block
            return
        first, last = block.find(b"\n"), block.rfind(b"\n")
        if size + (first if first >= 0 else len(block)) > LONGEST_LINE:
            held = []
        if first < 0:
            size += len(block)
            held += [block] if size <= LONGEST_LINE else []
            continue
        if size + first > LONGEST_LINE:
            yield _overlong(size + first)
            yield block[first + 1 : last + 1]
        else:
            yield b"".join((*held, memoryview(block)[: last + 1]))
        held, size = [block[last + 1 :]], len(block) - last - 1
    yield _overlong(size) if size > LONGEST_LINE else b"".join(held)


def _until_error(stream: Iterator[bytes]) -> Iterator[bytes | LineError]:
    try:
        yield from stream
    except LineError as error:
        yield error


def _overlong(size: int) -> LineError:
    return LineError(f"expected a line of at most {LONGEST_LINE >> 20} MB but got bytes={size}")


def split(whole: bytes, number: int) -> Iterator[Frame]:
    """Yield the lines of a text that hold something; the first one comes behind line `number`."""
    if number == 0:
        whole = whole.removeprefix(BOM)
    check = utf8(whole)
    for index, line in enumerate(whole.split(b"\n"), number + 1):
        if line and not line.isspace() and line.strip(b"\0\r"):
            yield index, line if check else _checked(line)


def utf8(whole: bytes) -> bool:
    """Return whether bytes are UTF-8: Arrow checks many at once, where Python decodes them."""
    try:
        pa.Array.from_buffers(pa.large_string(), 1, [None, pa.array([0, len(whole)]).buffers()[1], pa.py_buffer(whole)]).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _checked(line: bytes) -> bytes | LineError:
    try:
        line.decode()
    except UnicodeDecodeError as error:
        return LineError(f"expected UTF-8 but got byte {error.start + 1}=0x{line[error.start]:02x}")
    return line


def document(stream: Iterator[bytes]) -> Iterator[Frame]:
    """
    Yield the items of a stream that is one JSON array, numbered from 1, or the one value that it is.

    The whole document is held in memory; above 256 MB it comes as one `LineError`. Where the document is cut off, the whole items before
    the cut are kept.

    >>> list(document(iter([b'[{"a": 1},', b'{"b": 2}]'])))
    [(1, b'{"a": 1}'), (2, b'{"b": 2}')]
    """
    held, size = list[bytes](), 0
    for block in _until_error(stream):
        if isinstance(block, LineError):
            yield from _cut_off(b"".join(held), block)
            return
        size += len(block)
        if size > LONGEST_LINE:
            limit = LONGEST_LINE >> 20
            yield 0, LineError(f"expected a JSON document of at most {limit} MB but got bytes={size} or more; write one value a line")
            return
        held.append(block)
    yield from _items(b"".join(held).removeprefix(BOM))


def _items(data: bytes) -> Iterator[Frame]:
    checked = _checked(data)
    if isinstance(checked, LineError):
        yield from _cut_off(data, checked)
        return
    try:
        yield from enumerate(map(bytes, msgspec.json.decode(data, type=list[msgspec.Raw])), 1)
        return
    except BROKEN:
        pass
    try:
        value = loose(data)
    except LineError as error:
        yield from _cut_off(data, error)
        return
    yield from enumerate(map(msgspec.json.encode, value if isinstance(value, list) else [value]), 1)


def _cut_off(data: bytes, error: LineError) -> Iterator[Frame]:
    """Yield the items of an array before the place where it breaks, then the error."""
    number = 0
    for item in _whole_items(data.removeprefix(BOM).decode("utf-8", "ignore")):
        number += 1
        yield number, item
    yield number + 1, error


def _whole_items(text: str) -> Iterator[bytes]:
    scan = JSONDecoder(strict=False).raw_decode
    at = _separated(text, 0) if text.lstrip()[:1] == "[" else len(text)
    while at < len(text):
        try:
            _, end = scan(text, at)
        except (JSONDecodeError, RecursionError):
            return
        yield text[at:end].encode("utf-8", "replace")
        at = _separated(text, end)


def _separated(text: str, at: int) -> int:
    found = SEPARATORS.match(text, at)
    return found.end() if found else at
