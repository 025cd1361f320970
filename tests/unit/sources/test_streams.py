"""Compressed files in every state in which logs are found."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.sources import frames, streams
from hydrascope.sources.faults import LineError

DATA = b"".join(b"line %d\n" % i for i in range(200_000))


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize("packed", [gzip.compress, _zstd])
@pytest.mark.parametrize("padding", [b"", b"\0" * 5000])
def test_members_follow_each_other(packed: Callable[[bytes], bytes], padding: bytes, tmp_path: Path) -> None:
    """A log that was appended to in compressed pieces, wherever they meet the blocks, is read through its padding."""
    pieces = [DATA[at : at + 7919] for at in range(0, len(DATA), 7919)]
    (tmp_path / "x").write_bytes(b"".join(packed(piece) + padding for piece in pieces))
    taken: list[int] = []
    assert b"".join(streams.blocks(tmp_path / "x", taken.append)) == DATA
    assert sum(taken) == (tmp_path / "x").stat().st_size


@pytest.mark.parametrize("packed", [gzip.compress, _zstd])
def test_damage_is_named_after_what_is_whole(packed: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """Whole members before damage or garbage are kept, and the error says where it began."""
    for tail in (b"garbage", packed(DATA)[:-9]):
        (tmp_path / "x").write_bytes(packed(DATA) + tail)
        found = list(frames.lines(streams.blocks(tmp_path / "x")))
        last = found[-1][1]
        assert isinstance(last, LineError)
        assert str(last).startswith("expected a whole ")
        assert len(found) > 200_000 - 1


def test_memory_is_bounded(tmp_path: Path) -> None:
    """A file that unpacks a thousandfold comes in blocks of a few megabytes."""
    (tmp_path / "x").write_bytes(gzip.compress(b"\0" * (64 << 20)))
    assert max(map(len, streams.blocks(tmp_path / "x"))) <= 4 * streams.BLOCK


def test_a_line_beyond_the_limit_is_rejected_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines before and after one that is too long keep their numbers."""
    monkeypatch.setattr(frames, "LONGEST_LINE", 10)
    for size in (1, 4, 7):
        data = b"one\n" + b"x" * 50 + b"\nthree\n" + b"y" * 11
        found = list(frames.lines(data[at : at + size] for at in range(0, len(data), size)))
        assert [(number, frame if isinstance(frame, bytes) else "too long") for number, frame in found] == [
            (1, b"one"),
            (2, "too long"),
            (3, b"three"),
            (4, "too long"),
        ]


@given(st.binary() | st.text(st.characters(exclude_categories=[])).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_utf8_is_what_python_decodes(data) -> None:
    """Bytes are UTF-8 where Python decodes them: no surrogates, no cut characters."""
    try:
        data.decode()
        decoded = True
    except UnicodeDecodeError:
        decoded = False

    assert frames.utf8(data) == decoded


@given(st.lists(st.binary(max_size=3).filter(lambda line: b"\n" not in line)), st.sets(st.integers(1, 12)), st.integers(1, 9))
def test_wanted_lines_are_among_those_that_are_read(lines, wanted, size) -> None:
    """However the blocks fall, of each wanted line is said what is said of it where all are."""
    data = b"\n".join(lines)
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    every, some = (dict(frames.lines(iter(blocks), those)) for those in (None, wanted))

    assert {number: str(every[number]) for number in wanted & every.keys()} == {
        number: str(some[number]) for number in wanted & some.keys()
    }
    assert some.keys() <= every.keys()
