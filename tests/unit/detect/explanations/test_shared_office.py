"""An office or co-working space: one line for all, each with work of their own, at human hours."""

import numpy as np
import pytest

from hydrascope.detect.explanations.shared_office import shared_office

OFFICE = {"subnet": "office-net", "hour": lambda i, k: 24 * (k % 10) + 9 + (i + k) % 7}


def _asked(told, share, **fields):
    """Ask of heads of whose exchanges a share is common work."""
    seen = told.scene_of(told.hydra(**OFFICE | fields))
    rows = told.group_of(seen).rows
    common = rows[: round(share * len(rows))]
    return shared_office(told.group_of(seen, rows=lambda x: np.isin(np.arange(len(x.a)), common)), seen)


def test_one_line_by_day_with_work_of_their_own(told) -> None:
    """An office whose people have a fifth of their requests in common fits fully."""
    found = _asked(told, 0.2)

    assert found.fit == 1.0
    assert found.finding.startswith("12 of 12 accounts use one network, 20% of what they send is common work")


def test_common_work_is_not_excused(told) -> None:
    """Accounts that do hardly anything but the same are no office; between they fit in part."""
    assert _asked(told, 0.8) is None
    assert _asked(told, 0.45).fit == pytest.approx(0.5, abs=0.02)


def test_round_the_clock_is_no_office(told) -> None:
    """People go home."""
    assert _asked(told, 0.2, hour=lambda i, k: 24 * (k % 10) + (k * 11 + i * 5) % 24) is None


def test_two_lines_are_no_office(told) -> None:
    """Half of the accounts on one network is not all."""
    assert _asked(told, 0.2, subnet=lambda i, _: f"net-{i % 2}") is None


def test_without_addresses_it_does_not_fit(told) -> None:
    """What is not logged excuses nothing."""
    seen = told.scene_of(told.hydra(**OFFICE).without("subnet"))

    assert shared_office(told.group_of(seen), seen) is None
