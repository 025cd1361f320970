"""
Weighted sums of rules, as open detectors of distillation use them: rates, regularity, repeated templates, phrases, shared identifiers.

Two of them, and an account is as suspicious as the worse of the two says. `fused` follows Glasswally (github.com/m0rs3c0d3/Glasswally, MIT):
a weight for each worker, absent signals count nothing, alert at 0.35. `counted` follows honeypotllm 0.1.3 (PyPI, Apache-2.0): each
request adds points, an idle hour takes some away, alert at 0.75. Rules were written anew from their published weights; what a log does not
hold (TLS details beyond JA4, names of networks) is left out, and so is every rule about a country.
"""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.detect.components import components
from hydrascope.fingerprint.strings import Strings, strings
from hydrascope.fingerprint.tokens import tokenise
from hydrascope.lab.detectors.actions import Floats, Ints, hashed, named, registered, sorted_rows
from hydrascope.lab.detectors.model import Findings, Observed
from hydrascope.lab.detectors.rule_signals import SIGNALS, Traffic
from hydrascope.lab.detectors.texts import Texts, texts

FUSED_ALERT, COUNTED_ALERT = 0.35, 0.75
# Glasswally's weights of the workers that a log feeds; the other seven count nothing, as absent signals do there.
WEIGHTS = {
    "fingerprint": 0.14,
    "velocity": 0.10,
    "cot": 0.09,
    "hydra": 0.08,
    "timing_cluster": 0.07,
    "role_preamble": 0.06,
    "pivot": 0.05,
    "biometric": 0.05,
    "session_gap": 0.04,
}
CLUSTER, CLUSTER_BONUS = 5, 0.08
PREFIX = 120  # bytes of a prompt that honeypotllm compares with the one before
Hashes = npt.NDArray[np.uint64]


class Points(NamedTuple):
    """What honeypotllm adds to a key's score, and when."""

    rate: float = 0.35  # more than 30 a minute, 500 an hour or 5,000 a day
    alike: float = 0.30  # word pairs of the prompt and the one before: Jaccard of 0.40 and more
    gap: float = 0.20  # less than half a second after the one before
    volume: float = 0.15  # more than 10,000 a day
    idle: float = 0.05  # taken away for each idle hour


def traffic(observed: Observed, told: Texts) -> Traffic:
    """Return the columns that rules look at, by time, with accounts and linked clusters of accounts by number."""
    rows = sorted_rows(observed)
    account = pc.index_in(rows["account_id"], value_set=pa.array(told.accounts, pa.string())).to_numpy().astype(np.int64)
    card = registered(observed.accounts, "payment_fingerprint", told.accounts)
    org = registered(observed.accounts, "org_id", told.accounts)
    subnet, ja4 = named(rows["subnet"]), named(rows["ja4"])
    every = np.arange(len(told.accounts))
    cluster = _linked([(every, card), (every, org), (account, subnet), (account, ja4)], len(every))
    return Traffic(
        account=account,
        accounts=len(every),
        seconds=rows["ts"].cast(pa.int64()).to_numpy() / 1e6,
        system=hashed(rows["system_hash"].to_numpy()),
        model=named(rows["model"]),
        capability=rows["capability"].to_numpy().astype(np.int64),
        tokens=rows["output_tokens"].to_numpy().astype(np.float64),
        subnet=subnet,
        ja4=ja4,
        card=card,
        cluster=cluster,
        offsets=told.offsets,
        prompts=told.prompts,
    )


def _linked(keys: list[tuple[Ints, Ints]], count: int) -> Ints:
    """Return the cluster of each account: any one shared key unites, as Glasswally has it."""
    nodes, codes, offset = [], [], 0
    for account, code in keys:
        nodes.append(account[code >= 0])
        codes.append(code[code >= 0] + offset)
        offset += int(code.max(initial=-1)) + 1
    return components(np.concatenate(nodes), np.concatenate(codes), count)


