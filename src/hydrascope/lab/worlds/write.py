"""A world on disk: exchanges.jsonl, accounts.jsonl, releases.json and the two files of truth."""

import csv
import gzip
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from hydrascope.lab.worlds.traffic import LARGE, NEW, SMALL, Population, Sent, Setting, moment

_LEAN = ("session_id", "end_user", "status", "tool_calls")


def write(out: Path, population: Population, setting: Setting, *, compress: bool, lean: bool) -> None:
    """Write the five files; exchanges in order of time, accounts in order of birth."""
    out.mkdir(parents=True, exist_ok=True)
    sent = sorted(population.sent, key=lambda one: (one.ts, one.account_id))
    with _open(out, "exchanges.jsonl", compress=compress) as file:
        encode = msgspec.json.Encoder().encode
        for number, one in enumerate(sent):
            file.write(encode(_exchange(number, one, lean=lean)) + b"\n")
    enrolled = sorted(population.accounts, key=lambda one: (one.account.created_at, one.account.account_id))
    (out / "accounts.jsonl").write_bytes(b"".join(msgspec.json.encode(one.account) + b"\n" for one in enrolled))
    (out / "releases.json").write_bytes(msgspec.json.format(msgspec.json.encode(_releases(setting)), indent=1))
    _table(
        out / "truth_accounts.csv",
        "account_id,campaign,kind,operator",
        ((e.account.account_id, e.campaign, e.kind, e.operator) for e in enrolled),
    )
    _table(out / "truth_exchanges.csv", "exchange_id,campaign,kind", _labels(sent))


def _open(out: Path, name: str, *, compress: bool) -> IO[bytes]:
    """Open the file for writing and remove its twin, which a reader of the folder would take in as well."""
    plain, packed = out / name, out / f"{name}.gz"
    (plain if compress else packed).unlink(missing_ok=True)
    if not compress:
        return plain.open("wb")
    return gzip.GzipFile(filename="", fileobj=packed.open("wb"), mode="wb", compresslevel=3, mtime=0)  # type: ignore[return-value]


def _labels(sent: Iterable[Sent]) -> Iterator[tuple[str, str, str]]:
    return ((_id(number), one.campaign, one.kind) for number, one in enumerate(sent))


def _id(number: int) -> str:
    return f"ex_{number:09d}"


def _exchange(number: int, one: Sent, *, lean: bool) -> dict[str, Any]:
    """Return one line; a lean log lacks what many operators do not keep: sessions, end users, headers, latency, status."""
    extra = {key: value for key, value in one.extra.items() if not (lean and key in _LEAN)}
    status, calls = extra.pop("status", 200), extra.pop("tool_calls", None)
    size = sum(len(message["content"]) for message in one.request["messages"]) + len(one.request.get("system", ""))
    client = {
        "ip": one.place.ip,
        "asn": one.place.asn,
        "country": one.place.country,
        "user_agent": one.stack.user_agent,
        "ja4": one.stack.ja4,
    }
    response: dict[str, Any] = {"text": one.answer, "finish_reason": "stop" if calls is None else "tool_use"}
    line = {
        "exchange_id": _id(number),
        "ts": moment(one.ts),
        "account_id": one.account_id,
        "pathway": one.pathway,
        "client": client,
        "model": one.model,
        "request": one.request,
        "response": response,
        "usage": {"input_tokens": size // 4 + 1, "output_tokens": len(one.answer) // 4},
        **extra,
    }
    if not lean:
        client["headers"] = one.stack.headers
        line["latency_ms"] = 300.0 + 4.5 * len(one.answer)
        response["status"] = status
        if calls is not None:
            response["tool_calls"] = calls
    return line


def _releases(setting: Setting) -> list[dict[str, str | datetime]]:
    days = ((SMALL, -150.0), (LARGE, -150.0), (NEW, setting.release / 86_400.0))
    return [{"model": model, "released_at": moment(day * 86_400.0)} for model, day in days]


def _table(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
