"""Do accounts relieve each other: is each at work just when the fewest of the others are?"""

import numpy as np
import numpy.typing as npt
from scipy.stats import gamma

from hydrascope.detect.crowd import some
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.profile import Floats
from hydrascope.detect.rules import SUSPECTED
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

ENOUGH = 30  # requests of a customer from which one knows when it is at work
DENSE = 4  # middle gaps that make a slot of time: who is at work sends something in nearly every one
SHORT = 60  # seconds of a slot, at least
SHIFT = 3 * 3600  # seconds by which a customer is shifted against the others: it keeps its hours of the day
RARE = 0.1  # share of the shifts at which a customer may meet the others as little as it does; so must half of them
LEAST, MOST = 24, 20_000  # slots that say anything, and slots that are looked at, the last ones
LOOKED_AT = 128  # customers that are held against all others of the group

Table = npt.NDArray[np.bool_]


def at_work(who: Ints, ts: Ints, slot: int) -> tuple[Ints, Ints]:
    """
    Return which customer sends anything in which slot of time, each once, over the last slots.

    >>> [column.tolist() for column in at_work(np.array([0, 1, 0, 0]), np.array([1000, 1090, 1130, 1140]), 60)]
    [[0, 0, 1], [0, 2, 1]]
    """
    at = (ts - ts.min()) // slot
    at -= max(0, int(at.max()) + 1 - MOST)
    pairs = np.unique(who[at >= 0] * MOST + at[at >= 0])
    return pairs // MOST, pairs % MOST


def as_seldom(table: Table, everybody: Ints, reach: int) -> Floats:
    """
    Return for each row at which share of the shifts, up to so many slots either way, it meets the others no more than it does unshifted.

    `everybody` is how many are at work in each slot, the row itself among them; what leaves at one end comes in at the other.
    Three that relieve each other, and three that are at work together:

    >>> turns = np.tile(np.eye(3, dtype=bool).repeat(4, axis=1), 5)
    >>> as_seldom(turns, turns.sum(axis=0), 5).round(2).tolist(), as_seldom(turns[:1], 3 * turns[0], 5).tolist()
    ([0.09, 0.09, 0.09], [1.0])
    """
    wave = np.conj(np.fft.rfft(table, axis=1)) * np.fft.rfft(everybody - table.astype(np.int64), axis=1)
    met = np.rint(np.fft.irfft(wave, table.shape[1], axis=1))
    shifted = np.concatenate([met[:, : reach + 1], met[:, -reach:]], axis=1)
    return np.asarray((shifted <= met[:, :1]).mean(axis=1))


def _busy(group: Group, scene: Scene) -> tuple[Ints, Ints, int]:
    """Return who sent the group's requests and when, of customers that send enough; and in how many seconds whoever is at work sends some."""
    x, customer = scene.traffic.exchanges, scene.traits.customer
    rows = group.rows[np.lexsort((x.ts[group.rows], customer[x.a[group.rows]]))]
    who = np.unique(customer[x.a[rows]], return_inverse=True)[1].reshape(-1)
    known = (np.bincount(who, minlength=1) >= ENOUGH)[who]
    who, ts = np.unique(who[known], return_inverse=True)[1].reshape(-1), x.ts[rows[known]]
    gaps = np.diff(ts)[np.diff(who) == 0]
    return who, ts, max(SHORT, int(DENSE * np.median(gaps))) if len(gaps) else SHIFT


def _seldom(who: Ints, at: Ints, reach: int) -> Floats | None:
    """Return how seldom each of some customers meets all the others, by which customers are at work in which slots; None for too little time."""
    everybody = np.bincount(at)
    if len(everybody) < LEAST:
        return None
    looked_at = some(np.unique(who), LOOKED_AT)
    rows = np.isin(who, looked_at)
    table = np.zeros((len(looked_at), len(everybody)), np.bool_)
    table[np.searchsorted(looked_at, who[rows]), at[rows]] = True
    return as_seldom(table, everybody, min(reach, len(everybody) // 2 - 1))


def together(seldom: Floats) -> float:
    """
    Return how unlikely so small shares are for independent customers, in bits, less one: Fisher's combination (1925) without the smallest.

    Two who avoid each other are found twice, and count once.

    >>> round(together(np.array([0.01, 0.01, 0.01])), 1), round(together(np.array([0.01, 0.5, 0.9])), 1)
    (8.9, 0.0)
    """
    rest = np.sort(seldom)[1:]
    return max(0.0, -float(gamma.logsf(-np.log(rest).sum(), len(rest))) / float(np.log(2)) - 1.0)


def rotation(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many customers are at work just when the fewest of the others are.

    A customer's times are shifted by up to three hours against those of the others. Independent customers meet the others as little as they do at
    any other shift; who takes turns meets them the least, and half of them must. What it took to find the group is taken off. Blind to accounts that send less than every four minutes while they are at
    work. Misleads where a company takes its keys in turn, and for the shifts of paid staff.

    Source: the report on a campaign of September 2026 says that accounts were rotated; shifts by less than a day are the jitter method of
    Amarasingham et al. (2012, Journal of Neurophysiology 107), the weight is our own.
    """
    who, ts, slot = _busy(group, scene)
    customers, reach = int(who.max(initial=-1)) + 1, SHIFT // slot
    if customers < max(SUSPECTED.customers, group.size / 2) or 2 * reach < 2 / RARE:
        return None
    seldom = _seldom(*at_work(who, ts, slot), reach)
    if seldom is None:
        return None
    hits = int((seldom <= RARE).sum())
    return Evidence(
        max(0.0, together(seldom) - group.price) if hits >= len(seldom) / 2 else 0.0,
        f"{hits} of {len(seldom)} customers are at work just when the fewest of the others are; of independent ones, one in ten would be.",
    )
