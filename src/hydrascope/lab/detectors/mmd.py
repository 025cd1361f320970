"""
The MMD window test of arXiv 2606.05725 (Liu, Guo, Dong 2026), as published and with an account-level null.

A window of queries is held against benign queries by the maximum mean discrepancy of their embeddings. As published, the null is
windows drawn from all users together, so an account that keeps to its own subject is an alarm. With the account-level null, the window is
held against windows of honest *accounts*. Blind to who acts with whom: every account stands alone.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from hydrascope.lab.detectors import calibration
from hydrascope.lab.detectors.embedding import Embed, Points, fit, lexical
from hydrascope.lab.detectors.kernels import Drawn, Floats, Reference, drawn, null, reference, statistic, whole
from hydrascope.lab.detectors.model import Findings, Observed
from hydrascope.lab.detectors.texts import Ints, Texts, texts

SIZES = (8, 16, 32, 64, 128, 256)  # queries in a window: the largest that an account fills
POOL = 3000  # benign queries of the reference
REFERENCE_DRAWS, NULL_DRAWS = 20, 1000
PERCENTILE = 95.0
ALPHA = 0.01  # share of honest accounts that the account-level threshold may accuse
TRAFFIC_WINDOW = 1500
_SEED = 0


class Benign(NamedTuple):
    """What is normal: the embedding, the reference queries, and the texts of honest accounts that the reference does not hold."""

    embed: Embed
    ref: Reference
    accounts: Texts


class Published(NamedTuple):
    """The test as published, ready to use: draws from the reference and the threshold, by window size."""

    normal: Benign
    against: dict[int, Drawn]
    limit: dict[int, float]


class AccountNull(NamedTuple):
    """The test with an account-level null, ready to use: the statistics of honest accounts, by window size."""

    normal: Benign
    against: dict[int, Drawn]
    honest: dict[int, Floats]


class Windows(NamedTuple):
    """Windows of the traffic of all accounts together, one after the other: seconds since 1970, MMD^2, and the threshold that it is held against."""

    start: Floats
    end: Floats
    statistic: Floats
    threshold: float


def benign(pool: Texts, accounts: Texts, *, embed: Embed | None = None, seed: int = _SEED) -> Benign:
    """Return what is normal, from the texts of honest traffic; `embed` is fitted to the pool where none is given."""
    using = embed or lexical(fit(pool.prompts))
    count = len(pool.prompts)
    at = np.sort(np.random.default_rng(seed).choice(count, min(POOL, count), replace=False))
    return Benign(using, reference(using(pool.prompts.take(at))), accounts)


def window(first: int, last: int, size: int) -> Ints:
    """
    Return `size` of the rows from `first` up to `last`, evenly spread over them.

    >>> window(10, 16, 3).tolist()
    [10, 12, 14]
    """
    return first + np.arange(size) * (last - first) // size


def statistics(told: Texts, embed: Embed, ref: Reference, against: Mapping[int, Drawn], *, every: bool = False) -> list[dict[int, float]]:
    """Return each account's MMD^2 by window size: for the largest size of `against` that it fills, or for `every` size that it fills."""
    found: list[dict[int, float]] = []
    for a in range(len(told.accounts)):
        first, last = int(told.offsets[a]), int(told.offsets[a + 1])
        sizes = [size for size in sorted(against) if size <= last - first]
        rows = {size: window(first, last, size) for size in (sizes if every else sizes[-1:])}
        found.append({size: statistic(embed(told.prompts.take(at)), ref, against[size]) for size, at in rows.items()})
    return found


def published(normal: Benign, *, sizes: tuple[int, ...] = SIZES, seed: int = _SEED) -> Published:
    """Return the test as published: 20 reference draws, a null of 1,000 pairs of draws, the 95th percentile, for each window size."""
    fitting = [size for size in sizes if 2 * size <= len(normal.ref.points)]
    limit = {size: float(np.percentile(null(normal.ref, size, draws=NULL_DRAWS, seed=seed), PERCENTILE)) for size in fitting}
    return Published(normal, {size: drawn(normal.ref, size, draws=REFERENCE_DRAWS, seed=seed) for size in fitting}, limit)


