"""When a request arrived, in every notation that logs use."""

import pytest

from hydrascope.sources.faults import LineError
from hydrascope.sources.times import micros

MOMENT = 1_767_571_200_123_456


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05T00:00:00.123456Z",
        "2026-01-05t00:00:00.123456z",
        "2026-01-05 00:00:00.123456",
        "2026-01-05T01:00:00.123456+01:00",
        "2026-01-04T18:30:00.123456-05:30",
        "2026-01-05T00:00:00.123456789Z",
        " 2026-01-05 00:00:00.123456 UTC",
        1767571200.123456,
        1767571200123.456,
        1767571200123456,
        "1767571200.123456",
    ],
)
def test_every_notation_names_the_same_moment(written: str | float) -> None:
    """RFC 3339 with any offset or fraction, and numbers of any unit, give the same microsecond."""
    assert micros(written) == MOMENT


def test_a_leap_second_is_the_next_minute() -> None:
    """23:59:60 exists in RFC 3339 and counts as 00:00:00."""
    assert micros("2016-12-31T23:59:60Z") == micros("2017-01-01T00:00:00Z")


def test_a_unit_overrides_the_magnitude() -> None:
    """A small number of milliseconds is not taken for seconds when the unit is given."""
    assert micros(5, unit="ms") == 5_000


@pytest.mark.parametrize(
    "written",
    ["yesterday", "", "2026-13-01T00:00:00Z", float("nan"), float("inf"), -5, 10**400, True, "1e300", "0001-01-01T00:00:00+14:00"],
)
def test_what_is_no_time_is_named(written: str | float) -> None:
    """A value that names no moment between 1970 and 9999 is an error that shows it."""
    with pytest.raises(LineError, match=r"expected a date.* but got ts="):
        micros(written)
