"""How a foreign log becomes exchanges: readers that yield Arrow batches with the schema `hydrascope.schema.EXCHANGES`."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import pyarrow as pa

from hydrascope.sources.files import beside, traffic
from hydrascope.sources.reading import BATCH_ROWS, Progress, Reading, plan
from hydrascope.sources.registers import read_accounts, read_releases
from hydrascope.sources.registry import READERS
from hydrascope.sources.second_pass import chosen

__all__ = ["READERS", "Reading", "beside", "read", "read_accounts", "read_releases", "recognise", "texts", "traffic"]


def read(
    inputs: Sequence[str | Path],
    *,
    mapping: Path | None = None,
    batch_rows: int = BATCH_ROWS,
    threads: int = 1,
    on_progress: Progress | None = None,
) -> Reading:
    """
    Return the exchanges of files, directories and globs as an iterator of Arrow batches.

    Formats are recognised from the content and may be mixed; a mapping reads the flat logs among them. A batch has at most
    `batch_rows` rows and comes from about 32 MB of text; `threads` read ahead in large files. `on_progress` is told bytes done, bytes in all, and rows. Raises `InputError`
    when nothing can be read (for single bad lines only at the end of the iteration, when all are bad) and `ConfigError` for a wrong
    mapping; lines that cannot be read are collected in `Reading.rejected`.
    """
    known, unknown = plan(inputs, mapping)
    return Reading(known, unknown, batch_rows, on_progress, threads)


def texts(inputs: Sequence[str | Path], wanted: AbstractSet[str | tuple[str, int]], *, mapping: Path | None = None) -> pa.Table:
    """
    Return the wanted exchanges once more, with their words, in the schema `EXCHANGES` and the order of the files.

    `wanted` holds exchange ids, or (source, line) pairs as `read` gave them. Pairs are far faster: other lines are passed over
    unread, while ids need every line decoded. What is wanted and no longer there is missing from the result.
    """
    return chosen(plan(inputs, mapping)[0], wanted)


def recognise(path: str | Path, *, mapping: Path | None = None) -> str:
    """Return the name of the reader for one file, judged by its content; raises `InputError` that names the nearest guess."""
    return plan([path], mapping)[0][0].reader.name
