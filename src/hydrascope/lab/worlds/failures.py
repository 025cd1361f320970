"""What fails and is sent again: honest clients retry by themselves, with the same account."""

from collections.abc import Iterable, Iterator

from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.traffic import Sent, Setting

SHARE = 0.015
STATUSES = (429, 429, 500, 503, 529)


def retried(setting: Setting, name: str, sent: Iterable[Sent]) -> Iterator[Sent]:
    """Yield the exchanges; some were tried seconds before in vain."""
    rng = stream(setting.seed, "failures", name)
    for one in sent:
        if rng.random() < SHARE:
            yield one._replace(ts=max(0.0, one.ts - 1 - 12 * rng.random()), answer="", extra={**one.extra, "status": pick(rng, STATUSES)})
        yield one
