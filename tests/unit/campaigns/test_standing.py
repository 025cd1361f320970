"""What was concluded at a checkpoint comes back from where it is kept as it was."""

import numpy as np
import pytest

from hydrascope.campaigns.standing import Crew, Standing, content, restored
from hydrascope.detect.screen.census import Census
from hydrascope.detect.screen.checkpoint import Checkpoint
from hydrascope.detect.screen.families import Families
from hydrascope.detect.screen.recruits import Marks
from hydrascope.store import Kept


@pytest.fixture
def standing(found) -> Standing:
    """What a small scan concluded, as if it had been one of a large store."""
    rows = len(found.result.account_verdicts)
    census = Census()
    census.add(np.arange(rows), np.arange(rows), np.arange(rows), np.ones(rows, np.int64), np.arange(rows))
    families = Families(np.arange(4, dtype=np.uint64), np.arange(4), np.ones(4, np.int64))
    marks = [Marks(np.array([2**64 - 1], np.uint64), by_text=True), Marks(np.zeros(0, np.uint64), by_text=False)]
    accounts = np.arange(rows, dtype=np.uint64)
    point = Checkpoint(accounts, np.full(rows, -2), census.ordered(np.arange(rows)), {"stack": accounts, "asn": accounts}, families, marks)
    return Standing(found.result, [Crew("hc-1", 3, {"tp-1": 4, "tp-2": -1})], point, np.arange(rows)[::-1])


def test_nothing_is_lost_where_it_is_kept(standing, tmp_path) -> None:
    """Campaigns, tables, marks and what is known of each account are the same after they were written and read."""
    (tmp_path / "identities").mkdir()
    kept = Kept(tmp_path)
    assert kept.put("judged", "m", content(standing), newest=1)
    again = restored(kept.get("judged", "m"))

    assert again.result.campaigns == standing.result.campaigns
    assert (again.result.scanned, again.result.releases) == (standing.result.scanned, standing.result.releases)
    assert again.result.account_verdicts.equals(standing.result.account_verdicts)
    assert again.result.attributed.to_pylist() == standing.result.attributed.to_pylist()
    assert again.crews == standing.crews
    assert again.number.tolist() == standing.number.tolist()
    assert [(m.values.tolist(), m.by_text) for m in again.point.marks] == [(m.values.tolist(), m.by_text) for m in standing.point.marks]
    assert again.point.census.exchanges.tolist() == standing.point.census.exchanges.tolist()
    assert {name: values.tolist() for name, values in again.point.usual.items()} == {
        "stack": again.point.accounts.tolist(),
        "asn": again.point.accounts.tolist(),
    }
    assert all((one == other).all() for one, other in zip(again.point.families, standing.point.families, strict=True))
