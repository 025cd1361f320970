"""How a foreign log becomes exchanges: readers that yield Arrow batches with the schema `hydrascope.schema.EXCHANGES`."""

from collections.abc import Sequence
from pathlib import Path

from hydrascope.sources.files import beside
from hydrascope.sources.reading import Progress, Reading, plan
from hydrascope.sources.registry import READERS, readers

__all__ = ["READERS", "Reading", "beside", "read"]


def read(
    inputs: Sequence[str | Path], *, mapping: Path | None = None, batch_rows: int = 8192, on_progress: Progress | None = None
) -> Reading:
    """
    Return the exchanges of files, directories and globs as an iterator of Arrow batches.

    Formats are recognised from the content and may be mixed. A batch has at most `batch_rows` rows and comes from about 32 MB of text.
    `on_progress` is told bytes done, bytes in all, and rows. Raises `InputError` when nothing can be read and `ConfigError` for a
    wrong mapping; single lines that cannot be read are collected in `Reading.rejected`.
    """
    known, unknown = plan(inputs, readers(mapping))
    return Reading(known, unknown, batch_rows, on_progress)
