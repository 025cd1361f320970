"""Which accounts a search looks at: a sample of each set that is worth it, and a sample of all for the crowd."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.components import components
from hydrascope.detect.profile import modal
from hydrascope.detect.screen.hashing import Hashed
from hydrascope.detect.screen.look import Seen
from hydrascope.detect.screen.pairs import Counted
from hydrascope.detect.screen.sets import Sets, joined, months, parted, sets
from hydrascope.detect.screen.worth import Known, middle, ties

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
REPEATS = 5  # exchanges of an account that make a request shape its own
RECURS = 2  # and a template
HARVESTS = 0.25  # mean probability of the middle account's requests that makes a set worth a look
BOUND = 2.0  # bits of personal ties that do, after what it costs to find the set among all
JUDGED = 1000  # accounts of a set that are looked at
_CROWDED = 512  # templates in one account beyond which it ties none together


class Screened(NamedTuple):
    """Sets that are worth a look, best first, with their bits; how many were asked; and what is known of all accounts."""

    sets: Sets
    bits: Floats
    asked: int
    known: Known


def _codes(register: pa.Table, name: str) -> Ints:
    """Return a text column of the register as codes, -1 where unknown."""
    coded = register[name].combine_chunks().dictionary_encode()
    return coded.indices.fill_null(-1).to_numpy().astype(np.int64)


def _seconds(register: pa.Table, name: str) -> Floats:
    micros = register[name].combine_chunks().cast(pa.int64()).to_numpy(zero_copy_only=False)
    return np.asarray(micros, np.float64) / 1e6


def _dense(pairs: Counted) -> Counted:
    return pairs._replace(value=np.unique(pairs.value, return_inverse=True)[1].astype(np.int64))


def _usual(pairs: Counted, count: int) -> Ints:
    """Return the commonest value of each account as a code, -1 for none."""
    dense = _dense(pairs)
    order = np.lexsort((dense.value, -dense.times, dense.account))
    owner, first = np.unique(dense.account[order], return_index=True)
    out = np.full(count, -1)
    out[owner] = dense.value[order][first]
    return out


def known_of(seen: Seen, register: pa.Table) -> Known:
    """Return what is known of the accounts; `register` follows `schema.ACCOUNTS`, with one row for each of `seen.accounts`, in their order."""
    return Known(
        _codes(register, "payment_fingerprint"),
        _codes(register, "user_ref"),
        _seconds(register, "created_at"),
        seen.census.rhythm,
        seen.census.daily,
        seen.census.harvest,
        _usual(seen.subnet, len(seen.accounts)),
    )


def _recurring(pairs: Counted, times: int) -> Sets:
    keep = pairs.times >= times
    return sets(_dense(pairs).value[keep], pairs.account[keep])


def _templated(seen: Seen) -> Sets:
    busy = np.bincount(seen.filled.account, minlength=len(seen.accounts))
    keep = busy[seen.filled.account] <= _CROWDED
    return _recurring(Counted(*(column[keep] for column in seen.filled)), RECURS)


def _registered(known: Known, count: int) -> Sets:
    """Return the sets that cards and registration details tie, through any number of hands."""
    every = np.arange(count)
    offset = int(known.payment.max(initial=-1)) + 1
    pays, signs = known.payment >= 0, known.user_ref >= 0
    keys = np.concatenate([known.payment[pays], known.user_ref[signs] + offset])
    return sets(components(np.concatenate([every[pays], every[signs]]), keys, count), every)


def _paying(known: Known) -> Ints:
    """Return 0 for accounts whose card pays for several others, -1 for the rest."""
    holders = np.bincount(known.payment[known.payment >= 0], minlength=1)
    return np.where((known.payment >= 0) & (holders[known.payment] >= 3), 0, -1)


def asked(seen: Seen, known: Known, register: pa.Table) -> tuple[Sets, Sets]:
    """Return the sets of accounts that share something, with parts of large ones; and the parts that were registered in one month."""
    count = len(seen.accounts)
    every, stack, shape = np.arange(count), _usual(seen.stack, count), _usual(seen.bare, count)
    whole = joined(
        [
            _templated(seen),
            _recurring(seen.bare, REPEATS),
            _registered(known, count),
            sets(_codes(register, "email_domain"), every),
            sets(_codes(register, "org_id"), every),
            _recurring(seen.subnet, 1),
            sets(_paying(known), every),
        ]
    )
    return joined([whole, parted(whole, [stack, shape])]), parted(whole, months(known.birth))


def screened(seen: Seen, register: pa.Table) -> Screened:
    """Return the sets that harvest, or that personal ties bind beyond what it costs to find them; each set of accounts once."""
    known = known_of(seen, register)
    alike, born = asked(seen, known, register)
    every = joined([alike, born])
    bits = np.concatenate([ties(alike, known), ties(born, known, by_birth=True)]) - np.log2(max(len(every.size), 1))
    harvests = np.nan_to_num(middle(every, known.harvest)) >= HARVESTS
    best = np.flatnonzero(harvests | (bits >= BOUND))
    best = best[np.lexsort((best, -bits[best]))]
    return Screened(every.some(best), bits[best], len(every.size), known)


def marks(ids: pa.Array) -> npt.NDArray[np.uint64]:
    """Return a number for each account by which samples are drawn: it follows from the id alone."""
    return Hashed().of(ids)


def sampled(s: Sets, mark: npt.NDArray[np.uint64], most: int = JUDGED) -> Sets:
    """Return the accounts with the smallest marks of each set, so many at most."""
    of = s.of
    order = np.lexsort((mark[s.account], of))
    place = np.arange(len(of)) - s.offsets[of[order]]
    kept = np.sort(order[place < most])
    return Sets(np.append(0, np.cumsum(np.bincount(of[kept], minlength=len(s.size)))), s.account[kept])


def chosen(found: Screened, exchanges: Ints, mark: npt.NDArray[np.uint64], *, rows: int, crowd: float = 0.3) -> Mask:
    """
    Return which accounts to look at, whose exchanges are `rows` at most: a crowd for a share of them, then the samples of sets, best first.
    """
    order = np.argsort(mark)
    take = np.zeros(len(mark), bool)
    take[order[np.cumsum(exchanges[order]) <= crowd * rows]] = True
    room = rows - int(exchanges[take].sum())
    some = sampled(found.sets, mark)
    _, first = np.unique(some.account, return_index=True)
    wanted = some.account[np.sort(first)]
    wanted = wanted[~take[wanted]]
    take[wanted[np.cumsum(exchanges[wanted]) <= room]] = True
    return take
