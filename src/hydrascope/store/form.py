"""
From fingerprints and accounts to their stored form, and back.

A *wide* table has both halves: pseudonyms and whatever is no identifier
(`STORED`), and beside them the names (`NAMES`). On disk they are two files with
the same rows in the same order.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.schema import ACCOUNT_NAMES, ACCOUNTS, FINGERPRINTS, HASHED, NAMES, STORED, STORED_ACCOUNTS
from hydrascope.store.keys import Secret, deciphered, enciphered, pseudonyms

# Enciphered columns, by the column that they come from.
_CIPHERED = {"key": "exchange", "end_user": "end_user"}
IDENTITY = ("account", "ts", "exchange")


class Form(NamedTuple):
    """A kind of table: as it is outside, its stored half, and its names."""

    plain: pa.Schema
    stored: pa.Schema
    names: pa.Schema

    @property
    def wide(self) -> pa.Schema:
        """Both halves."""
        return pa.schema([*self.stored, *self.names])


EXCHANGE = Form(FINGERPRINTS, STORED, NAMES)
ACCOUNT = Form(ACCOUNTS, STORED_ACCOUNTS, ACCOUNT_NAMES)


def encoded(table: pa.Table, form: Form, key: Secret) -> pa.Table:
    """Return a table in its wide form."""
    columns = {name: table[name] for name in table.column_names if name not in _CIPHERED}
    columns |= {ours: pseudonyms(table[name], ours, key) for name, ours in HASHED.items() if name in table.column_names}
    columns |= {ours: enciphered(table[name].to_numpy(), name, key) for name, ours in _CIPHERED.items() if name in table.column_names}
    return pa.table([columns[name] for name in form.wide.names], schema=form.wide)


def decoded(wide: pa.Table, form: Form, key: Secret) -> pa.Table:
    """
    Return a table as it was before it was stored.

    Where names were taken away, who needs one is called by a pseudonym, such
    as `account-00c0ffee00c0ffee`; places in files are null.
    """
    columns = {name: wide[name] for name in form.plain.names if name in wide.column_names and name not in _CIPHERED}
    for name, ours in {**HASHED, "exchange_id": "exchange"}.items():
        if name in columns:
            columns[name] = named(columns[name], wide[ours], ours)
    for name, ours in _CIPHERED.items():
        if name in form.plain.names:
            columns[name] = deciphered(wide[ours].to_numpy(), name, key)
    return pa.table([columns[name] for name in form.plain.names], schema=form.plain)


def named(names: pa.ChunkedArray, hashes: pa.ChunkedArray, kind: str) -> pa.ChunkedArray:
    """Return the names, and a pseudonym for each that is missing though somebody is meant."""
    if names.null_count <= hashes.null_count:
        return names
    coded = hashes.combine_chunks().dictionary_encode()
    called = pa.array([pseudonym(kind, value) for value in coded.dictionary.to_pylist()], names.type)
    return pc.coalesce(names, pa.chunked_array([pc.take(called, coded.indices)]))


def pseudonym(kind: str, value: int) -> str:
    """
    Return what somebody is called whose name is not known.

    >>> pseudonym("account", 0xC0FFEE)
    'account-0000000000c0ffee'
    """
    return f"{kind}-{value:016x}"


def nameless(stored: pa.Table, form: Form) -> pa.Table:
    """Return the wide form of a table whose names were taken away."""
    nulls = [pa.nulls(len(stored), field.type) for field in form.names]
    return pa.table([*stored.columns, *nulls], schema=form.wide)


def in_order(wide: pa.Table) -> pa.Table:
    """Return the rows by account, time and exchange: the order of every data file."""
    order = np.lexsort((wide["exchange"].to_numpy(), wide["ts"].cast(pa.int64()).to_numpy(), wide["account"].to_numpy()))
    return wide.take(pa.array(order))
