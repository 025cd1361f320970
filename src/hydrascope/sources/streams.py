"""A file as blocks of bytes, decompressed by what it is and not by its name."""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

import zstandard

from hydrascope.sources.faults import LineError

BLOCK = 1 << 20
# A compressed block may grow a thousandfold: small steps bound the memory.
ZSTD_STEP = 1 << 15
GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class _Inflater(Protocol):
    def decompress(self, data: bytes, /) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...


def blocks(path: Path, on_bytes: Callable[[int], None] | None = None) -> Iterator[bytes]:
    """
    Yield the decompressed bytes of a file in blocks of about a megabyte.

    `on_bytes` is told how many bytes of the file itself were taken. Raises `LineError` after the last good block where the
    compressed stream is cut off or damaged.
    """
    with path.open("rb") as file:
        magic = file.read(4)
        file.seek(0)
        if magic[:2] == GZIP_MAGIC:
            yield from _inflated(_steps(file, BLOCK // 4, on_bytes), lambda: zlib.decompressobj(wbits=31), "gzip")
        elif magic == ZSTD_MAGIC:
            yield from _inflated(_steps(file, ZSTD_STEP, on_bytes), lambda: zstandard.ZstdDecompressor().decompressobj(), "zstd")
        else:
            yield from _steps(file, BLOCK, on_bytes)


def _steps(file: BinaryIO, size: int, on_bytes: Callable[[int], None] | None) -> Iterator[bytes]:
    while step := file.read(size):
        if on_bytes is not None:
            on_bytes(len(step))
        yield step


def _inflated(steps: Iterator[bytes], fresh: Callable[[], _Inflater], name: str) -> Iterator[bytes]:
    inflater, taken = fresh(), 0
    try:
        for step in steps:
            data = step
            while data:
                if inflater.eof:
                    inflater = fresh()
                yield from _pieces(inflater, data)
                data = inflater.unused_data if inflater.eof else b""
                if inflater.eof and not data.strip(b"\0"):
                    data = b""
            taken += len(step)
    except (zlib.error, zstandard.ZstdError) as error:
        raise LineError(f"expected a whole {name} stream but got damage after compressed byte={taken} ({error})") from None
    if not inflater.eof:
        raise LineError(f"expected a whole {name} stream but got its end after compressed byte={taken} (cut off)")


def _pieces(inflater: _Inflater, data: bytes) -> Iterator[bytes]:
    if isinstance(inflater, zlib.decompressobj().__class__):
        while data:
            yield inflater.decompress(data, 4 * BLOCK)
            data = inflater.unconsumed_tail
    else:
        yield inflater.decompress(data)
