"""What fails and is sent again, how long a failure takes, and honest clients, who retry by themselves with the same account."""

from collections.abc import Iterable, Iterator

from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.traffic import Sent, Setting

SHARE = 0.015
STATUSES = (429, 429, 500, 503, 529)
SLOW_STATUSES, PATIENCE = (408, 499, 504), 30.0  # answers that nobody waits for any longer, and the seconds that they are waited for
_REFUSED = {429: 80.0, 500: 900.0}  # milliseconds; the others say at once that they are overloaded


def latency(status: int) -> float:
    """
    Return the milliseconds that a failed request takes: refusals are quick, timeouts are not.

    >>> latency(429), latency(504)
    (80.0, 30000.0)
    """
    return 1000 * PATIENCE if status in SLOW_STATUSES else _REFUSED.get(status, 250.0)


def retried(setting: Setting, name: str, sent: Iterable[Sent]) -> Iterator[Sent]:
    """Yield the exchanges; some were tried seconds before in vain."""
    rng = stream(setting.seed, "failures", name)
    for one in sent:
        if rng.random() < SHARE:
            yield one._replace(ts=max(0.0, one.ts - 1 - 12 * rng.random()), answer="", extra={**one.extra, "status": pick(rng, STATUSES)})
        yield one
