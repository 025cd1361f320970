"""
Which accounts are worth a look, out of more than a search can hold at once.

Three passes over the fingerprints, each linear and in fixed memory: the first
counts shingles and what each account did, the second gathers who may share
which shingles, the third says who fills which template. Then all sets of
accounts that share something are weighed at once. The sets that harvest, or
that personal ties bind, are looked at; a sample of all accounts stands for the
crowd.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.profile import modal
from hydrascope.detect.screen.census import Census, Numbers
from hydrascope.detect.screen.counter import Counter
from hydrascope.detect.screen.families import Families, families, held
from hydrascope.detect.screen.hashing import Hashed, combined
from hydrascope.detect.screen.pairs import Counted, Pairs
from hydrascope.detect.screen.postings import Gathering

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Parts = Callable[[Sequence[str]], Iterable[pa.Table]]
LEAST = 6  # accounts and hours that must hold a shingle
SHARED = 3  # accounts that must
_FIRST = (
    "account",
    "ts",
    "sketch",
    "intent",
    "intent_p",
    "user_turns",
    "output_tokens",
    "client",
    "ja4",
    "headers_key",
    "config_hash",
    "structure_hash",
    "subnet",
    "asn",
)
_AGAIN = ("account", "sketch", "intent", "intent_p")


class Seen(NamedTuple):
    """What three passes over a log show of its accounts, which are numbered in the order of `accounts`."""

    accounts: Hashes
    census: Census
    stack: Counted
    bare: Counted  # request shapes
    subnet: Counted
    asn: Counted
    filled: Counted  # template families


def _column(table: pa.Table, name: str) -> pa.Array:
    return table[name].combine_chunks()


def _sketches(table: pa.Table) -> tuple[Ints, Hashes]:
    lists = _column(table, "sketch")
    return lists.offsets.to_numpy(), lists.values.to_numpy()


def _harvest(table: pa.Table) -> Ints:
    """Return the probability that each exchange asks for training data, in thousandths; as `traffic.HARVEST` says in SQL."""
    intent, likely = table["intent"].to_numpy(), table["intent_p"].to_numpy().astype(np.float64)
    return np.round(1000 * np.where(intent == 0, 1 - likely, np.maximum(likely, 0.5))).astype(np.int64)


class _First:
    """The first pass: shingles counted, accounts numbered, and what each did and had."""

    def __init__(self, bits: int) -> None:
        self.counter, self.numbers, self.census, self.text = Counter(bits), Numbers(), Census(), Hashed()
        self.pairs = {name: Pairs() for name in ("stack", "bare", "subnet", "asn")}

    def add(self, table: pa.Table) -> None:
        account = self.numbers.of(table["account"].to_numpy())
        self.counter.add(*_sketches(table), account)
        seconds = _column(table, "ts").cast(pa.int64()).to_numpy() // 1_000_000
        single = (table["user_turns"].to_numpy() <= 1).astype(np.int64)
        self.census.add(account, seconds, _harvest(table), single, table["output_tokens"].to_numpy().astype(np.int64))
        client, tls, headers = self.text.of(_column(table, "client")), self.text.of(_column(table, "ja4")), table["headers_key"].to_numpy()
        self.pairs["stack"].add(account, combined(client, tls, headers))
        self.pairs["bare"].add(account, combined(table["config_hash"].to_numpy(), table["structure_hash"].to_numpy()))
        self.pairs["subnet"].add(account, self.text.of(_column(table, "subnet")))
        self.pairs["asn"].add(account, combined(_column(table, "asn").fill_null(-1).to_numpy().astype(np.uint64) + np.uint64(1)))


def _second(parts: Parts, first: _First) -> Families:
    gathering = Gathering(first.counter, LEAST)
    for table in parts(_AGAIN):
        gathering.add(*_sketches(table), first.numbers.of(table["account"].to_numpy()), _harvest(table))
    return families(gathering.postings(SHARED))


def _third(parts: Parts, first: _First, known: Families) -> Pairs:
    pairs = Pairs()
    for table in parts(_AGAIN[:2]):
        pairs.add(first.numbers.of(table["account"].to_numpy()), (held(known, *_sketches(table)) + 1).astype(np.uint64))
    return pairs


def look(parts: Parts, *, bits: int) -> Seen:
    """
    Return what a log shows of its accounts.

    `parts` yields it in tables of some columns of `schema.FINGERPRINTS`, each
    sorted by `account`, a number of 64 bits in the place of the id; it is asked three
    times. 2**bits shingle counters take half as many bytes: as many as the
    log has shingles keep the noise low.
    """
    first = _First(bits)
    for table in parts(_FIRST):
        first.add(table)
    filled = _third(parts, first, _second(parts, first))
    order = np.argsort(first.numbers.accounts)
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    counted = {name: _numbered(pairs.counted(), number) for name, pairs in {**first.pairs, "filled": filled}.items()}
    return Seen(first.numbers.accounts[order], first.census.ordered(order), **counted)


def _numbered(pairs: Counted, number: Ints) -> Counted:
    account = number[pairs.account]
    order = np.lexsort((pairs.value, account))
    return Counted(account[order], pairs.value[order], pairs.times[order])
