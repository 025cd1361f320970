"""The signals of the weighted sum, each 0 to 1 for every account, with the points that Glasswally's workers give."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
LEAST = 5  # requests that a statement about an account's habits needs
# Phrases of the kind that published lists hold: the words of disclosed campaigns, and what the peers add to them.
PHRASES = (
    r"step[ -]by[ -]step",
    r"chain[ -]of[ -]thought",
    r"(show|explain|write out|output|print|reveal|include) (me )?(all |every )?(of )?your (full |complete |internal |hidden |private )?(reasoning|thinking|thoughts|thought process)",
    r"internal (reasoning|monologue)",
    r"<(thinking|think|reasoning|scratchpad)>",
    r"reasoning trace",
    r"think (out loud|aloud)",
    r"let'?s think",
    r"articulate (the|your)",
    r"verbatim",
)
_ANY = "|".join(f"(?:{one})" for one in PHRASES)


class Traffic(NamedTuple):
    """One row an exchange by time, unless said otherwise; codes are -1 for nothing."""

    account: Ints
    accounts: int
    seconds: Floats
    system: Ints
    model: Ints
    capability: Ints
    tokens: Floats
    subnet: Ints
    ja4: Ints
    card: Ints  # one an account
    cluster: Ints  # one an account: accounts that share any identifier
    offsets: Ints  # account a has the rows offsets[a] to offsets[a + 1] of `prompts`
    prompts: pa.LargeStringArray  # by account and time


def _count(t: Traffic) -> Ints:
    return np.bincount(t.account, minlength=t.accounts)


def _variation(group: Ints, values: Floats, count: int) -> Floats:
    """Return the coefficient of variation of values by group, infinity for groups of fewer than four."""
    n = np.bincount(group, minlength=count)
    mean = np.bincount(group, values, minlength=count) / np.maximum(n, 1)
    square = np.bincount(group, values**2, minlength=count) / np.maximum(n, 1)
    spread = np.sqrt(np.maximum(square - mean**2, 0)) / np.maximum(mean, 1e-9)
    return np.where(n >= LEAST - 1, spread, np.inf)


def _gaps(t: Traffic) -> tuple[Ints, Floats]:
    """Return the account and the seconds of each gap between two requests of one account."""
    order = np.lexsort((t.seconds, t.account))
    account, seconds = t.account[order], t.seconds[order]
    same = account[1:] == account[:-1]
    return account[1:][same], np.diff(seconds)[same]


def _largest_share(account: Ints, code: Ints, count: int) -> Floats:
    """Return the share of each account's rows that hold its commonest code."""
    pairs, n = np.unique(np.stack([account, code]), axis=1, return_counts=True)
    best = np.zeros(count)
    np.maximum.at(best, pairs[0], np.where(pairs[1] >= 0, n, 0))
    return best / np.maximum(np.bincount(account, minlength=count), 1)


def _holders(account: Ints, code: Ints, count: int) -> Ints:
    """Return how many accounts have the most widely held of each account's codes."""
    known = code >= 0
    pairs = np.unique(np.stack([account[known], code[known]]), axis=1)
    held = np.bincount(pairs[1])
    out = np.zeros(count, np.int64)
    np.maximum.at(out, pairs[0], held[pairs[1]])
    return out


