"""A search in a store that memory does not hold: how much of it is looked at closely, and what is concluded of all."""

import os
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pyarrow as pa

from hydrascope.campaigns import ScanResult
from hydrascope.campaigns.build import Render
from hydrascope.campaigns.whole import conclude_whole
from hydrascope.detect import Detection
from hydrascope.detect.screen.find import search
from hydrascope.engine import Engine
from hydrascope.errors import ConfigError
from hydrascope.store import Hourly

_UNITS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_A_ROW = 2_500  # bytes that an exchange takes which is looked at closely
_MOST_ROWS = 4_000_000  # beyond these, more accounts of a campaign say nothing new
_LEAST_ROWS = 50_000
_COUNTERS = 8  # part of the memory that counters of shingles take
_MOST_BITS = 32


class Budget(NamedTuple):
    """Exchanges that are looked at closely, and the logarithm of how many counters of shingles there are."""

    rows: int
    bits: int


def size(memory: str) -> int:
    """
    Return a size in bytes.

    >>> size("4GB"), size("1.5 MiB")
    (4000000000, 1572864)
    """
    told = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([bkmgt])(i?)b?\s*", memory.lower())
    if told is None:
        raise ConfigError(f"expected a size with its unit, such as 4GB, but got memory={memory!r}")
    return int(float(told[1]) * (1024 if told[3] else 1000) ** _UNITS[told[2]])


def budget(memory: str | None) -> Budget:
    """
    Return what so much memory allows: half of the machine's where none is said.

    >>> budget("4GB")
    Budget(rows=1600000, bits=29)
    """
    held = size(memory) if memory else os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    rows = min(max(held // _A_ROW, _LEAST_ROWS), _MOST_ROWS)
    return Budget(rows, min(max((held // _COUNTERS).bit_length(), 16), _MOST_BITS))


def judge_large(
    engine: Engine,
    log: Hourly,
    releases: Mapping[str, int],
    words: Callable[[Detection, pa.Table], Render],
    *,
    allowed: Budget,
    rejected: int,
    duplicates: int,
    tell: Callable[[str], None],
) -> ScanResult:
    """
    Return what the fingerprints of a store say that is too large to be searched whole.

    Every exchange is read once and counted; the accounts that may act as one, and a crowd to
    compare them with, are searched as a small log is. Who does the work of a campaign that is found there, and
    has its traits, is taken into it. `releases` gives seconds since 1970 by model; `words` puts templates in words where these can be had.
    """
    found = search(engine, log, releases, rows=allowed.rows, bits=allowed.bits, tell=tell)
    tell("describing")
    return conclude_whole(found, releases, words(found.detection, found.where), rejected=rejected, duplicates=duplicates)
