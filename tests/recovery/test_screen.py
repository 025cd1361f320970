"""What is planted in a log that memory does not hold is found again, with accounts that nobody looked at."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from hydrascope import large, pipeline
from hydrascope.campaigns import ScanResult
from hydrascope.lab.worlds.crowd import Crowd, Harvest, register, truth_accounts
from hydrascope.lab.worlds.fingerprints_only import fingerprints, truth_exchanges
from hydrascope.schema import RELEASES
from hydrascope.store import writing

SEED = 101
WORLD = Crowd(
    accounts=500,
    campaigns=(
        Harvest(name="reasoning", heads=60, per_day=8.0, addresses=20),
        Harvest(name="grades", heads=40, per_day=9.0, intent="reward_modelling", cover=0.1),
    ),
    days=6,
)
SHARES = (0.5, 0.2)  # of the exchanges that may be looked at: enough for all heads, and for a sample of them
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    """A store of the world."""
    path = tmp_path_factory.mktemp("screen") / "store"
    with writing(path) as writer:
        writer.register(register(WORLD, SEED), RELEASES.empty_table())
        for batch in fingerprints(WORLD, SEED):
            writer.add(pa.Table.from_batches([batch]))
        writer.commit()
    return path


@pytest.fixture(scope="module")
def truth() -> pa.Table:
    """What kind each exchange is of."""
    return pa.Table.from_batches(truth_exchanges(WORLD, SEED))


@pytest.fixture(scope="module")
def search(store):
    """Return the function that searches the store with room for a share of its exchanges."""
    rows = sum(batch.num_rows for batch in fingerprints(WORLD, SEED))

    def search(share: float) -> ScanResult:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pipeline, "budget", lambda _memory: large.Budget(rows=int(share * rows), bits=20))
            return pipeline.detect_stored(store, threads=2).result

    return search


@pytest.fixture(scope="module", params=SHARES)
def result(search, request) -> ScanResult:
    """What the search concluded."""
    return search(request.param)


def test_all_heads_are_found_and_nobody_else(result) -> None:
    """Each campaign has all of its heads and no honest account."""
    accounts = truth_accounts(WORLD, SEED)
    heads = [sorted(accounts.filter(pc.field("campaign") == one.name)["account_id"].to_pylist()) for one in WORLD.campaigns]

    assert sorted(one.accounts for one in result.campaigns if one.verdict in {"confirmed", "suspected"}) == sorted(heads)


def test_every_exchange_is_attributed_once(result, truth) -> None:
    """No exchange is of two campaigns, nearly all that harvest are of one, some of what else heads send, and none of an honest account."""
    mine, kinds = result.attributed["exchange_id"], truth["kind"].to_pylist()
    found = truth.filter(pc.is_in(truth["exchange_id"], mine.combine_chunks()))["kind"].to_pylist()

    assert len(mine) == len(found) == sum(one.exchanges for one in result.campaigns)
    assert set(found) <= {"attack", "cover"}
    assert found.count("attack") >= max(0.97 * kinds.count("attack"), 0.8 * len(found))


def test_every_account_has_one_verdict(result) -> None:
    """All accounts of the log are told, with the exchanges they sent."""
    verdicts = result.account_verdicts
    accused = verdicts.filter(pc.is_valid(verdicts["campaign_id"]))

    assert pc.count_distinct(verdicts["account_id"]).as_py() == verdicts.num_rows == result.scanned.accounts
    assert pc.sum(verdicts["exchanges"]).as_py() == result.scanned.exchanges
    assert sorted(accused["account_id"].to_pylist()) == sorted(a for one in result.campaigns for a in one.accounts)


@pytest.mark.parametrize("result", SHARES[-1:], indirect=True)
def test_a_second_search_concludes_the_same(search, result) -> None:
    """With room for a sample of the heads alone the rest is taken in, and nothing of that depends on the run."""
    again = search(SHARES[-1])

    assert all("sampled_accounts" in {said.channel for said in one.explanations} for one in again.campaigns)
    assert again.campaigns == result.campaigns
    assert again.attributed.equals(result.attributed)
    assert again.account_verdicts.equals(result.account_verdicts)
