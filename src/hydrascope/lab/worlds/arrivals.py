"""
When requests arrive, as sorted seconds since the world began.

Honest clients are bursty, mostly idle and very unequal in volume (ServeGen,
arXiv:2505.09999), so people come in sessions with a day profile of their own
time zone. Machines come by night, or round the clock.
"""

import math
from random import Random

DAY = 86_400.0
HOUR = 3_600.0
_PROFILE = (
    0.25,
    0.12,
    0.06,
    0.04,
    0.04,
    0.08,
    0.25,
    0.55,
    0.9,
    1.2,
    1.35,
    1.3,
    1.05,
    1.2,
    1.3,
    1.25,
    1.15,
    1.05,
    1.0,
    1.1,
    1.2,
    1.15,
    0.9,
    0.5,
)


def human(rng: Random, *, start: float, end: float, per_day: float, zone: float, weekend: float = 0.6, spread: float = 0.9) -> list[float]:
    """
    Return one person's arrivals: sessions by day, at home in a time zone (hours from UTC), with a heavy-tailed volume.

    `per_day` is the mean over persons; `spread` the standard deviation of its logarithm.

    >>> times = human(Random(1), start=0, end=7 * DAY, per_day=4, zone=0)
    >>> times == sorted(times) and 0 <= times[0] and times[-1] < 7 * DAY
    True
    """
    volume = per_day * math.exp(rng.gauss(-spread * spread / 2, spread)) * (end - start) / DAY
    count = max(1, int(volume + rng.random()))
    times: list[float] = []
    while len(times) < count:
        at = _waking(rng, start, end, zone, weekend)
        for _ in range(min(count - len(times), 1 + int(rng.expovariate(1 / 3)))):
            if at >= end:
                break
            times.append(at)
            at += 20 + rng.lognormvariate(4.2, 1.0)
    return sorted(times)


def _waking(rng: Random, start: float, end: float, zone: float, weekend: float) -> float:
    """Return a moment between start and end, kept with the probability of the hour and the day of the week."""
    while True:
        at = start + rng.random() * (end - start)
        local = at + zone * HOUR
        calm = weekend if int(local // DAY) % 7 >= 5 else 1.0
        if rng.random() * 1.35 < _PROFILE[int(local // HOUR) % 24] * calm:
            return at


def flat(rng: Random, *, start: float, end: float, count: int) -> list[float]:
    """
    Return arrivals round the clock without a rhythm: a Poisson process given its count.

    >>> len(flat(Random(1), start=0, end=DAY, count=5))
    5
    """
    return sorted(start + rng.random() * (end - start) for _ in range(count))


def nightly(rng: Random, *, start: float, end: float, hour: float, per_night: int, minutes: float = 40.0) -> list[float]:
    """
    Return a job's arrivals: the same hour of every day, spread over some minutes.

    >>> [round(t / HOUR) for t in nightly(Random(1), start=0, end=2 * DAY, hour=3, per_night=1, minutes=1)]
    [3, 27]
    """
    nights = (start + day * DAY + hour * HOUR for day in range(int((end - start) // DAY)))
    return sorted(night + rng.random() * minutes * 60 for night in nights for _ in range(per_night))


def served(rng: Random, *, start: float, end: float, count: int, zone: float) -> list[float]:
    """
    Return the arrivals of a service with many users: the day profile, without sessions.

    >>> len(served(Random(1), start=0, end=DAY, count=5, zone=0))
    5
    """
    return sorted(_waking(rng, start, end, zone, 0.8) for _ in range(count))


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
