"""
How a search goes on from a checkpoint: what is known of all accounts by then, and what they did since.

Campaigns are judged as of the checkpoint. The hours since are read once; who
has not been looked at, does the work of a known campaign and has its traits is taken into it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.membership import Described
from hydrascope.detect.profile import Floats
from hydrascope.detect.screen import work as working_on
from hydrascope.detect.screen.census import Census, Numbers
from hydrascope.detect.screen.families import Families
from hydrascope.detect.screen.hashing import Hashed
from hydrascope.detect.screen.look import COLUMNS as LOOKED
from hydrascope.detect.screen.look import answered, harvest_of, to_seconds, traits
from hydrascope.detect.screen.pairs import Pairs
from hydrascope.detect.screen.population import coded, usual
from hydrascope.detect.screen.recruits import Marks, alike, working
from hydrascope.detect.screen.work import ANY, marked, together

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
USUAL = ("stack", "bare", "asn")  # traits of which each account's commonest value is kept
COLUMNS = tuple(dict.fromkeys([*(name for name in LOOKED if name != "exchange"), *working_on.COLUMNS]))
_A_PERIOD = 32  # parts of a log, the last of which may lie beyond the checkpoint


def checkpoint(hours: int) -> int:
    """
    Return how many hours of a log are judged: all but those after the last whole period, which is a power of two and at most a 32nd of the log.

    >>> [checkpoint(hours) for hours in (40, 65, 719, 720, 735, 736)]
    [40, 64, 704, 720, 720, 736]
    """
    period = 1 << max(0, (hours // _A_PERIOD).bit_length() - 1)
    return hours - hours % period


class Checkpoint(NamedTuple):
    """
    All accounts by number, as they were at the checkpoint.

    `owner` is the position of the campaign that an account is of in `marks`, `NONE`
    for who was looked at and is of none, `ANY` for who may yet come to be of one.
    """

    accounts: Hashes
    owner: Ints
    census: Census
    usual: Mapping[str, Hashes]
    families: Families
    marks: list[Marks]


class Since(NamedTuple):
    """The same with the hours after it: more accounts, numbered on, and the exchanges of the hours after it that are or may be a campaign's work."""

    accounts: Hashes
    owner: Ints
    census: Census
    usual: Mapping[str, Hashes]
    work: list[pa.Table]  # of each campaign, in the form of `work.NO_WORK`


def since(point: Checkpoint, hours: Iterable[pa.Table]) -> Since:
    """Return what accounts did by the end of some hours after the checkpoint, with the columns `COLUMNS`; each is read once."""
    numbers, census, text = Numbers(point.accounts), Census.resumed(point.census.state()), Hashed()
    pairs, owner, found = {name: Pairs() for name in USUAL}, point.owner, []
    for hour in hours:
        account = numbers.of(hour["account"].to_numpy())
        owner = np.append(owner, np.full(len(numbers) - len(owner), ANY))
        census.add(account, to_seconds(hour["ts"]), harvest_of(hour), *answered(hour))
        shown = traits(hour, text)
        for name in USUAL:
            pairs[name].add(account, shown[name])
        found.append(marked(hour.select(working_on.COLUMNS), account, owner[account], point.families, point.marks))
    before, count = len(point.accounts), len(numbers)
    shown = {name: np.append(point.usual[name], usual(pairs[name].counted(), count)[before:]) for name in USUAL}
    return Since(numbers.accounts, owner, census.ordered(np.arange(count)), shown, together(found, len(point.marks)))


class Traits(NamedTuple):
    """What `detect.membership` asks of accounts: codes, -1 where unknown, and the second of registration, NaN where unknown."""

    payment: Ints
    user_ref: Ints
    email: Ints
    birth: Floats
    stack: Ints
    config: Ints
    asn: Ints


class _People(NamedTuple):
    traits: Traits
    profile: Census


def described(later: Since, register: pa.Table) -> Described:
    """Return all accounts with their traits; `register` follows `schema.STORED_ACCOUNTS`, with one row for each in the order of their numbers."""

    def code(name: str) -> Ints:
        return coded(register[name].combine_chunks().fill_null(0).to_numpy())

    birth = np.asarray(register["created_at"].combine_chunks().cast(pa.int64()).to_numpy(zero_copy_only=False), np.float64) / 1e6
    shown = (coded(later.usual[name]) for name in USUAL)
    return _People(Traits(code("payment"), code("registrant"), code("domain"), birth, *shown), later.census)


def newcomers(point: Checkpoint, later: Since, people: Callable[[], Described]) -> Ints:
    """
    Return the campaign of each account with those who have come to be of one since the checkpoint, the most severe campaign first.

    `people` describes all accounts; it is asked only where somebody does a campaign's work.
    """
    owner, known = later.owner.copy(), None
    for campaign, one in enumerate(point.marks):
        sent = np.bincount(later.work[campaign]["account"].to_numpy(), minlength=len(owner))
        members = owner == campaign
        pool = (owner == ANY) & working(later.census, members, sent, by_text=one.by_text)
        if pool.any():
            known = known or people()
            owner[alike(known, members, pool, by_text=one.by_text)] = campaign
    return owner
