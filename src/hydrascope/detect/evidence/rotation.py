"""Do accounts relieve each other: is each at work just when the fewest of the others are?"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincc

from hydrascope.detect.components import codes, distinct
from hydrascope.detect.crowd import some
from hydrascope.detect.evidence.model import Evidence, speaks_for
from hydrascope.detect.middle import middle
from hydrascope.detect.profile import Floats
from hydrascope.detect.rules import SUSPECTED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

ENOUGH = 30  # requests of a customer from which one knows when it is at work
SWIFT = 40.0  # seconds of the middle gap, at most: nobody reads answers at that pace for hours
DENSE = 4  # middle gaps that make a slot of time: who is at work sends something in nearly every one
SHORT = 60  # seconds of a slot, at least
SHIFT = 3 * 3600  # seconds by which a customer is shifted against the others: it keeps its hours of the day
RARE = 0.1  # share of the shifts at which a customer may meet the others as little as it does
LEAST, MOST = 24, 20_000  # slots that say anything, and slots that are looked at, the last ones
REST = 1800  # seconds of absence that end a turn
TURNS = 3.0  # turns of the middle customer in a day at work: staff has a shift a day, with a break, and a pupil a lesson or two
LOOKED_AT = 128  # customers that are held against all others of the group

_DAY = 86400

Table = npt.NDArray[np.bool_]


class Spells(NamedTuple):
    """Which customer sends anything in which slot of time, each once, sorted by customer and slot; and a slot's seconds."""

    who: Ints
    at: Ints
    slot: int


def at_work(who: Ints, ts: Ints, slot: int) -> Spells:
    """
    Return who is at work when, over the last slots.

    >>> [column.tolist() for column in at_work(np.array([0, 1, 0, 0]), np.array([1000, 1090, 1130, 1140]), 60)[:2]]
    [[0, 0, 1], [0, 2, 1]]
    """
    at = (ts - ts.min()) // slot
    at -= max(0, int(at.max()) + 1 - MOST)
    pairs = distinct(who[at >= 0] * MOST + at[at >= 0])
    return Spells(codes(pairs // MOST), pairs % MOST, slot)


def turns(spells: Spells) -> Floats:
    """
    Return how many turns each customer has in a day on which it is at work: stretches without an absence.

    >>> hours = np.array([0, 3, 6, 9, 24, 27])
    >>> turns(Spells(np.zeros(6, np.int64), hours, 3600)).tolist()
    [3.0]
    """
    day = spells.at * spells.slot // _DAY
    new = np.diff(spells.who, prepend=-1) != 0
    begins = new | (np.diff(spells.at, prepend=0) * spells.slot > REST + spells.slot)
    days = new | (np.diff(day, prepend=-1) != 0)
    return np.asarray(np.bincount(spells.who, begins) / np.bincount(spells.who, days))


def as_seldom(table: Table, everybody: Ints, reach: int) -> Floats:
    """
    Return for each row at which share of the shifts, up to so many slots either way, it meets the others no more than it does unshifted.

    `everybody` is how many are at work in each slot, the row itself among them; how many of them a row meets is counted in those of its slots that remain between the first and the last.
    Three that relieve each other, and three that are at work together:

    >>> turns = np.tile(np.eye(3, dtype=bool).repeat(4, axis=1), 5)
    >>> as_seldom(turns, turns.sum(axis=0), 5).round(2).tolist(), as_seldom(turns[:1], 3 * turns[0], 5).tolist()
    ([0.09, 0.09, 0.09], [1.0])
    """
    slots = len(everybody) + reach  # so that nothing that leaves at one end comes in at the other
    wave = np.conj(np.fft.rfft(table, slots, axis=1))
    others = np.fft.rfft(everybody - table.astype(np.int64), slots, axis=1)
    met, inside = (np.rint(np.fft.irfft(wave * one, slots, axis=1)) for one in (others, np.fft.rfft(np.ones(len(everybody)), slots)))
    met, inside = (np.concatenate([one[:, : reach + 1], one[:, -reach:]], axis=1) for one in (met, inside))
    return np.asarray((met * inside[:, :1] <= met[:, :1] * inside).mean(axis=1))


def _busy(group: Group, scene: Scene) -> tuple[Ints, Ints, float]:
    """Return who sent the group's requests and when, of customers that send enough, by customer and time; and the seconds of the middle gap."""
    x, customer = scene.traffic.exchanges, scene.traits.customer
    rows = group.rows[np.lexsort((x.ts[group.rows], customer[x.a[group.rows]]))]
    who = codes(customer[x.a[rows]])
    known = (np.bincount(who, minlength=1) >= ENOUGH)[who]
    who, ts = codes(who[known]), x.ts[rows[known]]
    gaps = np.diff(ts)[np.diff(who) == 0]
    return who, ts, middle(gaps) if len(gaps) else np.inf


def _shares(spells: Spells, reach: int) -> Floats:
    """Return at which share of the shifts each of some customers meets all the others no more than it does."""
    everybody, looked_at = np.bincount(spells.at), some(np.unique(spells.who), LOOKED_AT)
    rows = np.isin(spells.who, looked_at)
    table = np.zeros((len(looked_at), len(everybody)), np.bool_)
    table[np.searchsorted(looked_at, spells.who[rows]), spells.at[rows]] = True
    return as_seldom(table, everybody, min(reach, len(everybody) // 2 - 1))


def combined(seldom: Floats) -> float:
    """
    Return how unlikely so small shares are for independent customers, in bits, less one: Fisher's combination (1925) without the smallest.

    Two who avoid each other are found twice, and count once.

    >>> round(combined(np.array([0.01, 0.01, 0.01])), 1), round(combined(np.array([0.01, 0.5, 0.9])), 1)
    (8.9, 0.0)
    """
    rest = np.sort(seldom)[1:]
    with np.errstate(divide="ignore"):  # beyond what a number holds, it is unlikely enough
        bits = -float(np.log2(gammaincc(len(rest), -np.log(rest).sum())))
    return max(0.0, bits - 1.0)


def rotation(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many customers are at work just when the fewest of the others are.

    A customer's times are shifted by up to three hours against those of the others. Independent customers meet the others as little as they do at
    any other shift; who takes turns meets them the least, and as many must as speak for the group. What it took to find the group is taken off.
    Shifts of staff and lessons follow each other, too: so only what goes on at a program's pace counts, in several turns a day. Blind to
    slower accounts, and to turns of half a day. Misleads where a company takes its keys in turn.

    Source: the report on a campaign of September 2026 says that accounts were rotated; shifts by less than a day are the jitter method of
    Amarasingham et al. (2012, Journal of Neurophysiology 107), the weight is our own.
    """
    who, ts, gap = _busy(group, scene)
    if gap > SWIFT:
        return None
    spells = at_work(who, ts, max(SHORT, int(DENSE * gap)))
    customers = int(spells.who.max()) + 1
    few = customers < max(SUSPECTED.customers, group.size / 2) or spells.at.max() < LEAST
    if few or middle(turns(spells)) < TURNS:
        return None
    shares = _shares(spells, SHIFT // spells.slot)
    hits = int((shares <= RARE).sum())
    told = speaks_for(hits * customers // len(shares), group.size)
    return Evidence(
        max(0.0, combined(shares) - group.price) if told else 0.0,
        f"{hits} of {len(shares)} customers are at work just when the fewest of the others are, in several turns a day; of independent ones, one in ten would be.",
    )
