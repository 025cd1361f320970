"""
From a few accounts that repeat a template to all that fill its wordings.

Where a template is paraphrased and hidden in cover traffic, few accounts repeat
any one wording. But each uses several, so the accounts that repeat one wording
lead to the other wordings, and these to the other accounts.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.sparse import csr_array

from hydrascope.detect.components import between, counted, distinct, pairs
from hydrascope.detect.profile import Floats
from hydrascope.detect.traffic import Ints

ROUNDS = 4
USUAL = 0.1  # share of the accounts that must fill a wording
FEWEST = 3  # accounts that must fill it
ENRICHED = 4.0  # how many times more usual it is among them than elsewhere
MOST = 8.0  # bits that one wording may give
ASKS = 0.25  # mean probability with which a wording's exchanges must ask for training data: only a harvest is worth the search
REWORDED = 0.25  # or share of the accounts that fill it who exchange the sentences of their prompt: a disguise is worth the search too
MOSTLY = 0.5  # share of an account's exchanges in such wordings that must be in those of the core
RECURS = 2  # exchanges of an account that must fill them
ENOUGH = 10.0  # bits that tie an account to a core: two wordings, or more
TURN, TURNS = 1.0, 3.0  # bits for each further wording that an account fills, and for all of them at most
SAME = 0.8  # Jaccard of grown sets that makes two wordings one family


class Fillers(NamedTuple):
    """Which accounts (rows) fill which templates with slots (columns), how many accounts fill each, and in which exchanges."""

    by_account: csr_array
    by_template: csr_array  # the same turned
    users: Ints
    exchanges: csr_array  # (templates, exchanges)
    sender: Ints  # of each of the exchanges
    followed: npt.NDArray[np.bool_]  # templates whose exchanges ask for training data, or whose accounts disguise them
    asked: Ints  # exchanges of each account that hold a template which asks

    def sent(self, templates: Ints) -> Ints:
        """Return how many exchanges of each account hold any of some templates."""
        return _sent(self.exchanges, self.sender, templates, self.by_account.shape[0])


class Wordings(NamedTuple):
    """Templates that mark some accounts, in order, and how many bits each gives for one of them."""

    templates: Ints
    bits: Floats

    def told(self, held: Fillers) -> Floats:
        """Return how many bits the templates that each account fills give."""
        at, template = between(held.by_template.indptr, self.templates)
        return np.asarray(np.bincount(held.by_template.indices[at], self.bits[template], minlength=held.by_account.shape[0]), np.float64)


def _sent(exchanges: csr_array, sender: Ints, templates: Ints, count: int) -> Ints:
    """Return how many exchanges of each of `count` accounts hold any of some templates."""
    return np.bincount(sender[distinct(exchanges.indices[between(exchanges.indptr, templates)[0]])], minlength=count)


def fillers(held: pa.Table, rewords: npt.NDArray[np.bool_]) -> Fillers:
    """
    Return who fills what, from the columns `xid`, `a`, `harvest` and `template` (its number from 0), one row for each template in an exchange.

    `rewords` says which of all accounts exchange the sentences of a prompt.
    """
    template, a = held["template"].to_numpy(), held["a"].to_numpy()
    _, first, at = np.unique(held["xid"].to_numpy(), return_index=True, return_inverse=True)
    size = int(template.max(initial=-1)) + 1
    user, used, _ = pairs(a, template)
    by_account = csr_array((np.ones(len(user)), (user, used)), shape=(len(rewords), size))
    exchanges = csr_array((np.ones(len(template), np.int8), (template, at)), shape=(size, len(first)))
    asking = np.bincount(template, held["harvest"].to_numpy(), minlength=size)
    users = np.bincount(used, minlength=size)
    asks = asking >= ASKS * np.bincount(template, minlength=size)
    disguised = np.bincount(used, rewords[user], minlength=size) >= np.maximum(REWORDED * users, FEWEST)
    sender = a[first]
    asked = _sent(exchanges, sender, np.flatnonzero(asks), len(rewords))
    return Fillers(by_account, by_account.T.tocsr(), users, exchanges, sender, asks | disguised, asked)


def wordings(core: Ints, held: Fillers) -> Wordings:
    """Return the templates that mark some accounts: those usual among them and unusual elsewhere."""
    filled, inside = counted(held.by_account.indices[between(held.by_account.indptr, core)[0]])
    usual = inside / len(core)
    outside = (held.users[filled] - inside + 1.0) / (held.by_account.shape[0] - len(core) + 1.0)
    marks = held.followed[filled] & (inside >= max(FEWEST, USUAL * len(core))) & (usual >= ENRICHED * outside)
    return Wordings(filled[marks].astype(np.int64), np.minimum(np.log2(usual[marks] / outside[marks]), MOST))


def grown(core: Ints, held: Fillers) -> tuple[Ints, Wordings]:
    """
    Return the accounts of a core and all that fill its wordings, and the wordings.

    Nothing is added to a core that has no wordings of its own.
    """
    accounts, marks = core, wordings(core, held)
    known = np.zeros(held.by_account.shape[0], bool)
    known[core] = True
    for _ in range(ROUNDS):
        if not len(marks.templates):
            break
        filled = held.sent(marks.templates)
        working = (filled >= RECURS) & (filled >= MOSTLY * held.asked)
        more = np.flatnonzero(known | ((marks.told(held) >= ENOUGH) & working))
        if len(more) == len(accounts):
            break
        known[more] = True
        accounts, marks = more, wordings(more, held)
    return accounts, marks


def turns(accounts: Ints, marks: Wordings, held: Fillers) -> Floats:
    """
    Return how many bits each account gives by taking turns between wordings of its own accord.

    Each exchange counts for the wording in it that says most. Whoever runs a
    tool fills the wording it came with; only a machine that hides takes turns.
    """
    order = marks.templates[np.lexsort((marks.templates, -marks.bits))]
    at, place = between(held.exchanges.indptr, order)
    exchange = held.exchanges.indices[at]
    # The wordings come best first, and a stable sort keeps them so: the first of each exchange says most.
    by_exchange = np.argsort(exchange, kind="stable")
    best = by_exchange[np.diff(exchange[by_exchange], prepend=-1) != 0]
    wordings_of = np.bincount(pairs(held.sender[exchange[best]], place[best])[0], minlength=held.by_account.shape[0])
    return np.clip(TURN * (wordings_of[accounts] - 1.0), 0.0, TURNS)


class Grown(NamedTuple):
    """Accounts that may be one operator's, and the bits that each gives by taking turns between wordings."""

    accounts: Ints
    turns: Floats


