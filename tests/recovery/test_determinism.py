"""The same traffic gives the same bytes, however it is cut, ordered, compressed or scanned."""

import gzip
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest
import zstandard

import hydrascope
from hydrascope import report, sources
from hydrascope.lab import worlds


class World(NamedTuple):
    """A labelled world on disk, the lines of its traffic, and what a scan of it with one thread writes."""

    folder: Path
    traffic: Path
    lines: list[bytes]
    results: dict[str, bytes]


def _scanned(inputs: Sequence[str | Path], world: Path, out: Path, threads: int = 2, **registers: Path) -> dict[str, bytes]:
    """Scan and return the bytes of each file of the results."""
    known = {"accounts": world / "accounts.jsonl", "releases": world / "releases.json"} | registers
    outcome = hydrascope.scan(inputs, threads=threads, **known)
    return {path.name: path.read_bytes() for path in report.write(outcome.result, outcome.rejected, out)}


def _plainly(folder: Path, out: Path) -> World:
    """Scan a world in the plainest way: one file, one thread."""
    traffic = folder / "exchanges.jsonl"
    return World(folder, traffic, traffic.read_bytes().splitlines(keepends=True), _scanned([traffic], folder, out, threads=1))


@pytest.fixture(scope="module")
def plain(world: Path, tmp_path_factory) -> World:
    """The small world of these tests, scanned in the plainest way."""
    return _plainly(world, tmp_path_factory.mktemp("plain"))


def _shuffled(lines: Sequence[bytes], seed: int = 1) -> list[bytes]:
    return random.Random(seed).sample(lines, len(lines))


def _campaigns(results: dict[str, bytes]) -> list[dict[str, Any]]:
    return json.loads(results["campaigns.json"])["campaigns"]


def _without_duplicates(results: dict[str, bytes]) -> dict[str, Any]:
    """Return campaigns.json without the one number that copies of lines may change, and the tables."""
    record = json.loads(results["campaigns.json"])
    del record["scanned"]["duplicates"]
    return {"record": record} | {name: results[name] for name in ("accounts.parquet", "exchanges.parquet", "rejected.jsonl")}


def test_the_world_holds_campaigns(plain: World) -> None:
    """The comparisons below compare something: campaigns with templates, evidence and members."""
    found = _campaigns(plain.results)

    assert any(one["verdict"] == "confirmed" and one["templates"] and one["members"] for one in found)
    assert json.loads(plain.results["campaigns.json"])["scanned"]["exchanges"] == len(plain.lines)


def test_two_threads_give_the_same_bytes(plain: World, tmp_path: Path) -> None:
    """Another number of threads changes nothing."""
    assert _scanned([plain.traffic], plain.folder, tmp_path, threads=2) == plain.results


def test_shuffled_lines_give_the_same_bytes(plain: World, tmp_path: Path) -> None:
    """Another order of the lines of traffic and of the register of accounts changes nothing."""
    shuffled, accounts = tmp_path / "shuffled.jsonl", tmp_path / "known.jsonl"
    shuffled.write_bytes(b"".join(_shuffled(plain.lines)))
    accounts.write_bytes(b"".join(_shuffled((plain.folder / "accounts.jsonl").read_bytes().splitlines(keepends=True))))

    assert _scanned([shuffled], plain.folder, tmp_path / "out", accounts=accounts) == plain.results


@pytest.mark.parametrize("seed", [11, 12])
def test_other_worlds_give_the_same_bytes(seed: int, tmp_path: Path) -> None:
    """Shuffled, dealt out over files and read with two threads, other worlds come out as they do plainly."""
    folder = worlds.simulate("demo", seed=seed, out=tmp_path / "world", scale=0.15)
    plain = _plainly(folder, tmp_path / "plain")
    for part in range(3):
        (tmp_path / f"{part}.jsonl").write_bytes(b"".join(_shuffled(plain.lines)[part::3]))

    assert _scanned([str(tmp_path / "?.jsonl")], folder, tmp_path / "out") == plain.results


