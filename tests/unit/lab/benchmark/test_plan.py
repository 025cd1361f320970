"""What a profile runs."""

import pytest

from hydrascope.errors import ConfigError
from hydrascope.lab.benchmark import plan, split
from hydrascope.lab.worlds import DIALLED, WORLDS


@pytest.mark.parametrize("profile", plan.PROFILES)
def test_a_profile_stands_on_report_worlds_and_seeds(profile) -> None:
    """Every job of a profile is of the report split, and every world exists."""
    for job in plan.jobs(profile):
        assert split.of_world(job.world) == "report"
        assert job.seed >= split.REPORT_SEEDS_FROM
        assert job.world in {*WORLDS, *DIALLED}


def test_the_full_profile_has_the_seeds_that_the_report_promises() -> None:
    """Ten seeds for each world with campaigns, twenty for the town."""
    counts = {part.worlds[0]: part.seeds for part in plan.PROFILES["full"]}
    assert {(job.world, job.seed) for job in plan.jobs("towns")} == {("town", seed) for seed in range(1001, 1021)}

    assert counts.pop("town") == 20
    assert set(counts.values()) == {10}


def test_seeds_and_detectors_replace_those_of_the_profile() -> None:
    """Named seeds and detectors run, and no others; ours comes first, for the others are matched to it."""
    jobs = plan.jobs("quick", detectors=["rules", "hydrascope"], seeds=[1007])

    assert {job.seed for job in jobs} == {1007}
    assert {job.detectors for job in jobs} == {("hydrascope", "rules")}


def test_a_profile_may_begin_at_another_seed() -> None:
    """As many seeds of each world run as the profile has, from the one named."""
    found = {(job.world, job.seed) for job in plan.jobs("full", detectors=["hydrascope"], first=1011)}

    assert {seed for world, seed in found if world == "town"} == set(range(1011, 1031))
    assert {seed for world, seed in found if world == "sweeps"} == set(range(1011, 1021))


def test_dials_are_turned_for_ours_alone_unless_detectors_are_named() -> None:
    """Every world of one dial runs with two seeds, from any first one, without replays; the one that sends most comes first."""
    jobs = plan.jobs("dials", first=1011)

    assert {(job.world, job.seed) for job in jobs} == {(world, seed) for world in DIALLED for seed in (1011, 1012)}
    assert {(job.detectors, job.alarms) for job in jobs} == {(("hydrascope",), ())}
    assert jobs[0].world == "dial-cover-0.95"
    assert {job.detectors for job in plan.jobs("dials", detectors=["rules"])} == {("rules",)}


def test_the_first_alarm_is_looked_for_with_ours_alone() -> None:
    """Without ours among the detectors, no job replays."""
    assert {name for job in plan.jobs("quick") for name in job.alarms} == {"hydrascope"}
    assert not any(job.alarms for job in plan.jobs("quick", detectors=["rules"]))


def test_unknown_names_are_refused() -> None:
    """A profile or detector that is not there is named."""
    with pytest.raises(ConfigError, match="profile='slow'"):
        plan.jobs("slow")
    with pytest.raises(ConfigError, match="detector='oracle'"):
        plan.jobs("quick", detectors=["oracle"])
