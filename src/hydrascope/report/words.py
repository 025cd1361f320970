"""Numbers, times and labels as a person writes them."""

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeVar

_Number = TypeVar("_Number", int, float)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_NAMES = MappingProxyType(
    {
        "none": "no recognised purpose",
        "cot_elicitation": "step-by-step reasoning",
        "trace_reconstruction": "reconstructed reasoning traces",
        "reward_modelling": "grading and judging",
        "policy_rewriting": "policy-safe rewrites",
        "data_generation": "synthetic training data",
        "trajectory_collection": "agent trajectories",
        "agentic": "agentic work",
    }
)
VERDICT_WORDS = MappingProxyType(
    {
        "confirmed": "Confirmed: several independent kinds of evidence agree, both that the accounts act as one and that they harvest. Safe to act on.",
        "suspected": "Suspected: the evidence is strong but not complete. A person should look before anything is done.",
        "watch": "Watch: somebody collects openly, or passes such work on. This is no accusation and no ground to act.",
        "clear": "Clear: in no campaign.",
    }
)
VERDICTS = tuple(VERDICT_WORDS)


def utc(moment: datetime) -> datetime:
    """
    Return `moment` in UTC; a time without a zone is taken to be UTC already.

    >>> utc(datetime(2026, 1, 5)).isoformat()
    '2026-01-05T00:00:00+00:00'
    """
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def day(moment: datetime) -> str:
    """
    Return the date in UTC.

    >>> day(datetime(2026, 1, 5, 14, 30))
    '5 Jan 2026'
    """
    at = utc(moment)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def clock(moment: datetime) -> str:
    """
    Return the date and the time of day in UTC.

    >>> clock(datetime(2026, 1, 5, 14, 30))
    '5 Jan 2026 14:30'
    """
    return f"{day(moment)} {utc(moment):%H:%M}"


def sortable(moment: datetime | None) -> str:
    """
    Return the time in a form that sorts as text, to the minute; nothing for none.

    >>> sortable(datetime(2026, 1, 5, 14, 30))
    '2026-01-05 14:30'
    """
    return "" if moment is None else f"{utc(moment):%Y-%m-%d %H:%M}"


def count(number: int, noun: str = "", plural: str = "") -> str:
    """
    Return the number with thousands marked and, where given, its noun in the right number.

    >>> count(1234567), count(1, "account"), count(2, "account"), count(2, "reply", "replies")
    ('1,234,567', '1 account', '2 accounts', '2 replies')
    """
    written = f"{number:,}"
    if not noun:
        return written
    return f"{written} {noun if number == 1 else plural or noun + 's'}"


def about(number: float) -> str:
    """
    Return a large number to two or three figures.

    >>> about(950), about(12_400), about(1_130_000), about(2.5e9), about(999_990)
    ('950', '12.4 k', '1.13 M', '2.5 G', '1 M')
    """
    for power, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if float(f"{number:.3g}") >= power:
            return f"{float(f'{number / power:.3g}'):g} {unit}"
    return f"{number:.0f}"


def percent(share: float) -> str:
    """
    Return a share as a percentage without decimals.

    >>> percent(0.554), percent(0.004), percent(0.0)
    ('55%', '<1%', '0%')
    """
    return "<1%" if 0 < share < 0.005 else f"{share * 100:.0f}%"


def bits(weight: float) -> str:
    """
    Return a weight in bits with its sign and one decimal.

    >>> bits(12.34), bits(-3), bits(-0.01)
    ('+12.3', '−3.0', '0.0')
    """
    tenth = round(weight, 1)
    if tenth == 0:
        return "0.0"
    return f"{'+' if tenth > 0 else '−'}{abs(tenth):.1f}"


def total(weight: float) -> str:
    """
    Return a sum of bits: a sign only where it is negative.

    >>> total(61.5), total(-2)
    ('61.5', '−2.0')
    """
    return bits(weight).removeprefix("+")


def span(hours: float) -> str:
    """
    Return a length of time in the unit that reads best.

    >>> span(0.4), span(5), span(30), span(24 * 14)
    ('24 minutes', '5 hours', '30 hours', '14 days')
    """
    if hours < 1:
        return count(round(hours * 60), "minute")
    return count(round(hours), "hour") if hours < 48 else count(round(hours / 24), "day")


def label(name: str) -> str:
    """
    Return a record's key as words.

    >>> label("cot_elicitation"), label("tool_use"), label("cloud:bedrock")
    ('step-by-step reasoning', 'tool use', 'cloud:bedrock')
    """
    return _NAMES.get(name, name.replace("_", " "))


def listed(parts: list[str]) -> str:
    """
    Return the parts as one enumeration.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def ranked(shares: dict[str, _Number]) -> list[tuple[str, _Number]]:
    """
    Return the entries from the largest to the smallest, ties by name.

    >>> ranked({"b": 0.2, "a": 0.2, "c": 0.6})
    [('c', 0.6), ('a', 0.2), ('b', 0.2)]
    """
    return sorted(shares.items(), key=lambda entry: (-entry[1], entry[0]))
