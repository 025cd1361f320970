"""Populations as a look at a log leaves them: accounts with what they did, what they have and which templates they fill."""

from typing import Any

import numpy as np
import pytest

from hydrascope.detect.screen.census import Census
from hydrascope.detect.screen.families import Families
from hydrascope.detect.screen.look import Seen
from hydrascope.detect.screen.pairs import Counted
from hydrascope.detect.screen.population import Known, Population
from hydrascope.detect.screen.sets import Sets

START, DAY = 1_770_000_000 // 86400 * 86400, 86400


class Made:
    """What makes populations and sets."""

    @staticmethod
    def groups(*groups: Any) -> Sets:
        """Return sets of the accounts given."""
        return Sets(np.append(0, np.cumsum([len(group) for group in groups])).astype(np.int64), np.concatenate(groups).astype(np.int64))

    @staticmethod
    def pairs(pairs: dict[tuple[int, int], int]) -> Counted:
        """Return times by account and value, in order."""
        account, value = zip(*sorted(pairs), strict=True) if pairs else ((), ())
        return Counted(np.array(account, np.int64), np.array(value, np.uint64), np.array([pairs[p] for p in sorted(pairs)], np.int64))

    @staticmethod
    def strangers(count: int, seed: int = 1) -> Known:
        """Return the traits of accounts that have nothing in common but what is usual."""
        rng = np.random.default_rng(seed)
        return Known(
            payment=np.arange(count),
            user_ref=np.arange(count),
            email=np.full(count, -1),
            org=np.full(count, -1),
            birth=START - rng.uniform(0, 900, count) * DAY,
            stack=rng.integers(0, 12, count),
            config=rng.integers(0, 12, count),
            asn=rng.integers(0, 12, count),
            place=np.arange(count),
        )

    @staticmethod
    def census(exchanges: Any, harvest: Any, flat: Any) -> Census:
        """Return what accounts did in two weeks: so many exchanges of a mean harvest, round the clock or by day."""
        census = Census()
        for a, (n, likely, even) in enumerate(zip(exchanges, harvest, flat, strict=True)):
            at = np.arange(n)
            hour = (at * 7 + a) % 24 if even else (9 + a % 8 + at % 5) % 24
            ts = START + at * 14 // n * DAY + hour * 3600
            census.add(np.full(n, a), ts, np.full(n, round(1000 * likely)), np.ones(n, np.int64), np.full(n, 300))
        return census.ordered(np.arange(len(exchanges)))

    def people(self, traits: Known, *, exchanges: Any, harvest: Any, flat: Any, filled: Any, bare: Any) -> Population:
        """Return accounts with their traits, what they did, and times by account and template or request shape."""
        count, none = len(traits.payment), self.pairs({})
        nothing = Families(np.zeros(1024, np.uint64), np.full(1024, -1), np.zeros(1, np.int64))
        census = self.census(exchanges, harvest, flat)
        seen = Seen(np.arange(1, count + 1, dtype=np.uint64), census, none, self.pairs(bare), none, none, self.pairs(filled), nothing)
        return Population(seen, traits)

    def operated(self, heads: int, honest: int = 300, *, seed: int = 1) -> Population:
        """Return strangers with a tool's template among every tenth of them, and then the heads of one operator, with template 7 and shape 70."""
        count = honest + heads
        traits, head = self.strangers(count, seed), np.arange(count) >= honest
        number, rng = np.arange(heads), np.random.default_rng([seed, 2])
        traits.payment[head] = honest + number // 5
        traits.birth[head] = START - rng.uniform(1, 10, heads) * DAY
        traits.stack[head], traits.config[head] = 40, 41
        filled = {(a, 3): 4 for a in range(0, honest, 10)} | {(a, 7): 20 for a in range(honest, count)}
        bare = {(a, 10 + a % 12): 9 for a in range(honest)} | {(a, 70): 20 for a in range(honest, count)}
        exchanges = np.where(head, 28, rng.integers(9, 60, count))
        return self.people(traits, exchanges=exchanges, harvest=np.where(head, 0.8, 0.03), flat=head, filled=filled, bare=bare)


@pytest.fixture
def made() -> Made:
    """Return what makes populations."""
    return Made()
