"""Who did what with which object, and when: the form in which methods from social networks take traffic."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.detect.components import codes
from hydrascope.lab.detectors.model import Observed

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_ORDER = [("ts", "ascending"), ("account_id", "ascending"), ("exchange_id", "ascending"), ("key", "ascending")]


class Actions(NamedTuple):
    """
    One row an exchange, by time.

    `account[i]` is the position in `accounts` of who acted, `seconds[i]` when (since 1970), `objects[kind][i]` the code of what the action
    was on, -1 for nothing; a code means nothing beyond its kind.
    """

    accounts: list[str]
    account: Ints
    seconds: Floats
    objects: dict[str, Ints]


class Posts(NamedTuple):
    """The actions on one object, by time: who, numbered within the object, when, and who the numbers are."""

    who: Ints
    seconds: Floats
    accounts: Ints


def sorted_rows(observed: Observed) -> pa.Table:
    """Return the fingerprints by time, account and id, whatever order they came in."""
    return observed.fingerprints.take(pc.sort_indices(observed.fingerprints, sort_keys=_ORDER))


def actions(observed: Observed) -> Actions:
    """
    Return the actions of a world on five kinds of objects.

    `template` is the smallest shingle of a prompt's sketch (prompts of one template mostly have the same), `prompt` the exact last message,
    `system` the exact system text, `subnet` the network that was used, `card` the payment instrument behind the account.
    """
    rows = sorted_rows(observed)
    accounts = sorted(rows["account_id"].unique().to_pylist())
    account = pc.index_in(rows["account_id"], value_set=pa.array(accounts, pa.string())).to_numpy().astype(np.int64)
    objects = {
        "template": hashed(smallest(rows["sketch"])),
        "prompt": hashed(rows["prompt_hash"].to_numpy()),
        "system": hashed(rows["system_hash"].to_numpy()),
        "subnet": named(rows["subnet"]),
        "card": registered(observed.accounts, "payment_fingerprint", accounts)[account],
    }
    return Actions(accounts, account, rows["ts"].cast(pa.int64()).to_numpy() / 1e6, objects)


def smallest(lists: pa.ChunkedArray) -> npt.NDArray[np.uint64]:
    """
    Return the smallest number of each list, 0 for an empty one.

    >>> smallest(pa.chunked_array([pa.array([[3, 2], [], [7]], pa.list_(pa.uint64()))])).tolist()
    [2, 0, 7]
    """
    whole = lists.combine_chunks()
    out = np.zeros(len(whole), np.uint64)
    size = pc.list_value_length(whole).fill_null(0).to_numpy()
    filled = np.flatnonzero(size)
    if len(filled):
        out[filled] = np.minimum.reduceat(whole.flatten().to_numpy(), (np.cumsum(size) - size)[filled])
    return out


def hashed(values: npt.NDArray[np.uint64]) -> Ints:
    """Return codes of hashes, -1 for nought."""
    return np.where(values == 0, -1, codes(values)) if len(values) else np.zeros(0, np.int64)


def named(values: pa.ChunkedArray | pa.Array) -> Ints:
    """Return codes of strings or numbers in their order, -1 for null."""
    names = pa.array(sorted(v for v in values.unique().to_pylist() if v is not None), values.type)
    return np.asarray(pc.index_in(values, value_set=names).fill_null(-1)).astype(np.int64)


def registered(register: pa.Table, column: str, accounts: list[str]) -> Ints:
    """Return codes of what the register says of each account, -1 where it says nothing; of two entries the one that sorts first counts."""
    told = register.select(["account_id", column]).group_by("account_id", use_threads=False).aggregate([(column, "min")])
    at = pc.index_in(pa.array(accounts, pa.string()), value_set=told["account_id"].combine_chunks())
    return named(told[f"{column}_min"].combine_chunks().take(at))


def posts(done: Actions, kind: str, *, most: int) -> list[Posts]:
    """Return the actions on each object of a kind that at least two and at most `most` accounts acted on, by code."""
    code = done.objects[kind]
    known = np.flatnonzero(code >= 0)
    order = known[np.argsort(code[known], kind="stable")]
    found = []
    for rows in np.split(order, np.flatnonzero(np.diff(code[order])) + 1):
        if len(rows) < 2:
            continue
        accounts, who = np.unique(done.account[rows], return_inverse=True)
        if 2 <= len(accounts) <= most:
            found.append(Posts(who.astype(np.int64), done.seconds[rows], accounts))
    return found


def popular(accounts: int) -> int:
    """Return with how many accounts an object is everybody's: a quarter of them, at least 50, at most 2,000."""
    return min(max(accounts // 4, 50), 2000)
