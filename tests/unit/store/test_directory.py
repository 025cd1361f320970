"""A store takes each batch once, gives it back whole, and says what is missing."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from hydrascope import pipeline, report
from hydrascope.errors import InputError, OutputError
from hydrascope.lab import worlds
from hydrascope.schema import ACCOUNTS, FINGERPRINTS, RELEASES
from hydrascope.store import Stored, get, put


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small simulated world."""
    return worlds.simulate("demo", seed=31, out=tmp_path_factory.mktemp("world"), scale=0.3)


@pytest.fixture(scope="module")
def taken(world: Path) -> pipeline.Taken:
    """Return the fingerprints of the world."""
    return pipeline.take([world], threads=1)


def test_what_was_put_comes_back(taken: pipeline.Taken, tmp_path: Path) -> None:
    """Fingerprints, accounts and releases come back as they were put."""
    assert put(tmp_path, taken.stored) == len(taken.stored.fingerprints)
    back = get(tmp_path)

    assert back.fingerprints.equals(taken.stored.fingerprints)
    assert back.accounts.sort_by("account_id").equals(taken.stored.accounts.sort_by("account_id"))
    assert back.releases.num_rows == taken.stored.releases.num_rows


def test_the_same_batch_is_taken_once(taken: pipeline.Taken, tmp_path: Path) -> None:
    """A batch that is put again changes nothing and counts as nothing new."""
    put(tmp_path, taken.stored)
    before = sorted(tmp_path.rglob("*"))

    assert put(tmp_path, taken.stored) == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_time_bounds_are_half_open(taken: pipeline.Taken, tmp_path: Path) -> None:
    """What begins at `since` is in, what begins at `until` is out."""
    put(tmp_path, taken.stored)
    middle = pc.quantile(taken.stored.fingerprints["ts"].cast(pa.int64()), interpolation="lower")[0].as_py()
    at = datetime.fromtimestamp(middle / 1e6, UTC)
    late, early = get(tmp_path, since=at).fingerprints, get(tmp_path, until=at).fingerprints

    assert len(late) + len(early) == len(taken.stored.fingerprints)
    assert pc.min(late["ts"]).as_py() == at
    assert pc.max(early["ts"]).as_py() < at


def test_later_knowledge_of_an_account_counts(tmp_path: Path) -> None:
    """A ban that is told later joins what was known; a birth stays the earliest."""
    born, banned = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    first = [{"account_id": "a", "created_at": born, "payment_fingerprint": "pm"}]
    second = [{"account_id": "a", "created_at": banned, "banned_at": banned}]
    one = pa.Table.from_pylist([{**dict.fromkeys(FINGERPRINTS.names), **_required()}], schema=FINGERPRINTS)
    for rows in (first, second):
        put(tmp_path, Stored(one, pa.Table.from_pylist(rows, schema=ACCOUNTS), RELEASES.empty_table()))
    known = get(tmp_path).accounts.to_pylist()

    assert [(r["created_at"], r["banned_at"], r["payment_fingerprint"]) for r in known] == [(born, banned, "pm")]


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    """Where nothing is stored, the message names the store and the command that fills it."""
    with pytest.raises(InputError, match=r"expected a store with exchanges but got store=.*hydrascope ingest"):
        get(tmp_path / "none")


def test_a_store_that_cannot_be_written_is_named(taken: pipeline.Taken, tmp_path: Path) -> None:
    """A file where the store should be gives a message and leaves the file alone."""
    (tmp_path / "store").write_text("mine")
    with pytest.raises(OutputError, match="expected a store that can be written to but got store="):
        put(tmp_path / "store", taken.stored)

    assert (tmp_path / "store").read_text() == "mine"


def test_two_halves_conclude_as_one_scan(world: Path, tmp_path: Path) -> None:
    """Ingest and detect find the campaigns of a scan; only the words of templates are missing."""
    pipeline.ingest([world], tmp_path / "store", threads=1)
    halves = pipeline.detect_stored(tmp_path / "store", threads=1).result
    whole = pipeline.scan([world], threads=1).result

    assert halves.campaigns
    assert [_without_words(c) for c in halves.campaigns] == [_without_words(c) for c in whole.campaigns]
    assert halves.account_verdicts.equals(whole.account_verdicts)
    assert report.campaigns_json(halves) != report.campaigns_json(whole)


def _without_words(campaign: object) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(campaign)
    return {**plain, "templates": [{**t, "text": ""} for t in plain["templates"]]}  # type: ignore[attr-defined]


def _required() -> dict[str, object]:
    zero = {pa.string(): "x", pa.list_(pa.uint64()): [], FINGERPRINTS.field("ts").type: datetime(2026, 1, 5, tzinfo=UTC)}
    return {f.name: zero.get(f.type, 0) for f in FINGERPRINTS if not f.nullable}
