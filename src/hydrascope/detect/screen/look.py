"""
Which accounts are worth a look, out of more than a search can hold at once.

Each fingerprint is read once. A counter says which shingles several accounts
may hold; of those it is gathered who holds them, and of each account what it did
and had. Then all sets of accounts that share something can be weighed at once.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.screen.census import Census, Numbers
from hydrascope.detect.screen.counter import Counter
from hydrascope.detect.screen.families import Families, families, family_of
from hydrascope.detect.screen.hashing import Hashed, combined
from hydrascope.detect.screen.pairs import Counted, Pairs
from hydrascope.detect.screen.postings import Gathering, leading

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
LEAST = 6  # accounts and hours that must hold a shingle
SHARED = 3  # accounts that must
COLUMNS = (
    "account",
    "ts",
    "exchange",
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
    "network",
    "asn",
)
PAIRS = ("stack", "bare", "subnet", "asn", "lead", "next")


class Seen(NamedTuple):
    """What a log shows of its accounts, which are numbered in the order of `accounts`."""

    accounts: Hashes
    census: Census
    stack: Counted
    bare: Counted  # request shapes
    subnet: Counted
    asn: Counted
    filled: Counted  # template families, from 1
    families: Families


def _column(table: pa.Table, name: str) -> pa.Array:
    column = table[name]
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def to_seconds(times: pa.ChunkedArray) -> Ints:
    """Return times as seconds since 1970, to the nearest as everywhere in detection."""
    return np.rint(times.cast(pa.int64()).to_numpy() / 1e6).astype(np.int64)


def sketches(table: pa.Table) -> tuple[Ints, Hashes]:
    """Return where the shingles of each exchange begin, and all ends; and the shingles."""
    lists = _column(table, "sketch")
    return lists.offsets.to_numpy(), lists.values.to_numpy()


def bare(table: pa.Table) -> Hashes:
    """Return the shape of each request, as one hash."""
    return combined(table["config_hash"].to_numpy(), table["structure_hash"].to_numpy())


def traits(hour: pa.Table, text: Hashed) -> dict[str, Hashes]:
    """Return what each exchange shows of who sent it, as hashes, 0 for unknown."""
    client, tls, headers = text.of(_column(hour, "client")), text.of(_column(hour, "ja4")), hour["headers_key"].to_numpy()
    return {
        "stack": combined(client, tls, headers),
        "bare": bare(hour),
        "subnet": _column(hour, "network").fill_null(0).to_numpy(),
        "asn": combined(_column(hour, "asn").fill_null(-1).to_numpy().astype(np.uint64) + np.uint64(1)),
    }


def answered(hour: pa.Table) -> tuple[Ints, Ints]:
    """Return whether each exchange is of one turn, and the tokens of its answer."""
    return (hour["user_turns"].to_numpy() <= 1).astype(np.int64), hour["output_tokens"].to_numpy().astype(np.int64)


def harvest_of(table: pa.Table) -> Ints:
    """Return the probability that each exchange asks for training data, in thousandths; as `traffic.HARVEST` says in SQL."""
    intent, likely = table["intent"].to_numpy(), table["intent_p"].to_numpy().astype(np.float64)
    return np.round(1000 * np.where(intent == 0, 1 - likely, np.maximum(likely, 0.5))).astype(np.int64)


class Look:
    """
    What a log shows of its accounts, hour by hour, in one reading and in memory that grows with the accounts alone.

    A shingle counts for what it is from when `LEAST` accounts and hours have held
    it; so hours are added in the order of time, and the same hours give the same.
    """

    def __init__(self, bits: int) -> None:
        self._counter, self._gathering, self._numbers, self._census, self._text = Counter(bits), Gathering(), Numbers(), Census(), Hashed()
        self._pairs = {name: Pairs() for name in PAIRS}

    def add(self, hour: pa.Table) -> None:
        """Add an hour: the columns `COLUMNS` of `schema.STORED`, sorted by account and time."""
        account, harvest, held = self._numbers.of(hour["account"].to_numpy()), harvest_of(hour), sketches(hour)
        often = self._counter.add(*held, account, least=LEAST)
        self._gathering.add(often, account, hour["exchange"].to_numpy(), harvest)
        lead = leading(often, len(account))
        seconds = to_seconds(hour["ts"])
        self._census.add(account, seconds, harvest, *answered(hour))
        for name, value in {**traits(hour, self._text), "lead": lead[0], "next": lead[1]}.items():
            self._pairs[name].add(account, value)

    def state(self) -> dict[str, npt.NDArray[Any]]:
        """Return all that was seen as arrays by name, from which `resumed` goes on."""
        parts = {"counter": {"cells": self._counter.cells}, "postings": self._gathering.state(), "census": self._census.state()}
        parts |= {name: pairs.state()._asdict() for name, pairs in self._pairs.items()}
        return {"accounts": self._numbers.accounts} | {
            f"{part}-{name}": array for part, some in parts.items() for name, array in some.items()
        }

    @classmethod
    def resumed(cls, state: Mapping[str, npt.NDArray[Any]]) -> "Look":
        """Return the look as it was: more hours come to it as if all had come at once."""
        parts: dict[str, dict[str, npt.NDArray[Any]]] = {}
        for name, array in state.items():
            part, _, rest = name.partition("-")
            parts.setdefault(part, {})[rest] = array
        cells = np.array(parts["counter"]["cells"])
        out = cls(len(cells).bit_length())
        out._counter.cells = cells
        out._gathering, out._census = Gathering.resumed(parts["postings"]), Census.resumed(parts["census"])
        out._numbers = Numbers(state["accounts"])
        out._pairs = {name: Pairs.resumed(Counted(**parts[name])) for name in PAIRS}
        return out

    def seen(self) -> Seen:
        """Return what has been seen so far; accounts in the order of their numbers of 64 bits."""
        accounts = self._numbers.accounts
        order = np.argsort(accounts)
        number = np.empty(len(order), np.int64)
        number[order] = np.arange(len(order))
        known = families(self._gathering.postings(SHARED))
        pairs = {name: self._pairs[name].counted(number) for name in PAIRS}
        filled = _filled(known, (pairs.pop("lead"), pairs.pop("next")))
        return Seen(accounts[order], self._census.ordered(order), **pairs, filled=filled, families=known)


def _filled(known: Families, leads: tuple[Counted, Counted]) -> Counted:
    """
    Return which template families each account fills, and how often: as often as the shingle of it that it shows most.

    An exchange shows two of its shingles, which mostly are of one family.
    """
    account, value, times = (np.concatenate(column) for column in zip(*leads, strict=True))
    family = family_of(known, value)
    told = family >= 0
    order = np.lexsort((-times[told], family[told], account[told]))
    account, family, times = account[told][order], family[told][order], times[told][order]
    first = np.flatnonzero((np.diff(account, prepend=-1) != 0) | (np.diff(family, prepend=-1) != 0))
    return Counted(account[first], (family[first] + 1).astype(np.uint64), times[first])
