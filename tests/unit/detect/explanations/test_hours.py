"""Whether accounts keep a human day, and how sure that is."""

import numpy as np
import pytest

from hydrascope.detect.explanations.model import hours
from hydrascope.detect.profile import Profile


def _known(rhythm, exchanges) -> Profile:
    """Accounts with these rhythms, known from so many exchanges."""
    n = len(rhythm)
    blank = dict.fromkeys(Profile._fields, np.zeros(n)) | {"rhythm": np.array(rhythm, float), "exchanges": np.array(exchanges)}
    return Profile(**blank)


def test_few_exchanges_leave_doubt_and_doubt_speaks_for_the_accounts() -> None:
    """The same rhythm is more likely a person's where it is known from eight exchanges than from hundreds."""
    rough, sure = hours(_known([0.15] * 2, [8] * 2), 0.1, 0.3), hours(_known([0.15] * 2, [800] * 2), 0.1, 0.3)

    assert rough.human == pytest.approx((0.15 + 1 / 8 / np.sqrt(2) - 0.1) / 0.2)
    assert rough.rhythm == "0.15 ± 0.09"
    assert sure.human == pytest.approx((0.15 + 1 / 800 / np.sqrt(2) - 0.1) / 0.2)


def test_an_unknown_rhythm_is_nobodys_fault() -> None:
    """Accounts with too few exchanges for a rhythm count as human."""
    assert hours(_known([np.nan, np.nan], [3, 2]), 0.1, 0.3) == (1.0, "unknown")


def test_the_error_is_what_random_hours_show() -> None:
    """Of accounts that work at random hours, the figure spreads as the error says, within a tenth."""
    n, rng = 12, np.random.default_rng(1)
    angle = 2 * np.pi * rng.integers(0, 24, (20_000, n)) / 24
    figures = (np.cos(angle).sum(axis=1) ** 2 + np.sin(angle).sum(axis=1) ** 2 - n) / (n * (n - 1))

    assert figures.std() == pytest.approx(1 / n, rel=0.1)
