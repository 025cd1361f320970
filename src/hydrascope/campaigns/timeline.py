"""When a campaign worked: exchanges by hour, and by model."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from hydrascope.campaigns.model import TimelinePoint
from hydrascope.campaigns.shares import counted

HOUR = 3600


def at(seconds: float) -> datetime:
    """Return a second since 1970 as a time in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def timeline(ts: npt.NDArray[np.int64], model: npt.NDArray[np.int64], models: Sequence[str]) -> list[TimelinePoint]:
    """Return one point for each hour that has exchanges, in order of time."""
    width = len(models) + 1
    seen, n = np.unique(ts // HOUR * width + model + 1, return_counts=True)
    hours, first = np.unique(seen // width, return_index=True)
    points = []
    for hour, own, times in zip(hours.tolist(), np.split(seen % width - 1, first[1:]), np.split(n, first[1:]), strict=True):
        points.append(TimelinePoint(at(hour * HOUR), int(times.sum()), counted(own, models, times)))
    return points
