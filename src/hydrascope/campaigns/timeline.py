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
    hours = ts // HOUR
    points = []
    for hour in np.unique(hours):
        mine = model[hours == hour]
        points.append(TimelinePoint(at(int(hour) * HOUR), len(mine), counted(mine, models)))
    return points
