"""Input that cannot be read: a clear sentence, the right exit status, and no line lost in silence."""

import contextlib
import gzip
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from hydrascope.report import files

Run = Callable[..., Any]
Lines = Callable[..., bytes]
Exchange = Callable[..., dict[str, Any]]
Unprivileged = Callable[[], contextlib.AbstractContextManager[None]]


def _nothing(_folder: Path) -> None:
    """Leave the directory as it is."""


def _beside_only(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in/notes.txt").write_text("notes")
    (folder / "in/accounts.jsonl").write_text('{"account_id": "a"}')


def _file(content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / "in").write_bytes(content) and None


def _many(folder: Path) -> None:
    (folder / "in").mkdir()
    for number in range(3):
        (folder / f"in/{number}.jsonl").write_bytes(b"{broken\n")


UNUSABLE = [
    pytest.param(_nothing, "input=in", id="missing"),
    pytest.param(lambda folder: (folder / "in").mkdir(), "a directory with traffic", id="empty directory"),
    pytest.param(_beside_only, "a directory with traffic", id="directory without traffic"),
    pytest.param(lambda folder: (folder / "in").symlink_to("nowhere"), "input=in", id="dangling link"),
    pytest.param(lambda folder: (folder / "in").symlink_to("in"), "input=in", id="link to itself"),
    pytest.param(lambda folder: os.mkfifo(folder / "in"), "a pipe or a device", id="pipe"),
    pytest.param(_file(b""), "content=an empty file", id="empty"),
    pytest.param(_file(b"\n \n\n"), "content=an empty file", id="blank lines"),
    pytest.param(_file(b"\0" * 10_000), "content=an empty file", id="zero bytes"),
    pytest.param(_file(gzip.compress(b"")), "content=an empty file", id="empty gzip"),
    pytest.param(_file(b"[]"), "keys=none", id="empty array"),
    pytest.param(_file(gzip.compress(b"{}")[:10]), "a whole gzip stream", id="gzip cut off in its head"),
    pytest.param(_file(zstandard.compress(b"{}")[:8]), "a whole zstd stream", id="zstd cut off in its head"),
    pytest.param(_file(b"\x1f\x8b" + b"rubbish" * 99), "a whole gzip stream", id="gzip of rubbish"),
    pytest.param(_file(b"PAR1" + b"rubbish" * 99), "a whole Parquet file", id="Parquet of rubbish"),
    pytest.param(_file(bytes(range(256)) * 400), "keys=none", id="binary"),
    pytest.param(_file("näher".encode("utf-16")), "UTF-16 text; convert it", id="UTF-16"),
    pytest.param(_file(b"PK\x03\x04" + bytes(99)), "a ZIP archive; unpack it", id="ZIP"),
    pytest.param(_file(b"<html><body>502</body></html>"), "nearest guess: none", id="HTML"),
    pytest.param(_file(b"2026-03-01 GET / 200\n" * 9), "nearest guess: none", id="web log"),
    pytest.param(_file(b"42"), "nearest guess: none", id="a number"),
    pytest.param(_file(b'{"key": "k", "when": 1, "q": "What?"}'), "nearest guess: a flat log, for which --map", id="flat log"),
    pytest.param(_file(b'{"account_id": "a", "ts": 1, "model": "m"}'), "lacks exchange_id, request", id="nearly the contract"),
    pytest.param(_file(b'{"account_id": "a", "plan": "pro"}'), "pass it with --accounts", id="register of accounts"),
    pytest.param(_file(b'{"model": "m", "released_at": 1}'), "pass it with --releases", id="register of releases"),
    pytest.param(
        _file(b'{"exchange_id": "e", "account_id": "a", "request": {"messages": []}}\n' * 9), "in:1: expected", id="all lines bad"
    ),
    pytest.param(_many, "(and 2 more)", id="all files bad"),
]


@pytest.mark.parametrize(("prepare", "said"), UNUSABLE)
def test_unusable_input_is_refused(run: Run, tmp_path: Path, prepare: Callable[[Path], None], said: str) -> None:
    """What cannot be read at all ends with 2 and says what was expected, what was there and what to do; nothing is written but the list of what could not be read."""
    prepare(tmp_path)
    ended = run("in")

    assert ended.refused or ended.unread, ended.err
    assert said in ended.err


@pytest.mark.parametrize("given", ["-", "", "a\0b", "x" * 5000, "nowhere/*.jsonl", "~/nothing"])
def test_a_path_that_is_none_is_refused(run: Run, given: str) -> None:
    """Standard input by its dash, an empty word (an unset variable of a shell) and impossible names end with 2."""
    ended = run(given)

    assert ended.refused, ended.err


def test_one_missing_path_among_good_ones_is_refused(run: Run, tmp_path: Path, good: bytes) -> None:
    """A path that does not exist is a mistake worth stopping for, even where another can be read."""
    (tmp_path / "good.jsonl").write_bytes(good)
    ended = run("good.jsonl", "typo.jsonl")

    assert ended.refused, ended.err
    assert "input=typo.jsonl" in ended.err


@pytest.mark.parametrize(
    ("given", "named"), [("closed.jsonl", "closed.jsonl"), ("logs", "logs/closed"), ("logs/closed/x.jsonl", "logs/closed")]
)
def test_what_may_not_be_read_is_refused(run: Run, tmp_path: Path, given: str, named: str, good: bytes, unprivileged: Unprivileged) -> None:
    """A file or directory without permission ends with 2 and is named, also deep in a directory of which the rest can be read."""
    (tmp_path / "logs/closed").mkdir(parents=True)
    for place in ("closed.jsonl", "logs/open.jsonl", "logs/closed/x.jsonl"):
        (tmp_path / place).write_bytes(good)
    (tmp_path / "closed.jsonl").chmod(0)
    (tmp_path / "logs/closed").chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    run("logs/open.jsonl")  # what is imported and compiled on first use may need rights of its own
    for name in files.FILES:
        (tmp_path / "out" / name).unlink()
    with unprivileged():
        ended = run(given)
    (tmp_path / "logs/closed").chmod(0o755)

    assert ended.refused, ended.err
    assert f"input={named}" in ended.err
    assert "(Permission denied)" in ended.err


def test_standard_input_is_read_where_it_is_a_file(run: Run, tmp_path: Path, good: bytes) -> None:
    """`/dev/stdin` works where the shell opened a file for it, and is refused with a sentence where it is a pipe."""
    (tmp_path / "in").write_bytes(good)
    words = [sys.executable, "-c", "from hydrascope.cli import main; main()", "scan", "/dev/stdin", "--out", "out", "--quiet"]
    with (tmp_path / "in").open("rb") as file:
        subprocess.run(words, stdin=file, check=True)
    piped = subprocess.run([*words[:-2], "other", "--quiet"], input=good, capture_output=True, check=False)

    assert json.loads((tmp_path / "out/campaigns.json").read_bytes())["scanned"]["exchanges"] == 40
    assert piped.returncode == 2
    assert b"input=/dev/stdin, a pipe or a device; input is read twice, so write it to a file" in piped.stderr
    assert not (tmp_path / "other").exists()


def _random_lines(lines: Callable[..., bytes], exchange: Callable[..., dict[str, Any]], count: int) -> bytes:
    """Return exchanges that hardly compress, so that a cut in the middle of the file falls in the middle of the lines."""
    return lines(*(exchange(i, session_id=os.urandom(60).hex()) for i in range(count)))


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
def test_a_truncated_file_is_read_up_to_the_cut(
    run: Run, tmp_path: Path, compress: Callable[[bytes], bytes], lines: Lines, exchange: Exchange
) -> None:
    """All whole lines before the end of a cut-off stream count, and the cut is one rejected line with its number."""
    packed = compress(_random_lines(lines, exchange, 3000))
    (tmp_path / "in").write_bytes(packed[: len(packed) // 2])
    ended = run("in")
    ((name, line, reason),) = ended.rejected

    assert ended.status == 0
    assert 1000 < ended.scanned["exchanges"] < 1600
    assert (name, line) == ("in", ended.scanned["exchanges"] + 1)
    assert "(cut off)" in reason
    assert ended.scanned["rejected"] == 1


def test_a_damaged_gzip_keeps_what_comes_before_the_damage(run: Run, tmp_path: Path, good: bytes) -> None:
    """Lines before a damaged place are read, and the damage is one rejected line with its number."""
    packer = zlib.compressobj(wbits=31)
    (tmp_path / "in").write_bytes(packer.compress(good) + packer.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 99)
    ended = run("in")
    ((name, line, reason),) = ended.rejected

    assert (ended.status, ended.scanned["exchanges"]) == (0, 40)
    assert (name, line) == ("in", 41)
    assert "expected a whole gzip stream but got damage" in reason


def test_bad_lines_are_rejected_and_the_scan_goes_on(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange, good: bytes) -> None:
    """Every kind of bad line is rejected with its file, its line and a reason, and costs no other line."""
    bad = [
        b"{broken",
        b'{"exchange_id": "x\xff"}',
        b"\x00\x01\x02\xfe",
        b"[1, 2",
        b"17",
        lines(exchange(1, account_id=None)).strip(),
        lines(exchange(1, request={"messages": None})).strip(),
        lines(exchange(1, request=[])).strip(),
        b'{"exchange_id": "deep", "request": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    ]
    good = good.splitlines()
    (tmp_path / "in").write_bytes(b"\n".join(line for pair in zip(good, bad, strict=False) for line in pair) + b"\n" + good[-1])
    ended = run("in")

    assert ended.status == 0
    assert ended.scanned["exchanges"] == len(bad) + 1
    assert [(name, line) for name, line, _ in ended.rejected] == [("in", 2 * i) for i in range(1, len(bad) + 1)]
    assert all(reason.startswith("expected ") and " but got " in reason for *_, reason in ended.rejected)
    assert ended.scanned["rejected"] == len(bad)


def test_where_no_line_is_good_all_of_them_are_listed(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange) -> None:
    """Input without one readable line ends with 2, and its lines stand in rejected.jsonl, which the message names."""
    log = tmp_path / "log.jsonl"
    log.write_bytes(lines(*(exchange(number, ts="yesterday") for number in range(3))) + b"{broken\n")
    ended = run(log)

    assert ended.unread, ended.err
    assert [(name, line) for name, line, _ in ended.rejected] == [("log.jsonl", line) for line in (1, 2, 3, 4)]
    assert "out/rejected.jsonl" in ended.err


def test_results_of_an_earlier_scan_stay_together(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange, good: bytes) -> None:
    """A scan that can read nothing leaves the files of an earlier one as they were, its list of rejected lines among them."""
    log = tmp_path / "log.jsonl"
    log.write_bytes(good + b"{broken\n")
    earlier = run(log).written
    log.write_bytes(b"{broken\n")

    assert run(log).written == earlier


def test_one_good_line_is_enough(run: Run, tmp_path: Path, lines: Lines, exchange: Exchange) -> None:
    """A single readable line among hundreds of bad ones is scanned."""
    (tmp_path / "in").write_bytes(b"{bad\n" * 500 + lines(exchange(1)) + b"[1, 2\n" * 500)
    ended = run("in")

    assert (ended.status, ended.scanned["exchanges"], len(ended.rejected)) == (0, 1, 1000)


def test_an_unusable_file_among_good_ones_is_rejected_whole(run: Run, tmp_path: Path, good: bytes) -> None:
    """A file of no known format is one rejected entry with line 0; the others are scanned."""
    (tmp_path / "good.jsonl").write_bytes(good)
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    ended = run("good.jsonl", "table.csv")

    assert (ended.status, ended.scanned["exchanges"]) == (0, 40)
    assert [(name, line) for name, line, _ in ended.rejected] == [("table.csv", 0)]


HUGE = """
import sys
from hydrascope.cli import main

def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024

for words in (["small"], ["huge"]):
    sys.argv = ["hydrascope", "scan", *words, "--out", words[0] + ".out", "--quiet", "--threads", "2"]
    try:
        main()
    except SystemExit as ended:
        print(ended.code or 0, peak())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
def test_lines_of_fifty_megabytes_take_bounded_memory(tmp_path: Path, lines: Lines, exchange: Exchange, good: bytes) -> None:
    """An exchange with a prompt of 50 MB is scanned, a line of 50 MB rubbish rejected, in less than 600 MB beyond an ordinary scan."""
    fifty = 50 << 20
    (tmp_path / "small").write_bytes(good)
    prompt = {"messages": [{"role": "user", "content": "word " * (fifty // 5)}]}
    (tmp_path / "huge").write_bytes(good + lines(exchange(777, request=prompt)) + b"rubbish " * (fifty // 8) + b"\n" + lines(exchange(778)))
    ended = subprocess.run([sys.executable, "-c", HUGE], cwd=tmp_path, capture_output=True, text=True, check=True)
    (small, usual), (huge, peak) = (map(int, line.split()) for line in ended.stdout.splitlines())
    scanned = json.loads((tmp_path / "huge.out/campaigns.json").read_bytes())["scanned"]
    (rejected,) = map(json.loads, (tmp_path / "huge.out/rejected.jsonl").read_text().splitlines())

    assert (small, huge) == (0, 0)
    assert (scanned["exchanges"], rejected["line"]) == (42, 42)
    assert len(rejected["reason"]) < 200
    assert peak - usual < 600
