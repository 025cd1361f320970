"""The middle value, as `numpy.median` has it, where it is asked for thousands of times: sorting a few values takes a tenth of that."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.number]


def middle(values: Values) -> float:
    """
    Return the middle one of some values, between the two middle ones where they are even in number; NaN for none, and where one is NaN.

    >>> middle(np.array([4, 1, 3])), middle(np.array([4.0, 1.0]))
    (3.0, 2.5)
    """
    ordered = np.sort(values)
    return of_sorted(ordered) if len(ordered) and not np.isnan(ordered[-1]) else float("nan")


def of_sorted(ordered: Values) -> float:
    """Return the middle of values that stand in order, at least one."""
    count = len(ordered)
    return float((ordered[(count - 1) // 2] + ordered[count // 2]) / 2)


def spread_of_sorted(ordered: Values) -> float:
    """
    Return the middle distance from the middle, of values that stand in order, at least one.

    >>> spread_of_sorted(np.array([0.0, 1.0, 4.0, 9.0, 9.5]))
    4.0
    """
    at, count = of_sorted(ordered), len(ordered)
    return (nearest(ordered, at, (count + 1) // 2) + nearest(ordered, at, count // 2 + 1)) / 2


def nearest(ordered: Values, at: float, rank: int) -> float:
    """
    Return how far the value is that is so many nearest to a place, 1 for the nearest: those nearer stand side by side.

    >>> nearest(np.array([0.0, 1.0, 4.0, 9.0]), 3.5, 2)
    2.5
    """
    low, high = 0, len(ordered) - rank
    while low < high:
        half = (low + high) // 2
        low, high = (half + 1, high) if at - ordered[half] > ordered[half + rank] - at else (low, half)
    return float(max(at - ordered[low], ordered[low + rank - 1] - at))