class Regrouped(NamedTuple):
    """Sets of accounts, and the family of each template; -1 for those that are no family's wording."""

    sets: list[Grown]
    family: Ints


def _leaders(accounts: list[Ints], count: int) -> Ints:
    """Return for each set the first one that is nearly the same, by position: no chains, which would tie two campaigns by their common words."""
    rows = np.repeat(np.arange(len(accounts)), [len(one) for one in accounts])
    table = csr_array((np.ones(len(rows)), (rows, np.concatenate(accounts))), shape=(len(accounts), count))
    both = csr_array(table @ table.T)
    size = np.asarray(table.sum(axis=1)).reshape(-1)
    leader = np.arange(len(accounts))
    for at in range(len(accounts)):
        near, shared = both.indices[both.indptr[at] : both.indptr[at + 1]], both.data[both.indptr[at] : both.indptr[at + 1]]
        alike = near[(shared >= SAME * (size[at] + size[near] - shared)) & (leader[near] == near) & (near < at)]
        leader[at] = alike.min(initial=at)
    return leader


def regrouped(cores: list[Ints], held: Fillers) -> Regrouped:
    """
    Return the cores and what they grew to, once for each family, and the family of each template.

    Wordings of nearly the same grown accounts are one family; it stands as
    its largest core and its growth. A template is of the family whose
    accounts are most nearly those that fill it.
    """
    reached = [(core, *grown(core, held)) for core in cores]
    alone = [Grown(core, np.zeros(len(core))) for core, _, marks in reached if not len(marks.templates)]
    reached = sorted(
        (one for one in reached if len(one[2].templates)), key=lambda one: (-len(one[1]), one[1].tobytes(), -len(one[0]), one[0].tobytes())
    )
    family, best = np.full(len(held.users), -1), np.zeros(len(held.users))
    if not reached:
        return Regrouped(alone, family)
    leader = _leaders([accounts for _, accounts, _ in reached], held.by_account.shape[0])
    sets = alone
    for at in np.unique(leader):
        core, accounts, marks = reached[at]
        sets += [Grown(part, turns(part, marks, held)) for part in (core, accounts)]
        filled, inside = counted(held.by_account.indices[between(held.by_account.indptr, accounts)[0]])
        kept = np.isin(filled, marks.templates)
        filled, inside = filled[kept], inside[kept]
        nearly = inside / (len(accounts) + held.users[filled] - inside)
        better = nearly > best[filled]
        family[filled[better]], best[filled[better]] = at, nearly[better]
    return Regrouped(sets, family)