def velocity(t: Traffic) -> Floats:
    """Return points for a busy hour, even gaps and even answers."""
    hours, n = np.unique(np.stack([t.account, (t.seconds // 3600).astype(np.int64)]), axis=1, return_counts=True)
    peak = np.zeros(t.accounts)
    np.maximum.at(peak, hours[0], n)
    even = 1 - _variation(*_gaps(t), t.accounts) > 0.70
    same = _variation(t.account, t.tokens, t.accounts) < 0.15
    points = np.where(peak > 200, 0.45, np.where(peak > 60, 0.25, 0.0)) + 0.30 * even + 0.15 * same
    return np.where(_count(t) >= LEAST, points, 0.0)


def cot(t: Traffic) -> Floats:
    """Return points for phrases that ask for reasoning, and for keeping to one capability."""
    hit = pc.match_substring_regex(t.prompts, _ANY, ignore_case=True).to_numpy(zero_copy_only=False)
    owner = np.repeat(np.arange(t.accounts), np.diff(t.offsets))
    share = np.bincount(owner, hit, minlength=t.accounts) / np.maximum(np.diff(t.offsets), 1)
    focus = (share > 0) & (_largest_share(t.account, t.capability, t.accounts) >= 0.7)
    return 0.40 * (share > 0) + 0.35 * (share >= 0.2) + 0.25 * focus


def hydra(t: Traffic) -> Floats:
    """Return points for the size of the cluster, the cards and networks in it, and for what two of its accounts share."""
    size = np.bincount(t.cluster, minlength=t.accounts)
    cards = np.unique(np.stack([t.cluster[t.card >= 0], t.card[t.card >= 0]]), axis=1)[0]
    known = t.subnet >= 0
    nets = np.unique(np.stack([t.cluster[t.account[known]], t.subnet[known]]), axis=1)[0]
    points = (
        np.minimum(size / 25, 1) * 0.40 + 0.07 * np.bincount(cards, minlength=t.accounts) + 0.03 * np.bincount(nets, minlength=t.accounts)
    )
    every = np.arange(t.accounts)
    shared = 0.25 * (_holders(every, t.card, t.accounts) > 1) + 0.15 * (_holders(t.account, t.subnet, t.accounts) > 1)
    return np.where(size[t.cluster] > 1, points[t.cluster] + shared, 0.0)


def timing_cluster(t: Traffic) -> Floats:
    """Return 1 for accounts that ever sent in one second with four others."""
    second = t.seconds.astype(np.int64)
    pairs = np.unique(np.stack([second, t.account]), axis=1)
    _, at, n = np.unique(pairs[0], return_inverse=True, return_counts=True)
    return (np.bincount(pairs[1], n[at] >= 5, minlength=t.accounts) > 0).astype(float)


def role_preamble(t: Traffic) -> Floats:
    """Return points for one system prompt throughout, and for one that many accounts have."""
    own = _largest_share(t.account, t.system, t.accounts) >= 0.8
    holders = _holders(t.account, t.system, t.accounts)
    return np.asarray(0.35 * own + np.where(holders >= 10, 0.50, np.where(holders >= 5, 0.35, 0.0)), np.float64)


def pivot(t: Traffic) -> Floats:
    """Return points for a turn to another model, and for five accounts of a cluster that turn to one within six hours."""
    order = np.lexsort((t.seconds, t.model, t.account))
    account, model, seconds = t.account[order], t.model[order], t.seconds[order]
    first = np.concatenate([[True], (account[1:] != account[:-1]) | (model[1:] != model[:-1])]) if len(account) else np.zeros(0, bool)
    account, model, seconds = account[first], model[first], seconds[first]
    begins = np.full(t.accounts, np.inf)
    np.minimum.at(begins, account, seconds)
    turned = seconds > begins[account]
    account, model, seconds = account[turned], model[turned], seconds[turned]
    out = np.zeros(t.accounts)
    out[account] = 0.20
    bucket = np.stack([t.cluster[account], model, (seconds // 21600).astype(np.int64)])
    _, at, n = np.unique(bucket, axis=1, return_inverse=True, return_counts=True)
    out[account[n[at.reshape(-1)] >= 5]] = 1.0
    return out


def biometric(t: Traffic) -> Floats:
    """Return 1 for accounts with the same first thirty characters in at least 60 % of their prompts."""
    owner = np.repeat(np.arange(t.accounts), np.diff(t.offsets))
    prefix = pc.utf8_slice_codeunits(t.prompts, 0, 30).dictionary_encode().indices.to_numpy().astype(np.int64)
    share = _largest_share(owner, prefix, t.accounts)
    return np.where(np.diff(t.offsets) >= LEAST, share >= 0.6, 0.0)


def session_gap(t: Traffic) -> Floats:
    """Return 1 for accounts whose pauses of half an hour and more are all equally long."""
    account, gap = _gaps(t)
    long = gap >= 1800
    return (_variation(account[long], gap[long], t.accounts) < 0.08).astype(float)


def fingerprint(t: Traffic) -> Floats:
    """Return points for several TLS fingerprints in one account, and for one that ten accounts have."""
    pairs = np.unique(np.stack([t.account[t.ja4 >= 0], t.ja4[t.ja4 >= 0]]), axis=1)
    own = np.bincount(pairs[0], minlength=t.accounts)
    return 0.20 * (own >= 3) + 0.15 * (_holders(t.account, t.ja4, t.accounts) >= 10)


SIGNALS: Mapping[str, Callable[[Traffic], Floats]] = {
    "fingerprint": fingerprint,
    "velocity": velocity,
    "cot": cot,
    "hydra": hydra,
    "timing_cluster": timing_cluster,
    "role_preamble": role_preamble,
    "pivot": pivot,
    "biometric": biometric,
    "session_gap": session_gap,
}
