"""The readers that there are, in the order in which they are asked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hydrascope.sources import contract, litellm, mapped, mapping, recording
from hydrascope.sources.reader import Reader

READERS: Mapping[str, Reader] = MappingProxyType({reader.name: reader for reader in (contract.READER, recording.READER, litellm.READER)})


def with_mapping(rules: Sequence[mapping.Rule]) -> Mapping[str, Reader]:
    """Return the readers by name; with the rules of a mapping, one that reads any flat log by them comes last."""
    return {**READERS, "mapped": mapped.reader(rules)} if rules else READERS
