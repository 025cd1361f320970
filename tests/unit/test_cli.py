"""The commands: flags, exit status, and what goes to which stream."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pytest

import hydrascope
from hydrascope import cli, report, schema
from hydrascope.campaigns.model import Scanned, ScanResult
from hydrascope.errors import InputError
from hydrascope.schema import REJECTED


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


class Outcome(NamedTuple):
    """What `hydrascope.scan` returns, as far as the commands look."""

    result: ScanResult
    rejected: pa.Table


class Found(NamedTuple):
    """A campaign, as far as `--fail-on` looks."""

    verdict: str


@pytest.fixture
def run(monkeypatch, capfd, tmp_path) -> Callable[..., Ended]:
    """Run a command line in an empty directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    def run(*words: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["hydrascope", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        streams = capfd.readouterr()
        return Ended(ended.value.code or 0, streams.out, streams.err)

    return run


def _outcome(*verdicts: str) -> Outcome:
    day = datetime(2026, 1, 5, tzinfo=UTC)
    scanned = Scanned(exchanges=3, accounts=2, first_ts=day, last_ts=day, rejected=0, duplicates=0)
    empty = [schema.ACCOUNT_VERDICTS.empty_table(), schema.ATTRIBUTED.empty_table()]
    return Outcome(ScanResult(scanned, [Found(v) for v in verdicts], [], *empty), schema.REJECTED.empty_table())


@pytest.fixture
def scanner(monkeypatch) -> dict[str, object]:
    """Let a scan find what `found` says, and keep what it was called with."""
    calls: dict[str, object] = {"found": ()}

    def scan(inputs, *, progress, **known):
        calls.update(known, inputs=inputs)
        progress("reading", 1, 2)
        return _outcome(*calls["found"])

    def write(_result, _rejected, out):
        out.mkdir(parents=True, exist_ok=True)
        (out / "campaigns.json").write_text('{"campaigns": []}\n')

    monkeypatch.setattr(hydrascope, "scan", scan, raising=False)
    monkeypatch.setattr(report, "write", write)
    monkeypatch.setattr(report, "summary", lambda _result, _rejected, _out, console: console.file.write("summary\n"))
    return calls


def test_scan_hands_its_flags_to_the_library(run, scanner) -> None:
    """Every flag of a scan reaches the library under the library's name for it."""
    where = ("--engine", "spark", "--master", "yarn", "--memory", "4GB", "--threads", "2")
    run("scan", "a", "b", "--out", "o", "--accounts", "c", "--releases", "r", "--map", "m", *where)

    assert scanner == {
        "found": (),
        "inputs": ["a", "b"],
        "accounts": Path("c"),
        "releases": Path("r"),
        "mapping": Path("m"),
        "engine": "spark",
        "master": "yarn",
        "memory": "4GB",
        "threads": 2,
    }


def test_results_and_progress_have_their_own_streams(run, scanner) -> None:
    """The summary goes to standard output and the progress to standard error."""
    ended = run("scan", "a", "--out", "o")

    assert (ended.status, ended.out) == (0, "summary\n")
    assert ended.err == "hydrascope: reading 50%\n"


def test_quiet_says_nothing(run, scanner) -> None:
    """With --quiet a scan that works prints nothing."""
    assert run("scan", "a", "--out", "o", "--quiet") == Ended(0, "", "")


def test_json_is_campaigns_json(run, scanner) -> None:
    """With --json standard output is the text of campaigns.json and nothing else."""
    ended = run("scan", "a", "--out", "o", "--json")

    assert json.loads(ended.out) == {"campaigns": []}


@pytest.mark.parametrize(
    ("found", "fail_on", "status"),
    [
        (("watch",), "confirmed", 0),
        (("suspected",), "confirmed", 0),
        (("confirmed",), "confirmed", 3),
        (("watch", "confirmed"), "suspected", 3),
        (("suspected",), "watch", 3),
        ((), "watch", 0),
    ],
)
def test_fail_on_counts_graver_verdicts_too(run, scanner, found, fail_on, status) -> None:
    """--fail-on exits with 3 from its verdict upwards, and the results are written all the same."""
    scanner["found"] = found

    assert run("scan", "a", "--out", "o", "--fail-on", fail_on).status == status
    assert Path("o/campaigns.json").exists()


def test_unusable_input_is_one_sentence_and_status_two(run, scanner, monkeypatch) -> None:
    """An error that the caller can mend ends with 2 and its message, without a traceback."""

    def refuse(*_, **__):
        raise InputError("expected traffic but got input='a'")

    monkeypatch.setattr(hydrascope, "scan", refuse)

    assert run("scan", "a", "--out", "o") == Ended(2, "", "hydrascope: expected traffic but got input='a'\n")


def test_a_list_that_cannot_be_written_does_not_hide_what_is_wrong(run, scanner, monkeypatch) -> None:
    """Where the list of rejected lines finds no place, the message still says that no line could be read."""

    def refuse(*_, **__):
        raise InputError("expected traffic but got input='a'", REJECTED.empty_table())

    monkeypatch.setattr(hydrascope, "scan", refuse)
    Path("o/rejected.jsonl").mkdir(parents=True)

    assert run("scan", "a", "--out", "o") == Ended(2, "", "hydrascope: expected traffic but got input='a'\n")


def test_a_list_that_is_read_is_not_written_over(run, scanner, monkeypatch) -> None:
    """Who scans the list of an earlier scan by mistake keeps it."""

    def refuse(*_, **__):
        raise InputError("expected traffic but got input='o/rejected.jsonl'", REJECTED.empty_table())

    monkeypatch.setattr(hydrascope, "scan", refuse)
    Path("o").mkdir()
    Path("o/rejected.jsonl").write_text("kept")

    assert run("scan", "o/rejected.jsonl", "--out", "o").status == 2
    assert Path("o/rejected.jsonl").read_text() == "kept"


def test_a_defect_keeps_its_traceback_in_a_file(run, scanner, monkeypatch, tmp_path) -> None:
    """A defect ends with 1, and the message says in which file its traceback lies."""

    def break_down(*_, **__):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(hydrascope, "scan", break_down)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ended = run("scan", "a", "--out", "o")
    (kept,) = tmp_path.glob("hydrascope-*.log")

    assert (ended.status, ended.out) == (1, "")
    assert str(kept) in ended.err
    assert "Traceback" not in ended.err
    assert "ZeroDivisionError: secret" in kept.read_text()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--fail-on", "grave"), "grave"),
        (("--threads", "0"), "threads=0"),
        (("--memory", "much"), "memory='much'"),
        (("--engine", "abacus"), "engine='abacus'"),
        (("--colour",), "--colour"),
    ],
)
def test_a_wrong_flag_is_status_two_and_is_named(run, scanner, words, named) -> None:
    """A wrong flag or value ends with 2, and the message names it."""
    ended = run("scan", "a", "--out", "o", *words)

    assert ended.status == 2
    assert named in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--engine", "spark", "--master", "http://there"), "expected a Spark master such as local[*]"),
        (("--engine", "spark", "--master", "spark://127.0.0.1:1"), "expected a Spark master that answers"),
        (("--master", "yarn"), "name the engine, too: --engine spark"),
    ],
)
def test_an_engine_that_cannot_be_had_is_found_before_the_work(run, words, said) -> None:
    """A master that is none, one that does not answer, and one for an engine that has none are refused before anything is read."""
    ended = run("scan", "nowhere", "--out", "o", *words)

    assert ended.status == 2
    assert said in ended.err


