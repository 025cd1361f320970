"""What may be tuned on, and what is reported."""

import pytest

from hydrascope.errors import ConfigError
from hydrascope.lab.benchmark import plan, split
from hydrascope.lab.worlds import DIALLED, WORLDS

REPORTED = [name for name in (*WORLDS, *DIALLED) if split.of_world(name) == "report"]


@pytest.mark.parametrize("world", REPORTED)
def test_tuning_refuses_every_world_of_the_report(world) -> None:
    """No world of the report split can be tuned on, whatever the seed."""
    with pytest.raises(ConfigError, match=f"world='{world}'"):
        split.tuning(world, 1)


@pytest.mark.parametrize("seed", [0, 100, 1001])
def test_tuning_refuses_seeds_of_the_report(seed) -> None:
    """Seeds for tuning are 1 to 99."""
    with pytest.raises(ConfigError, match=f"seed={seed}"):
        split.tuning("demo", seed)


@pytest.mark.parametrize(("world", "seed"), [("demo", 1001), ("published-0", 1)])
def test_the_report_refuses_what_was_tuned_on(world, seed) -> None:
    """Neither a world nor a seed that a detector may have seen gives a figure for the report."""
    with pytest.raises(ConfigError, match="expected a"):
        split.report(world, seed)


def test_the_tuning_command_reads_the_tuning_split_alone() -> None:
    """Without names, the jobs for tuning are all of that split; with a name or seed of the report there are none."""
    assert not {job.world for job in plan.tuning_jobs((), (1,))} & set(REPORTED)
    for jobs in (plan.tuning_jobs, plan.ablation_jobs):
        with pytest.raises(ConfigError):
            jobs(("published-0",), (1,))
        with pytest.raises(ConfigError):
            jobs(("demo",), (1001,))


@pytest.mark.parametrize("text", ["", "a", "3-1", "1,,2", "-4"])
def test_a_list_without_seeds_is_refused(text) -> None:
    """What names no seed is said, not taken as none."""
    with pytest.raises(ConfigError, match="seeds="):
        split.seeds(text)