def test_split_files_give_the_same_bytes(plain: World, tmp_path: Path) -> None:
    """Traffic dealt out over files with other names, in a directory, changes nothing."""
    for part in range(4):
        (tmp_path / f"logs/{4 - part}").mkdir(parents=True)
        (tmp_path / f"logs/{4 - part}/part.ndjson").write_bytes(b"".join(_shuffled(plain.lines)[part::4]))

    assert _scanned([tmp_path / "logs"], plain.folder, tmp_path / "out") == plain.results


def _gzip(plain: World, path: Path) -> None:
    half = len(plain.lines) // 2
    path.write_bytes(gzip.compress(b"".join(plain.lines[:half]), 1) + gzip.compress(b"".join(plain.lines[half:]), 1))


def _zstd(plain: World, path: Path) -> None:
    path.write_bytes(zstandard.compress(b"".join(plain.lines), 1))


def _crlf(plain: World, path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + b"".join(line.replace(b"\n", b"\r\n") for line in plain.lines).rstrip())


def _array(plain: World, path: Path) -> None:
    path.write_bytes(b"[" + b",".join(plain.lines) + b"]")


def _parquet(plain: World, path: Path) -> None:
    with duckdb.connect() as engine:
        engine.read_json(str(plain.traffic), format="newline_delimited").write_parquet(str(path))


@pytest.mark.parametrize("written", [_gzip, _zstd, _crlf, _array, _parquet])
def test_other_containers_give_the_same_bytes(plain: World, tmp_path: Path, written: Callable[[World, Path], None]) -> None:
    """Gzip in two members, zstd, Windows line ends with a byte order mark, one JSON array and Parquet change nothing."""
    written(plain, tmp_path / "traffic")

    assert _scanned([tmp_path / "traffic"], plain.folder, tmp_path / "out") == plain.results


