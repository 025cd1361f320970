"""The prompts behind a detector's exchanges, for the detectors that read words."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope import sources
from hydrascope.fingerprint.parts import parts
from hydrascope.lab.detectors.model import Observed

Ints = npt.NDArray[np.int64]
_ID = ("exchange_id", "account_id", "ts")


class Texts(NamedTuple):
    """
    Prompts by account and, within an account, by time.

    Account `a` is `accounts[a]` and has the rows `offsets[a]` to `offsets[a + 1]` of `prompts` and `seconds` (since 1970).
    """

    accounts: list[str]
    offsets: Ints
    prompts: pa.LargeStringArray
    seconds: npt.NDArray[np.float64]


def read_prompts(path: Path) -> pa.Table:
    """Return `exchange_id`, `account_id`, `ts` and `prompt` (the last user message, empty where there is none) of a log."""
    tables = [_told(batch) for batch in sources.read([path])]
    return pa.concat_tables(tables)


def _told(batch: pa.RecordBatch) -> pa.Table:
    prompt = parts(batch).prompt.fill_null("")
    return pa.table({name: batch.column(name) for name in _ID} | {"prompt": prompt})


def texts(observed: Observed) -> Texts:
    """
    Return the prompts of the observed exchanges: those of `fingerprints`, so what comes after `until` is left out.

    An exchange that the log tells twice is read once, with the wording that sorts first.
    """
    if not len(observed.fingerprints):
        return arranged(pa.table({name: observed.fingerprints[name] for name in _ID} | {"prompt": pa.array([], pa.large_string())}))
    return arranged(read_prompts(observed.exchanges).join(observed.fingerprints.select(_ID), _ID, join_type="left semi", use_threads=False))


def arranged(told: pa.Table) -> Texts:
    """
    Return a table of prompts by account and time, each exchange once, whatever the order of its rows.

    >>> told = pa.table(
    ...     {"exchange_id": ["2", "1"], "account_id": ["a", "a"], "ts": pa.array([5, 3], pa.timestamp("us")), "prompt": ["y", "x"]}
    ... )
    >>> arranged(told).prompts.to_pylist()
    ['x', 'y']
    """
    order: Any = [(name, "ascending") for name in ("account_id", "ts", "exchange_id", "prompt")]
    told = told.take(pc.sort_indices(told, sort_keys=order))
    same = np.ones(max(len(told) - 1, 0), bool)
    for name in _ID:
        column = told[name].combine_chunks()
        same &= pc.equal(column[1:], column[:-1]).to_numpy(zero_copy_only=False)
    told = told.filter(pa.array(np.concatenate([np.ones(min(len(told), 1), bool), ~same])))
    account = told["account_id"].combine_chunks().dictionary_encode()
    counts = np.bincount(account.indices.to_numpy(), minlength=len(account.dictionary))
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    prompts = told["prompt"].cast(pa.large_string()).combine_chunks()
    prompts = prompts.combine_chunks() if isinstance(prompts, pa.ChunkedArray) else prompts
    return Texts(account.dictionary.to_pylist(), offsets, prompts, told["ts"].cast(pa.int64()).to_numpy() / 1e6)
