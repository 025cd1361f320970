"""All accounts of a log by number: what they did, and what is known of them, as `detect.membership` asks for it."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.detect.components import codes
from hydrascope.detect.profile import Floats, commonest
from hydrascope.detect.screen.census import Census
from hydrascope.detect.screen.look import Seen
from hydrascope.detect.screen.pairs import Counted

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


class Known(NamedTuple):
    """One row an account: codes, -1 where unknown, and the second of its registration, NaN where unknown."""

    payment: Ints
    user_ref: Ints
    email: Ints
    org: Ints
    birth: Floats
    stack: Ints
    config: Ints  # the commonest shape of its requests
    asn: Ints
    place: Ints


class Population(NamedTuple):
    """What a log showed, and what is known of the same accounts."""

    seen: Seen
    traits: Known

    @property
    def profile(self) -> Census:
        """What each account did."""
        return self.seen.census


def _codes(register: pa.Table, name: str) -> Ints:
    """Return a text column of the register as codes in the order of the texts, -1 where unknown."""
    column = register[name].combine_chunks()
    coded = column.dictionary_encode()
    rank = np.argsort(np.argsort(np.array(coded.dictionary.to_pylist(), dtype=str), kind="stable"), kind="stable")
    return np.append(rank, -1)[coded.indices.fill_null(len(rank)).to_numpy()].astype(np.int64)


def _seconds(register: pa.Table, name: str) -> Floats:
    return np.asarray(register[name].combine_chunks().cast(pa.int64()).to_numpy(zero_copy_only=False), np.float64) / 1e6


def usual(pairs: Counted, count: int) -> Hashes:
    """Return the commonest value of each account, the smallest of equals; 0 for none."""
    return commonest(pairs.account, pairs.value, pairs.times, count, none=0)


def coded(values: Hashes) -> Ints:
    """Return values as codes in their order, -1 for 0."""
    return np.where(values == 0, -1, codes(values))


def population(seen: Seen, register: pa.Table) -> Population:
    """Return the accounts of a log; `register` follows `schema.ACCOUNTS`, with one row for each of `seen.accounts`, in their order."""
    count = len(seen.accounts)
    return Population(
        seen,
        Known(
            _codes(register, "payment_fingerprint"),
            _codes(register, "user_ref"),
            _codes(register, "email_domain"),
            _codes(register, "org_id"),
            _seconds(register, "created_at"),
            *(coded(usual(pairs, count)) for pairs in (seen.stack, seen.bare, seen.asn, seen.subnet)),
        ),
    )
