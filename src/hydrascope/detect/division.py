"""
One campaign or two: a group is divided where two kinds of accounts describe it in fewer bits than one.

Campaigns that bought the same recipe, or that send alike through alike
clients, come out of a seed as one group. Within a campaign, what an account
asks tells nothing of when it began, where it registered or what it runs. Two
campaigns differ in all of it at once. So the accounts are described by a
mixture of two classes in which all that is known of an account is independent
(latent class analysis, Lazarsfeld & Henry 1968), learned by
expectation-maximisation, and the classes must pay for their parameters and for
naming who is in which (minimum description length, Rissanen 1978).
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array, hstack

from hydrascope.detect.profile import Floats, modal
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints

FEWEST = 3  # customers of a part
SPEAKS = 8.0  # exchanges of one account that its text may count for
BINS = 4  # parts into which times and rates are cut, with as many accounts each
ROUNDS = 30
STARTS = 12  # commonest values of each trait from which a division is tried
PRIOR = 0.5  # accounts that each value counts for in each class, beside those that have it
LEAST = 20.0  # bits that a division must save after all, and before the naming by its text: who works in turns has one text
TRAITS = 12.0  # and by its traits: who works on several tasks has one set of them. Two small campaigns have few accounts to tell them by
EACH = 3.0  # bits that the text must give for each account of the smaller part
_BARE = 2**40  # from here on values of the text are shapes
_STILL = 1e-3  # change of belief below which another round changes nothing


class Description(NamedTuple):
    """What is known of some accounts, one column for each value of a trait: how often each has it, and which trait it is of; trait 0 is the text."""

    values: csr_array  # (accounts, values)
    trait: Ints  # of each value
    by_value: csc_array  # the same turned, which is asked for in every round


class Division(NamedTuple):
    """Which accounts are of the second class, the bits that two classes save by the text and by the traits, and what it costs to name who is in which."""

    second: npt.NDArray[np.bool_]
    text: float
    traits: float
    naming: float

    @property
    def saves(self) -> float:
        """Return the bits that two classes save after all."""
        return self.text + self.traits - self.naming

    @property
    def stands(self) -> bool:
        """Whether two classes are worth what they cost, and text and traits both say so."""
        smaller = min(int(self.second.sum()), int((~self.second).sum()))
        return min(self.text, self.saves) >= LEAST and self.traits >= TRAITS and self.text >= EACH * smaller


def _cut(values: Floats) -> Ints:
    """
    Return which of four equal parts of the accounts each lies in, -1 where its value is unknown.

    >>> _cut(np.array([1.0, 2.0, 3.0, 4.0, np.nan])).tolist()
    [0, 1, 2, 3, -1]
    """
    known = ~np.isnan(values)
    if not known.any():
        return np.full(len(values), -1)
    edges = np.unique(np.quantile(values[known], np.arange(1, BINS) / BINS))
    return np.where(known, np.searchsorted(edges, np.nan_to_num(values), side="right"), -1).astype(np.int64)


def _shared(code: Ints) -> csr_array:
    """Return which accounts have which value, as a table; values that one account alone has tell nothing."""
    values, at, n = np.unique(code, return_inverse=True, return_counts=True)
    keep = (n > 1) & (values >= 0)
    rows = np.flatnonzero(keep[at])
    return csr_array((np.ones(len(rows)), (rows, (np.cumsum(keep) - 1)[at[rows]])), shape=(len(code), int(keep.sum())))


def _text(group: Group, scene: Scene, shape: Ints) -> csr_array:
    """Return how much of each member's common work fills which template, or has which shape where it fills none."""
    x = scene.traffic.exchanges
    rows = group.rows[np.isin(x.a[group.rows], group.members)]
    rows = rows[(x.template[rows] >= 0) | (shape[rows] >= 0)]
    at = np.searchsorted(group.members, x.a[rows])
    known, column = np.unique(np.where(x.template[rows] >= 0, x.template[rows], _BARE + shape[rows]), return_inverse=True)
    table = csr_array((np.ones(len(rows)), (at, column)), shape=(group.size, len(known)))
    table.sum_duplicates()
    sent = np.asarray(table.sum(axis=1)).reshape(-1)
    users = np.bincount(table.indices, minlength=len(known))
    table.data *= np.repeat(np.minimum(1.0, SPEAKS / np.maximum(sent, 1.0)), np.diff(table.indptr))
    return csr_array(table[:, users > 1])


