"""Worlds without text: the rows are fingerprints, follow from the seed, hold what the dials say, and detection finds the campaign."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from hydrascope.detect import detect, members_of
from hydrascope.engine import connect
from hydrascope.lab import simulate_fingerprints
from hydrascope.lab.worlds.crowd import Crowd, Harvest, people, register, truth_accounts
from hydrascope.lab.worlds.fingerprints_only import fingerprints, truth_exchanges
from hydrascope.schema import ACCOUNTS, FINGERPRINTS

SMALL = Crowd(accounts=400, campaigns=(Harvest(heads=20, cover=0.25, pivot=0.5),))


@pytest.fixture(scope="module")
def table() -> pa.Table:
    """The small world's fingerprints."""
    return pa.Table.from_batches(fingerprints(SMALL, 1))


@pytest.fixture(scope="module")
def truth() -> pa.Table:
    """The truth about its exchanges."""
    return pa.Table.from_batches(truth_exchanges(SMALL, 1))


def test_rows_are_fingerprints_of_registered_accounts(table):
    """The schema is the one that crosses packages; required columns hold no null; ids are unique; every account is registered."""
    table.validate(full=True)

    assert table.schema == FINGERPRINTS
    assert [field.name for field in FINGERPRINTS if not field.nullable and table[field.name].null_count] == []
    assert pc.count_distinct(table["exchange_id"]).as_py() == table.num_rows
    assert register(SMALL, 1).schema == ACCOUNTS
    assert set(table["account_id"].unique().to_pylist()) == set(register(SMALL, 1)["account_id"].to_pylist())


def test_the_same_seed_makes_the_same_rows(table):
    """Rows follow from the seed, and from nothing else."""
    assert pa.Table.from_batches(fingerprints(SMALL, 1)).equals(table)
    assert not pa.Table.from_batches(fingerprints(SMALL, 2)).equals(table)


def test_sketches_are_those_that_the_fingerprint_would_keep(table):
    """Shingles lie under the threshold of one in four, sorted and without repeats."""
    values = table["sketch"].combine_chunks().flatten().to_numpy().reshape(table.num_rows, -1)

    assert values.max() < 1 << 62
    assert (np.diff(values.astype(np.int64), axis=1) > 0).all()


def test_the_truth_has_the_same_rows_and_the_share_of_cover(table, truth):
    """Each exchange has its truth; a quarter of what heads send is cover."""
    kinds = truth["kind"].to_pylist()

    assert truth["exchange_id"].equals(table["exchange_id"])
    assert kinds.count("cover") / (kinds.count("cover") + kinds.count("attack")) == pytest.approx(0.25, abs=0.03)


def test_a_harvest_shares_its_template_and_nobody_else_holds_it(table, truth):
    """The shingles that nearly all harvesting exchanges have in common occur with no honest account."""
    harvest = pc.equal(truth["campaign"], "harvest").combine_chunks()
    own, counts = np.unique(table.filter(harvest)["sketch"].combine_chunks().flatten().to_numpy(), return_counts=True)
    common = own[counts > 0.9 * harvest.true_count]

    assert 3 <= len(common) <= 12
    assert not np.isin(common, table.filter(pc.invert(harvest))["sketch"].combine_chunks().flatten().to_numpy()).any()


def test_half_the_harvest_turns_to_the_new_model(table, truth):
    """After the release the dial's share of the harvest asks for the new model, and before it none."""
    late = pc.greater(table["ts"], pa.scalar(1772409600_000_000 + int(8.4 * 86400e6), pa.timestamp("us", tz="UTC")))
    harvest = pc.equal(truth["campaign"], "harvest")
    new = pc.equal(table["model"], "meridian-3")

    assert pc.mean(new.filter(pc.and_(harvest, late)).cast(pa.float64())).as_py() == pytest.approx(0.5, abs=0.05)
    assert not pc.any(new.filter(pc.invert(late))).as_py()


def test_volumes_have_the_mean_that_was_ordered_and_heavy_tails():
    """The mean holds and the busiest tenth sends more than half."""
    spec = Crowd(accounts=5000, campaigns=())
    exchanges = np.sort(people(spec, 1).exchanges)

    assert exchanges.mean() == pytest.approx(spec.per_day * spec.days, rel=0.02)
    assert exchanges[-500:].sum() > 0.5 * exchanges.sum()


def test_batch_sizes_and_empty_worlds_are_no_trouble():
    """Odd batch sizes lose no row, and nobody makes no rows."""
    assert sum(batch.num_rows for batch in fingerprints(SMALL, 1, rows=777)) == people(SMALL, 1).exchanges.sum()
    assert list(fingerprints(Crowd(accounts=0, campaigns=()), 1)) == []


def test_detection_finds_the_heads_and_nobody_else():
    """A campaign of 40 heads among 1,000 accounts is confirmed whole and alone."""
    spec = Crowd(accounts=1000, per_day=1.0, campaigns=(Harvest(heads=40, per_day=4.0),))
    found = detect(connect(threads=1), pa.Table.from_batches(fingerprints(spec, 1)), register(spec, 1), {})
    accused = [one for one in found.candidates if one.judgement.verdict in ("confirmed", "suspected")]
    who = truth_accounts(spec, 1)
    heads = set(who.filter(pc.equal(who["campaign"], "harvest"))["account_id"].to_pylist())

    assert len(accused) == 1
    assert {found.scene.traffic.accounts.ids[a] for a in members_of(accused[0])} == heads


def test_the_command_writes_rows_register_and_truth(tmp_path, capsys):
    """The command writes four files and prints its rate; a wrong size is refused in one line."""
    out = tmp_path / "w.parquet"

    assert simulate_fingerprints.main(["--exchanges", "2e4", "--out", str(out)]) == 0
    assert "a second" in capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} == {
        "w.parquet",
        "w.accounts.parquet",
        "w.truth_accounts.parquet",
        "w.truth_exchanges.parquet",
    }
    assert simulate_fingerprints.main(["--exchanges", "7", "--out", str(out)]) == 2
    assert "expected 1e3 to 1e9 exchanges but got exchanges=7.0" in capsys.readouterr().err
    assert simulate_fingerprints.main(["--exchanges", "1e4", "--out", str(tmp_path / "no" / "w.parquet")]) == 2
