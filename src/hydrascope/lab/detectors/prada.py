"""
PRADA (Juuti et al., EuroS&P 2019, arXiv 1805.02628): are the distances between an account's queries normally distributed?

Honest queries are said to lie at normally distributed distances from the nearest earlier one, those of an extraction attack not. Made for
image classifiers; here a query is the embedding of a prompt, and all queries are of one class. Blind to attacks spread over accounts.
"""

import numba
import numpy as np
from scipy.stats import shapiro

from hydrascope.lab.detectors.embedding import Embed, Points, fit, lexical
from hydrascope.lab.detectors.kernels import Floats
from hydrascope.lab.detectors.model import Findings, Observed
from hydrascope.lab.detectors.texts import Texts, texts

DELTA = 0.95  # of 0.90 to 0.96 in the paper
LEAST = 100  # distances that the test needs, as published
SCORED = 12  # distances from which an account has a score, though it cannot be accused
MOST = 2000  # queries read of an account: the first


@numba.njit(cache=True, nogil=True, fastmath=True)
def _distances(points: Points) -> Floats:
    """Return the distance of each query but the first to the nearest one of the growing set of representatives."""
    count, size = points.shape
    kept = np.empty(count, np.int64)
    kept[0], n = 0, 1
    out = np.empty(max(count - 1, 0))
    threshold, total, squares = 0.0, 0.0, 0.0
    for i in range(1, count):
        nearest = np.inf
        for k in range(n):
            apart = np.float32(0.0)
            for d in range(size):
                step = points[i, d] - points[kept[k], d]
                apart += step * step
            nearest = np.minimum(nearest, apart)
        out[i - 1] = np.sqrt(nearest)
        if out[i - 1] > threshold or n == 1:
            kept[n] = i
            n += 1
            total += out[i - 1]
            squares += out[i - 1] ** 2
            mean = total / (n - 1)
            threshold = max(threshold, mean - np.sqrt(max(squares / (n - 1) - mean**2, 0.0)))
    return out


def normality(points: Points) -> tuple[float, int]:
    """
    Return Shapiro and Wilk's W of the distances within three standard deviations, and how many distances there are.

    W is 1 for distances that are all the same, as of a single prompt that is repeated: there is nothing to test.
    """
    apart = _distances(points) if len(points) > 1 else np.zeros(0)
    near = apart[np.abs(apart - apart.mean()) <= 3 * apart.std()] if len(apart) else apart
    if len(near) < 3 or np.ptp(near) < 1e-6:
        return 1.0, len(apart)
    return float(shapiro(near).statistic), len(apart)


def prada(observed: Observed, *, embed: Embed | None = None, delta: float = DELTA) -> Findings:
    """
    Return the test of each account: accused with more than 100 distances and W below `delta`; a score is 1 - W.

    Accounts with fewer than 12 distances are not scored. Without `embed`, words and word pairs are weighed by the observed traffic.
    """
    told = texts(observed)
    using = embed or lexical(fit(told.prompts))
    scores, accused = {}, set()
    for a, account in enumerate(told.accounts):
        w, distances = normality(_points(told, a, using))
        if distances >= SCORED:
            scores[account] = 1 - w
        if distances > LEAST and w < delta:
            accused.add(account)
    return Findings(scores, frozenset(accused), {})


def _points(told: Texts, a: int, embed: Embed) -> Points:
    first, last = int(told.offsets[a]), int(told.offsets[a + 1])
    return embed(told.prompts.slice(first, min(last - first, MOST)))
