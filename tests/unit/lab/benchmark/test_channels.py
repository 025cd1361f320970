"""What channels earn."""

from hydrascope.lab.benchmark.channels import channels
from hydrascope.lab.benchmark.records import Candidate


def test_power_is_over_groups_of_heads_and_false_positives_over_the_honest(make_said) -> None:
    """A group is of a campaign when most of it is; one of few heads is neither a hit nor a false positive."""
    judged = [
        Candidate({"a": 8, "": 2}, "confirmed", {"shared_payment": 3.0}),
        Candidate({"a": 2}, "clear", {"shared_payment": 0.5}),
        Candidate({"": 5}, "clear", {"birth_burst": 2.0}),
        Candidate({"": 5, "a": 1}, "clear", {"shared_payment": 9.0}),
    ]
    found = {one.channel: one for one in channels([make_said({}, candidates=judged)])}

    assert (found["shared_payment"].groups.value, found["shared_payment"].heads.value, found["shared_payment"].honest.value) == (
        0.5,
        0.8,
        0.0,
    )
    assert (found["birth_burst"].groups.value, found["birth_burst"].honest.value) == (0.0, 1.0)


def test_a_detector_without_channels_has_none(make_said) -> None:
    """Nothing judged, nothing told."""
    assert channels([make_said({})]) == []
