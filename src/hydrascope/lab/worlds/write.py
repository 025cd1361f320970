"""A world on disk: exchanges.jsonl, accounts.jsonl, releases.json and three tables of truth."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

import msgspec

from hydrascope.lab.worlds.clients import Stack
from hydrascope.lab.worlds.failures import latency
from hydrascope.lab.worlds.networks import Place
from hydrascope.lab.worlds.traffic import LARGE, NEW, SMALL, Population, Sent, Setting, moment

_LEAN = frozenset(("session_id", "end_user", "latency_ms", "status", "tool_calls"))  # what a lean log does not keep
_BROUGHT_BACK = frozenset(("tool_calls", "reasoning_blocks"))
_AT_ONCE = 1024


def write(out: Path, population: Population, setting: Setting, *, compress: bool, lean: bool) -> None:
    """Write the six files; exchanges in order of time, accounts in order of birth."""
    out.mkdir(parents=True, exist_ok=True)
    sent = sorted(population.sent, key=lambda one: (one.ts, one.account_id))
    named = [(f"ex_{number:09d}", one) for number, one in enumerate(sent)]
    lines = _lines(named, lean=lean)
    with _open(out, "exchanges.jsonl", compress=compress) as file:
        encode = msgspec.json.Encoder().encode_lines
        while some := list(islice(lines, _AT_ONCE)):
            file.write(encode(some))
    enrolled = sorted(population.accounts, key=lambda one: (one.account.created_at, one.account.account_id))
    (out / "accounts.jsonl").write_bytes(b"".join(msgspec.json.encode(one.account) + b"\n" for one in enrolled))
    (out / "releases.json").write_bytes(msgspec.json.format(msgspec.json.encode(_releases(setting)), indent=1))
    _table(
        out / "truth_accounts.csv",
        "account_id,campaign,kind,operator",
        ((e.account.account_id, e.campaign, e.kind, e.operator) for e in enrolled),
    )
    _table(out / "truth_exchanges.csv", "exchange_id,campaign,kind", _labels(named))
    _table(out / "truth_work.csv", "exchange_id,intent,capability", _work(named))


def _open(out: Path, name: str, *, compress: bool) -> IO[bytes]:
    """Open the file for writing and remove its twin, which a reader of the folder would take in as well."""
    plain, packed = out / name, out / f"{name}.gz"
    (plain if compress else packed).unlink(missing_ok=True)
    if not compress:
        return plain.open("wb")
    return gzip.GzipFile(filename="", fileobj=packed.open("wb"), mode="wb", compresslevel=3, mtime=0)  # type: ignore[return-value]


def _labels(named: Iterable[tuple[str, Sent]]) -> Iterator[tuple[str, str, str]]:
    return ((name, one.campaign, one.kind) for name, one in named)


def _work(named: Iterable[tuple[str, Sent]]) -> Iterator[tuple[str, str, str]]:
    """Yield what each exchange of a campaign is for; cover and the honest have no line."""
    return ((name, one.intent, one.capability) for name, one in named if one.campaign)


def _lines(named: Iterable[tuple[str, Sent]], *, lean: bool) -> Iterator[dict[str, Any]]:
    """Yield the lines; what a client shows is encoded once for all that it sends from one place."""
    clients: dict[tuple[Place, Stack], msgspec.Raw] = {}
    for name, one in named:
        known = (one.place, one.stack)
        client = clients.get(known)
        if client is None:
            client = clients[known] = _client(*known, lean=lean)
        yield _exchange(name, one, client, lean=lean)


def _client(place: Place, stack: Stack, *, lean: bool) -> msgspec.Raw:
    shown: dict[str, Any] = {**place._asdict(), "user_agent": stack.user_agent, "ja4": stack.ja4}
    return msgspec.Raw(msgspec.json.encode(shown if lean else {**shown, "headers": stack.headers}))


def _exchange(name: str, one: Sent, client: msgspec.Raw, *, lean: bool) -> dict[str, Any]:
    """Return one line; a lean log lacks what many operators do not keep: sessions, end users, headers, latency, status."""
    answer, request = one.answer, one.request
    size = len(request.get("system", ""))
    for message in request["messages"]:
        size += len(message["content"])
    response: dict[str, Any] = {"text": answer, "finish_reason": "stop"}
    line = {
        "exchange_id": name,
        "ts": moment(one.ts),
        "account_id": one.account_id,
        "pathway": one.pathway,
        "client": client,
        "model": one.model,
        "request": request,
        "response": response,
        "usage": {"input_tokens": size // 4 + 1, "output_tokens": len(answer) // 4},
    }
    if not lean:
        line["latency_ms"] = 300.0 + 4.5 * len(answer)
        response["status"] = 200
    if one.extra:
        _extend(line, response, one.extra, lean=lean)
    return line


def _extend(line: dict[str, Any], response: dict[str, Any], extra: Mapping[str, Any], *, lean: bool) -> None:
    """Add what an actor said beside the usual; what failed brings nothing back, and takes as long as its status tells."""
    failed = (status := extra.get("status", 200)) >= 400
    if failed:
        del response["finish_reason"]
        if not lean:
            line["latency_ms"] = latency(status)
    elif extra.get("tool_calls"):
        response["finish_reason"] = "tool_use"
    for key, value in extra.items():
        if key in _BROUGHT_BACK:
            if not failed and not (lean and key in _LEAN):
                response[key] = value
        elif not (lean and key in _LEAN):
            (response if key == "status" else line)[key] = value


def _releases(setting: Setting) -> list[dict[str, str | datetime]]:
    days = ((SMALL, -150.0), (LARGE, -150.0), (NEW, setting.release / 86_400.0))
    return [{"model": model, "released_at": moment(day * 86_400.0)} for model, day in days]


def _table(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
