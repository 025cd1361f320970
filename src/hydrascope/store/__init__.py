"""Where do fingerprints live, and how is a batch taken in exactly once? A directory of Parquet files, without any words."""

from hydrascope.store.directory import Stored, get, put

__all__ = ["Stored", "get", "put"]
