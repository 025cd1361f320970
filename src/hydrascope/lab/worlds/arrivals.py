"""
When requests arrive, as sorted seconds since the world began.

Honest clients are bursty, mostly idle and very unequal in volume (ServeGen,
arXiv:2505.09999), and draw all three from what was fitted to real ones. People
come in sessions by day; services and machines in stretches of bursts. Jobs
come by night or by the clock; `flat` has no rhythm at all.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds import fitted

DAY = 86_400.0
HOUR = 3_600.0
_BEYOND = 1.645  # deviations above which no volume is drawn: the top twentieth alone would be most of a small world
_FLAT = (1.0,) * 24
_TOP = max(fitted.TYPICAL_HOURS)


class Rhythm(NamedTuple):
    """A client's habits: the share of time in which it idles, its mean busy and idle stretch in seconds, its burstiness."""

    idle: float
    busy: float
    pause: float
    burst: float


def rhythm(rng: Random) -> Rhythm:
    """
    Return the habits of a fresh client; `burst` is the coefficient of variation of its gaps, 1 for a Poisson process.

    >>> 0 < rhythm(Random(1)).idle < 1
    True
    """
    idle = 1 / (1 + math.exp(-rng.gauss(*fitted.IDLE_SHARE)))
    cycle = math.exp(rng.gauss(*fitted.STRETCH[:2])) * fitted.WINDOW
    place, scale, _ = fitted.BURST
    return Rhythm(idle, cycle * (1 - idle), cycle * idle, math.exp(place - scale * math.log(rng.expovariate(1) + 1e-9)))


def volume(rng: Random, mean: float, *, spread: float = fitted.VOLUME_SPREAD) -> float:
    """
    Return a client's volume: log-normal with that mean over clients and that standard deviation of the logarithm.

    The top twentieth of the law is cut off; at the fitted spread the largest client has ten times the mean, the median one a quarter of it.

    >>> volume(Random(1), 10.0, spread=0.0)
    10.0
    """
    z = rng.gauss(0, 1)
    while z > _BEYOND:
        z = rng.gauss(0, 1)
    return mean * math.exp(spread * (z - spread / 2)) * _normal(_BEYOND) / _normal(_BEYOND - spread)


def _normal(z: float) -> float:
    return 0.5 + math.erf(z / math.sqrt(2)) / 2


def human(
    rng: Random,
    *,
    start: float,
    end: float,
    per_day: float,
    zone: float,
    weekend: float = 0.6,
    spread: float = fitted.VOLUME_SPREAD,
) -> list[float]:
    """
    Return one person's arrivals: sessions in busy stretches by day, at home in a time zone (hours from UTC).

    `per_day` is the mean over persons; `spread` the standard deviation of its logarithm.

    >>> times = human(Random(1), start=0, end=7 * DAY, per_day=4, zone=0)
    >>> times == sorted(times) and 0 <= times[0] and times[-1] < 7 * DAY
    True
    """
    count = max(1, int(volume(rng, per_day, spread=spread) * (end - start) / DAY + rng.random()))
    own = rhythm(rng)
    most = max(1, int((end - start) / (own.busy + own.pause)))
    begun: list[float] = []
    times: list[float] = []
    while len(times) < count:
        if len(begun) < most:
            begun.append(_waking(rng, start, end, zone, weekend))
        at = _again(rng, begun, own.busy, end, zone, weekend)
        times += _session(rng, at, end, min(count - len(times), 1 + int(rng.expovariate(1 / 3))), own.burst)
    return sorted(times)


def _again(rng: Random, begun: list[float], busy: float, end: float, zone: float, weekend: float) -> float:
    """Return a waking moment in one of the busy stretches that have begun."""
    first = begun[int(rng.random() * len(begun))]
    for _ in range(4):
        at = first + rng.random() * busy
        if at < end and _wakes(rng, at, zone, weekend):
            return at
    return first + rng.random() * min(600.0, end - first)


def _session(rng: Random, at: float, end: float, count: int, burst: float) -> list[float]:
    """Return up to so many requests from a moment on, some two minutes apart and never less than 20 seconds; the last before the end."""
    cv = _clipped(burst * math.exp(rng.gauss(0, fitted.BURST[2])))
    times = []
    for _ in range(count):
        if at >= end:
            break
        times.append(at)
        at += 20 + rng.gammavariate(1 / cv**2, 110 * cv**2)
    return times


def _clipped(cv: float) -> float:
    """Return a coefficient of variation within what the fit saw of nine clients in ten."""
    return min(7.0, max(0.5, cv))


