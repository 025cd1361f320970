"""What a search at scale asks of a log that it cannot hold: its hours one by one, some accounts whole, and who they are."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Hashes = npt.NDArray[np.uint64]


class Log(Protocol):
    """Fingerprints by the hour; an account is its pseudonym, a number of 64 bits."""

    def hours(self, columns: Sequence[str]) -> Iterator[pa.Table]:
        """Yield some columns of each hour in the order of time, sorted by account and time: of `schema.STORED`, and `exchange_id`."""

    def of(self, accounts: Hashes) -> pa.Table:
        """Return all exchanges of some accounts, which come sorted, in `schema.FINGERPRINTS`."""

    def register(self, accounts: Hashes) -> pa.Table:
        """Return what is known of some accounts in `schema.ACCOUNTS`, one row each in their order."""
