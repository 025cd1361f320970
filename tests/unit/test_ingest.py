"""Taking logs into a store, and finding campaigns there: the two halves of a scan."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pytest

from hydrascope import pipeline, report, store
from hydrascope.errors import InputError
from hydrascope.lab import worlds
from hydrascope.wording import NOT_KEPT

KEY = "a key of the operator's own, that is long enough"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small simulated world of which two lines cannot be read and one is there twice."""
    folder = worlds.simulate("demo", seed=31, out=tmp_path_factory.mktemp("world"), scale=0.3)
    with (folder / "exchanges.jsonl").open("a+") as file:
        file.seek(0)
        first = file.readline()
        file.seek(0, 2)
        file.write(f"{first}{{}}\nnonsense\n")
    return folder


@pytest.fixture(scope="module")
def whole(world: Path) -> pipeline.ScanOutcome:
    """Return what a scan of the world concludes."""
    return pipeline.scan([world], threads=1)


def _line(name: str, **fields: Any) -> str:
    said = {"messages": [{"role": "user", "content": "Good day."}]}
    return json.dumps({"exchange_id": name, "ts": "2026-03-01T10:00:00Z", "account_id": "a", "model": "m", "request": said} | fields)


def _log(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    return path


def _without_words(outcome: pipeline.ScanOutcome) -> bytes:
    """Return campaigns.json without the words of templates."""
    said: Any = json.loads(report.campaigns_json(outcome.result))
    for campaign in said["campaigns"]:
        for template in campaign["templates"]:
            template["text"] = NOT_KEPT
    return msgspec.json.encode(said)


def test_two_halves_conclude_as_one_scan(world: Path, whole: pipeline.ScanOutcome, tmp_path: Path) -> None:
    """Ingest and detect give what a scan gives, but for words: campaigns, counts, verdicts and rejected lines."""
    pipeline.ingest([world], tmp_path / "store", threads=1)
    halves = pipeline.detect_stored(tmp_path / "store", threads=1)

    assert whole.result.campaigns
    assert (whole.result.scanned.rejected, whole.result.scanned.duplicates) == (2, 1)
    assert _without_words(halves) == _without_words(whole)
    assert halves.result.account_verdicts.equals(whole.result.account_verdicts)
    assert halves.result.attributed.equals(whole.result.attributed)
    assert halves.rejected.equals(whole.rejected)


def test_logs_in_pieces_conclude_as_one_scan(world: Path, whole: pipeline.ScanOutcome, tmp_path: Path) -> None:
    """The lines of a log, dealt to several that come one after another and out of order, give the same campaigns under any key."""
    lines = (world / "exchanges.jsonl").read_text().splitlines()
    known: Any = {"accounts": world / "accounts.jsonl", "releases": world / "releases.json", "threads": 1, "key": KEY}
    for at in (2, 0, 1):
        pipeline.ingest([_log(tmp_path / f"log-{at}/log.jsonl", *lines[at::3])], tmp_path / "store", **known)
    store.compact(tmp_path / "store", key=KEY)
    outcome = pipeline.detect_stored(tmp_path / "store", threads=1, key=KEY)

    assert _without_words(outcome) == _without_words(whole)


def test_the_same_logs_again_change_nothing(world: Path, tmp_path: Path) -> None:
    """A second run passes over what it knows, under another name too, and leaves every file as it was."""
    first = pipeline.ingest([world], tmp_path / "store", threads=1)
    before = {path: path.read_bytes() for path in (tmp_path / "store").rglob("*") if path.is_file()}
    again = pipeline.ingest([world], tmp_path / "store", threads=1)
    (tmp_path / "copy.jsonl").write_bytes((world / "exchanges.jsonl").read_bytes())
    copy = pipeline.ingest([tmp_path / "copy.jsonl"], tmp_path / "store", threads=1)
    after = {path: path.read_bytes() for path in (tmp_path / "store").rglob("*") if path.is_file()}
    lock = tmp_path / "store/lock"

    assert (first.files, first.known, len(first.rejected), first.duplicates) == (1, 0, 2, 1)
    assert (again.added, again.files, again.known, len(again.rejected)) == (0, 1, 1, 0)
    assert copy.known == 1
    assert {**after, lock: b""} == {**before, lock: b""}


def test_a_log_that_grew_is_read_again(tmp_path: Path) -> None:
    """What was appended is taken in, and what was there is told again."""
    log = _log(tmp_path / "log.jsonl", _line("e1"))
    pipeline.ingest([log], tmp_path / "store", threads=1)
    _log(log, _line("e1"), _line("e2"))
    grown = pipeline.ingest([log], tmp_path / "store", threads=1)

    assert (grown.added, grown.duplicates, grown.known) == (1, 1, 0)


def test_a_log_that_changes_while_it_is_read_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows what was read of it, so that the next run reads it again."""
    log, usual = _log(tmp_path / "log.jsonl", _line("e1")), pipeline.fingerprint

    def written_meanwhile(batch: pa.RecordBatch) -> pa.RecordBatch:
        _log(log, _line("e1"), _line("e2"))
        return usual(batch)

    monkeypatch.setattr(pipeline, "fingerprint", written_meanwhile)
    pipeline.ingest([log], tmp_path / "store", threads=1)
    monkeypatch.undo()

    assert pipeline.ingest([log], tmp_path / "store", threads=1).added == 1


def test_a_log_that_cannot_be_read_leaves_no_trace(tmp_path: Path) -> None:
    """Where not one line can be read the lines go with the error, and the store holds nothing of it."""
    with pytest.raises(InputError, match="no line of the input can be read") as raised:
        pipeline.ingest([_log(tmp_path / "log.jsonl", '{"exchange_id": "e", "request": {}}')], tmp_path / "store", threads=1)

    assert len(raised.value.rejected) == 1
    assert store.info(tmp_path / "store").exchanges == store.info(tmp_path / "store").rejected == 0


def test_a_register_may_come_later(tmp_path: Path) -> None:
    """Accounts that are told of with a log that is known already are taken in all the same."""
    log = _log(tmp_path / "log.jsonl", _line("e1"))
    pipeline.ingest([log], tmp_path / "store", threads=1)
    (tmp_path / "who.jsonl").write_text('{"account_id": "a", "plan": "pro"}\n{"account_id": 5}\n')
    later = pipeline.ingest([log], tmp_path / "store", accounts=tmp_path / "who.jsonl", threads=1)

    assert (later.known, len(later.rejected)) == (1, 1)
    assert store.get(tmp_path / "store").accounts["plan"].to_pylist() == ["pro"]


def test_detection_sees_the_time_that_is_asked_for(tmp_path: Path) -> None:
    """From `since` on and before `until`, and a stretch without exchanges is refused."""
    log = _log(tmp_path / "log.jsonl", *(_line(f"e{hour}", ts=f"2026-03-01T{hour:02d}:30:00Z") for hour in range(10)))
    pipeline.ingest([log], tmp_path / "store", threads=1)
    since, until = (datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in (2, 5))
    seen = pipeline.detect_stored(tmp_path / "store", since=since, until=until, threads=1)

    assert seen.result.scanned.exchanges == 3
    with pytest.raises(InputError, match="none in that time"):
        pipeline.detect_stored(tmp_path / "store", until=datetime(2026, 1, 1, tzinfo=UTC))
