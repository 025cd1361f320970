"""How much of a store that memory does not hold is looked at, and that it is searched so."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pytest

from hydrascope import large, pipeline
from hydrascope.errors import ConfigError
from hydrascope.lab import worlds
from hydrascope.lab.worlds.crowd import Crowd, Harvest, register, truth_accounts
from hydrascope.lab.worlds.fingerprints_only import fingerprints
from hydrascope.report.record import campaigns_json
from hydrascope.schema import RELEASES
from hydrascope.store import writing

WORLD = Crowd(accounts=300, campaigns=(Harvest(heads=40, per_day=6.0),), days=10)


@pytest.mark.parametrize(("told", "size"), [("4GB", 4_000_000_000), ("1.5GiB", 1_610_612_736), ("512 MB", 512_000_000), ("7b", 7)])
def test_sizes_are_read_as_the_engine_reads_them(told: str, size: int) -> None:
    """A number with a unit is so many bytes; units with an i go by 1,024."""
    assert large.size(told) == size


def test_what_is_no_size_is_refused() -> None:
    """A size without a unit, or of nothing, is named."""
    with pytest.raises(ConfigError, match="memory='much'"):
        large.budget("much")


def test_more_memory_allows_more_up_to_a_bound() -> None:
    """Rows and counters grow with the memory, and neither without end."""
    budgets = [large.budget(memory) for memory in ("1MB", "1GB", "4GB", "1TB", "64TB")]

    assert budgets == sorted(budgets)
    assert budgets[-1] == budgets[-2]
    assert large.budget(None).rows > 0


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of a small world."""
    path = tmp_path_factory.mktemp("large") / "store"
    with writing(path) as writer:
        writer.register(register(WORLD, 5), RELEASES.empty_table())
        for batch in fingerprints(WORLD, 5):
            writer.add(pa.Table.from_batches([batch]))
        writer.commit()
    return path


def test_a_log_beyond_memory_goes_through_a_store_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan of a log that is larger than allowed gives the scan of it in memory, words and all, and leaves no store behind."""
    worlds.simulate("demo", seed=4, out=tmp_path / "world", scale=0.2)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    inputs = [str(tmp_path / "world" / "exchanges.jsonl")]
    whole = pipeline.scan(inputs).result
    monkeypatch.setattr(pipeline, "_A_LINE", 0)
    through = pipeline.scan(inputs).result

    assert campaigns_json(through) == campaigns_json(whole)
    assert through.account_verdicts.equals(whole.account_verdicts)
    assert [one.name for one in tmp_path.iterdir()] == ["world"]


def test_a_store_beyond_memory_is_searched_in_part_and_concluded_whole(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for two thirds of the exchanges, all heads are found, nobody else is, and every account has a verdict."""
    whole = pipeline.detect_stored(store).result
    allowed = large.Budget(rows=int(0.65 * whole.scanned.exchanges), bits=20)
    monkeypatch.setattr(pipeline, "budget", lambda _memory: allowed)
    stages: list[str] = []
    part = pipeline.detect_stored(store, progress=lambda stage, _done, _total: stages.append(stage)).result
    heads = truth_accounts(WORLD, 5).filter(pa.compute.field("campaign") != "")["account_id"].to_pylist()

    assert stages == ["looking", "choosing", "detecting", "recruiting", "describing", "keeping"]
    assert [one.accounts for one in part.campaigns] == [sorted(heads)]
    assert part.campaigns[0].verdict == whole.campaigns[0].verdict
    assert part.scanned == whole.scanned
    assert part.account_verdicts["account_id"].to_pylist() == whole.account_verdicts["account_id"].to_pylist()
    assert part.account_verdicts["exchanges"].to_pylist() == whole.account_verdicts["exchanges"].to_pylist()
