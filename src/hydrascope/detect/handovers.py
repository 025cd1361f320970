"""Conversations that one account begins and another goes on with, and whose they are."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
WITHIN = 3600  # seconds within which a conversation is gone on with


class Handovers(NamedTuple):
    """
    Who went on with whose conversations, each pair of accounts once; and of each account, how many it came into after their beginning.

    `passed` says of each exchange whether its conversation was handed from account to account.
    """

    giver: Ints
    taker: Ints
    conversations: Ints
    entered: Ints
    passed: Mask

    def foreign(self, customer: Ints) -> Mask:
        """Return which pairs are of accounts of different customers."""
        return np.asarray(customer[self.giver] != customer[self.taker])


def handovers(opening: Ints, a: Ints, ts: Ints, xid: Ints, turns: Ints, count: int) -> Handovers:
    """
    Return the handovers among exchanges of accounts numbered below `count`.

    A conversation is told by its opening. An account takes it over when its
    own first exchange in it has more turns than the one before, which was
    another's, within the hour. An opening that more accounts have than it ever
    had turns is a common greeting, and left out: each turn can bring in one
    account. Each request carries all the conversation so far, as stateless
    interfaces ask for.

    >>> column = lambda *values: np.array(values)
    >>> found = handovers(column(5, 5, 6), column(0, 1, 1), column(0, 60, 90), column(0, 1, 2), column(1, 2, 1), 2)
    >>> found.giver.tolist(), found.taker.tolist(), found.passed.tolist()
    ([0], [1], [True, True, False])
    """
    known = np.flatnonzero(opening >= 0)
    order = known[np.lexsort((xid[known], ts[known], opening[known]))]
    of, by, at, depth = opening[order], a[order], ts[order], turns[order]
    size = int(of.max(initial=-1)) + 1
    pairs, first = np.unique(of * count + by, return_index=True)
    deepest = np.zeros(size, np.int64)
    np.maximum.at(deepest, of, depth)
    holders = np.bincount(pairs // count, minlength=size)
    late = depth[first] > 1
    entered = np.bincount(by[first[late]], minlength=count)
    new = first[late & (first > 0) & (holders > 1)[of[first]] & (holders <= deepest)[of[first]]]
    taken = new[(of[new] == of[new - 1]) & (depth[new] > depth[new - 1]) & (at[new] - at[new - 1] <= WITHIN)]
    links, conversations = np.unique(by[taken - 1] * count + by[taken], return_counts=True)
    passed = np.zeros(len(a), bool)
    passed[order[np.isin(of, of[taken])]] = True
    return Handovers(links // count, links % count, conversations, entered, passed)
