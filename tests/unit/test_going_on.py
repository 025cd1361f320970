"""A search of a large store that came in hour by hour costs the new hours alone, and says what a search from nothing says."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from hydrascope import large, pipeline
from hydrascope.campaigns import ScanResult
from hydrascope.lab.worlds.crowd import Crowd, Harvest, register, truth_accounts
from hydrascope.lab.worlds.fingerprints_only import fingerprints
from hydrascope.report.record import campaigns_json
from hydrascope.schema import ACCOUNTS, RELEASES
from hydrascope.store import Kept, snapshot, writing

SEED = 5
WORLD = Crowd(accounts=300, campaigns=(Harvest(heads=40, per_day=16.0),), days=10)
HOURS, PERIOD = 240, 4
WHOLE = ["looking", "choosing", "detecting", "recruiting", "describing", "keeping"]
SAMPLE = 0.35  # of the exchanges that may be looked at closely
LATE = 12  # heads that begin with the last hours


class Traffic(NamedTuple):
    """A world's exchanges in the order of time, and the hour of each, the first being nought."""

    table: pa.Table
    hour: np.ndarray

    def between(self, begin: int, end: int) -> pa.Table:
        """Return the exchanges of some hours."""
        return self.table.filter(pa.array((self.hour >= begin) & (self.hour < end)))


@pytest.fixture(scope="module")
def traffic() -> Traffic:
    """The exchanges of the world, in which some heads do not begin before the last hours."""
    table = pa.Table.from_batches(fingerprints(WORLD, SEED)).sort_by("ts")
    micros = table["ts"].cast(pa.int64()).to_numpy()
    hour = micros // 3_600_000_000 - micros[0] // 3_600_000_000
    heads = truth_accounts(WORLD, SEED).filter(pc.field("campaign") != "")["account_id"].combine_chunks()
    fresh = pc.is_in(table["account_id"], heads[:LATE]).to_numpy()
    begun = hour >= HOURS - PERIOD
    return Traffic(table.filter(pa.array(~fresh | begun)), hour[~fresh | begun])


class Search:
    """Stores of the world with one key, each searched as one that memory does not hold."""

    def __init__(self, folder: Path, traffic: Traffic, patch: Callable[..., None]) -> None:
        self._folder, self._traffic = folder, traffic
        allowed = large.Budget(rows=int(SAMPLE * len(traffic.table)), bits=18)
        patch(pipeline, "budget", lambda _memory: allowed)

    def add(self, name: str, table: pa.Table) -> Path:
        """Take exchanges into a store; the first to be made knows the register."""
        path = self._folder / name
        with writing(path, key="11" * 32) as writer:
            writer.register(register(WORLD, SEED), RELEASES.empty_table())
            writer.add(table)
            writer.commit()
        return path

    def detect(self, path: Path, **how: datetime) -> tuple[ScanResult, list[str]]:
        """Return what a search says, and its stages."""
        stages: list[str] = []
        result = pipeline.detect_stored(path, threads=2, key="11" * 32, progress=lambda stage, _d, _t: stages.append(stage), **how).result
        return result, stages

    def from_nothing(self, end: int) -> ScanResult:
        """Return what a search says of so many hours that were taken in at once and never searched."""
        path = self.add(f"whole-{end}", self._traffic.between(0, end))
        return self.detect(path)[0]


def _same(one: ScanResult, other: ScanResult) -> bool:
    tables = one.account_verdicts.equals(other.account_verdicts) and one.attributed.equals(other.attributed)
    return campaigns_json(one) == campaigns_json(other) and tables


@pytest.fixture
def search(tmp_path, traffic, monkeypatch) -> Search:
    """Return what makes stores and searches them."""
    return Search(tmp_path, traffic, monkeypatch.setattr)


@pytest.fixture
def begun(search, traffic) -> Path:
    """Return a store that was searched one hour after a checkpoint."""
    path = search.add("growing", traffic.between(0, HOURS - PERIOD + 1))
    assert search.detect(path)[1] == [*WHOLE, "going on"]
    return path


