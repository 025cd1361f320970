"""Conversations that go from account to account."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
WITHIN = 3600  # seconds within which a conversation goes on elsewhere


class Handovers(NamedTuple):
    """
    Who had a turn of which conversation, and who had the next.

    One row for each handover, in `giver`, `taker` and `conversation`; `of` says
    of each exchange which handed-on conversation it is a turn of, -1 for none.
    """

    giver: Ints
    taker: Ints
    conversation: Ints
    of: Ints

    def foreign(self, customer: Ints) -> "Handovers":
        """Return only those between accounts of different customers."""
        return self._kept(customer[self.giver] != customer[self.taker])

    def among(self, accounts: Mask) -> "Handovers":
        """Return only those between marked accounts."""
        return self._kept(accounts[self.giver] & accounts[self.taker])

    def _kept(self, some: Mask) -> "Handovers":
        return Handovers(self.giver[some], self.taker[some], self.conversation[some], self.of)

    def both_ways(self) -> Ints:
        """Return the accounts that hand on as well as take over: who moves from one account to another does either."""
        return np.intersect1d(self.giver, self.taker)


def handovers(conversation: Ints, a: Ints, ts: Ints, xid: Ints, turns: Ints) -> Handovers:
    """
    Return the handovers among exchanges whose conversation is told by its beginning, -1 where that is unknown.

    Each request carries all the conversation so far, as stateless interfaces
    ask for. So one conversation begins with one turn, and never has fewer than
    before; where it seems to, many begin alike (a greeting, a benchmark, a
    task file), and it is left out, as is what began before the log.

    >>> column = lambda *values: np.array(values)
    >>> found = handovers(column(5, 5, 6), column(0, 1, 1), column(0, 60, 90), column(0, 1, 2), column(1, 2, 1))
    >>> found.giver.tolist(), found.taker.tolist(), found.of.tolist()
    ([0], [1], [5, 5, -1])
    """
    known = np.flatnonzero(conversation >= 0)
    order = known[np.lexsort((xid[known], conversation[known]))]
    of, by, depth = conversation[order], a[order], turns[order]
    same, deeper = of[1:] == of[:-1], depth[1:] - depth[:-1]
    one = np.ones(int(of.max(initial=-1)) + 1, bool)
    one[of[1:][same & (deeper < 0)]] = False
    one[of[np.append([True], ~same)[: len(of)] & (depth != 1)]] = False
    soon = ts[order[1:]] - ts[order[:-1]] <= WITHIN
    at = np.flatnonzero(same & (deeper > 0) & soon & (by[1:] != by[:-1]) & one[of[1:]])
    handed = np.full(len(a), -1)
    turn = np.isin(of, of[at])
    handed[order[turn]] = of[turn]
    return Handovers(by[at], by[at + 1], of[at], handed)
