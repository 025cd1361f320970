"""What every detector of the lab keeps to, whoever wrote it: the suite runs over the registry."""

import json
import math
import random
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from hydrascope.lab import worlds
from hydrascope.lab.detectors import DETECTORS, Observed, calibration, mmd
from hydrascope.lab.detectors.texts import arranged, read_prompts
from hydrascope.pipeline import take
from hydrascope.schema import ACCOUNTS, FINGERPRINTS


def observed(folder: Path, lines: list[bytes]) -> Observed:
    """What a detector is told of some lines: the folder holds nothing but them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exchanges.jsonl").write_bytes(b"".join(lines))
    taken = take([folder / "exchanges.jsonl"], threads=1).stored
    return Observed(taken.fingerprints, taken.accounts, {}, folder / "exchanges.jsonl")


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> tuple[list[bytes], pa.Table, dict[str, int]]:
    """The lines of a small world with campaigns, its register, and its releases."""
    folder = worlds.simulate("demo", seed=3, out=tmp_path_factory.mktemp("world"), scale=0.06)
    taken = take([folder / "exchanges.jsonl"], threads=1).stored
    return (folder / "exchanges.jsonl").read_bytes().splitlines(keepends=True), taken.accounts, {"m": 0}


@pytest.fixture(scope="module")
def told(world, tmp_path_factory) -> Observed:
    """The small world as a detector sees it."""
    lines, register, releases = world
    return observed(tmp_path_factory.mktemp("told"), lines)._replace(accounts=register, releases=releases)


@pytest.fixture(scope="module", autouse=True)
def small_calibration(tmp_path_factory):
    """Detectors that calibrate on honest traffic do so on little of it, and forget it afterwards."""
    base, kept = tmp_path_factory.mktemp("calibration"), (mmd._benign, mmd._published, mmd._account_null)

    def honest(seed: int):
        folder = worlds.simulate("honest", seed=seed, out=base / str(seed), scale=0.1)
        return arranged(read_prompts(folder / "exchanges.jsonl"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calibration, "honest", honest)
        patch.setattr(mmd, "POOL", 300)
        for one in kept:
            one.cache_clear()
        yield
    for one in kept:
        one.cache_clear()


@pytest.fixture(scope="module")
def said(told):
    """What each detector says of the small world, asked once."""
    return cache(lambda name: DETECTORS[name](told))


ALL = pytest.mark.parametrize("name", sorted(DETECTORS))


@ALL
def test_says_the_same_twice(name, told, said):
    """A detector has no memory and rolls no dice of its own."""
    assert DETECTORS[name](told) == said(name)


@ALL
def test_the_order_of_rows_does_not_matter(name, world, told, said, tmp_path):
    """Shuffled lines, rows and register give the same answer."""
    lines = list(world[0])
    random.Random(1).shuffle(lines)
    other = observed(tmp_path / "shuffled", lines)
    order = np.random.default_rng(1).permutation(len(other.fingerprints))
    rows = other.fingerprints.take(order)
    register = told.accounts.take(np.random.default_rng(2).permutation(len(told.accounts)))
    assert DETECTORS[name](other._replace(fingerprints=rows, accounts=register, releases=told.releases)) == said(name)


@ALL
def test_names_accounts_of_the_traffic_only_and_scores_them_with_numbers(name, told, said):
    """Scores are finite and not negative; accused, grouped and watched accounts have exchanges, and what is accused is not watched too."""
    found, known = said(name), set(told.fingerprints["account_id"].to_pylist())
    assert all(math.isfinite(score) and score >= 0 for score in found.scores.values())
    assert known >= found.scores.keys() | found.groups.keys() | found.accused | found.watched
    assert not found.accused & found.watched


@ALL
def test_accused_accounts_have_a_score(name, said):
    """An accusation without a score could not be ranked."""
    found = said(name)
    assert all(found.scores.get(account, 0.0) > 0 for account in found.accused)


@ALL
def test_says_nothing_of_an_empty_world(name, tmp_path):
    """No exchange, no account, no release: no finding and no error."""
    (tmp_path / "exchanges.jsonl").write_bytes(b"")
    found = DETECTORS[name](Observed(FINGERPRINTS.empty_table(), ACCOUNTS.empty_table(), {}, tmp_path / "exchanges.jsonl"))
    assert (dict(found.scores), found.accused, dict(found.groups), found.watched) == ({}, frozenset(), {}, frozenset())


@ALL
def test_does_not_look_for_the_truth(name, world, told, said, tmp_path):
    """Truth beside the log changes nothing, though it lies."""
    beside = observed(tmp_path, world[0])._replace(accounts=told.accounts, releases=told.releases)
    accounts = sorted(set(told.fingerprints["account_id"].to_pylist()))
    lies = "account_id,campaign,kind,operator\n" + "".join(f"{one},lie,attack,liar\n" for one in accounts)
    (tmp_path / "truth_accounts.csv").write_text(lies)
    assert DETECTORS[name](beside) == said(name)


@ALL
def test_reads_no_text_from_after_the_end(name, world, told, tmp_path):
    """With a stretch of the fingerprints and `until`, the rest of the log might as well not be there."""
    moments = told.fingerprints["ts"]
    until = moments.sort()[len(moments) // 2].as_py()
    early = told._replace(fingerprints=told.fingerprints.filter(pc.less(moments, until)), until=until)
    ids = set(early.fingerprints["exchange_id"].to_pylist())
    lines = [line for line in world[0] if json.loads(line)["exchange_id"] in ids]
    cut = observed(tmp_path / "cut", lines)._replace(accounts=told.accounts, releases=told.releases)
    assert DETECTORS[name](early).scores == DETECTORS[name](cut).scores
