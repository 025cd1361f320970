"""
Which accounts exchange the sentences of one prompt for others, now this, now that.

Whoever hides a template behind paraphrases words each sentence in several ways
and draws a way for each. So the wordings of one sentence exclude each other,
and each stands beside all the wordings of another: a rectangle in the table of
which fragments stand in which exchanges. A program sends the prompt it came
with, a person repeats no sentence, and the prompts of a list share no sentences.
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import between, distinct
from hydrascope.engine import Engine, Step

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

MOST = 32  # fragments of an account that are looked at, those it repeats most
REPEATS = 2  # exchanges of the account that must hold a fragment
CORNERS = 4  # exchanges that a rectangle takes
KNOWN = 0.75  # share of an exchange's text that may be repeated text: what a list repeats whole is an item, and no wording around one


class Rewording(NamedTuple):
    """Which accounts exchange the sentences of a prompt, which repeat their text in enough exchanges that one would see it, and which text stands around ever new items."""

    does: Mask
    could: Mask
    around: Mask  # of each exchange, whether enough of its text is its own
    offsets: Ints  # exchange `row` holds fragment[offsets[row]] to fragment[offsets[row + 1]]
    fragment: Ints
    matched: Ints  # how many shingles of it stand there
    first: Ints  # users of fragment `f` are users[first[f]] to users[first[f + 1]]
    users: Ints

    def users_among(self, accounts: Mask, fragments: Ints) -> Ints:
        """Return how many of some accounts, given as a mask over all, hold each of some fragments."""
        at, whose = between(self.first, fragments)
        return np.bincount(whose, accounts[self.users[at]], len(fragments)).astype(np.int64)

    def pieces(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the fragments that stand in some exchanges, and for each its shingles there and the place of its exchange in `rows`."""
        at, whose = between(self.offsets, rows)
        return self.fragment[at], self.matched[at], whose


def _steps() -> list[Step]:
    """Return the steps to each account's exchanges and the places of the fragments in them."""
    return [
        Step("slotted", "SELECT a, xid, fragment, matched, is_fresh FROM held JOIN fragment USING (fragment) WHERE has_slots"),
        Step(
            "place_of",
            f"""SELECT a, fragment, row_number() OVER (PARTITION BY a ORDER BY count(*) DESC, fragment) - 1 AS place
            FROM slotted GROUP BY a, fragment HAVING count(*) >= {REPEATS}""",
        ),
    ]


@numba.njit(cache=True)
def rectangle(meet: npt.NDArray[np.uint64]) -> bool:
    """
    Return whether two fragments that never meet both meet two others that never meet.

    Bit `g` of `meet[f]` says that fragments `f` and `g` stand in one exchange.

    >>> rectangle(np.array([0b1101, 0b1110, 0b0111, 0b1011], np.uint64)), rectangle(np.array([0b1101, 0b0110, 0b0111, 0b1001], np.uint64))
    (True, False)
    """
    one = np.uint64(1)
    for f in range(meet.size):
        for g in range(f):
            both = meet[f] & meet[g]
            if (meet[f] >> np.uint64(g)) & one or both == 0:
                continue
            for i in range(meet.size):
                if (both >> np.uint64(i)) & one and both & ~meet[i]:
                    return True
    return False


@numba.njit(cache=True)
def _reword(cuts: Ints, xid: Ints, place: Ints) -> tuple[Mask, Mask]:
    """Return which accounts, whose rows lie between two cuts and are sorted by exchange, have a rectangle, and which have exchanges enough for one."""
    out, enough = np.zeros(cuts.size - 1, np.bool_), np.zeros(cuts.size - 1, np.bool_)
    for account in range(cuts.size - 1):
        meet = np.zeros(MOST, np.uint64)
        first, exchanges = cuts[account], 0
        while first < cuts[account + 1]:
            last, held = first, np.uint64(0)
            while last < cuts[account + 1] and xid[last] == xid[first]:
                held |= np.uint64(1) << np.uint64(place[last])
                last += 1
            for row in range(first, last):
                meet[place[row]] |= held
            first = last
            exchanges += 1
        enough[account] = exchanges >= CORNERS
        out[account] = enough[account] and rectangle(meet)
    return out, enough


def rewording(engine: Engine, count: int, xid: Ints) -> Rewording:
    """
    Return which of `count` accounts exchange the sentences of a prompt, from the tables `held` and `fragment`; `xid` numbers their exchanges in order.

    Blind to paraphrases of the whole prompt at once, and to accounts with
    less than four exchanges of a template. Documents that are put together at
    random, as retrieval does, look the same.
    """
    engine.run(_steps())
    placed = engine.fetch(
        f"SELECT a, xid, place FROM slotted JOIN place_of USING (a, fragment) WHERE place < {MOST} ORDER BY a, xid, place"
    )
    known = engine.fetch(f"""SELECT h.xid FROM (SELECT xid, sum(matched) AS known FROM held GROUP BY xid) h JOIN x ON x.xid = h.xid
        WHERE h.known <= {KNOWN} * len(x.sketch)""")
    stands = engine.fetch("SELECT a, xid, fragment, matched FROM slotted WHERE is_fresh ORDER BY a, xid, fragment")
    engine.drop("slotted")
    engine.drop("place_of")
    a, at, place = (placed[name].to_numpy().astype(np.int64, copy=False) for name in ("a", "xid", "place"))
    offsets = _offsets(stands["xid"].to_numpy().astype(np.int64, copy=False), xid)
    who, fragment = (stands[name].to_numpy().astype(np.int64, copy=False) for name in ("a", "fragment"))
    pairs = distinct(fragment * count + who)
    first = np.searchsorted(pairs // max(count, 1), np.arange(fragment.max(initial=-1) + 2))
    around = np.isin(xid, known["xid"].to_numpy())
    matched = stands["matched"].to_numpy().astype(np.int64, copy=False)
    return Rewording(
        *_reword(np.searchsorted(a, np.arange(count + 1)), at, place), around, offsets, fragment, matched, first, pairs % max(count, 1)
    )


def _offsets(holds: Ints, xid: Ints) -> Ints:
    """
    Return where the rows of each exchange begin, and where all end, if rows lie in the order of the exchanges.

    >>> _offsets(np.array([2, 2, 0]), np.array([2, 1, 0])).tolist()
    [0, 2, 2, 3]
    """
    number = np.empty(len(xid), np.int64)
    number[xid] = np.arange(len(xid))
    return np.searchsorted(number[holds], np.arange(len(xid) + 1))