def fused(seen: Traffic) -> Floats:
    """Return each account's weighted sum of signals, 0 to 1."""
    total = np.zeros(seen.accounts)
    for name, weight in WEIGHTS.items():
        total += weight * np.minimum(SIGNALS[name](seen), 1.0)
    return total + CLUSTER_BONUS * (np.bincount(seen.cluster, minlength=seen.accounts)[seen.cluster] >= CLUSTER)


@numba.njit(cache=True, nogil=True)
def _pairs(text: Strings, row: int, tokens: Hashes, out: Hashes) -> int:
    """Write the hashes of a prompt's word pairs and return how many."""
    start = text.offsets[row]
    n = tokenise(text.data, start, min(text.offsets[row + 1], start + PREFIX), tokens)
    for i in range(n - 1):
        out[i] = tokens[i] * np.uint64(0x9E3779B97F4A7C15) ^ tokens[i + 1]
    return max(n - 1, 0)


@numba.njit(cache=True, nogil=True)
def _likeness(a: Hashes, n: int, b: Hashes, m: int) -> float:
    both = 0
    for i in range(n):
        for j in range(m):
            if a[i] == b[j]:
                both += 1
                break
    return both / max(n + m - both, 1)


@numba.njit(cache=True, nogil=True)
def _alike(text: Strings, offsets: Ints) -> Floats:
    """Return each prompt's likeness to the account's prompt before it."""
    out = np.zeros(text.offsets.size - 1)
    tokens, last, now = np.empty(PREFIX, np.uint64), np.empty(PREFIX, np.uint64), np.empty(PREFIX, np.uint64)
    for a in range(offsets.size - 1):
        before = 0
        for row in range(offsets[a], offsets[a + 1]):
            n = _pairs(text, row, tokens, now)
            if row > offsets[a]:
                out[row] = _likeness(now, n, last, before)
            last[:n] = now[:n]
            before = n
    return out


@numba.njit(cache=True, nogil=True)
def _within(seconds: Floats, row: int, first: int, span: float) -> int:
    """Return how many of the account's requests lie at most `span` seconds before this one."""
    return row + 1 - max(first, first + np.searchsorted(seconds[first : row + 1], seconds[row] - span))


@numba.njit(cache=True, nogil=True)
def _counted(seconds: Floats, offsets: Ints, alike: Floats, points: Points) -> Floats:
    out = np.zeros(offsets.size - 1)
    for a in range(out.size):
        score, first = 0.0, offsets[a]
        for row in range(first, offsets[a + 1]):
            gap = seconds[row] - seconds[row - 1] if row > first else np.inf
            score = max(score - points.idle * np.floor(gap / 3600), 0.0) if row > first else 0.0
            day = _within(seconds, row, first, 86400.0)
            if day > 5000 or _within(seconds, row, first, 3600.0) > 500 or _within(seconds, row, first, 60.0) > 30:
                score += points.rate
            score += points.alike * (alike[row] >= 0.4) + points.gap * (gap < 0.5) + points.volume * (day > 10000)
            score = min(score, 1.0)
            out[a] = max(out[a], score)
    return out


def counted(told: Texts) -> Floats:
    """Return the highest score that each account's counter reached, 0 to 1."""
    return np.asarray(_counted(told.seconds, told.offsets, _alike(strings(told.prompts), told.offsets), Points()))


def rules(observed: Observed) -> Findings:
    """
    Return the worse of the two sums for each account, over its alert threshold; 1 and more is accused.

    Groups are accounts that share any one identifier, as Glasswally links them: one common client stack joins strangers.
    """
    told = texts(observed)
    if not told.accounts:
        return Findings({}, frozenset(), {})
    seen = traffic(observed, told)
    score = np.maximum(fused(seen) / FUSED_ALERT, counted(told) / COUNTED_ALERT)
    scores = {account: float(value) for account, value in zip(told.accounts, score, strict=True) if value > 0}
    accused = frozenset(account for account, value in scores.items() if value >= 1)
    groups = {account: f"rules-{seen.cluster[a]}" for a, account in enumerate(told.accounts) if account in accused}
    return Findings(scores, accused, groups)
