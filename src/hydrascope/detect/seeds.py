"""
Where the search for groups begins: accounts that hold the same rare thing.

A seed is only a question. Asked are accounts that repeat the same templates,
that share a payment instrument or registration, whose cards pay for several and that are alike otherwise, that send bare requests of one
rare shape, that belong to one institution, and that hand on reasoning blocks,
conversations or requests that failed.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from hydrascope.detect.components import codes, components, pairs, tied
from hydrascope.detect.growth import fillers, regrouped
from hydrascope.detect.profile import Floats, modal
from hydrascope.detect.scene import Scene, together
from hydrascope.detect.traffic import Ints

SMALLEST = 3  # accounts of a group
ALIKE = 0.5  # Jaccard of account sets that makes two templates one family
REPEATS = 5  # exchanges of an account that make a request shape its own
CROWDED = 512  # templates in one account beyond which it ties none together: a gateway
AT_HOME = 0.1  # share of an account's exchanges from a network that is its place: a pool of addresses is nobody's, and nobody is at home in more than ten
_MONTH = 28 * 86400.0
# Where a seed comes from; meetings are the only ones that are tested against chance already, institutions are asked whole.
MEETING, TEMPLATE, REGISTRATION, SHAPE, INSTITUTION, PAYERS, PASSING = -1, 0, 1, 2, 3, 4, 5
MET = 5.0  # bits that each account gives for meeting others of its seed, or for going on with their conversations
COMMON, FEW = 0.25, 50  # share of all accounts beyond which what they share is nobody's mark; unless they are few


class Seed(NamedTuple):
    """Accounts that may be one operator's, and the kind of tie: -1 meetings, 0 templates, 1 registration, 2 requests alike, 3 an institution, 4 cards that pay for several, 5 reasoning, conversations or failed requests passed on."""

    origin: int
    accounts: Ints
    bits: Floats | None = None  # that each account gives already, by the way it fills the templates


def crowd(count: int) -> float:
    """
    Return beyond how many of all accounts those that share something are a crowd.

    >>> crowd(100), crowd(1000)
    (50, 250.0)
    """
    return max(FEW, COMMON * count)


def families(repeated: pa.Table, count: int) -> tuple[list[Ints], Ints]:
    """
    Return the account sets of template families, and the family of each template.

    A family is templates with nearly the same accounts.

    `repeated` has the columns `a` and `fragment`, one row for each template
    that an account repeats.
    """
    a, fragment = repeated["a"].to_numpy(), codes(repeated["fragment"].to_numpy())
    if not len(a):
        return [], np.zeros(0, np.int64)
    busy = np.bincount(a, minlength=count)
    keep = busy[a] <= CROWDED
    table = csr_array((np.ones(keep.sum()), (a[keep], fragment[keep])), shape=(count, int(fragment.max()) + 1))
    both = (table.T @ table).tocoo()
    held = np.asarray(table.sum(axis=0)).reshape(-1)
    left, right = both.coords
    alike = both.data / (held[left] + held[right] - both.data) >= ALIKE
    links = csr_array((np.ones(int(alike.sum())), (left[alike], right[alike])), shape=both.shape)
    label = connected_components(links, directed=False)[1]
    return _sets(a[keep], label[fragment[keep]]), label.astype(np.int64)


def home(s: Scene, fragments: Ints, family: Ints) -> Ints:
    """Return the template family of most of each account's templated exchanges, -1 for none."""
    x = s.traffic.exchanges
    known = np.flatnonzero(np.isin(x.template, fragments))
    return modal(x.a[known], family[np.searchsorted(fragments, x.template[known])], s.n_accounts)


def _sets(a: Ints, label: Ints) -> list[Ints]:
    """Return the distinct accounts behind each label that are enough for a group."""
    value, account, _ = pairs(label, a)
    begins = np.flatnonzero(np.diff(value, prepend=-2))
    sizes = np.diff(begins, append=len(value))
    return [account[at : at + size] for at, size in zip(begins[sizes >= SMALLEST], sizes[sizes >= SMALLEST], strict=True)]


def registrations(s: Scene) -> list[Ints]:
    """Return the sets of accounts that are tied by payment instruments or registration details."""
    return _sets(np.arange(s.n_accounts), tied(s.traits.payment, s.traits.user_ref))


def payers(s: Scene) -> list[Ints]:
    """
    Return the sets of accounts whose cards pay for several and that share one more thing: a client stack, or a month of registration.

    Whoever hides behind many accounts has more than one card; the accounts of one alone look like a department's.
    """
    return _alike(s, np.flatnonzero(pays_for_several(s.traits.payment)))


def pays_for_several(card: Ints) -> npt.NDArray[np.bool_]:
    """Return which accounts have a card that pays for as many as make a group; -1 is no card."""
    holders = np.bincount(card[card >= 0], minlength=1)
    return (card >= 0) & (holders[card] >= SMALLEST)


