"""Measuring a scan: what is measured, and how it is said."""

import json
import subprocess
from types import SimpleNamespace

import pytest

from hydrascope.errors import InputError
from hydrascope.lab.benchmark import speed as bench

SPEED = bench.Speed(
    exchanges=1000,
    input_mib=4.0,
    threads=2,
    wall_s=2.0,
    cpu_s=3.0,
    peak_mib=300.0,
    stages={"start and imports": 0.5, "reading": 1.5},
    duckdb_s=0.25,
    ratio=8.0,
)


def test_the_text_names_every_stage_with_its_share() -> None:
    """A person reads the ratio, the rate, and where the time goes."""
    text = SPEED.text()

    assert "8.0 readings" in text
    assert "500 exchanges/s" in text
    assert text.splitlines()[-1].split() == ["reading", "1.50", "s", "75%"]


def test_the_json_has_the_same_figures() -> None:
    """A program reads the figures under their names."""
    assert json.loads(SPEED.json())["stages"] == {"start and imports": 0.5, "reading": 1.5}


def test_time_goes_to_the_stage_that_was_under_way(monkeypatch) -> None:
    """The time between two calls belongs to the stage of the first, however often a stage is called or returns."""
    clock = iter([0.0, 1.0, 2.0, 5.0, 6.0, 10.0])
    monkeypatch.setattr(bench.time, "perf_counter", lambda: next(clock))
    watch = bench.Stopwatch()
    for stage in ("read", "read", "link", "read", "end"):
        watch(stage, 0, 0)

    assert watch.seconds == {"read": 8.0, "link": 1.0, "end": 0.0}


def test_nothing_to_read_is_said_before_the_work(tmp_path) -> None:
    """A place without traffic is refused with its name."""
    with pytest.raises(InputError, match="input="):
        bench.speed(str(tmp_path))


def test_duckdb_reads_lines_and_counts_its_time(tmp_path) -> None:
    """The yardstick is a time above nought, also where a line is broken."""
    (tmp_path / "x.jsonl").write_text('{"a": {"b": [1, 2]}}\n{"a": \n')

    assert bench._child("read", {"files": [str(tmp_path / "x.jsonl")], "threads": 1})["duckdb_s"] > 0


def test_what_duckdb_refuses_is_named(tmp_path) -> None:
    """A file that DuckDB cannot read is unusable input, with its name."""
    (tmp_path / "x.parquet").write_text("no columns")

    with pytest.raises(InputError, match=r"input=.*x\.parquet"):
        bench._read({"files": [str(tmp_path / "x.parquet")], "threads": 1})


def test_a_scan_that_is_killed_is_told_as_such(monkeypatch, tmp_path) -> None:
    """Where memory runs out in the middle the message says that a part did not end by itself, and what to do."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_how: SimpleNamespace(returncode=-9, stdout=b""))

    with pytest.raises(InputError, match=r"expected a read that ends by itself but got status=-9; measure less traffic"):
        bench.speed(str(tmp_path / "a.jsonl"))
