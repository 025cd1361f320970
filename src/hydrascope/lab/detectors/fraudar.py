"""
FRAUDAR (Hooi et al., KDD 2016): dense blocks of accounts and what they have, with popular things discounted.

The graph ties accounts to tokens. A block's density is the sum of its edges over the number of its accounts and tokens; an edge to a token of
degree d weighs 1 / log(d + 5), so cover traffic on popular tokens neither helps nor hurts. Taking away the weakest node again and again
leaves a block of at least half the best density. Blocks are found one after the other, each without the accounts of those before it.
There is always a densest block, also among the honest: the method ranks and does not test, so a comparison with chance was added.
"""

from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np

from hydrascope.detect.components import codes
from hydrascope.lab.detectors.actions import Floats, Ints, hashed, named, registered, smallest, sorted_rows
from hydrascope.lab.detectors.model import Findings, Observed

BLOCKS = 5
_SEED = 0
SMALLEST = 5  # accounts of a block
REPEATS = 2  # exchanges that tie an account to a token of its traffic
_HASHED = ("system_hash", "tools_hash", "config_hash", "structure_hash", "headers_key", "opening_hash")
_NAMED = ("subnet", "asn", "client", "ja4")
_REGISTERED = ("payment_fingerprint", "email_domain", "user_ref")


class Edges(NamedTuple):
    """Who has what, each pair once: positions of accounts and codes of tokens."""

    account: Ints
    token: Ints


class Block(NamedTuple):
    """A dense block: its accounts, its density, and how far each account was from being taken away (1: the last)."""

    accounts: Ints
    density: float
    depth: Floats


def edges(observed: Observed) -> tuple[list[str], Edges]:
    """Return the accounts, and what each of them has: networks, clients, request settings, templates, and what the register knows."""
    rows = sorted_rows(observed)
    accounts = sorted(rows["account_id"].unique().to_pylist())
    account = np.searchsorted(np.array(accounts, dtype=object), rows["account_id"].to_numpy()) if accounts else np.zeros(0, np.int64)
    seen = [hashed(rows[name].to_numpy()) for name in _HASHED] + [named(rows[name]) for name in _NAMED]
    seen.append(hashed(smallest(rows["sketch"])))
    parts = [_often(account.astype(np.int64), code) for code in seen]
    known = [registered(observed.accounts, name, accounts) for name in _REGISTERED]
    parts += [Edges(np.flatnonzero(code >= 0), code[code >= 0]) for code in known]
    found = [np.stack([part.account, part.token, np.full(len(part.token), kind)]) for kind, part in enumerate(parts)]
    pairs = np.concatenate(found, axis=1)
    token = codes(pairs[2] * (pairs[1].max(initial=0) + 1) + pairs[1]) if pairs.shape[1] else pairs[1]
    return accounts, Edges(pairs[0], token)


def _often(account: Ints, code: Ints) -> Edges:
    """Return the pairs of account and token that stand in enough exchanges."""
    known = code >= 0
    pairs, n = np.unique(np.stack([account[known], code[known]]), axis=1, return_counts=True)
    return Edges(pairs[0, n >= REPEATS], pairs[1, n >= REPEATS])


def densest(graph: Edges, accounts: int) -> Block:
    """Return the densest block that greedy peeling finds; ties go to the node with the smaller number."""
    tokens = int(graph.token.max(initial=-1)) + 1
    count = accounts + tokens
    weight = 1 / np.log(np.bincount(graph.token, minlength=tokens)[graph.token] + 5)
    ends = np.concatenate([graph.account, graph.token + accounts])
    others, weights = np.concatenate([graph.token + accounts, graph.account]), np.concatenate([weight, weight])
    order = np.argsort(ends, kind="stable")
    starts = np.searchsorted(ends[order], np.arange(count + 1)).tolist()
    others, weights = others[order], weights[order]
    gone = _peel(starts, others.tolist(), weights.tolist(), np.bincount(ends, np.concatenate([weight, weight]), minlength=count).tolist())
    return _best(gone, float(weight.sum()), accounts)


class Peeled(NamedTuple):
    """The nodes in the order they were taken away, and the weight that each took along."""

    nodes: Ints
    lost: Floats


def _peel(starts: list[int], others: list[int], weights: list[float], left: list[float]) -> Peeled:
    """Take away the node that loses least, until none is left; nodes without edges are not there."""
    heap = [(round(value, 9), node) for node, value in enumerate(left) if starts[node] < starts[node + 1]]
    heapify(heap)
    taken = [False] * len(left)
    nodes, lost = [], []
    while heap:
        value, node = heappop(heap)
        if taken[node] or value != round(left[node], 9):
            continue
        taken[node] = True
        nodes.append(node)
        lost.append(left[node])
        for at in range(starts[node], starts[node + 1]):
            other = others[at]
            if not taken[other]:
                left[other] -= weights[at]
                heappush(heap, (round(left[other], 9), other))
    return Peeled(np.array(nodes, np.int64), np.array(lost))


def _best(gone: Peeled, total: float, accounts: int) -> Block:
    """Return what was left when the density was greatest."""
    size = len(gone.nodes)
    if not size:
        return Block(np.zeros(0, np.int64), 0.0, np.zeros(0))
    density = (total - np.concatenate([[0.0], np.cumsum(gone.lost)[:-1]])) / np.arange(size, 0, -1)
    begin = int(np.argmax(np.round(density, 9)))
    kept = gone.nodes[begin:]
    at = np.flatnonzero(kept < accounts)
    return Block(kept[at], float(density[begin]), (at + 1) / max(len(kept), 1))


def by_chance(graph: Edges, accounts: int) -> float:
    """Return the density of the densest block when every account keeps its number of tokens, every token its number of accounts, and who has what is shuffled."""
    token = np.random.default_rng(_SEED).permutation(graph.token)
    pairs = np.unique(np.stack([graph.account, token]), axis=1)
    return densest(Edges(pairs[0], pairs[1]), accounts).density


def fraudar(observed: Observed, *, blocks: int = BLOCKS) -> Findings:
    """
    Return the accounts of the first dense blocks, each block one operator; earlier blocks score higher, and cores above rims.

    A score is the density of the block that an account was first found in, and a share of its depth in it. Accused are blocks that are
    denser than chance.
    """
    accounts, graph = edges(observed)
    chance = by_chance(graph, len(accounts))
    scores: dict[str, float] = {}
    groups: dict[str, str] = {}
    for number in range(blocks):
        block = densest(graph, len(accounts))
        for a, depth in zip(block.accounts.tolist(), block.depth.tolist(), strict=True):
            scores[accounts[a]] = block.density + 1e-3 * depth
            if len(block.accounts) >= SMALLEST and block.density > chance:
                groups[accounts[a]] = f"fraudar-{number}"
        inside = np.isin(graph.account, block.accounts)
        graph = Edges(graph.account[~inside], graph.token[~inside])
    return Findings(scores, frozenset(groups), groups)