def account_null(normal: Benign) -> AccountNull:
    """Return the null of honest accounts, each against the whole reference, in every window size that it fills."""
    exact = dict.fromkeys(SIZES, whole(normal.ref))
    found = statistics(normal.accounts, normal.embed, normal.ref, exact, every=True)
    return AccountNull(normal, exact, {size: np.array([one[size] for one in found if size in one]) for size in SIZES})


@cache
def _benign() -> Benign:
    return benign(calibration.honest(calibration.POOL_SEED), calibration.honest(calibration.NULL_SEED))


@cache
def _published() -> Published:
    return published(_benign())


@cache
def _account_null() -> AccountNull:
    return account_null(_benign())


def mmd(observed: Observed, *, given: Published | None = None) -> Findings:
    """
    Return the test as published, on the window of each account.

    A score is MMD^2 over the threshold of its window size; above 1 is accused. Accounts with fewer than eight queries are not tested. The
    published window has 1,500 queries, which hardly any account sends; sizes from 8 to 256 are used, each with its own null.
    """
    if not len(observed.fingerprints):
        return Findings({}, frozenset(), {})
    told, test = texts(observed), given or _published()
    found = zip(told.accounts, statistics(told, test.normal.embed, test.normal.ref, test.against), strict=True)
    scores = {account: max(value / test.limit[size], 0.0) for account, one in found for size, value in one.items()}
    return Findings(scores, frozenset(account for account, score in scores.items() if score > 1), {})


def conformal(values: Floats, null_values: Floats) -> Floats:
    """
    Return the conformal p-value of each value: the share of the null, and the value itself, that is as large.

    >>> conformal(np.array([0.5, 9.0]), np.arange(9.0)).tolist()
    [0.9, 0.1]
    """
    above = len(null_values) - np.searchsorted(np.sort(null_values), values, side="left")
    return np.asarray((above + 1) / (len(null_values) + 1))


def mmd_account(observed: Observed, *, given: AccountNull | None = None, alpha: float = ALPHA) -> Findings:
    """
    Return the test with an account-level null: conformal p-values of an account's MMD^2 among those of honest accounts.

    The whole reference is used instead of draws from it. A window size that too few honest accounts fill for `alpha` is not used, so an
    account with more queries is tested on fewer of them. A score is `alpha` over the p-value; 1 and more is accused. Equal p-values are
    told apart by the statistic.
    """
    if not len(observed.fingerprints):
        return Findings({}, frozenset(), {})
    told, test = texts(observed), given or _account_null()
    usable = {size: test.against[size] for size in SIZES if (len(test.honest[size]) + 1) * alpha >= 1}
    scores, accused = {}, set()
    for account, found in zip(told.accounts, statistics(told, test.normal.embed, test.normal.ref, usable), strict=True):
        for size, value in found.items():
            p = float(conformal(np.array([value]), test.honest[size])[0])
            scores[account] = alpha / p * (1 + 1e-6 * value)
            if p <= alpha:
                accused.add(account)
    return Findings(scores, frozenset(accused), {})


def traffic_windows(observed: Observed, *, given: Benign | None = None, size: int = TRAFFIC_WINDOW, seed: int = _SEED) -> Windows:
    """
    Return the test as published on the traffic of all accounts together, in windows of `size` queries one after the other.

    It says when the traffic was unlike benign traffic, never whose. The rest that fills no window is left out. The reference must hold at
    least twice `size` queries.
    """
    told = texts(observed)
    test = published(given or _benign(), sizes=(size,), seed=seed)
    order = np.argsort(told.seconds, kind="stable")
    rows = order[: len(order) // size * size].reshape(-1, size)
    points: list[Points] = [test.normal.embed(told.prompts.take(np.sort(at))) for at in rows]
    found = np.array([statistic(one, test.normal.ref, test.against[size]) for one in points])
    return Windows(told.seconds[rows[:, 0]], told.seconds[rows[:, -1]], found, test.limit[size])