def test_a_missing_extra_is_named(run, monkeypatch) -> None:
    """Without PySpark the message has the command to type."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    ended = run("scan", "nowhere", "--out", "o", "--engine", "spark")

    assert ended.status == 2
    assert "pip install 'hydrascope[spark]'" in ended.err


def test_an_unwritable_directory_is_found_before_the_work(run, scanner) -> None:
    """A scan whose results have no place is refused before anything is read."""
    Path("taken").write_text("a file")
    ended = run("scan", "a", "--out", "taken/o")

    assert ended.status == 2
    assert "out='taken/o'" in ended.err
    assert "inputs" not in scanner


def test_simulate_asks_for_what_it_lacks(run) -> None:
    """Without a world or a directory, simulate ends with 2 and says how to list the worlds."""
    ended = run("simulate")

    assert ended.status == 2
    assert "hydrascope simulate --list" in ended.err


def test_simulate_lists_the_worlds(run) -> None:
    """--list prints a line for each world: its name, what it may be used for, what it is, with tabs between."""
    ended = run("simulate", "--list")

    assert ended.status == 0
    assert {("demo", "tuning"), ("town", "report")} <= {tuple(line.split("\t")[:2]) for line in ended.out.splitlines()}


def test_demo_scans_the_world_that_it_made(run, scanner, monkeypatch) -> None:
    """The demonstration writes its world below its results, and scans that."""
    made = {}
    monkeypatch.setattr("hydrascope.lab.worlds.simulate", lambda world, **how: made.update(how, world=world))
    run("demo", "--out", "o", "--seed", "3")

    assert made == {"world": "demo", "seed": 3, "out": Path("o/world"), "scale": 1.0}
    assert scanner["inputs"] == ["o/world/exchanges.jsonl"]


def test_version_is_the_installed_one(run) -> None:
    """`hydrascope version` prints the version of the installed package."""
    assert run("version").out.startswith("hydrascope 0.")
