"""What befalls the honest: accusations for each account-day, by class of operator."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from hydrascope.lab.benchmark.records import AccountTruth, WorldTruth

GRADES = ("confirmed", "suspected", "watched")
_UNDECLARED = "-undeclared"  # ends the name, but for its number, of a company that never said which accounts are its own


class Befallen(NamedTuple):
    """Honest accounts of one class, the days they were there, and how many were confirmed, suspected (accused but not confirmed) and watched."""

    accounts: int
    days: int
    confirmed: int
    suspected: int
    watched: int


def operator_class(true: AccountTruth) -> str:
    """
    Return the class of an honest account's operator: its kind, and apart from these the companies of that kind that declare no organisation.

    >>> operator_class(AccountTruth("", "batch", "batch-undeclared-2", 10, 5)), operator_class(AccountTruth("", "batch", "batch-2", 10, 5))
    ('batch-undeclared', 'batch')
    """
    return true.kind + _UNDECLARED if true.operator.startswith(true.kind + _UNDECLARED) else true.kind


def befallen(truth: WorldTruth, accused: AbstractSet[str], confirmed: AbstractSet[str], watched: AbstractSet[str]) -> dict[str, Befallen]:
    """
    Return what befell each class of honest operator.

    An account is there from the day of its first exchange to that of its last
    (UTC, both included), and is counted once, under the gravest that was said of it.
    """
    accounts, days = Counter[str](), Counter[str]()
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for account, true in truth.accounts.items():
        if true.campaign:
            continue
        name = operator_class(true)
        accounts[name] += 1
        days[name] += true.days
        grade = "confirmed" if account in confirmed else "suspected" if account in accused else "watched" if account in watched else ""
        said[name][grade] += 1
    return {name: Befallen(accounts[name], days[name], *(said[name][grade] for grade in GRADES)) for name in sorted(accounts)}


class FalseGroups(NamedTuple):
    """Accused groups without any head, by the gravest that was said of their accounts."""

    confirmed: int
    suspected: int


def false_groups(truth: WorldTruth, accused: AbstractSet[str], groups: Mapping[str, str], confirmed: AbstractSet[str]) -> FalseGroups:
    """Return how many accused groups hold no head at all; an accused account without a group is a group of its own."""
    named = {account: groups.get(account, account) for account in accused}
    wrong = set(named.values()) - {group for account, group in named.items() if truth.accounts[account].campaign}
    grave = {group for account, group in named.items() if account in confirmed}
    return FalseGroups(len(wrong & grave), len(wrong - grave))
