"""Who has what: networks, requests, cards; and how many of a crowd share theirs, told for each group at the price of the group."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import between, counted, distinct, pairs

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Held(NamedTuple):
    """Who has what, each pair once, by value and account: `account[i]` has `value[i]`; values are codes below `values`."""

    value: Ints
    account: Ints
    values: int
    first: Ints  # value `v` has the accounts from first[v] to first[v + 1]
    own: Ints
    begin: Ints  # account `a` has the values own[begin[a]] to own[begin[a + 1]]

    def users(self, mask: Mask) -> Ints:
        """Return how many of the accounts in `mask` have each value."""
        return np.bincount(self.value[mask[self.account]], minlength=self.values)

    def of(self, accounts: Ints) -> tuple[Ints, Ints]:
        """Return what some accounts have, and for each value the account."""
        at, whose = between(self.begin, accounts)
        return self.own[at], accounts[whose]

    def by(self, values: Ints) -> Ints:
        """Return the accounts that have some values, once for each of them."""
        return self.account[between(self.first, values)[0]]


def held(value: Ints, account: Ints, count: int) -> Held:
    """
    Return who of `count` accounts has what, each pair once, from observations; -1 is nothing.

    >>> found = held(np.array([2, 2, -1, 0]), np.array([0, 0, 0, 1]), 2)
    >>> found.value.tolist(), found.account.tolist(), found.of(np.array([0]))[0].tolist(), found.by(np.array([0])).tolist()
    ([0, 2], [1, 0], [2], [1])
    """
    known = value >= 0
    what, whose, _ = pairs(value[known], account[known])
    mine, own, _ = pairs(whose, what)
    values = int(value.max(initial=-1)) + 1
    return Held(what, whose, values, np.searchsorted(what, np.arange(values + 1)), own, np.searchsorted(mine, np.arange(count + 1)))


class Sharing:
    """
    How many of a crowd have something that others of it have too, so many accounts `least` in all.

    Worked out once, and for the crowd without a group from what that group has.

    >>> cards = held(np.array([5, 5, 7, 7, 7]), np.arange(5), 5)
    >>> crowd = Sharing(cards, np.ones(5, bool), least=2)
    >>> crowd.without(np.array([0])), crowd.without(np.array([3, 4]))
    ((3, 4), (2, 3))
    """

    def __init__(self, what: Held, crowd: Mask, least: int) -> None:
        self._held, self._crowd, self._least = what, crowd, least
        self._users = what.users(crowd)
        self._shared = np.bincount(what.account[(self._users >= least)[what.value]], minlength=len(crowd))
        self._sharing, self._having = int((self._shared[crowd] > 0).sum()), int((np.diff(what.begin)[crowd] > 0).sum())

    def without(self, accounts: Ints) -> tuple[int, int]:
        """Return how many of the crowd without some accounts share anything, and how many have anything."""
        gone = accounts[self._crowd[accounts]]
        what, whose = self._held.of(gone)
        values, n = counted(what)
        left = self._users[values] - n
        lost = values[(left < self._least) & (left + n >= self._least)]
        rest = self._held.by(lost)
        rest, n = counted(rest[self._crowd[rest] & ~np.isin(rest, gone)])
        alone = int((self._shared[rest] == n).sum())
        return self._sharing - int((self._shared[gone] > 0).sum()) - alone, self._having - len(distinct(whose))
