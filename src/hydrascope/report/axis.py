"""Where the ticks of an axis stand."""

import math
from datetime import datetime, timedelta

from hydrascope.report.words import day, utc

_HOURS = (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672, 1344, 2688, 8760)


def ticks(low: float, high: float, *, most: int = 6) -> list[float]:
    """
    Return round numbers that cover `low` to `high`: steps of 1, 2 or 5, at most `most` steps.

    >>> ticks(0, 43)
    [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]
    >>> ticks(-3, 3, most=4)
    [-4.0, -2.0, 0.0, 2.0, 4.0]
    """
    wide = max(high - low, 1e-9) / most
    power = 10.0 ** math.floor(math.log10(wide))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= wide * 0.999)
    return [step * number for number in range(math.floor(low / step), math.ceil(high / step - 1e-9) + 1)]


def hours_per_bar(hours: float, *, most: int = 120) -> int:
    """
    Return the width of a bar in hours, so that `hours` make at most `most` bars.

    >>> hours_per_bar(60), hours_per_bar(14 * 24), hours_per_bar(90 * 24)
    (1, 3, 24)
    """
    return next((step for step in _HOURS if hours / step <= most), math.ceil(hours / most))


def moments(first: datetime, last: datetime, *, most: int = 7) -> list[tuple[datetime, str]]:
    """
    Return the times to name on a time axis with their labels, on whole hours or midnights in UTC.

    >>> [name for _, name in moments(datetime(2026, 1, 5, 3), datetime(2026, 1, 9, 3), most=4)]
    ['6 Jan', '7 Jan', '8 Jan', '9 Jan']
    """
    start, end = utc(first), utc(last)
    step = hours_per_bar((end - start).total_seconds() / 3600, most=most)
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = math.ceil((start - midnight).total_seconds() / 3600 / step)
    named = []
    while (moment := midnight + timedelta(hours=steps * step)) <= end:
        named.append((moment, day(moment).rsplit(" ", 1)[0] if step >= 24 or moment.hour == 0 else f"{moment:%H:%M}"))
        steps += 1
    return named