def shapes(s: Scene, *, repeats: int = REPEATS) -> list[Ints]:
    """Return the sets of accounts that repeat requests of one shape and configuration, with something else in common where the shape is everybody's."""
    x = s.traffic.exchanges
    bare = together(x.config, x.shape)
    shape, account, n = pairs(bare, x.a)
    parts = _sets(account[n >= repeats], shape[n >= repeats])
    crowded = crowd(s.n_accounts)
    return [part for part in parts if len(part) <= crowded] + [one for part in parts if len(part) > crowded for one in _alike(s, part)]


def _alike(s: Scene, accounts: Ints) -> list[Ints]:
    """
    Return the accounts that share one more thing: a client stack, or a month of registration.

    Plain defaults are everybody's shape, and many cards pay for several: an
    operator can only be found there among those that are alike otherwise.
    """
    out = []
    for code in (s.traits.stack[accounts], *months(s.traits.birth[accounts])):
        out += _sets(accounts[code >= 0], code[code >= 0])
    return out


def months(birth: Floats) -> list[Ints]:
    """Return the four weeks in which each account was registered, and the same begun two weeks later; -1 where unknown."""
    return [np.where(np.isnan(birth), -1, np.nan_to_num(birth + shift) // _MONTH).astype(np.int64) for shift in (0.0, _MONTH / 2)]


def institutions(s: Scene) -> list[Ints]:
    """
    Return the sets of accounts of one mail domain, one declared organisation or one network, unless it is a crowd's.

    They are asked so that a school, an office or an event is seen whole, and
    explained whole, before a part of it is looked at.
    """
    every = np.arange(s.n_accounts)
    told = [(code[code >= 0], every[code >= 0]) for code in (s.traits.email, s.traits.org)]
    return [part for value, account in (*told, at_home(s)) for part in _sets(account, value) if len(part) <= crowd(s.n_accounts)]


def at_home(s: Scene) -> tuple[Ints, Ints]:
    """Return the networks from which accounts send a good part of what they send, and the account for each."""
    x = s.traffic.exchanges
    network, account, times = pairs(x.subnet, x.a)
    home = (network >= 0) & (times >= AT_HOME * s.profile.exchanges[account])
    return network[home], account[home]


def _tied(s: Scene, one: Ints, other: Ints) -> list[Ints]:
    """Return the sets of accounts that are tied in pairs."""
    keys = np.tile(np.arange(len(one)), 2)
    parts = _sets(np.arange(s.n_accounts), components(np.concatenate([one, other]), keys, s.n_accounts))
    return [part for part in parts if len(part) <= crowd(s.n_accounts)]


def replaying(s: Scene) -> list[Ints]:
    """Return the sets of accounts that are tied by reasoning blocks which one minted and another customer's handed back."""
    pairs = s.traffic.replays
    foreign = pairs.foreign(s.traits.customer)
    return _tied(s, pairs.minter[foreign], pairs.presenter[foreign])


def conversing(s: Scene) -> list[Ints]:
    """Return the sets of accounts of different customers that are tied by conversations, each of which goes on with some and hands on others."""
    found = s.handovers.among(s.mask(s.handovers.both_ways()))
    return _tied(s, found.giver, found.taker)


def failing_over(s: Scene) -> list[Ints]:
    """Return the sets of accounts of different customers that are tied by requests which failed on one and came again from another."""
    x = s.traffic.exchanges
    return _tied(s, x.a[s.failovers.first], x.a[s.failovers.again])


def _numbered(holding: pa.Table, templates: Ints) -> pa.Table:
    """Return which exchanges hold which templates, those numbered from nought."""
    known = np.isin(holding["fragment"].to_numpy(), templates)
    some = holding.filter(pa.array(known))
    return some.append_column("template", pa.array(np.searchsorted(templates, some["fragment"].to_numpy())))


def seeds(s: Scene, repeated: pa.Table, holding: pa.Table) -> tuple[list[Seed], Ints]:
    """
    Return all seeds, and the home family of each account.

    Text with slots and text that is always the same make families of their
    own kind: strangers who ask the same question fill no common template.
    """
    slots = repeated["has_slots"].to_numpy(zero_copy_only=False).astype(bool)
    templated, same = repeated.filter(pa.array(slots)), repeated.filter(pa.array(~slots))
    sets, family = families(templated, s.n_accounts)
    templates = np.unique(templated["fragment"].to_numpy())
    alike, wider = regrouped(sets, fillers(_numbered(holding, templates), s.traffic.rewording.does))
    found = [Seed(TEMPLATE, *part) for part in alike]
    family = np.where(wider >= 0, wider, family + len(templates))
    found += [Seed(REGISTRATION, part) for part in registrations(s)]
    found += [Seed(SHAPE, part) for part in shapes(s) + families(same, s.n_accounts)[0]]
    found += [Seed(INSTITUTION, part) for part in institutions(s)]
    found += [Seed(PAYERS, part) for part in payers(s)]
    found += [Seed(PASSING, part) for part in replaying(s)]
    found += [Seed(PASSING, part, np.full(len(part), MET)) for part in conversing(s) + failing_over(s)]
    return found, home(s, templates, family)
