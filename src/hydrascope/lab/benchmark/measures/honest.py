"""What befalls the honest: accusations for each account-day, by class of operator."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from hydrascope.lab.benchmark.records import WorldTruth

GRADES = ("confirmed", "suspected", "watched")


class Befallen(NamedTuple):
    """Honest accounts of one class, the days they were there, and how many were confirmed, suspected (accused but not confirmed) and watched."""

    accounts: int
    days: int
    confirmed: int
    suspected: int
    watched: int


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
        accounts[true.kind] += 1
        days[true.kind] += true.days
        grade = "confirmed" if account in confirmed else "suspected" if account in accused else "watched" if account in watched else ""
        said[true.kind][grade] += 1
    return {kind: Befallen(accounts[kind], days[kind], *(said[kind][grade] for grade in GRADES)) for kind in sorted(accounts)}


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
