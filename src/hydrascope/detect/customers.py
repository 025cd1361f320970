"""
Who pays in the open: accounts that are one customer's by what they show, and so are expected to look alike.

Likeness within a customer is no evidence, and a customer counts once wherever accounts are counted.
"""

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import components, pairs
from hydrascope.detect.profile import Floats
from hydrascope.detect.traffic import Ints

OPEN = 50  # accounts that one customer may hold on one card and mail domain
CARDS, KEYS = 3, 10  # cards that a small company may have had, and its accounts
APART = 7 * 86400.0  # seconds between one account and the next, where they are opened one by one
_SEVERAL = 3  # accounts of which that can be said

Flags = npt.NDArray[np.bool_]


def values_per(code: Ints, of: Ints, where: Flags) -> Ints:
    """Return how many different values of `of` each value of `code` comes with, among some accounts that have both."""
    return np.bincount(pairs(code[where], of[where])[0], minlength=int(code.max(initial=0)) + 1)


def _small(code: Ints, place: Ints, paid: Flags) -> Flags:
    """Return which accounts hold a value that few accounts hold, all of them paid for and in one known place."""
    good = paid & (place >= 0) & (code >= 0)
    held, settled = (np.bincount(code[these], minlength=int(code.max(initial=0)) + 1) for these in (code >= 0, good))
    one = (values_per(code, place, good) == 1) & (held == settled) & (held <= KEYS)
    return (code >= 0) & one[code]


def _couples(payment: Ints, place: Ints) -> Flags:
    """Return which accounts share an instrument with one other and nobody else, from one place as far as is known."""
    holders = np.bincount(payment[payment >= 0], minlength=int(payment.max(initial=0)) + 1)
    places = values_per(payment, place, (payment >= 0) & (place >= 0))
    return (payment >= 0) & ((holders == 2) & (places <= 1))[payment]


def _one_by_one(code: Ints, birth: Floats) -> Flags:
    """Return which accounts hold a value whose accounts were opened one by one: after half of them or more a week passed until the next."""
    order = np.lexsort((birth, code))
    same, gap = (np.diff(code[order]) == 0) & (code[order][1:] >= 0), np.diff(birth[order])
    size = np.bincount(code[code >= 0], minlength=int(code.max(initial=0)) + 1)
    later = np.bincount(np.maximum(code[order][1:], 0)[same & (gap >= APART)], minlength=len(size))
    return (code >= 0) & ((size >= _SEVERAL) & (2 * later >= size - 1))[code]


def customers(org: Ints, payment: Ints, email: Ints, place: Ints, birth: Floats) -> Ints:
    """
    Return the customer behind each account, by number.

    `place` is the network that most of an account's requests come from, `birth`
    seconds since 1970. Accounts of one declared organisation are one customer.
    So are those that pay with one instrument from one mail domain, when the
    instrument pays for no other domain and the domain has no other instrument:
    nobody hides there. A handful of accounts in one place are one too where
    they have a mail domain of their own whose few instruments pay for no other (a company that changes
    its card), or were opened one by one and have a mail domain or an instrument of their own (a company's keys); and so are two on
    one instrument (a person's two accounts, a couple). Misleads for an operator with a handful of old accounts on one card and one server.

    >>> none, never = np.full(4, -1), np.full(4, np.nan)
    >>> customers(np.array([5, 5, -1, -1]), none, none, none, never).tolist()
    [0, 0, 1, 2]
    >>> customers(none, np.array([1, 1, 2, 2]), np.array([7, 7, 8, 9]), np.array([3, 3, 3, 4]), never).tolist()
    [0, 0, 1, 2]
    """
    every = np.arange(len(org))
    known = (payment >= 0) & (email >= 0)
    exclusive = known & (values_per(payment, email, known) == 1)[payment]
    cards, holders = values_per(email, payment, known), np.bincount(payment[known], minlength=int(payment.max(initial=0)) + 1)
    own = exclusive & (cards[email] == 1) & (holders[payment] <= OPEN)
    moved = exclusive & (cards[email] <= CARDS) & _small(email, place, exclusive)
    keys = [
        (org, org >= 0),
        (payment, own),
        (email, moved),
        (email, _small(email, place, payment >= 0) & _one_by_one(email, birth)),
        (payment, _small(payment, place, payment >= 0) & _one_by_one(payment, birth)),
        (payment, _couples(payment, place)),
    ]
    offset = np.cumsum([0, *(int(code.max(initial=0)) + 1 for code, _ in keys)])
    nodes = np.concatenate([every[these] for _, these in keys])
    return components(nodes, np.concatenate([code[these] + at for (code, these), at in zip(keys, offset, strict=False)]), len(org))
