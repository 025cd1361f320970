"""Our own detector with one channel of evidence silenced: what a channel earns, beyond the others."""

from collections.abc import Iterator
from contextlib import contextmanager

from hydrascope.detect.evidence import CHANNELS
from hydrascope.lab.detectors.hydrascope import Explained, explained
from hydrascope.lab.detectors.model import Observed

PREFIX = "without "
ABLATIONS = tuple(PREFIX + channel for channel in CHANNELS)


def ablated(name: str, observed: Observed) -> Explained:
    """Return what a scan concludes without the channel that the detector's name ends in."""
    with _silenced(name.removeprefix(PREFIX)):
        return explained(observed)


@contextmanager
def _silenced(channel: str) -> Iterator[None]:
    """
    Let a channel say nothing in this process.

    The registry is changed for the time being, since detection takes no other: never beside another scan in one process.
    """
    spoken = CHANNELS[channel]
    CHANNELS[channel] = spoken._replace(test=lambda _group, _scene: None)
    try:
        yield
    finally:
        CHANNELS[channel] = spoken
