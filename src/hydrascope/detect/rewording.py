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

from hydrascope.engine import Engine, Step

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

MOST = 32  # fragments of an account that are looked at, those it repeats most
REPEATS = 2  # exchanges of the account that must hold a fragment
CORNERS = 4  # exchanges that a rectangle takes


class Rewording(NamedTuple):
    """Which accounts exchange the sentences of a prompt, and which repeat their text in enough exchanges that one would see it."""

    does: Mask
    could: Mask


def _steps() -> list[Step]:
    """Return the steps to each account's exchanges and the places of the fragments in them."""
    return [
        Step("slotted", "SELECT a, xid, fragment FROM held JOIN fragment USING (fragment) WHERE has_slots"),
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


def rewording(engine: Engine, count: int) -> Rewording:
    """
    Return which of `count` accounts exchange the sentences of a prompt, from the tables `held` and `fragment`.

    Blind to paraphrases of the whole prompt at once, and to accounts with
    less than four exchanges of a template. Documents that are put together at
    random, as retrieval does, look the same.
    """
    engine.run(_steps())
    table = engine.fetch(f"SELECT a, xid, place FROM slotted JOIN place_of USING (a, fragment) WHERE place < {MOST} ORDER BY a, xid, place")
    engine.drop("slotted")
    engine.drop("place_of")
    a, xid, place = (table[name].to_numpy().astype(np.int64, copy=False) for name in ("a", "xid", "place"))
    return Rewording(*_reword(np.searchsorted(a, np.arange(count + 1)), xid, place))
