"""Accounts of a campaign that nobody judged, or what its accounts did after it was judged."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.campaigns.accounts import coded
from hydrascope.campaigns.purposes import told
from hydrascope.campaigns.timeline import at
from hydrascope.detect.screen.look import to_seconds
from hydrascope.schema import ATTRIBUTED, CAPABILITIES, INTENTS

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.integer]


class More(NamedTuple):
    """
    Some accounts of a campaign, and work of theirs that it does not count yet.

    One row an account in `ids`, `sent` (all its exchanges), `born` and `banned`
    (None where unknown); one row an exchange in the others, `who` being the row
    of its account and `family` a number that `templates` gives for each template of the campaign, -1 for none.
    """

    ids: Sequence[str]
    sent: Ints
    born: Sequence[datetime | None]
    banned: Sequence[datetime | None]
    who: Ints
    ts: Ints  # seconds since 1970
    family: Codes
    intent: Codes
    capability: Codes
    tokens: Codes
    model: pa.Array
    pathway: pa.Array
    exchange_ids: pa.Array
    templates: Mapping[str, int]


def _times(column: pa.ChunkedArray) -> list[datetime | None]:
    micros = column.cast(pa.int64()).to_pylist()
    return [None if one is None else at(one / 1e6) for one in micros]


def more_of(accounts: Ints, people: pa.Table, sent: Ints, rows: pa.Table, templates: Mapping[str, int]) -> More:
    """
    Return accounts and their work.

    `accounts` are numbers in order, `people` has a row of `schema.ACCOUNTS` for each,
    `rows` is work of theirs in the form of `detect.screen.work.NO_WORK`.
    """
    return More(
        ids=people["account_id"].to_pylist(),
        sent=sent,
        born=_times(people["created_at"]),
        banned=_times(people["banned_at"]),
        who=np.searchsorted(accounts, rows["account"].to_numpy()),
        ts=to_seconds(rows["ts"]),
        family=rows["family"].to_numpy(),
        intent=rows["intent"].to_numpy(),
        capability=rows["capability"].to_numpy(),
        tokens=rows["output_tokens"].to_numpy(),
        model=rows["model"].combine_chunks(),
        pathway=rows["pathway"].combine_chunks(),
        exchange_ids=rows["exchange_id"].combine_chunks(),
        templates=templates,
    )


def attributed_to(campaign_id: str, more: More) -> pa.Table:
    """Return a row of `schema.ATTRIBUTED` for each exchange."""
    names = {family: name for name, family in more.templates.items() if family >= 0}
    known, row = np.unique(more.family, return_inverse=True)
    columns = [
        more.exchange_ids,
        coded(more.who, more.ids),
        coded(np.zeros(len(more.ts), np.int64), [campaign_id]),
        coded(row, [names.get(family) for family in known.tolist()]),
        coded(told(more.family, more.intent), INTENTS),
        coded(more.capability, CAPABILITIES),
    ]
    return pa.Table.from_arrays(columns, schema=ATTRIBUTED)
