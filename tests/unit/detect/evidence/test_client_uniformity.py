"""Do all accounts run one client stack that is rare elsewhere?"""

import numpy as np

from hydrascope.detect.evidence.client_uniformity import client_uniformity, concentration


def test_one_stack_that_nobody_else_runs(told) -> None:
    """Twelve accounts on one client that no stranger runs are told with their figures."""
    found = told.asked(client_uniformity, told.hydra())

    assert found.bits > 50
    assert found.finding == "12 of 12 accounts run one client stack; 0 of 40 independent accounts run it."


def test_the_tool_that_everybody_runs_says_nothing(told) -> None:
    """The same client behind all accounts gives no bits."""
    popular = told.both(told.strangers(client="tool", headers_key=1), told.heads(client="tool", headers_key=1))

    assert told.bits_of(told.asked(client_uniformity, popular)) == 0


def test_mixed_clients_say_nothing(told) -> None:
    """Accounts that run what the strangers run, as mixed as they, give no bits."""
    assert (
        told.bits_of(told.asked(client_uniformity, told.hydra(client=lambda i, _: f"client-{i % 5}", headers_key=lambda i, _: 10 + i % 5)))
        == 0
    )


def test_without_clients_there_is_no_evidence(told) -> None:
    """A log without user agents, TLS fingerprints and header orders gives nothing."""
    assert told.asked(client_uniformity, told.hydra().without("client", "ja4", "headers_key")) is None


def test_the_smallest_of_equally_common_values_is_the_commonest(told) -> None:
    """Ties are settled by value, so that the order of accounts does not matter."""
    seen = told.scene_of(told.both(told.strangers(1), told.heads(4)))
    code = np.array([4, 9, 4, 4, 9])

    assert concentration(told.group_of(seen), seen, "codes", code) == (2, 4, 1, 1)