@pytest.mark.slow
def test_hour_by_hour_it_says_what_a_search_from_nothing_says(search, begun, traffic) -> None:
    """Each hour after a checkpoint is read alone; the next checkpoint goes on from what was seen at the last one."""
    for end in range(HOURS - PERIOD + 2, HOURS + 1):
        search.add("growing", traffic.between(end - 1, end))
        result, stages = search.detect(begun)

        assert stages == (["going on"] if end < HOURS else WHOLE)
        assert _same(result, search.from_nothing(end))
        assert search.detect(begun)[1] == (["going on"] if end < HOURS else [])


def test_what_campaigns_did_since_is_theirs(search, traffic) -> None:
    """Later exchanges of its heads are the campaign's, fresh heads come to it, and nobody else does."""
    path = search.add("growing", traffic.between(0, HOURS - PERIOD))
    early = search.detect(path)[0]
    search.add("growing", traffic.between(HOURS - PERIOD, HOURS - 1))
    late = search.detect(path)[0]
    heads = set(truth_accounts(WORLD, SEED).filter(pc.field("campaign") != "")["account_id"].to_pylist())
    (before,), (after,) = early.campaigns, late.campaigns

    assert set(before.accounts) < set(after.accounts) <= heads
    assert after.campaign_id == before.campaign_id
    assert after.exchanges > before.exchanges
    assert after.exchanges == sum(member.exchanges for member in after.members) == len(late.attributed)
    assert (early.judged, late.judged) == (None, early.scanned.last_ts)
    assert late.account_verdicts.filter(pc.field("verdict") != "clear")["account_id"].to_pylist() == after.accounts
    assert pc.sum(late.account_verdicts["exchanges"]).as_py() == late.scanned.exchanges == len(traffic.between(0, HOURS - 1))


def test_late_exchanges_before_the_checkpoint_are_heard(search, begun, traffic) -> None:
    """What comes late to an hour that was judged is looked at again from the checkpoint before it."""
    missing = traffic.between(HOURS - PERIOD - 1, HOURS - PERIOD).slice(0, 1)
    late = missing.set_column(0, "exchange_id", pa.array(["late"])).set_column(
        missing.schema.get_field_index("key"), missing.schema.field("key"), pa.array([77], pa.uint64())
    )
    search.add("growing", late)
    result, stages = search.detect(begun)

    assert stages == [*WHOLE, "going on"]
    assert result.scanned.exchanges == len(traffic.between(0, HOURS - PERIOD + 1)) + 1


def test_what_is_learnt_of_known_accounts_is_heard(search, begun, traffic) -> None:
    """A ban that is told later makes the search judge again; an account that nobody has seen changes nothing."""
    head = truth_accounts(WORLD, SEED).filter(pc.field("campaign") != "")["account_id"][-1].as_py()
    stranger, banned = ({"account_id": name, "banned_at": datetime(2026, 3, 9, tzinfo=UTC)} for name in ("nobody", head))
    heard = []
    for one in (stranger, banned):
        with writing(begun, key="11" * 32) as writer:
            writer.register(pa.Table.from_pylist([one], ACCOUNTS), RELEASES.empty_table())
            writer.commit()
        heard.append(search.detect(begun)[1])

    assert heard == [["going on"], [*WHOLE, "going on"]]


def test_what_was_kept_may_be_lost(search, begun) -> None:
    """A search whose work was damaged or removed does it again, and says the same."""
    first = search.detect(begun)[0]
    for file in (begun / "identities" / "searches").glob("judged-*/owner.npy"):
        file.write_bytes(b"")
    damaged, stages = search.detect(begun)
    shutil.rmtree(begun / "identities" / "searches")

    assert stages == [*WHOLE, "going on"]
    assert _same(damaged, first)
    assert _same(search.detect(begun)[0], first)
    assert Kept(begun).marks("judged")


def test_an_earlier_end_is_searched_from_nothing(search, begun) -> None:
    """What is known of later hours is not used for a stretch that ends before them."""
    first = snapshot(begun, key="11" * 32).parts[HOURS - PERIOD - 6]
    end = datetime.fromtimestamp(first.hour * 3600, UTC)
    result, stages = search.detect(begun, until=end)

    assert stages[:6] == WHOLE
    assert result.scanned.last_ts < end
