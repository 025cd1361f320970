"""What a detector is told of a world, and what it answers: the same for hydrascope and for every baseline."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa


class Observed(NamedTuple):
    """
    What a detector may look at; the truth is not among it.

    `fingerprints` follows `schema.FINGERPRINTS` and `accounts` follows `schema.ACCOUNTS`; `releases` maps a model to the second it came out.
    `exchanges` is the file with the text, for detectors that need it; `until` is the end of the stretch that is replayed (None: all of it), which
    `fingerprints` obeys already and readers of `exchanges` must obey themselves.
    """

    fingerprints: pa.Table
    accounts: pa.Table
    releases: Mapping[str, int]
    exchanges: Path
    until: datetime | None = None


class Findings(NamedTuple):
    """
    What a detector says of accounts; accounts that it does not name have score 0 and stand alone.

    `scores` maps an account to how suspicious it is (higher is worse, any unit: only the order counts); `accused` holds the accounts above the detector's own
    threshold; `groups` maps an account to the operator that the detector takes it to belong to; `watched` holds accounts shown to an analyst but not accused.
    """

    scores: Mapping[str, float]
    accused: frozenset[str]
    groups: Mapping[str, str]
    watched: frozenset[str] = frozenset()


Detector = Callable[[Observed], Findings]
