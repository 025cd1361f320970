"""Which accounts a search looks at: a sample of each set that is worth it, and a sample of all for the crowd."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.components import between, codes, tied
from hydrascope.detect.groups import HARVESTS
from hydrascope.detect.screen.hashing import Hashed, combined
from hydrascope.detect.screen.look import Seen
from hydrascope.detect.screen.pairs import Counted
from hydrascope.detect.screen.population import Population
from hydrascope.detect.screen.sets import LARGE, Sets, joined, parted, sets
from hydrascope.detect.screen.worth import middle, ties
from hydrascope.detect.seeds import CROWDED, REPEATS, months, pays_for_several
from hydrascope.detect.streams import RECURS

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
BOUND = 2.0  # bits of personal ties that do, after what it costs to find the set among all
JUDGED = (1000, 300, 100, 30)  # accounts of a set that are looked at: the first number that all sets have room for
COVERED = 0.8  # share of a set's accounts that better sets hold, from which it is not looked at for itself


class Screened(NamedTuple):
    """Sets that are worth a look, best first, with their bits; and how many were asked."""

    sets: Sets
    bits: Floats
    asked: int


def _recurring(pairs: Counted, times: int) -> Sets:
    keep = pairs.times >= times
    return sets(codes(pairs.value)[keep], pairs.account[keep])


def _templated(seen: Seen) -> Sets:
    busy = np.bincount(seen.filled.account, minlength=len(seen.accounts))
    keep = busy[seen.filled.account] <= CROWDED
    return _recurring(seen.filled.some(keep), RECURS)


def asked(people: Population) -> tuple[Sets, Sets]:
    """Return the sets of accounts that share something, with parts of large ones; and the parts that were registered in one month."""
    seen, known = people
    every = np.arange(len(seen.accounts))
    whole = joined(
        [
            _templated(seen),
            _recurring(seen.bare, REPEATS),
            sets(tied(known.payment, known.user_ref), every),
            sets(known.email, every),
            sets(known.org, every),
            _recurring(seen.subnet, 1),
            sets(np.where(pays_for_several(known.payment), 0, -1), every),
        ]
    )
    return joined([whole, parted(whole, [known.stack, known.config])]), parted(whole, months(known.birth))


def screened(people: Population) -> Screened:
    """Return the sets that harvest, or that personal ties bind beyond what it costs to find them."""
    alike, born = asked(people)
    every = joined([alike, born])
    bits = np.concatenate([ties(alike, people), ties(born, people, by_birth=True)]) - np.log2(max(len(every.size), 1))
    harvests = np.nan_to_num(middle(every, people.profile.harvest)) >= HARVESTS
    best = np.flatnonzero(harvests | (bits >= BOUND))
    best = best[np.lexsort((best, -every.size[best], -bits[best].round(6)))]
    best = best[_new(every.some(best), len(people.seen.accounts))]
    return Screened(every.some(best), bits[best], len(every.size))


def _new(ranked: Sets, count: int) -> Mask:
    """Return which of some sets, best first, have accounts of their own: not nearly all of them in those before."""
    known, out = np.zeros(count, bool), np.zeros(len(ranked.size), bool)
    for s, (begin, end) in enumerate(pairwise(ranked.offsets.tolist())):
        mine = ranked.account[begin:end]
        if known[mine].sum() < COVERED * len(mine):
            known[mine] = out[s] = True
    return out


def _few(code: Ints) -> Ints:
    """Return codes that a few accounts share, -1 for all others."""
    holders = np.bincount(code[code >= 0], minlength=1)
    return np.where((code >= 0) & (holders[code] > 1) & (holders[code] <= LARGE), code, -1)


def _companies(people: Population) -> Ints:
    """Return a number for each account, the same for those that share a card or a narrow network with few others, through any number of hands."""
    payment, place = _few(people.traits.payment), _few(people.traits.place)
    company = tied(payment, place)
    return np.where(np.bincount(company)[company] <= LARGE, company, len(payment) + tied(payment))


class Order(NamedTuple):
    """In which order all accounts are drawn, and the company of each: who is drawn is drawn with it."""

    rank: Ints
    company: Ints


def order_of(people: Population, ids: pa.Array) -> Order:
    """
    Return an order of all accounts by which samples are drawn: it follows from their ids, and who shares a card or a place comes together.

    So a sample shows as much sharing as there is: singly drawn accounts would show that nobody shares anything.
    """
    own, company = Hashed().of(ids), _companies(people)
    least = np.full(int(company.max(initial=-1)) + 1, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(least, company, own)
    order = np.lexsort((own, combined(least[company])))
    out = np.empty(len(order), np.int64)
    out[order] = np.arange(len(order))
    return Order(out, company)


def sampled(s: Sets, rank: Ints, most: int) -> Sets:
    """Return the first accounts of each set, so many at most."""
    of = s.of
    order = np.lexsort((rank[s.account], of))
    place = np.arange(len(of)) - s.offsets[of[order]]
    kept = np.sort(order[place < most])
    return Sets(np.append(0, np.cumsum(np.bincount(of[kept], minlength=len(s.size)))), s.account[kept])


def _in_company(accounts: Ints, company: Ints) -> Ints:
    """Return some accounts, each once and each followed by its company."""
    _, first = np.unique(company[accounts], return_index=True)
    wanted = company[accounts[np.sort(first)]]
    by_company = np.argsort(company, kind="stable")
    offsets = np.searchsorted(company[by_company], np.arange(company.max(initial=-1) + 2))
    return by_company[between(offsets, wanted)[0]]


def _wanted(found: Sets, order: Order, exchanges: Ints, take: Mask, room: int) -> Ints:
    """Return the samples of sets in company, best first, without those taken already: as many of each set as there is room for in all."""
    for most in JUDGED:
        wanted = _in_company(sampled(found, order.rank, most).account, order.company)
        wanted = wanted[~take[wanted]]
        if exchanges[wanted].sum() <= room:
            break
    return wanted


def chosen(found: Screened, exchanges: Ints, order: Order, *, rows: int, crowd: float = 0.3) -> Mask:
    """
    Return which accounts to look at, whose exchanges are `rows` at most.

    A crowd for a share of them, then the samples of sets, best first; what room is left goes to the crowd.
    """
    every = np.argsort(order.rank)
    take = np.zeros(len(every), bool)
    take[every[np.cumsum(exchanges[every]) <= crowd * rows]] = True
    wanted = _wanted(found.sets, order, exchanges, take, rows - int(exchanges[take].sum()))
    for some in (wanted, every):
        more = some[~take[some]]
        take[more[np.cumsum(exchanges[more]) <= rows - int(exchanges[take].sum())]] = True
    return take
