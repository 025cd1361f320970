"""A scan in one go: each exchange once, batches in order, what goes wrong in words."""

import json
import random
import time
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

import hydrascope
from hydrascope import pipeline
from hydrascope.errors import ConfigError, InputError
from hydrascope.schema import FINGERPRINTS, REJECTED

PLAIN = {pa.string(): "", pa.bool_(): False}


def _told(*rows: dict[str, object]) -> pa.Table:
    """Return fingerprints that are nothing but what the rows say."""
    day = datetime(2026, 3, 1, tzinfo=UTC)
    plain = {field.name: None if field.nullable else PLAIN.get(field.type, 0) for field in FINGERPRINTS}
    filled = [plain | {"ts": day, "sketch": [], "source": "a", "line": at} | row for at, row in enumerate(rows, 1)]
    return pa.Table.from_pylist(filled, schema=FINGERPRINTS)


def test_exchanges_that_differ_in_id_account_or_time_stay() -> None:
    """An id may recur for another account or at another time; the table comes back as it was."""
    later = datetime(2026, 3, 2, tzinfo=UTC)
    table = _told({"exchange_id": "e"}, {"exchange_id": "f"}, {"exchange_id": "e", "account_id": "a"}, {"exchange_id": "e", "ts": later})

    assert pipeline.once(table) is table


def test_the_telling_with_the_lowest_status_counts() -> None:
    """Of two lines about one exchange the one that succeeded counts, and the others keep their order."""
    table = _told({"exchange_id": "z"}, {"exchange_id": "e", "status": 503}, {"exchange_id": "e", "status": 200}, {"exchange_id": "b"})

    assert pipeline.once(table).select(["exchange_id", "status"]).to_pylist() == [
        {"exchange_id": "z", "status": None},
        {"exchange_id": "e", "status": 200},
        {"exchange_id": "b", "status": None},
    ]


@pytest.mark.parametrize(
    "differing",
    [
        {"answer_chars": 5},
        {"client": "curl/8"},
        {"org_id": "o"},
        {"is_batch": True},
        {"blocks_in": ["b1", "b2"]},
        {"blocks_out": ["b3"]},
        {"answer_value": 0.5},
        {"content_hash": 2**64 - 1},
    ],
)
def test_what_tellings_say_decides_and_not_where_they_stand(differing: dict[str, object]) -> None:
    """Where tellings differ in any column, the same one counts in every order and from every file."""
    one, other = {"exchange_id": "e"}, {"exchange_id": "e"} | differing
    name = next(iter(differing))
    kept = [pipeline.once(_told(*order))[name].to_pylist() for order in ((one, other), (other, one), (other, one, other))]
    moved = pipeline.once(_told(one | {"source": "z"}, other | {"source": "b"}))[name].to_pylist()

    assert kept == [kept[0]] * 3
    assert moved == kept[0]


def test_many_tellings_are_told_apart_in_any_order() -> None:
    """Shuffling rows with many duplicates leaves the same set of rows."""
    rows = [{"exchange_id": f"e{i % 40}", "status": 200 + i % 3, "answer_chars": i % 7} for i in range(400)]
    kept = [pipeline.once(_told(*random.Random(seed).sample(rows, len(rows)))) for seed in (1, 2)]
    first, second = (sorted(map(str, table.drop_columns(["line"]).to_pylist())) for table in kept)

    assert len(first) == 40
    assert first == second


def test_batches_come_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that finish out of turn do not change the order of the batches."""

    def slow_at_first(batch: int) -> int:
        time.sleep(0.02 / (batch + 1))
        return batch

    monkeypatch.setattr(pipeline, "fingerprint", slow_at_first)

    assert list(pipeline._fingerprints(iter(range(12)), 4)) == list(range(12))


def _log(folder: Path) -> Path:
    said = {"messages": [{"role": "user", "content": "Good day."}]}
    rows = [{"exchange_id": f"e{i}", "ts": 1.7e9 + i, "account_id": "a", "model": "m", "request": said} for i in range(3)]
    (folder / "log.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder / "log.jsonl"


def test_stages_are_told_in_their_order(tmp_path: Path) -> None:
    """Progress hears of reading, detecting and describing, and of reading how far it is."""
    told: list[tuple[str, float, float]] = []
    hydrascope.scan([_log(tmp_path)], progress=lambda *what: told.append(what))

    assert list(dict.fromkeys(stage for stage, *_ in told)) == ["reading", "detecting", "describing"]
    assert told[0][1:] == (tmp_path.joinpath("log.jsonl").stat().st_size,) * 2


def test_one_path_need_not_be_a_list(tmp_path: Path) -> None:
    """A path or a text by itself is one input, and not its letters."""
    log = _log(tmp_path)

    assert hydrascope.scan(log).result.scanned == hydrascope.scan(str(log)).result.scanned == hydrascope.scan([log]).result.scanned


def test_registers_beside_the_traffic_are_picked_up(tmp_path: Path) -> None:
    """Releases and accounts beside the log are known, and what cannot be read of them is rejected."""
    log = _log(tmp_path)
    (tmp_path / "releases.json").write_text('[{"model": "m", "released_at": 1700000001}]')
    (tmp_path / "accounts.jsonl").write_text('{"account_id": "a", "plan": "pro"}\n{"account_id": 5}')
    outcome = hydrascope.scan([log])

    assert [(one.model, one.released_at) for one in outcome.result.releases] == [("m", datetime(2023, 11, 14, 22, 13, 21, tzinfo=UTC))]
    assert outcome.rejected["line"].to_pylist() == [2]
    assert outcome.result.scanned.rejected == 1


def test_a_log_without_exchanges_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that is read whole and holds no request to a model is no traffic; the lines that could not be read go with the error."""
    bad = pa.Table.from_pylist([{"source": "log", "line": 2, "reason": "broken"}], schema=REJECTED)

    class Nothing(list):
        rejected = bad

    monkeypatch.setattr(pipeline.sources, "read", lambda *_, **__: Nothing())

    with pytest.raises(InputError, match="expected at least one exchange but got exchanges=0") as raised:
        hydrascope.scan([_log(tmp_path)])
    assert raised.value.rejected.to_pylist() == bad.to_pylist()


@pytest.mark.parametrize("error", [duckdb.OutOfMemoryException("x"), MemoryError()])
def test_too_little_memory_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Where the tables do not fit, the limit is named and what to do about it."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "detect", fail)

    with pytest.raises(ConfigError, match="memory=2GB; give more"):
        hydrascope.scan([_log(tmp_path)], memory="2GB")


@pytest.mark.parametrize(("said", "raised"), [("Query interrupted", KeyboardInterrupt), ("something else", RuntimeError)])
def test_an_interrupted_query_is_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, raised: type[BaseException]
) -> None:
    """Ctrl-C while the engine computes is Ctrl-C; other errors stay what they are."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(said)

    monkeypatch.setattr(pipeline, "detect", fail)

    with pytest.raises(raised):
        hydrascope.scan([_log(tmp_path)])


def test_absurdly_many_threads_are_not_started(tmp_path: Path) -> None:
    """A number of threads beyond reason takes no longer than a reasonable one."""
    began = time.monotonic()
    hydrascope.scan([_log(tmp_path)], threads=1_000_000)

    assert time.monotonic() - began < 20
