"""A search in a store that memory does not hold: how much of it is looked at closely, and what is concluded of all."""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from msgspec.structs import replace

from hydrascope.campaigns import ScanResult
from hydrascope.campaigns.build import Render
from hydrascope.campaigns.grow import grown
from hydrascope.campaigns.standing import Standing, content, restored
from hydrascope.campaigns.whole import conclude_whole, sampled
from hydrascope.detect import Detection
from hydrascope.detect.screen.checkpoint import COLUMNS as SINCE
from hydrascope.detect.screen.checkpoint import checkpoint, described, newcomers, since
from hydrascope.detect.screen.find import search
from hydrascope.detect.screen.look import COLUMNS as LOOKED
from hydrascope.detect.screen.look import Look, Seen
from hydrascope.engine import Engine
from hydrascope.errors import ConfigError
from hydrascope.store import Hourly, Kept, Snapshot

_UNITS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_FIXED = 400_000_000  # bytes that the program takes before any exchange: its code, its compiled kernels, the engine
_A_ROW = 2_800  # bytes that an exchange takes which is looked at closely, with its part of all else
_MOST_ROWS = 4_000_000  # beyond these, more accounts of a campaign say nothing new
_LEAST_ROWS = 50_000
_COUNTERS = 8  # part of the memory that counters of shingles take, two of them a byte
_MOST_BITS = 32
_FORM = 1  # of what is kept: another number makes what was kept before worthless
_LOOKS = 2  # that are kept: late exchanges may spoil the latest


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
    Budget(rows=1285714, bits=30)
    """
    held = size(memory) if memory else os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    rows = min(max((held - _FIXED) // _A_ROW, _LEAST_ROWS), _MOST_ROWS)
    return Budget(rows, min(max((2 * held // _COUNTERS).bit_length(), 16), _MOST_BITS))


class Large(NamedTuple):
    """
    How a store is searched that memory does not hold.

    `words` puts templates in words where these can be had; `releases` gives seconds since 1970 by model.
    Where `kept` is given, what was worked out is kept there and gone on from.
    """

    engine: Engine
    releases: Mapping[str, int]
    words: Callable[[Detection, pa.Table], Render]
    allowed: Budget
    workers: int
    tell: Callable[[str], None]
    kept: Kept | None = None


def judge_large(how: Large, held: Snapshot) -> ScanResult:
    """
    Return what the fingerprints of a store say that is too large to be searched whole.

    Every exchange is read once and counted; the accounts that may act as one, and a crowd to
    compare them with, are searched as a small log is. Who does the work of a campaign that is found there, and
    has its traits, is taken into it. All that is as of a checkpoint, and holds until the next; the hours since are read for
    what known campaigns did in them and for who came to these.
    """
    log, told = Hourly(held), {"rejected": len(held.rejected), "duplicates": held.duplicates}
    end = checkpoint(len(log))
    standing, log = _standing(how, log[:end]), log[end:]
    if not len(log):
        return replace(standing.result, scanned=replace(standing.result.scanned, **told))
    how.tell("going on")
    later = since(standing.point, log.hours(SINCE))
    owner = newcomers(standing.point, later, lambda: described(later, log.pseudonymous(later.accounts)))
    return grown(standing, later, owner, log.register, **told)


def _standing(how: Large, log: Hourly) -> Standing:
    """Return what is concluded of a log that ends at a checkpoint: as it was kept, where its hours and their accounts are what they were."""
    asked = f"{log.mark}-{_digest(how.allowed, sorted(how.releases.items()))}"
    kept = how.kept.get("judged", asked) if how.kept else None
    if kept and kept["register"] == _register_mark(log, kept["accounts"]):
        return restored(kept)
    found, detection = search(how.engine, log, _look(how, log), how.releases, rows=how.allowed.rows, workers=how.workers, tell=how.tell)
    how.tell("describing")
    near = sampled(found, detection, how.words)
    del detection  # the largest thing in memory by now
    standing = conclude_whole(found, near, how.releases)
    if how.kept:
        how.tell("keeping")
        register = _register_mark(log, standing.point.accounts)
        how.kept.put("judged", asked, {"register": register, **content(standing)}, newest=1)
    return standing


def _look(how: Large, log: Hourly) -> Seen:
    """Return what a log shows, from the latest of its beginnings on that was kept; and keep what it shows now."""
    how.tell("looking")
    begin, look = _resumed(how, log)
    for hour in log[begin:].hours(LOOKED):
        look.add(hour)
    if how.kept and begin < len(log):
        how.kept.put("looked", _look_mark(how, log), look.state(), newest=_LOOKS)
    return look.seen()


def _look_mark(how: Large, log: Hourly) -> str:
    return f"{len(log)}-{log.mark}-{_digest(how.allowed.bits)}"


def _resumed(how: Large, log: Hourly) -> tuple[int, Look]:
    """Return how many hours were looked at already, and what they showed."""
    nothing = 0, Look(how.allowed.bits)
    if how.kept is None:
        return nothing
    ends = ((mark.partition("-")[0], mark) for mark in how.kept.marks("looked"))
    for hours, mark in sorted(((int(end), mark) for end, mark in ends if end.isdigit()), reverse=True):
        if hours <= len(log) and mark == _look_mark(how, log[:hours]) and (kept := how.kept.get("looked", mark)):
            return hours, Look.resumed(kept)
    return nothing


def _digest(*asked: object) -> str:
    """Return what tells one way of searching from another, and one version of this program."""
    return hashlib.blake2b(repr((version("hydrascope"), _FORM, *asked)).encode(), digest_size=8).hexdigest()


def _register_mark(log: Hourly, accounts: npt.NDArray[np.uint64]) -> bytes:
    """Return what tells what is known of some accounts from anything else that might be."""
    sink = pa.BufferOutputStream()
    known = log.pseudonymous(accounts).combine_chunks()
    with pa.ipc.new_stream(sink, known.schema) as out:
        out.write_table(known)
    return hashlib.blake2b(sink.getvalue(), digest_size=16).digest()