def describe(group: Group, scene: Scene, shape: Ints) -> Description:
    """
    Return what is known of a group's members, one account a customer: their text, times, rates, registration, client, network and models.

    `shape` is of every exchange, and stands in for the text of bare requests.
    """
    m, t, p, x = group.members, scene.traits, group.mine, scene.traffic.exchanges
    model = modal(x.a[group.rows], x.model[group.rows], scene.n_accounts)
    codes = [code[m] for code in (t.email, t.stack, t.asn, t.payment, t.user_ref, model)]
    idle = p.exchanges == 0
    cut = [_cut(np.where(idle, np.nan, v)) for v in (p.first, p.last, p.daily)] + [_cut(t.birth[m])]
    tables = [_text(group, scene, shape), *map(_shared, codes + cut)]
    tables = [tables[0]] + [one for one in tables[1:] if one.shape[1] > 1]
    values = csr_array(hstack(tables, format="csr"))
    return Description(values, np.repeat(np.arange(len(tables)), [one.shape[1] for one in tables]), values.T)


def _prior(d: Description) -> Floats:
    """Return what each value counts for in a class before any account: as usual as it is in the whole group."""
    size, whole = np.bincount(d.trait)[d.trait], np.asarray(d.values.sum(axis=0)).reshape(-1)
    return np.asarray(PRIOR * size * whole / np.bincount(d.trait, whole)[d.trait])


def _log_shares(d: Description, prior: Floats, weight: Floats) -> Floats:
    """Return how usual each value of each trait is among accounts that count by some weight, in bits."""
    counts = d.by_value @ weight + prior
    return np.asarray(np.log2(counts / np.bincount(d.trait, counts)[d.trait]))


def _believed(d: Description, prior: Floats, second: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which accounts are of the second class once both classes are at rest, begun from a guess."""
    belief = np.where(second, 0.8, 0.2)
    for _ in range(ROUNDS):
        share = float(np.clip(belief.mean(), 1e-6, 1 - 1e-6))
        odds = d.values @ (_log_shares(d, prior, belief) - _log_shares(d, prior, 1 - belief)) + np.log2(share / (1 - share))
        before, belief = belief, 1.0 / (1.0 + np.exp2(-np.clip(odds, -50, 50)))
        if np.abs(belief - before).max() < _STILL:
            break
    return belief > 0.5


def saved(d: Description, second: npt.NDArray[np.bool_]) -> Division:
    """
    Return the bits that two given classes save, by the text and by the traits that tell them apart.

    A trait that the classes do not tell apart is described for both alike.
    """
    n, k, prior = len(second), int(second.sum()), _prior(d)
    whole = _log_shares(d, prior, np.ones(n))
    less = np.zeros(len(whole))
    for part in (~second, second):
        less += (d.by_value @ part.astype(float)) * (_log_shares(d, prior, part.astype(float)) - whole)
    each = np.bincount(d.trait, less - 0.5 * np.log2(n), minlength=1)
    naming = -sum(part * np.log2(part / n) for part in (k, n - k) if part)
    return Division(second, round(float(each[0]), 2), round(float(np.maximum(each[1:], 0.0).sum()), 2), round(float(naming), 2))


def _guesses(d: Description) -> list[npt.NDArray[np.bool_]]:
    """Return the divisions to begin from: those who have one of the commonest values of a trait more than others do."""
    total = np.asarray(d.values.sum(axis=0)).reshape(-1)
    order = np.lexsort((np.arange(len(total)), -np.round(total, 6), d.trait))
    rank = np.arange(len(order)) - np.searchsorted(d.trait[order], d.trait[order])
    columns = d.values[:, order[rank < STARTS]].toarray()
    return [column > column.mean() for column in columns.T]


def _distinct(divisions: Iterable[npt.NDArray[np.bool_]]) -> list[npt.NDArray[np.bool_]]:
    """Return the different divisions whose parts are large enough, in an order of their own; which part is the second does not matter."""
    found = {}
    for second in divisions:
        if FEWEST <= second.sum() <= len(second) - FEWEST:
            named = ~second if second[0] else second
            found[named.tobytes()] = named
    return [found[key] for key in sorted(found)]


def divided(d: Description) -> Division | None:
    """Return the division that saves most, whether or not it is worth it; None where no part would be large enough."""
    prior = _prior(d)
    learned = _distinct(_believed(d, prior, guess) for guess in _distinct(_guesses(d)))
    return max((saved(d, second) for second in learned), key=lambda one: one.saves, default=None)