def test_small_batches_give_the_same_bytes(plain: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the batches of the reader are cut changes nothing."""
    whole = sources.read
    monkeypatch.setattr(sources, "read", lambda inputs, **how: whole(inputs, batch_rows=97, **how))

    assert _scanned([plain.traffic], plain.folder, tmp_path) == plain.results


def test_named_twice_is_read_once(plain: World, tmp_path: Path) -> None:
    """A file that is named, globbed, held by a named directory and linked to is read once, and nothing counts as a duplicate."""
    logs = tmp_path / "logs"
    logs.mkdir()
    shutil.copy(plain.traffic, logs / "b.jsonl")
    (logs / "a.jsonl").symlink_to(logs / "b.jsonl")
    inputs = [logs, logs / "b.jsonl", str(logs / "*.jsonl"), str(tmp_path / "*" / "b.*"), logs / ".." / "logs" / "b.jsonl"]

    assert _scanned(inputs, plain.folder, tmp_path / "out") == plain.results


def test_copies_are_counted_and_not_counted_twice(plain: World, tmp_path: Path) -> None:
    """Lines that occur in two files are duplicates: their number is told and the findings stay as they were."""
    (tmp_path / "copy.jsonl.gz").write_bytes(gzip.compress(b"".join(_shuffled(plain.lines)[:1000]), 1))
    results = _scanned([tmp_path / "copy.jsonl.gz", plain.traffic], plain.folder, tmp_path / "out")

    assert json.loads(results["campaigns.json"])["scanned"]["duplicates"] == 1000
    assert _without_duplicates(results) == _without_duplicates(plain.results)


def test_another_hash_seed_gives_the_same_bytes(plain: World, tmp_path: Path) -> None:
    """A process with another PYTHONHASHSEED writes the same bytes through the command."""
    words = [sys.executable, "-c", "from hydrascope.cli import main; main()", "scan", str(plain.traffic)]
    seed = "7" if os.environ.get("PYTHONHASHSEED") == "0" else "0"
    subprocess.run([*words, "--out", str(tmp_path), "--quiet"], check=True, env=os.environ | {"PYTHONHASHSEED": seed})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == plain.results


def _coarse(lines: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the lines with their times cut to the day and two ids for each: ties wherever an order could be drawn from them."""
    for number, line in enumerate(lines):
        value = json.loads(line)
        yield json.dumps(value | {"ts": value["ts"][:10] + "T00:00:00Z", "exchange_id": f"ex-{number // 2}"}).encode() + b"\n"


def test_ties_in_time_and_id_are_broken_by_rule(plain: World, tmp_path: Path) -> None:
    """Where times are days and accounts share ids of exchanges, the order of the lines still changes nothing."""
    tied = list(_coarse(plain.lines))
    results = []
    for seed in (1, 2):
        (tmp_path / "tied.jsonl").write_bytes(b"".join(_shuffled(tied, seed)))
        results.append(_scanned([tmp_path / "tied.jsonl"], plain.folder, tmp_path / "out"))

    assert results[0] == results[1]


def _retold(line: bytes, number: int) -> bytes:
    """Return the line once more, with the same id and another response, client or prompt."""
    value = json.loads(line)
    value["response"] = {"status": 503} if number % 3 == 0 else {"text": f"other {number}"}
    value["client"] = {"ip": f"192.0.2.{number % 250}", "user_agent": "other/1.0"}
    if number % 2:
        value["request"]["messages"] = [{"role": "user", "content": f"other {number}"}]
    return json.dumps(value).encode() + b"\n"


def test_which_of_two_tellings_counts_does_not_depend_on_the_order(plain: World, tmp_path: Path) -> None:
    """Where lines of one exchange disagree, the same one counts whatever the order of lines and files."""
    retold = [_retold(line, number) for number, line in enumerate(plain.lines)]
    results = []
    for name, order in (("a", (plain.lines, retold)), ("b", (_shuffled(retold), _shuffled(plain.lines)))):
        (tmp_path / name).mkdir()
        for part, lines in enumerate(order):
            (tmp_path / name / f"{part}.jsonl").write_bytes(b"".join(lines))
        results.append(_scanned([tmp_path / name], plain.folder, tmp_path / "out"))

    assert json.loads(results[0]["campaigns.json"])["scanned"]["duplicates"] == len(plain.lines)
    assert results[0] == results[1]


def test_later_data_keeps_the_ids_of_campaigns(plain: World, tmp_path: Path) -> None:
    """A campaign that was confirmed from the first part of the traffic has the same id when the rest is there too."""
    by_time = sorted(plain.lines, key=lambda line: json.loads(line)["ts"])
    (tmp_path / "first.jsonl").write_bytes(b"".join(by_time[: 3 * len(by_time) // 4]))
    earlier = _campaigns(_scanned([tmp_path / "first.jsonl"], plain.folder, tmp_path / "out"))
    known = {one["campaign_id"] for one in earlier if one["verdict"] == "confirmed"}

    assert known
    assert known <= {one["campaign_id"] for one in _campaigns(plain.results)}


def test_ids_that_only_an_account_knows_apart_will_do(plain: World, tmp_path: Path) -> None:
    """Where every account counts its exchanges from 1, the findings are those of unique ids, and each campaign has an id of its own."""
    counts: dict[str, int] = {}
    counted = []
    for value in sorted(map(json.loads, plain.lines), key=lambda value: value["ts"]):
        counts[value["account_id"]] = counts.get(value["account_id"], 0) + 1
        counted.append(json.dumps(value | {"exchange_id": str(counts[value["account_id"]])}).encode() + b"\n")
    (tmp_path / "counted.jsonl").write_bytes(b"".join(counted))
    found = _campaigns(_scanned([tmp_path / "counted.jsonl"], plain.folder, tmp_path / "out"))

    def confirmed(campaigns: list[dict[str, Any]]) -> list[list[str]]:
        return sorted(one["accounts"] for one in campaigns if one["verdict"] == "confirmed")

    assert len({one["campaign_id"] for one in found}) == len(found)
    assert confirmed(found) == confirmed(_campaigns(plain.results))
