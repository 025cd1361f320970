"""A batch job: a list that one machine works through at its hour, with a short answer to each item."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit
from hydrascope.detect.middle import middle
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

FEW, MANY = 5, 15  # accounts that a job has, and that it never has
WINDOW = 4  # hours that a nightly job may take
_DAY, _HOUR = 86400, 3600


def nightly(ts: Ints) -> float:
    """
    Return the share of times in the fullest window of hours of the day.

    >>> nightly(np.array([23, 24, 25, 26, 36]) * 3600)
    0.8
    """
    hours = np.bincount(ts % _DAY // _HOUR, minlength=24)
    around = np.concatenate([hours, hours[: WINDOW - 1]])
    return float(np.convolve(around, np.ones(WINDOW, np.int64), "valid").max() / max(len(ts), 1))


def batch_job(group: Group, scene: Scene) -> Reading | None:
    """
    Return how far few accounts get short answers by a batch endpoint, or within the same few hours of every day.

    Accounts for one-turn items, an even load and one configuration. Long
    answers are not excused: those are what a harvest wants. Cards, networks,
    birthdays and what is asked for stand.
    """
    x = scene.traffic.exchanges
    null = scene.ranked(group, "tokens", lambda: scene.profile.tokens, enough=5)
    if not len(group.rows) or not null.size:
        return None
    batched, night = float(x.batch[group.rows].mean()), nightly(x.ts[group.rows])
    mine = group.mine
    tokens = mine.tokens[mine.exchanges > 0]
    usual = middle(tokens) if len(tokens) else np.inf
    longer = (null.size - null.at_most(usual)) / null.size
    how = max(fit(batched, 0.5, 0.9), fit(night, 0.7, 0.95)) * fit(longer, 0.5, 0.8) * (1.0 - fit(group.size, FEW, MANY))
    if how <= 0:
        return None
    finding = (
        f"{group.size} accounts; {batched:.0%} of their requests came by a batch endpoint and {night:.0%} within the same {WINDOW} hours of the day;"
        f" their answers have {usual:.0f} tokens, and {longer:.0%} of independent accounts get longer ones."
    )
    return Reading(how, finding)
