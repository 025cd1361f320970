"""
When a campaign is first accused, if traffic is looked at every hour.

At the end of a clock hour a detector sees all that was sent before, the
accounts that were registered by then, and the bans and releases that were
known. The alarm of a campaign is the first such hour after which an accused group consists mostly of its heads.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.lab.benchmark.observe import Staged
from hydrascope.lab.benchmark.records import Alarm, Alarms
from hydrascope.lab.detectors.model import Detector, Findings, Observed
from hydrascope.schema.exchanges import TIMESTAMP

HOUR = 3_600_000_000  # microseconds
LONGEST = 168  # hours of a campaign that are replayed
# hours from its first exchange at which looks are made
AGES = (*range(1, 9), 10, 12, 15, 19, 24, 30, 37, 46, 57, 71, 89, 111, 139, LONGEST)


def alarms(detector: Detector, staged: Staged) -> Alarms:
    """
    Return the first alarm of each campaign of a world.

    Only hours in which the campaign sent something are looked at: in the
    others it got nothing. After its first eight hours one look is made whenever the campaign is a
    quarter older, and where it alarms, the hours since the look before are halved until the first is found: an alarm that
    came and went between two looks is missed, so that figures err to the late side. After a week the search ends without alarm.
    """
    ts = np.asarray(staged.observed.fingerprints["ts"].cast(pa.int64()))
    value = np.asarray(staged.observed.fingerprints["answer_value"]).astype(np.float64)
    heads = staged.truth.heads

    @cache
    def look(end: int) -> frozenset[str]:
        return accused_campaigns(detector(until(staged.observed, end)), heads)

    found = {}
    for name in sorted(staged.truth.campaigns):
        own = np.asarray(pc.equal(staged.labels["campaign"], name).combine_chunks().to_numpy(zero_copy_only=False))
        found[name] = _first(name, ts[own], value[own], look)
    return Alarms(campaigns=found)


def _first(
    name: str,
    ts: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    value: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    look: Callable[[int], frozenset[str]],
) -> Alarm:
    """Return when one campaign was first accused; its exchanges are in order of time."""
    begin = int(ts[0])
    ends = [int(end) for end in np.unique((ts // HOUR + 1) * HOUR) if end - begin <= LONGEST * HOUR]
    looks = 0

    def raised(end: int) -> bool:
        nonlocal looks
        looks += 1
        return name in look(end)

    alarm = first_raised(ends, begin, raised)
    last = alarm or begin + LONGEST * HOUR
    got = int(np.searchsorted(ts, last))
    return Alarm(
        raised=alarm is not None,
        hours=round((last - begin) / HOUR, 2),
        exchanges=got,
        value=round(float(value[:got].sum()), 1),
        looks=looks,
    )


def first_raised(ends: Sequence[int], begin: int, raised: Callable[[int], bool]) -> int | None:
    """
    Return the first of some moments, in microseconds and ascending, at which an alarm is raised.

    >>> hours = [hour * HOUR for hour in range(1, 100)]
    >>> first_raised(hours, 0, lambda end: end >= 70 * HOUR) // HOUR
    70
    """
    bracket = np.searchsorted(np.array(AGES) * HOUR, np.array(ends) - begin)
    for number in np.unique(bracket):
        between = [end for end, own in zip(ends, bracket, strict=True) if own == number]
        if raised(between[-1]):
            return between[bisect_left(between[:-1], x=True, key=raised)]
    return None


def accused_campaigns(found: Findings, heads: dict[str, str]) -> frozenset[str]:
    """
    Return the campaigns whose heads are more than half of an accused group.

    >>> accused_campaigns(Findings({}, frozenset("abc"), {"a": "1", "b": "1", "c": "1"}), {"a": "x", "b": "x"})
    frozenset({'x'})
    """
    groups: dict[str, Counter[str]] = {}
    for account in found.accused:
        groups.setdefault(found.groups.get(account, account), Counter())[heads.get(account, "")] += 1
    return frozenset(name for own in groups.values() for name, count in own.items() if name and 2 * count > own.total())


def until(observed: Observed, end: int) -> Observed:
    """Return what was known at a moment (microseconds since 1970), of a world whose fingerprints are in order of time."""
    moment = pa.scalar(end, pa.int64()).cast(TIMESTAMP)
    ts = np.asarray(observed.fingerprints["ts"].cast(pa.int64()))
    accounts = observed.accounts
    accounts = accounts.filter(pc.fill_null(pc.less(accounts["created_at"], moment), True))
    banned = pc.if_else(pc.less(accounts["banned_at"], moment), accounts["banned_at"], pa.scalar(None, TIMESTAMP))
    return Observed(
        fingerprints=observed.fingerprints.slice(0, int(np.searchsorted(ts, end))),
        accounts=accounts.set_column(accounts.schema.get_field_index("banned_at"), "banned_at", banned),
        releases={model: released for model, released in observed.releases.items() if released * 1_000_000 < end},
        exchanges=observed.exchanges,
        until=datetime.fromtimestamp(end / 1e6, tz=UTC),
    )
