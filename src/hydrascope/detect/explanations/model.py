"""An innocent reading of a group: what it says, and which channels it explains away."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from hydrascope.detect.components import counted
from hydrascope.detect.profile import ENOUGH, Profile
from hydrascope.detect.scene import Group, Scene

FOREIGN = 0.02  # share of the others that may use a domain or network that is called a group's own


class Reading(NamedTuple):
    """`fit` is how well the reading fits, 0 to 1: that share of the bits of the channels it explains is taken away."""

    fit: float
    finding: str


class Explanation(NamedTuple):
    """
    A named innocent reading, and the channels whose evidence it accounts for.

    What it does not account for stands: a class explains one network and one
    assignment, but not one card, and an excuse can be forged. Each bit of the
    channels that refute it halves how well it fits: people who met by chance do
    not take up each other's work.
    """

    name: str
    explains: frozenset[str]
    test: Callable[[Group, Scene], Reading | None]
    refuted_by: frozenset[str] = frozenset()


def fit(share: float, low: float, high: float) -> float:
    """
    Return how far a share has come from `low` (says nothing) to `high` (fits fully).

    >>> fit(0.5, 0.5, 0.9), fit(0.95, 0.5, 0.9)
    (0.0, 1.0)
    """
    return min(1.0, max(0.0, (share - low) / (high - low)))


class Hours(NamedTuple):
    """How far the accounts keep a human day, 0 to 1, and their daily rhythm in words."""

    human: float
    rhythm: str


def hours(profile: Profile, low: float, high: float) -> Hours:
    """
    Return whether the accounts keep human hours: their rhythm comes from `low` (not at all) to `high` (fully), or it is unknown.

    Each account's rhythm is weighed by what is known of it: one account's
    figure is rough where its exchanges are few, over many accounts it is not.
    In doubt it speaks for them: one standard error is added.
    """
    rhythm, n = profile.rhythm, profile.exchanges.astype(float)
    known = ~np.isnan(rhythm)
    if not known.any():
        return Hours(1.0, "unknown")
    weight = np.minimum(n[known], ENOUGH * 4.0)
    common = float((rhythm[known] * weight).sum() / weight.sum())
    # Of hours at random one figure has a variance of 1 / (n (n - 1)).
    error = float(np.sqrt(((weight / n[known]) ** 2).sum()) / weight.sum())
    return Hours(fit(common + error, low, high), f"{common:.2f} ± {error:.2f}")


def own_domain(group: Group, scene: Scene) -> tuple[float, str]:
    """Return the share of the accounts in one mail domain that others hardly use, and its name."""
    email = scene.traits.email[group.members]
    values, n = counted(email[email >= 0])
    if not len(values):
        return 0.0, ""
    top = int(np.argmax(n))
    elsewhere, _ = scene.tallied(group, "mail domains", scene.traits.email, values[top : top + 1])
    own = int(elsewhere[0]) / max(scene.count_others(group), 1) < FOREIGN
    return (float(n[top]) / group.size, scene.names["email_domain"][int(values[top])]) if own else (0.0, "")


def own_network(group: Group, scene: Scene) -> tuple[float, str]:
    """Return the share of the accounts in one network that others hardly use, and its name."""
    held = scene.networks
    mine, n = counted(held.of(group.members)[0])
    if not len(mine):
        return 0.0, ""
    top = int(mine[np.argmax(n)])
    users = held.by(np.array([top]))
    outside = int(scene.independent[users].sum()) - int(np.isin(users[scene.independent[users]], group.everyone).sum())
    own = outside < max(FOREIGN * scene.count_others(group), 1)
    return (float(n.max()) / group.size, scene.traffic.subnets[top]) if own else (0.0, "")
