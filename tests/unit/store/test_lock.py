"""The lock: one holder, named to others, and free when it is gone."""

import pytest

from hydrascope.errors import StoreError
from hydrascope.store import lock
from hydrascope.store.layout import Layout


def test_the_lock_is_free_again(tmp_path) -> None:
    """Two blocks after another both hold it; one within the other does not."""
    place = Layout(tmp_path)
    with lock.held(place), pytest.raises(StoreError, match="held by process"), lock.held(place):
        pass
    with lock.held(place):
        assert place.lock.read_text().startswith("process ")
