"""The readers that there are, in the order in which they are asked."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from hydrascope.sources import contract, recording
from hydrascope.sources.reader import Reader

READERS: Mapping[str, Reader] = MappingProxyType({reader.name: reader for reader in (contract.READER, recording.READER)})


def readers(mapping: Path | None = None) -> Mapping[str, Reader]:
    """Return the readers by name; with a mapping, one that reads any flat log by it comes last."""
    return READERS
