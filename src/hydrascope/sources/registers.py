"""What is known beside the traffic: the registers of accounts and of model releases."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa

from hydrascope.errors import InputError
from hydrascope.schema import ACCOUNTS, RELEASES
from hydrascope.sources import recognition
from hydrascope.sources.contract import Id
from hydrascope.sources.decode import lenient
from hydrascope.sources.faults import LineError, Rejected, rejected_table
from hydrascope.sources.files import File, regular
from hydrascope.sources.reading import cut
from hydrascope.sources.times import micros

T = TypeVar("T", bound=msgspec.Struct)
Time = str | int | float


class Account(msgspec.Struct, order=True):
    """One account, with times in microseconds since 1970 or as they are written."""

    account_id: Id
    created_at: Time | None = None
    org_id: str | None = None
    payment_fingerprint: str | None = None
    email_domain: str | None = None
    country: str | None = None
    program: str | None = None
    banned_at: Time | None = None
    plan: str | None = None
    user_ref: str | None = None


class Release(msgspec.Struct):
    """When one model became available."""

    model: Id
    released_at: Time


def read_accounts(path: str | Path) -> tuple[pa.Table, pa.Table]:
    """
    Return the accounts of a register, sorted by id, and its rejected lines: `ACCOUNTS` and `REJECTED` of `hydrascope.schema`.

    JSON lines, a JSON array, CSV or Parquet, plain or compressed. Optional fields that cannot be read are null. Where an account has
    several lines that differ, the greatest in canonical order counts and the others are rejected, whatever their order in the file.
    """
    found, rejects = _entries(path, lenient(Account, _dated_account), "accounts: one object with account_id a line")
    unique = _once(found, lambda account: account.account_id, "account_id", rejects, File(Path(path), named=True).source)
    return _table(unique, ACCOUNTS), rejected_table(rejects)


def read_releases(path: str | Path) -> tuple[pa.Table, pa.Table]:
    """Return the releases of a register, sorted by time and model, and its rejected entries: `RELEASES` and `REJECTED`."""
    found, rejects = _entries(path, lenient(Release, _dated_release), "releases: a JSON array of objects with model and released_at")
    unique = _once(found, lambda release: release.model, "model", rejects, File(Path(path), named=True).source)
    unique.sort(key=lambda release: (release.released_at, release.model))
    return _table(unique, RELEASES), rejected_table(rejects)


def _dated_account(account: Account) -> Account:
    for name in ("created_at", "banned_at"):
        setattr(account, name, _time(getattr(account, name), name))
    return account


def _time(value: Time | None, name: str) -> int | None:
    """Return the time, or null where it cannot be read: it is not worth the account."""
    try:
        return None if value is None else micros(value, name)
    except LineError:
        return None


def _dated_release(release: Release) -> Release:
    release.released_at = micros(release.released_at, "released_at")
    return release


def _entries(given: str | Path, parse: Callable[[bytes], T], what: str) -> tuple[list[tuple[int, T]], list[Rejected]]:
    path, source = Path(given), File(Path(given), named=True).source
    found, rejects = list[tuple[int, T]](), list[Rejected]()
    try:
        seen = recognition.peek(regular(path))
        for number, frame in cut(path, seen.framing):
            try:
                if isinstance(frame, LineError):
                    raise frame
                found.append((number, parse(frame)))
            except LineError as error:
                rejects.append(Rejected(source, number, str(error)))
    except OSError as error:
        raise InputError(f"expected a register of {what} but got path={source} ({error.strerror}); check the path") from None
    if rejects and not found:
        first = f"line {rejects[0].line}: {rejects[0].reason}"
        raise InputError(f"expected a register of {what} but got path={source} without one: {first}; mend it, or name another")
    if seen.framing == "csv" and not found:
        raise InputError(f"expected a register of {what} but got path={source} without a row; mend it, or name another")
    return found, rejects


def _once(found: Sequence[tuple[int, T]], key: Callable[[T], str], name: str, rejects: list[Rejected], source: str) -> list[T]:
    """Return one entry a key, the greatest; whatever differs from it is rejected, in whatever order they come."""
    ranked = [(key(entry), msgspec.json.encode(entry), number, entry) for number, entry in found]
    best: dict[str, tuple[bytes, T]] = {}
    for one, rank, _, entry in ranked:
        if one not in best or rank > best[one][0]:
            best[one] = (rank, entry)
    reason = "expected each {0} once but got {0}={1} with other values elsewhere"
    rejects += [Rejected(source, number, reason.format(name, one)) for one, rank, number, _ in ranked if rank != best[one][0]]
    return [best[one][1] for one in sorted(best)]


def _table(entries: Sequence[msgspec.Struct], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_arrays(
        [pa.array([getattr(entry, field.name) for entry in entries], field.type) for field in schema], schema=schema
    )
