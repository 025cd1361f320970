"""Everything a test of a group looks at: the traffic, each account's profile and traits, and who counts as independent."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import codes
from hydrascope.detect.counts import Ranked, Rest, Tallied
from hydrascope.detect.crowd import Nulls
from hydrascope.detect.customers import customers
from hydrascope.detect.failovers import Failovers, failovers
from hydrascope.detect.handovers import Handovers
from hydrascope.detect.held import Held, held
from hydrascope.detect.profile import Floats, Profile, modal, profile
from hydrascope.detect.traffic import Ints, Traffic

_DAY = 86400
_WEEK = 7 * _DAY


class Traits(NamedTuple):
    """One row an account: codes of what it has, -1 where that is unknown."""

    payment: Ints
    user_ref: Ints
    email: Ints
    org: Ints
    program: Ints
    stack: Ints  # client, TLS fingerprint and header order together: the commonest
    config: Ints
    asn: Ints
    customer: Ints  # who pays in the open: accounts of one customer are expected to look alike
    birth: Floats  # seconds since 1970, NaN where unknown
    banned: Floats


class Scene(NamedTuple):
    """`independent` is false for accounts that some group already explains: they are no null for others."""

    traffic: Traffic
    profile: Profile
    traits: Traits
    networks: Held
    requests: Held  # exact requests: the hash of all messages
    handovers: Handovers  # of conversations, between accounts of different customers
    failovers: Failovers  # of requests, to accounts of other customers
    names: dict[str, list[str]]
    releases: list[tuple[int, int]]  # model code and second of its release, by time
    independent: npt.NDArray[np.bool_]
    nulls: Nulls  # what tests work out once for all groups

    @property
    def n_accounts(self) -> int:
        """How many accounts there are."""
        return len(self.independent)

    def mask(self, members: Ints) -> npt.NDArray[np.bool_]:
        """Return some accounts as a mask over all."""
        mask = np.zeros(self.n_accounts, bool)
        mask[members] = True
        return mask

    @property
    def span(self) -> tuple[int, int]:
        """The seconds of the first exchange and of the last."""
        return int(self.profile.first.min()), int(self.profile.last.max())

    def count_others(self, group: "Group") -> int:
        """Return how many accounts are a null for a group."""
        return int(self.independent.sum()) - int(self.independent[group.everyone].sum())

    def ranked(self, group: "Group", name: str, figure: Callable[[], Floats], enough: int = 0) -> Rest:
        """Return a figure of the accounts that are a null for a group and have sent enough; a `name` stands for one figure, of all accounts."""
        crowd = self.nulls.of(name, self.independent, lambda: Ranked(figure(), self.independent & (self.profile.exchanges >= enough)))
        return crowd.without(group.everyone)

    def tallied(self, group: "Group", name: str, code: Ints, values: Ints) -> tuple[Ints, int]:
        """Return how many of the accounts that are a null for a group have each of some values of a trait, and how many have a known one."""
        crowd = self.nulls.of(name, self.independent, lambda: Tallied(code, self.independent))
        return crowd.without(group.everyone, values)

    def others(self, group: "Group") -> npt.NDArray[np.bool_]:
        """Return which accounts are a null for a group: independent, and not in it."""
        mask = self.independent.copy()
        mask[group.everyone] = False
        return mask


class Group(NamedTuple):
    """
    Accounts that may act as one, and the rows of the exchanges that they do it with.

    Tests look at `members`, one account for each customer; `everyone` also
    has the other accounts of the same customers. Both are in order.
    """

    members: Ints
    everyone: Ints
    rows: Ints
    profile: Profile  # of `everyone` over `rows`
    price: float = 0.0  # bits that it took to find it and to pick its members out of others
    told: Mapping[str, float] | None = None  # bits that each channel gives that speaks for it, once all have been asked

    @property
    def size(self) -> int:
        """How many customers it has."""
        return len(self.members)

    @property
    def at_work(self) -> Ints:
        """The accounts that took part in the common work."""
        return self.everyone[self.profile.exchanges > 0]

    @property
    def mine(self) -> Profile:
        """The profile of `members` over `rows`."""
        return self.of(self.members)

    def of(self, accounts: Ints) -> Profile:
        """Return the profile of some of its accounts over `rows`, one row each in the order given."""
        order = np.argsort(self.everyone)
        return self.profile.some(order[np.searchsorted(self.everyone, accounts, sorter=order)])


def _coded(values: npt.NDArray[np.object_]) -> tuple[Ints, list[str]]:
    names = sorted({v for v in values if v is not None})
    at = {v: i for i, v in enumerate(names)}
    return np.array([at.get(v, -1) for v in values], np.int64), names


def together(*columns: Ints) -> Ints:
    """
    Return one code for several columns; -1 where all are unknown.

    >>> together(np.array([1, -1, 1]), np.array([2, -1, 3])).tolist()
    [0, -1, 1]
    """
    out, known = np.zeros(len(columns[0]), np.int64), np.zeros(len(columns[0]), bool)
    for column in columns:
        out = codes(out * (int(column.max(initial=-1)) + 2) + column + 1)
        known |= column >= 0
    return out if known.all() else out - 1  # where nothing is known comes first


def released(traffic: Traffic, releases: Mapping[str, int]) -> list[tuple[int, int]]:
    """
    Return when each model of the traffic came out, as far as it came out within it.

    A model without a known release counts from its first appearance, if that
    is a day or more after the traffic begins.
    """
    x = traffic.exchanges
    begin, end = (int(x.ts.min()), int(x.ts.max())) if len(x.ts) else (0, 0)
    out = []
    for code, name in enumerate(traffic.models):
        seen = x.ts[x.model == code]
        at = releases.get(name)
        if at is None and len(seen) and seen.min() - begin >= _DAY:
            at = int(seen.min())
        if at is not None and begin <= at <= end:
            out.append((code, at))
    return sorted(out, key=lambda r: (r[1], r[0]))


def scene(traffic: Traffic, releases: Mapping[str, int]) -> Scene:
    """Return the scene in which every account still counts as independent; `releases` are seconds since 1970 by model."""
    accounts, x = traffic.accounts, traffic.exchanges
    count = len(accounts.ids)
    registers = {n: _coded(accounts.column(n)) for n in ("payment_fingerprint", "user_ref", "email_domain", "org_id", "program")}
    births, place = accounts.seconds("created_at"), modal(x.a, x.subnet, count)
    traits = Traits(
        registers["payment_fingerprint"][0],
        registers["user_ref"][0],
        registers["email_domain"][0],
        registers["org_id"][0],
        registers["program"][0],
        modal(x.a, together(x.client, x.ja4, x.headers), count),
        modal(x.a, together(x.config, x.shape), count),
        modal(x.a, x.asn, count),
        customers(registers["org_id"][0], registers["payment_fingerprint"][0], registers["email_domain"][0], place, births),
        births,
        accounts.seconds("banned_at"),
    )
    everything = profile(x, np.arange(len(x.a)), np.arange(count))
    networks, requests = held(x.subnet, x.a, count), held(x.content, x.a, count)
    return Scene(
        traffic,
        everything,
        traits,
        networks,
        requests,
        traffic.handovers.foreign(traits.customer),
        failovers(x, np.arange(len(x.a)), traits.customer),
        {k: v[1] for k, v in registers.items()},
        released(traffic, releases),
        np.ones(count, bool),
        Nulls(),
    )


def birth_week(births: Floats) -> Ints:
    """Return the week of each registration, -1 where unknown."""
    return np.where(np.isnan(births), -1, np.nan_to_num(births) // _WEEK).astype(np.int64)
