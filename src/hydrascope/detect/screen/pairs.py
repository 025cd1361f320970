"""Who has what, how often: pairs of an account and a value with a count, gathered part by part in little memory."""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.screen.recent import hashed

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
_NEAR = 8  # values of one account that are counted together as they come
_MANY = 1 << 21  # pairs from which equal ones are put together: 50 MB


class Counted(NamedTuple):
    """Pairs, each once, by account and value, and how often each came."""

    account: Ints
    value: Hashes
    times: Ints

    def some(self, rows: Ints | npt.NDArray[np.bool_]) -> "Counted":
        """Return some of the pairs, in the order given."""
        return Counted(self.account[rows], self.value[rows], self.times[rows])


@numba.njit(cache=True, nogil=True)
def _runs(account: Ints, value: Hashes, out_account: Ints, out_value: Hashes, out_times: Ints) -> int:
    """Write down pairs of accounts that come in runs, most of them once, and return how many; value 0 is none."""
    n = begin = 0
    for row in range(account.size):
        if row > 0 and account[row] != account[row - 1]:
            begin = n
        if value[row] == 0:
            continue
        at = max(begin, n - _NEAR)
        while at < n and out_value[at] != value[row]:
            at += 1
        if at == n:
            out_account[n], out_value[n], out_times[n] = account[row], value[row], 0
            n += 1
        out_times[at] += 1
    return n


@numba.njit(cache=True, nogil=True)
def _marks(account: Ints, value: Hashes) -> Hashes:
    out = np.empty(account.size, np.uint64)
    for i in range(account.size):
        out[i] = hashed(np.int64(value[i] ^ hashed(account[i])))
    return out


def _once(pairs: Counted) -> Counted:
    """Return equal pairs as one; pairs are told apart by 64 bits of hash."""
    mark = _marks(pairs.account, pairs.value)
    order = np.argsort(mark)
    first = np.flatnonzero(np.diff(mark[order], prepend=mark[order[:1]] + np.uint64(1)))
    if not len(order):
        return pairs
    return Counted(pairs.account[order[first]], pairs.value[order[first]], np.add.reduceat(pairs.times[order], first))


class Pairs:
    """
    Pairs of accounts and values, counted.

    >>> pairs = Pairs()
    >>> pairs.add(np.array([1, 1, 2]), np.array([7, 7, 0], np.uint64))
    >>> pairs.add(np.array([0, 1]), np.array([8, 7], np.uint64))
    >>> [column.tolist() for column in pairs.counted()]
    [[0, 1], [8, 7], [1, 3]]
    """

    def __init__(self) -> None:
        self._kept: list[Counted] = []
        self._size = 0
        self._settled = 0

    def add(self, account: Ints, value: Hashes) -> None:
        """Count pairs that are sorted by account; value 0 is none."""
        room = len(account)
        out = Counted(np.empty(room, np.int64), np.empty(room, np.uint64), np.empty(room, np.int64))
        n = _runs(account, value, *out)
        self._kept.append(Counted(out.account[:n].copy(), out.value[:n].copy(), out.times[:n].copy()))
        self._size += n
        if self._size > max(_MANY, 2 * self._settled):
            self._settle()

    def _settle(self) -> None:
        none = Counted(np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.int64))
        account, value, times = zip(none, *self._kept, strict=True)
        once = _once(Counted(np.concatenate(account), np.concatenate(value), np.concatenate(times)))
        self._kept, self._size, self._settled = [once], len(once.account), len(once.account)

    def state(self) -> Counted:
        """Return the pairs, each once, from which `resumed` makes them again."""
        self._settle()
        return self._kept[0]

    @classmethod
    def resumed(cls, state: Counted) -> "Pairs":
        """Return the pairs as they were."""
        out = cls()
        out._kept, out._size, out._settled = [state], len(state.account), len(state.account)
        return out

    def counted(self, number: Ints | None = None) -> Counted:
        """Return all pairs, each once; account `a` as `number[a]`, where that is given."""
        pairs = self.state()
        pairs = pairs if number is None else pairs._replace(account=number[pairs.account])
        order = np.lexsort((pairs.value, pairs.account))
        return pairs.some(order)
