"""The commands around a store: exit status, messages, and what they print."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hydrascope import cli
from hydrascope.store import lock
from hydrascope.store.layout import Layout

Run = Callable[..., "Ended"]
KEY = "0123456789abcdef0123456789abcdef"


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capfd, tmp_path) -> Run:
    """Run a command line in a directory with one log, of which a line cannot be read."""
    monkeypatch.chdir(tmp_path)
    said = {"messages": [{"role": "user", "content": "Good day."}]}
    rows = [
        {"exchange_id": f"e{i}", "ts": f"2026-03-0{1 + i}T10:00:00Z", "account_id": "a", "model": "m", "request": said} for i in range(3)
    ]
    Path("log.jsonl").write_text("\n".join([*map(json.dumps, rows), '{"exchange_id": 5}']))

    def run(*words: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["hydrascope", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        streams = capfd.readouterr()
        return Ended(ended.value.code or 0, streams.out, streams.err)

    return run


def test_ingest_says_what_it_took_in(run) -> None:
    """Numbers as JSON and as a sentence, and the lines that could not be read in a file that only the owner may read."""
    first = json.loads(run("ingest", "log.jsonl", "--store", "s", "--json", "--quiet").out)
    again = run("ingest", "log.jsonl", "--store", "s")
    listed = Path("s/rejected.jsonl")

    assert first == {"exchanges": 3, "duplicates": 0, "too_old": 0, "files": 1, "known": 0, "rejected": 1}
    assert again.status == 0
    assert again.out == ("Store: s, 0 exchanges added, 0 told again, 0 lines could not be read; 1 of 1 files were there already\n")
    assert [(row["source"], row["line"]) for row in map(json.loads, listed.read_text().splitlines())] == [("log.jsonl", 4)]
    assert listed.stat().st_mode & 0o777 == 0o600


def test_an_unreadable_log_is_status_two_and_leaves_its_lines(run) -> None:
    """Where not one line can be read the message says where all of them stand."""
    Path("bad.jsonl").write_text('{"exchange_id": "e", "request": {}}\n')
    ended = run("ingest", "bad.jsonl", "--store", "s", "--quiet")

    assert ended.status == 2
    assert ended.err.startswith("hydrascope: no line of the input can be read: bad.jsonl:1: ")
    assert ended.err.endswith("all of them stand in s/rejected.jsonl\n")
    assert len(Path("s/rejected.jsonl").read_text().splitlines()) == 1
    assert run("ingest", "log.jsonl", "--store", "s", "--quiet").status == 0


def test_detect_writes_what_could_not_be_read(run) -> None:
    """The results of a store have the rejected lines of all its logs."""
    run("ingest", "log.jsonl", "--store", "s", "--quiet")
    ended = run("detect", "--store", "s", "--out", "out", "--json", "--quiet")

    assert ended.status == 0
    assert json.loads(ended.out)["scanned"]["rejected"] == 1
    assert len(Path("out/rejected.jsonl").read_text().splitlines()) == 1


def test_a_second_writer_is_status_two(run) -> None:
    """Who comes second hears who is first, and changes nothing."""
    run("ingest", "log.jsonl", "--store", "s", "--quiet")
    with lock.held(Layout(Path("s"))):
        ended = run("ingest", "log.jsonl", "--store", "s", "--quiet")

    assert (ended.status, ended.out) == (2, "")
    assert "expected a store that nobody else writes to but got store='s', held by process" in ended.err


def test_the_key_may_lie_elsewhere(run, monkeypatch) -> None:
    """A key from the environment is not written down, and is needed from then on."""
    monkeypatch.setenv("HYDRASCOPE_STORE_KEY", KEY)
    taken = run("ingest", "log.jsonl", "--store", "s", "--quiet").status
    detected = run("detect", "--store", "s", "--out", "out", "--quiet").status
    monkeypatch.delenv("HYDRASCOPE_STORE_KEY")
    refused = run("detect", "--store", "s", "--out", "out", "--quiet")

    assert (taken, detected, refused.status) == (0, 0, 2)
    assert not Path("s/key").exists()
    assert "set HYDRASCOPE_STORE_KEY" in refused.err


def test_a_short_key_is_refused_and_not_shown(run, monkeypatch) -> None:
    """A key that may be guessed is named by its length alone."""
    monkeypatch.setenv("HYDRASCOPE_STORE_KEY", "hunter2")
    ended = run("ingest", "log.jsonl", "--store", "s", "--quiet")

    assert ended.status == 2
    assert "expected a key of 32 or more characters but got length=7" in ended.err
    assert "hunter2" not in ended.err


def test_info_says_what_is_there(run) -> None:
    """As sentences and as JSON."""
    run("ingest", "log.jsonl", "--store", "s", "--quiet")
    said, told = run("store", "info", "--store", "s").out, json.loads(run("store", "info", "--store", "s", "--json").out)

    assert said.startswith("3 exchanges in 3 hours, 2026-03-01 10:00 to 2026-03-03 10:00 UTC\n")
    assert (told["schema_version"], told["hours"], told["exchanges"], told["rejected"]) == (2, 3, 3, 1)


def test_expire_removes_and_says_how_many(run) -> None:
    """Before a time, or by how long to keep; --now leaves no file of what is gone."""
    run("ingest", "log.jsonl", "--store", "s", "--quiet")
    one = run("store", "expire", "--store", "s", "--before", "2026-03-02")
    rest = run("store", "expire", "--store", "s", "--keep", "1h", "--now", "--json")
    again = json.loads(run("ingest", "log.jsonl", "--store", "s", "--json", "--quiet").out)

    assert one.out == "Store: s, 1 exchanges removed\n"
    assert json.loads(rest.out) == {"removed": 2}
    assert not list(Path("s").rglob("hour=*/*.parquet"))
    assert (again["exchanges"], again["too_old"]) == (0, 3)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["expire", "--store", "s"], "expected either --before T or --keep TIME but got before=None, keep=None"),
        (["expire", "--store", "s", "--keep", "1d", "--before", "2026-03-02"], "expected either --before T or --keep TIME"),
        (["expire", "--store", "s", "--keep", "long"], "expected a time such as 36h, 90d or 12w but got keep='long'"),
        (["info", "--store", "none"], "expected a store but got store='none'"),
        (["migrate", "--store", "none"], "expected a store but got store='none'"),
    ],
)
def test_what_cannot_be_done_is_status_two(run, words, named) -> None:
    """The message says what was expected, and no store is made on the way."""
    ended = run("store", *words)

    assert (ended.status, named in ended.err) == (2, True)
    assert not Path("none").exists()


def test_compact_and_migrate_say_what_they_did(run) -> None:
    """How many files fewer, and whether there was anything to bring over."""
    run("ingest", "log.jsonl", "--store", "s", "--quiet")
    Path("late.jsonl").write_text(Path("log.jsonl").read_text().replace('"exchange_id": "e', '"exchange_id": "f'))
    run("ingest", "late.jsonl", "--store", "s", "--quiet")

    assert run("store", "compact", "--store", "s").out == "Store: s, 3 files fewer\n"
    assert run("store", "migrate", "--store", "s").out == "Store: s, is of the present version\n"
