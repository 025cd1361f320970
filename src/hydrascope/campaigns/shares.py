"""Shares of a campaign's exchanges by what they are."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def shares(codes: npt.NDArray[np.int64], names: Sequence[str]) -> dict[str, float]:
    """
    Return the share of each name among some codes, largest first; absent names are left out.

    >>> shares(np.array([1, 1, 0, 1]), ["none", "cot_elicitation"])
    {'cot_elicitation': 0.75, 'none': 0.25}
    """
    counts = np.bincount(codes, minlength=len(names))
    order = sorted(range(len(names)), key=lambda i: (-counts[i], names[i]))
    return {names[i]: round(float(counts[i] / len(codes)), 6) for i in order if counts[i]}


def counted(codes: npt.NDArray[np.int64], names: Sequence[str], times: npt.NDArray[np.int64] | None = None) -> dict[str, int]:
    """Return the count of each name among some codes, each counted so many times, largest first; unknown (-1) and absent names are left out."""
    known = codes >= 0
    counts = np.bincount(codes[known], None if times is None else times[known], minlength=len(names))
    order = sorted(range(len(names)), key=lambda i: (-counts[i], names[i]))
    return {names[i]: int(counts[i]) for i in order if counts[i]}
