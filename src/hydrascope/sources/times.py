"""When a request arrived: RFC 3339 and epoch numbers as microseconds since 1970, UTC."""

import re
from datetime import UTC, datetime, timedelta

from hydrascope.sources.faults import expected

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
# The last second that a date with four digits can name.
LATEST = 253_402_300_799 * 1_000_000
BEYOND = 1e21
PER_UNIT = {"s": 1_000_000.0, "ms": 1_000.0, "us": 1.0, "ns": 0.001}
LEAP_SECOND = re.compile(r"^(.{16}:?)60(.*)$")


def micros(value: str | float, name: str = "ts", unit: str | None = None) -> int:
    """
    Return microseconds since 1970 from RFC 3339 text or a number of seconds, milli-, micro- or nanoseconds.

    Without a unit, a number is taken for the unit that puts it between 1973 and 5138. Text without an offset is UTC.

    >>> micros("2026-01-05T01:00:00.5+01:00") == micros(1767571200.5) == micros(1767571200500)
    True
    """
    if isinstance(value, str):
        return _from_text(value, name)
    if isinstance(value, bool) or not abs(value) < BEYOND:
        raise expected("a date and time (RFC 3339, or seconds or milliseconds since 1970)", name, value)
    return _within(round(value * PER_UNIT[unit or _unit(value)]) if unit != "us" else int(value), name, value)


def _unit(value: float) -> str:
    for unit, limit in (("s", 1e11), ("ms", 1e14), ("us", 1e17)):
        if abs(value) < limit:
            return unit
    return "ns"


def _from_text(text: str, name: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = _unusual(text, name)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return _within((moment - EPOCH) // MICROSECOND, name, text)


def _unusual(text: str, name: str) -> datetime:
    """Read what `fromisoformat` refuses: lower case, surrounding space, ` UTC`, a leap second, digits alone."""
    tidy = text.strip().upper().removesuffix(" UTC")
    try:
        return EPOCH + micros(float(tidy), name) * MICROSECOND
    except ValueError:
        pass
    try:
        leap = LEAP_SECOND.match(tidy)
        return datetime.fromisoformat(f"{leap[1]}59{leap[2]}") + timedelta(seconds=1) if leap else datetime.fromisoformat(tidy)
    except (ValueError, OverflowError):
        raise expected("a date and time (RFC 3339, or seconds or milliseconds since 1970)", name, text) from None


def _within(moment: int, name: str, value: str | float) -> int:
    if not 0 <= moment <= LATEST:
        raise expected("a date between 1970 and 9999", name, value)
    return moment
