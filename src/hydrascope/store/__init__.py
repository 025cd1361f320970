"""
Where do fingerprints live, how long, and how is an exchange taken in exactly once?

A directory of Parquet files by hour, without any words, identifiers under a
keyed hash: `writing` takes in, `snapshot` and `get` read, `upkeep` cleans.
"""

from hydrascope.store.hourly import Hourly
from hydrascope.store.kept import Kept
from hydrascope.store.manifest import Part
from hydrascope.store.snapshot import Snapshot, Stored, get, reading, snapshot
from hydrascope.store.telling import once
from hydrascope.store.upkeep import Info, compact, expire, info, migrate, purge
from hydrascope.store.writer import Change, Writer, writing

__all__ = [
    "Change",
    "Hourly",
    "Info",
    "Kept",
    "Part",
    "Snapshot",
    "Stored",
    "Writer",
    "compact",
    "expire",
    "get",
    "info",
    "migrate",
    "once",
    "purge",
    "reading",
    "snapshot",
    "writing",
]
