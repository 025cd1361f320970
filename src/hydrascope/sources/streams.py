"""A file as blocks of bytes, decompressed by what it is and not by its name."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

import zstandard

from hydrascope.sources.faults import LineError

BLOCK = 1 << 20
GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class _Inflater(Protocol):
    def decompress(self, data: bytes, /) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...


class _Codec(NamedTuple):
    """One compression: its name, how many compressed bytes to take at once, a fresh inflater, and how to feed it."""

    name: str
    step: int
    fresh: Callable[[], _Inflater]
    feed: Callable[[Any, bytes], Iterator[bytes]]


def _feed_zlib(inflater: Any, data: bytes) -> Iterator[bytes]:
    while data:
        before = inflater.copy()
        try:
            inflated = inflater.decompress(data, 4 * BLOCK)
        except zlib.error:
            yield _before_damage(before, data)
            raise
        yield inflated
        data = inflater.unconsumed_tail


def _before_damage(inflater: Any, data: bytes) -> bytes:
    """Return what comes before the damage: zlib keeps back all that a damaged piece holds, so it gets single bytes."""
    out = list[bytes]()
    with suppress(zlib.error):
        out.extend(inflater.decompress(data[at : at + 1]) for at in range(len(data)))
    return b"".join(out)


def _feed_zstd(inflater: _Inflater, data: bytes) -> Iterator[bytes]:
    yield inflater.decompress(data)


GZIP = _Codec("gzip", BLOCK // 4, partial(zlib.decompressobj, wbits=31), _feed_zlib)
# zstd has no bound on its output, and a compressed block may grow a thousandfold: small steps bound the memory.
ZSTD = _Codec("zstd", BLOCK // 32, lambda: zstandard.ZstdDecompressor().decompressobj(), _feed_zstd)


def blocks(path: Path, on_bytes: Callable[[int], None] | None = None) -> Iterator[bytes]:
    """
    Yield the decompressed bytes of a file in blocks of about a megabyte.

    `on_bytes` is told how many bytes of the file itself were taken. Raises `LineError` after the last good block where the
    compressed stream is cut off or damaged, or the file can no longer be read.
    """
    try:
        yield from _unpacked(path, on_bytes)
    except OSError as error:
        raise LineError(f"expected a file that can be read but got error={error.strerror}") from None


def _unpacked(path: Path, on_bytes: Callable[[int], None] | None) -> Iterator[bytes]:
    with path.open("rb") as file:
        magic = file.read(4)
        file.seek(0)
        codec = GZIP if magic[:2] == GZIP_MAGIC else ZSTD if magic == ZSTD_MAGIC else None
        if codec is None:
            yield from _steps(file, BLOCK, on_bytes)
        else:
            yield from _inflated(_steps(file, codec.step, on_bytes), codec)


def _steps(file: BinaryIO, size: int, on_bytes: Callable[[int], None] | None) -> Iterator[bytes]:
    while step := file.read(size):
        if on_bytes is not None:
            on_bytes(len(step))
        yield step


def _inflated(steps: Iterator[bytes], codec: _Codec) -> Iterator[bytes]:
    """Yield what the steps hold, one compressed member after the other; zero bytes after the last are padding."""
    inflater, taken = codec.fresh(), 0
    try:
        for step in steps:
            data = step.lstrip(b"\0") if inflater.eof else step
            while data:
                inflater = codec.fresh() if inflater.eof else inflater
                yield from codec.feed(inflater, data)
                data = inflater.unused_data.lstrip(b"\0") if inflater.eof else b""
            taken += len(step)
    except (zlib.error, zstandard.ZstdError) as error:
        raise LineError(f"expected a whole {codec.name} stream but got damage after compressed byte={taken} ({error})") from None
    if not inflater.eof:
        raise LineError(f"expected a whole {codec.name} stream but got its end after compressed byte={taken} (cut off)")
