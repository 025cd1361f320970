"""What is planted is found again: campaigns in simulated worlds, at seeds that nothing was tuned on, held to floors; honest worlds held to a ceiling."""

import shutil
from pathlib import Path

import pytest

import hydrascope
from hydrascope import report
from hydrascope.lab import worlds
from hydrascope.lab.score import score
from hydrascope.lab.scores import Score

SCALES = {"demo": 0.3, "shapes": 0.3, "evasive": 0.7, "tuning-4": 1.0, "honest": 0.5, "providers": 1.0, "village": 1.0}
# world, seed, least recall of accounts, of exchanges, least B-cubed precision, most campaigns lumped with another
FLOORS = [
    ("demo", 101, 0.95, 0.9, 0.95, 0),
    ("demo", 102, 0.95, 0.9, 0.95, 0),
    ("shapes", 101, 0.9, 0.85, 0.75, 1),
    ("shapes", 103, 0.9, 0.85, 0.75, 1),
    ("evasive", 101, 0.65, 0.45, 0.7, 1),
    ("evasive", 102, 0.65, 0.45, 0.7, 1),
    ("tuning-4", 101, 0.65, 0.45, 0.7, 1),
]
HONEST = [("honest", 101), ("honest", 102), ("honest", 103), ("providers", 101), ("providers", 102), ("village", 101), ("village", 92)]
# In the village of seed 92 customers of two payers were once suspected together for one client stack.
pytestmark = pytest.mark.slow


def _scored(world: str, seed: int, folder: Path, *, lean: bool | None = None, registers: bool = True) -> Score:
    """Simulate, scan and score; without `registers` the scan sees the exchanges alone."""
    truth = worlds.simulate(world, seed=seed, out=folder / "world", scale=SCALES[world], lean=lean)
    logs = truth
    if not registers:
        logs = folder / "logs"
        logs.mkdir()
        shutil.copy(truth / "exchanges.jsonl", logs)
    outcome = hydrascope.scan([logs / "exchanges.jsonl"], threads=2)
    report.write(outcome.result, outcome.rejected, folder / "out")
    return score(folder / "out", truth)


@pytest.fixture(scope="session")
def scored(tmp_path_factory):
    """Return the score of a world at a seed; each is simulated and scanned once."""
    known: dict[tuple[str, int], Score] = {}

    def of(world: str, seed: int) -> Score:
        if (world, seed) not in known:
            known[world, seed] = _scored(world, seed, tmp_path_factory.mktemp(f"{world}-{seed}"))
        return known[world, seed]

    return of


@pytest.mark.parametrize(("world", "seed", "accounts", "exchanges", "together", "merged"), FLOORS)
def test_planted_campaigns_are_found(scored, world, seed, accounts, exchanges, together, merged) -> None:
    """Of all heads and exchanges at least the floor is found, those found lie with their own, and every campaign is touched."""
    found = scored(world, seed)

    assert found.accounts.recall >= accounts
    assert found.exchanges.recall >= exchanges
    assert found.b_cubed.precision >= together
    assert len(found.merged) <= merged
    assert found.missed == ()


@pytest.mark.parametrize(("world", "seed"), [floor[:2] for floor in FLOORS])
def test_nobody_is_accused_beside_the_campaigns(scored, world, seed) -> None:
    """In traffic that holds campaigns, no honest account is confirmed or suspected, and no accused campaign is unfounded."""
    found = scored(world, seed)

    assert {one.kind: one.confirmed + one.suspected for one in found.honest if one.confirmed or one.suspected} == {}
    assert found.unfounded == ()
    assert found.accounts.precision == 1.0


@pytest.mark.parametrize(("world", "seed"), HONEST)
def test_an_honest_world_accuses_nobody(scored, world, seed) -> None:
    """Every honest look-alike, two of each, or all who open accounts for others, or a village of 5,000, and no campaign at all: nobody is confirmed or suspected."""
    found = scored(world, seed)

    assert {one.kind: one.confirmed + one.suspected for one in found.honest if one.confirmed or one.suspected} == {}
    assert found.falsely_accused == 0


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_an_honest_world_with_a_lean_log_confirms_nobody(seed, tmp_path) -> None:
    """With a log that lacks headers, sessions and status, and no register at all, still nobody is confirmed."""
    found = _scored("honest", seed, tmp_path, lean=True, registers=False)

    assert {one.kind: one.confirmed for one in found.honest if one.confirmed} == {}


def test_campaigns_are_found_in_a_lean_log_too(tmp_path) -> None:
    """The same log and no register: text, software, lines and hours alone find the demonstration's campaigns and accuse nobody else."""
    found = _scored("demo", 101, tmp_path, lean=True, registers=False)

    assert found.accounts.recall >= 0.9
    assert found.accounts.precision == 1.0


@pytest.mark.parametrize("seed", [101, 102])
def test_watch_is_kept_for_harvest_in_the_open(scored, seed) -> None:
    """Few honest accounts are even put on watch: those who grade, evaluate and generate data, not the crowd."""
    found = scored("demo", seed)
    crowd = {one.kind: len(one.watch) for one in found.honest if one.kind in {"hobby", "coder", "classroom", "office"}}

    assert sum(crowd.values()) == 0
    assert sum(len(one.watch) for one in found.honest) <= 0.15 * sum(one.accounts for one in found.honest)
