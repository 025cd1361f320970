"""What each account of a store did as a whole: figures that add up from part to part, in any order."""

from collections.abc import Mapping
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.profile import resultant

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Hashes = npt.NDArray[np.uint64]
State = Mapping[str, npt.NDArray[Any]]
_DAY, _HOUR = 86400, 3600
_EXCHANGES, _FIRST, _LAST, _HARVEST, _SINGLE, _TOKENS = range(6)


class Numbers:
    """
    The accounts seen so far, numbered as they come; `accounts` came already, in this order.

    >>> numbers = Numbers()
    >>> numbers.of(np.array([70, 50, 70], np.uint64)).tolist(), numbers.of(np.array([60, 50], np.uint64)).tolist()
    ([1, 0, 1], [2, 0])
    """

    def __init__(self, accounts: Hashes | None = None) -> None:
        accounts = np.zeros(0, np.uint64) if accounts is None else accounts
        self._number = np.argsort(accounts)
        self._known = accounts[self._number]

    def __len__(self) -> int:
        return len(self._known)

    def of(self, accounts: Hashes) -> Ints:
        """Return the number of each account; new ones come next, in their order. Equal accounts in a row cost little."""
        begins = np.flatnonzero(np.append([True], accounts[1:] != accounts[:-1])[: len(accounts)])
        distinct, at = np.unique(accounts[begins], return_inverse=True)
        new = distinct[~np.isin(distinct, self._known, assume_unique=True)]
        if len(new):
            known, number = np.concatenate([self._known, new]), np.concatenate([self._number, len(self._known) + np.arange(len(new))])
            order = np.argsort(known)
            self._known, self._number = known[order], number[order]
        number = self._number[np.searchsorted(self._known, distinct)][at]
        return np.repeat(number, np.diff(np.append(begins, len(accounts))))

    @property
    def accounts(self) -> Hashes:
        """The accounts in the order of their numbers."""
        out = np.empty(len(self._known), np.uint64)
        out[self._number] = self._known
        return out


@numba.njit(cache=True, nogil=True)
def _count(table: Ints, hours: npt.NDArray[np.uint32], account: Ints, ts: Ints, harvest: Ints, single: Ints, tokens: Ints) -> None:
    for row in range(account.size):
        mine = table[account[row]]
        mine[_EXCHANGES] += 1
        mine[_FIRST] = min(mine[_FIRST], ts[row])
        mine[_LAST] = max(mine[_LAST], ts[row])
        mine[_HARVEST] += harvest[row]
        mine[_SINGLE] += single[row]
        mine[_TOKENS] += tokens[row]
        hours[account[row], ts[row] % _DAY // _HOUR] += 1


class Census:
    """
    One row an account, by number.

    >>> census = Census()
    >>> census.add(np.array([0, 0]), np.array([0, 86400]), np.array([900, 100]), np.array([1, 0]), np.array([10, 20]))
    >>> census.exchanges.tolist(), census.harvest.tolist(), census.daily.tolist()
    ([2], [0.5], [2.0])
    """

    def __init__(self) -> None:
        self._table, self._hours = np.zeros((0, 6), np.int64), np.zeros((0, 24), np.uint32)

    def state(self) -> State:
        """Return the rows as arrays, from which `resumed` makes them again."""
        return {"table": self._table, "hours": self._hours}

    @classmethod
    def resumed(cls, state: State) -> "Census":
        """Return the rows as they were."""
        out = cls()
        out._table, out._hours = np.array(state["table"]), np.array(state["hours"])
        return out

    def _reach(self, accounts: int) -> None:
        more = accounts - len(self._table)
        if more > 0:
            new = np.zeros((max(more, len(self._table) // 2), 6), np.int64)
            new[:, _FIRST] = np.iinfo(np.int64).max
            self._table = np.concatenate([self._table, new])
            self._hours = np.concatenate([self._hours, np.zeros((len(new), 24), np.uint32)])

    def add(self, account: Ints, ts: Ints, harvest: Ints, single: Ints, tokens: Ints) -> None:
        """Count exchanges: seconds since 1970, harvest in thousandths, whether in one turn, tokens of the answer."""
        self._reach(int(account.max(initial=-1)) + 1)
        _count(self._table, self._hours, account, ts, harvest, single, tokens)

    def ordered(self, order: Ints) -> "Census":
        """Return the accounts in another order."""
        out = Census()
        out._table, out._hours = self._table[order], self._hours[order]
        return out

    def _mean(self, column: int) -> Floats:
        return self._table[:, column] / np.maximum(self.exchanges, 1)

    @property
    def exchanges(self) -> Ints:
        """How many each sent."""
        return self._table[:, _EXCHANGES]

    @property
    def first(self) -> Ints:
        """When each sent the first, in seconds since 1970."""
        return self._table[:, _FIRST]

    @property
    def last(self) -> Ints:
        """When each sent the last."""
        return self._table[:, _LAST]

    @property
    def harvest(self) -> Floats:
        """Mean probability that an exchange asks for training data."""
        return self._mean(_HARVEST) / 1000

    @property
    def single(self) -> Floats:
        """Share of exchanges in one turn."""
        return self._mean(_SINGLE)

    @property
    def daily(self) -> Floats:
        """Exchanges a day between first and last, a day at least."""
        return self.exchanges / np.maximum((self.last - self.first) / _DAY, 1.0)

    @property
    def rhythm(self) -> Floats:
        """Unbiased squared resultant of the hours; NaN where the exchanges are too few to tell."""
        return resultant(self._hours, self.exchanges)