def _wakes(rng: Random, at: float, zone: float, weekend: float) -> bool:
    """Return whether somebody is up, with the probability of the hour and the day of the week."""
    local = at + zone * HOUR
    calm = weekend if int(local // DAY) % 7 >= 5 else 1.0
    return rng.random() * _TOP < fitted.TYPICAL_HOURS[int(local // HOUR) % 24] * calm


def _waking(rng: Random, start: float, end: float, zone: float, weekend: float) -> float:
    """Return a moment between start and end at which somebody is up."""
    while True:
        at = start + rng.random() * (end - start)
        if _wakes(rng, at, zone, weekend):
            return at


def flat(rng: Random, *, start: float, end: float, count: int) -> list[float]:
    """
    Return arrivals round the clock without a rhythm: a Poisson process given its count.

    >>> len(flat(Random(1), start=0, end=DAY, count=5))
    5
    """
    return sorted(start + rng.random() * (end - start) for _ in range(count))


def scheduled(rng: Random, *, start: float, end: float, count: int) -> list[float]:
    """
    Return the arrivals of a scheduler: at equal intervals round the clock, some seconds late each time.

    >>> [round(t / HOUR) for t in scheduled(Random(1), start=0, end=DAY, count=4)]
    [1, 7, 13, 19]
    """
    every = (end - start) / max(1, count)
    first = start + rng.random() * every
    return sorted(min(first + i * every + rng.expovariate(1 / 4), math.nextafter(end, start)) for i in range(count))


def nightly(rng: Random, *, start: float, end: float, hour: float, per_night: int, minutes: float = 40.0) -> list[float]:
    """
    Return a job's arrivals: the same hour of every day, bursts and pauses over some minutes.

    >>> [round(t / HOUR) for t in nightly(Random(1), start=0, end=2 * DAY, hour=3, per_night=1, minutes=1)]
    [3, 27]
    """
    nights = (start + day * DAY + hour * HOUR for day in range(int((end - start) // DAY)))
    burst = rhythm(rng).burst
    return [night + part * minutes * 60 for night in nights for part in _parts(rng, per_night, burst)]


def _parts(rng: Random, count: int, burst: float) -> list[float]:
    """Return that many moments between 0 and 1 in order, whose gaps have about that coefficient of variation."""
    cv = _clipped(burst)
    ends = list(accumulate(rng.gammavariate(1 / cv**2, 1.0) for _ in range(count + 1)))
    return [end / (ends[-1] or 1.0) for end in ends[:-1]]


def served(rng: Random, *, start: float, end: float, count: int, zone: float, weekend: float = 0.8) -> list[float]:
    """
    Return the arrivals of a service with many users: by day, in busy stretches of unequal load, and in bursts.

    >>> len(served(Random(1), start=0, end=DAY, count=5, zone=0))
    5
    """
    return _paced(rng, start, end, count, fitted.MEAN_HOURS, zone, weekend)


def machine(rng: Random, *, start: float, end: float, count: int) -> list[float]:
    """
    Return the arrivals of an honest machine: busy stretches at any hour and bursts within them.

    >>> len(machine(Random(1), start=0, end=DAY, count=5))
    5
    """
    return _paced(rng, start, end, count, _FLAT, 0.0, 1.0)


def _paced(rng: Random, start: float, end: float, count: int, hours: tuple[float, ...], zone: float, weekend: float) -> list[float]:
    """Return arrivals with even gaps on a clock that runs as fast as the client is busy (time rescaling, Brown et al. 2002)."""
    own = rhythm(rng)
    edges = [
        (begin, stop, level * (stop - begin) * hours[number % 24] * (weekend if number // 24 % 7 >= 5 else 1.0))
        for first, last, level in _stretches(rng, start, end, own)
        for begin, stop, number in _by_hour(first, last, zone)
    ]
    load = list(accumulate(weight for _, _, weight in edges))
    times = []
    for part in _parts(rng, count, own.burst):
        number = min(len(load) - 1, bisect_right(load, part * load[-1]))
        begin, until, weight = edges[number]
        times.append(until - (load[number] - part * load[-1]) / weight * (until - begin))
    return [min(max(at, start), math.nextafter(end, start)) for at in times]


def _by_hour(start: float, end: float, zone: float) -> Iterator[tuple[float, float, int]]:
    """Yield a stretch of time cut at the full hours of a time zone, each piece with its hour's number."""
    number = int((start / HOUR + zone) // 1)
    while start < end:
        stop = min(end, (number + 1 - zone) * HOUR)
        if stop > start:
            yield start, stop, number
            start = stop
        number += 1


def _stretches(rng: Random, start: float, end: float, own: Rhythm) -> list[tuple[float, float, float]]:
    """Return the busy stretches between start and end, at least one, each with its level of load."""
    spread = fitted.STRETCH[2]
    made: list[tuple[float, float, float]] = []
    at = start - rng.random() * own.pause
    while at < end or not made:
        stop = at + max(60.0, own.busy * math.exp(spread * (rng.gauss(0, 1) - spread / 2)))
        if stop > start:
            begin = min(max(at, start), max(start, end - 60.0))
            made.append((begin, max(begin + 1.0, min(stop, end)), math.exp(rng.gauss(0, fitted.LEVEL))))
        at = stop + max(60.0, own.pause * math.exp(spread * (rng.gauss(0, 1) - spread / 2)))
    return made


def one_run(rng: Random, *, start: float, end: float, count: int, gap: float) -> list[float]:
    """
    Return one run of a tool at a random time: requests a few seconds apart, cut off at the end.

    >>> run = one_run(Random(1), start=0, end=DAY, count=10, gap=2)
    >>> all(later > earlier for earlier, later in zip(run, run[1:]))
    True
    """
    at = start + rng.random() * max(0.0, end - start - count * gap * 1.5)
    times = []
    for _ in range(count):
        times.append(at)
        at += gap * (0.5 + rng.random())
    return [t for t in times if t < end]
