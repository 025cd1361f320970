"""
Who is taken for an account of a group that works off one queue, and takes no part in it.

An operator who works by a popular tool has the tool's prompt, and so do its other users. But where conversations, reasoning and
failed requests go from account to account, the operator's accounts take part in proportion to what they send; a user who sends as much and never does is a stranger.
"""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import pairs
from hydrascope.detect.customers import values_per
from hydrascope.detect.failovers import failovers
from hydrascope.detect.middle import middle
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

EXPECTED = 20.0  # turns of the queue that an account would have had by what it sends, from which none is no chance: 1 in 10,000, were the rate half as high
AT_MOST = 0.25  # share of the customers that may be bystanders


def passed_on(group: Group, scene: Scene) -> Ints:
    """
    Return how often each customer takes part in what others of the group hand on to it, or take over from it.

    A conversation counts once for each who has a turn of it, reasoning once for each two who share any, a failed request at both ends: what comes in bunches is one.
    """
    x, customer, inside = scene.traffic.exchanges, scene.traits.customer, scene.mask(group.everyone)
    turns, replays = scene.handovers.among(inside), scene.traffic.replays
    passed = replays.foreign(customer) & inside[replays.minter] & inside[replays.presenter]
    owner, conversation = customer[np.concatenate([turns.giver, turns.taker])], np.tile(turns.conversation, 2)
    handed = pairs(owner, conversation)[0]
    ends = np.concatenate([replays.minter[passed], replays.presenter[passed], x.a[failovers(x, group.rows, customer).rows]])
    return np.asarray(np.bincount(np.concatenate([handed, customer[ends]]), minlength=len(customer)))


def bystanders(group: Group, scene: Scene) -> npt.NDArray[np.bool_]:
    """
    Return which of all accounts are of customers of a group that have no part in what the others pass on, though by what they send they would.

    Nobody is where more than a quarter has none, for a pool may have heads for work that nothing passes on; nor who pays with another's card.
    """
    customer = scene.traits.customer
    sent = np.bincount(customer[scene.traffic.exchanges.a[group.rows]], minlength=len(customer))
    passed = passed_on(group, scene)
    own = np.unique(customer[group.members])
    usual = middle(passed[own] / np.maximum(sent[own], 1))
    idle = (passed == 0) & (usual * sent >= EXPECTED)
    idle[customer[_on_a_common_card(group, scene)]] = False
    few = idle[own].mean() <= AT_MOST
    return np.asarray(idle[customer] & scene.mask(group.everyone) & few)


def _on_a_common_card(group: Group, scene: Scene) -> Ints:
    """Return the accounts of a group that pay with an instrument of another customer of it."""
    card = scene.traits.payment
    paid = scene.mask(group.everyone) & (card >= 0)
    return np.flatnonzero(paid & (values_per(card, scene.traits.customer, paid) > 1)[card])
