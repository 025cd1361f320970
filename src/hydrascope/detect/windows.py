"""How many accounts of a crowd send anything within a day of any moment: told at once, however long the log is."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
DAY = 86400


class Windows(NamedTuple):
    """
    Who sends within the day that begins at some moment: `begins` and `ends` are where one account more and one less does, each sorted.

    An exchange is in the days that begin up to a day before it; what the days of one account's exchanges have in common is
    one stretch, so that the account counts once.
    """

    begins: Ints
    ends: Ints
    moments: Ints  # of all exchanges, sorted

    def from_(self, at: int) -> tuple[int, int]:
        """Return how many accounts send anything from a moment on for a day, and how many exchanges these are."""
        active = np.searchsorted(self.begins, at) - np.searchsorted(self.ends, at)
        return int(active), int(np.searchsorted(self.moments, at + DAY) - np.searchsorted(self.moments, at))


def windows(a: Ints, ts: Ints) -> Windows:
    """
    Return the days of some exchanges, which come by account and time.

    >>> found = windows(np.array([0, 0, 0, 1]), np.array([5, 9, 200_000, 8]))
    >>> found.from_(5), found.from_(9), found.from_(10), found.from_(199_999)
    ((2, 3), (1, 1), (0, 0), (1, 1))
    """
    new, gap = np.diff(a, prepend=-1) != 0, np.diff(ts, prepend=0)
    first = new | (gap > DAY)
    return Windows(np.sort(ts[first] - DAY), np.sort(ts[np.roll(first, -1)] if len(ts) else ts), np.sort(ts))
