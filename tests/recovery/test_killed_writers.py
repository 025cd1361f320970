"""Writers that are killed at random moments: the store is always whole."""

import pytest

from hydrascope.lab import store_kills


@pytest.mark.slow
def test_a_store_survives_killed_writers(tmp_path) -> None:
    """Twenty writers are killed: each left what was there before or all of its log, readers saw nothing else, and nothing is lost or twice."""
    found = store_kills.kills(tmp_path, kills=20, exchanges=120, count=4)

    assert found.kills == found.before + found.after == 20
    assert found.whole
    assert found.unnamed
    assert found.reads


def test_a_torn_log_would_be_seen() -> None:
    """The check that the trial rests on tells half a log, and an exchange that is there twice, from whole logs."""
    one, other = frozenset({("a", "x", 1), ("b", "x", 1)}), frozenset({("b", "x", 1), ("c", "x", 1), ("d", "x", 1)})
    told = store_kills.Counter

    assert not store_kills._torn(told(one), [one, other])
    assert not store_kills._torn(told(one | other), [one, other])
    assert store_kills._torn(told([("b", "x", 1), ("c", "x", 1)]), [one, other])
    assert store_kills._torn(told([*one, ("a", "x", 1)]), [one, other])
