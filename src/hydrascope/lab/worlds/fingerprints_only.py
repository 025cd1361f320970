"""
Worlds without text: fingerprints straight from random numbers, a million a second on one core.

For what needs more exchanges than text can be written for: detection at scale,
its memory and its time. Sketches keep template shingles as the fingerprint's
FracMinHash would; hashes of fresh text are fresh numbers. It misleads wherever
text matters: honest prompts share nothing by chance, and no template is near
another.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.fingerprint.sketch import KEPT, WIDTH
from hydrascope.lab.worlds import fitted
from hydrascope.lab.worlds.clients import FAMILIES
from hydrascope.lab.worlds.crowd import HEAD, Accounts, Crowd, Hashes, Ints, intents, people, rng_of, texts
from hydrascope.lab.worlds.traffic import BEGIN, LARGE, NEW, SMALL
from hydrascope.schema import FINGERPRINTS

SLOTS = 12  # shingles of a row: three in four of them belong to its template, where it has one
_BAND = (1 << 64) // KEPT // SLOTS
_START = int(BEGIN.timestamp()) * 1_000_000
_HOUR = 3_600_000_000
_MODELS = pa.array([LARGE, SMALL, NEW])
_CLIENTS = pa.array([f"{name}/{20 - i}" for i in range(5) for name in FAMILIES][:64])
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Chunk(NamedTuple):
    """Some exchanges: the account of each row, and whether it harvests."""

    number: int
    start: int  # row number of the first
    who: Ints
    harvests: npt.NDArray[np.bool_]


def fingerprints(spec: Crowd, seed: int, *, rows: int = 32_768) -> Iterator[pa.RecordBatch]:
    """
    Yield the exchanges of a world in `schema.FINGERPRINTS`, account by account, some 32,768 rows at a time.

    The same spec and seed give the same rows with the same version of numpy, whose generators they come from; `rows` is part of what they follow from.

    >>> from hydrascope.lab.worlds.crowd import Harvest
    >>> batches = list(fingerprints(Crowd(accounts=20, campaigns=(Harvest(heads=3),)), 1))
    >>> batches[0].schema == FINGERPRINTS
    True
    """
    accounts = people(spec, seed)
    table, hours = _shingles(spec, accounts, seed), _hours()
    aims, shown = intents(spec), _Shown(accounts)
    for chunk in _chunks(accounts, seed, rows):
        rng = rng_of(seed, 4, chunk.number)
        columns = {**_common(len(chunk.who)), **shown.columns(chunk.who), **_texts(rng, accounts, chunk, table)}
        columns |= _sizes(rng, chunk, aims[accounts.campaign[chunk.who]])
        columns |= _when(rng, spec, accounts, chunk, hours)
        columns["exchange_id"] = _numbered(chunk)
        yield pa.RecordBatch.from_arrays([columns[field.name] for field in FINGERPRINTS], schema=FINGERPRINTS)


def truth_exchanges(spec: Crowd, seed: int, *, rows: int = 32_768) -> Iterator[pa.RecordBatch]:
    """
    Yield `exchange_id`, `campaign` and `kind` of the same rows in the same batches.

    >>> next(truth_exchanges(Crowd(accounts=5, campaigns=()), 1)).schema.names
    ['exchange_id', 'campaign', 'kind']
    """
    accounts = people(spec, seed)
    names = pa.array([*(one.name for one in spec.campaigns), ""])
    kinds = pa.array(["hobby", "saas", "coder", "cover", "attack"])
    for chunk in _chunks(accounts, seed, rows):
        campaign = np.where(chunk.harvests, accounts.campaign[chunk.who], len(names) - 1)
        kind = accounts.kind[chunk.who] + chunk.harvests
        yield pa.RecordBatch.from_pydict({"exchange_id": _numbered(chunk), "campaign": names.take(campaign), "kind": kinds.take(kind)})


def _chunks(accounts: Accounts, seed: int, rows: int) -> Iterator[Chunk]:
    ends = np.cumsum(accounts.exchanges)
    total = int(ends[-1]) if len(ends) else 0
    for number, start in enumerate(range(0, total, rows)):
        stop = min(total, start + rows)
        first, last = np.searchsorted(ends, [start, stop - 1], side="right")
        own = np.arange(first, last + 1)
        inside = np.minimum(ends[own], stop) - np.maximum(ends[own] - accounts.exchanges[own], start)
        who = np.repeat(own, inside)
        harvests = accounts.kind[who] == HEAD
        if harvests.any():
            harvests &= rng_of(seed, 3, number).random(len(who)) >= accounts.cover[who]
        yield Chunk(number, start, who, harvests)


def _shingles(spec: Crowd, accounts: Accounts, seed: int) -> Hashes:
    """
    Return the conserved shingles of every text, 0 where there is none.

    A row's shingles lie in bands of their own, so that they come sorted. A template of w words has w - 4 shingles, of which the sketch keeps one in four.
    """
    rng = rng_of(seed, 5)
    table = rng.integers(1, _BAND, (texts(accounts), SLOTS), np.uint64)
    kept = np.full(len(table), SLOTS * 3 // 4)
    for number, one in enumerate(spec.campaigns):
        row = accounts.template[accounts.campaign == number][:1]
        for wording in range(one.wordings):
            kept[row + wording] = min(rng.binomial(max(0, one.template_words - WIDTH + 1), 1 / KEPT), SLOTS * 3 // 4)
    kept[0] = 0
    table[np.arange(SLOTS) >= kept[:, None]] = 0
    return table


def _texts(rng: np.random.Generator, accounts: Accounts, chunk: Chunk, table: Hashes) -> dict[str, Any]:
    """Return the sketch and the hashes of the texts."""
    who, rows = chunk.who, len(chunk.who)
    fresh = rng.integers(0, 1 << 64, (5, rows), np.uint64)
    row = np.where(chunk.harvests | (accounts.kind[who] != HEAD), accounts.template[who], 0)
    many = np.flatnonzero(chunk.harvests & (accounts.wordings[who] > 1))
    row[many] += rng.integers(0, 1 << 30, len(many)) % accounts.wordings[who[many]]
    values = (rng.integers(0, 1 << 32, (rows, SLOTS), np.uint32).astype(np.uint64) * np.uint64(_BAND >> 32)) | np.uint64(1)
    held = np.flatnonzero(row)
    conserved = table[row[held]]
    values[held] = np.where(conserved > 0, conserved, values[held])
    values += np.arange(SLOTS, dtype=np.uint64) * np.uint64(_BAND)
    offsets = pa.array(np.arange(0, rows * SLOTS + 1, SLOTS, dtype=np.int32))
    framed = (accounts.template[who] > 0) & (accounts.kind[who] != HEAD)  # heads put their template into the user's message
    system = np.where(framed, (accounts.template[who] + 1).astype(np.uint64) * _MIX, np.uint64(0))
    topic = accounts.topic[who]
    topic[chunk.harvests] = table[row[chunk.harvests], 0] * _MIX
    return {
        "sketch": pa.ListArray.from_arrays(offsets, pa.array(values.ravel())),
        "key": pa.array(fresh[0]),
        "prompt_hash": pa.array(fresh[1]),
        "opening_hash": pa.array(fresh[1]),
        "content_hash": pa.array(fresh[2]),
        "semantic": pa.array(topic ^ (fresh[3] & fresh[4] & fresh[0])),
        "system_hash": pa.array(system),
        "tools_hash": pa.array(np.where(accounts.kind[who] == 2, system, np.uint64(0))),
        "structure_hash": pa.array(np.where(framed, np.uint64(7), np.uint64(5))),
        "config_hash": pa.array(accounts.config[who].astype(np.uint64) * _MIX),
        "headers_key": pa.array((accounts.client[who] + 1).astype(np.uint64) * _MIX),
        "system_chars": pa.array(np.where(framed, 600, 0).astype(np.int32)),
    }


def _sizes(rng: np.random.Generator, chunk: Chunk, aims: Ints) -> dict[str, Any]:
    """Return lengths, purpose and worth: a harvest asks for what a student learns from, others now and then look like one."""
    rows = len(chunk.who)
    draw = rng.random((4, rows), np.float32)
    prompt = (40 / (draw[0] + 0.02)).astype(np.int32) + np.where(chunk.harvests, 350, 0).astype(np.int32)
    answer = (120 / (draw[1] + 0.05)).astype(np.int32) + np.where(chunk.harvests, 1500, 0).astype(np.int32)
    intent = np.where(chunk.harvests & (draw[2] < 0.9), aims, np.where(draw[2] > 0.97, (draw[3] * 7).astype(np.int64), 0))
    return {
        "prompt_chars": pa.array(prompt),
        "input_chars": pa.array(prompt),
        "answer_chars": pa.array(answer),
        "output_tokens": pa.array(answer // 4),
        "answer_value": pa.array(answer.astype(np.float32) * np.where(chunk.harvests, np.float32(0.02), np.float32(0.002))),
        "intent": pa.array(intent.astype(np.int8)),
        "intent_p": pa.array(np.float32(0.8) + np.float32(0.2) * draw[3]),
        "capability": pa.array(np.where(chunk.harvests, np.float32(1), draw[0] * 10).astype(np.int8)),
    }


def _hours() -> npt.NDArray[np.float32]:
    """Return 4,096 times of day in microseconds, as often as the typical client of the fit is up."""
    load = np.cumsum([0.0, *fitted.TYPICAL_HOURS])
    return np.interp((np.arange(4096) + 0.5) / 4096 * load[-1], load, np.arange(25) * float(_HOUR)).astype(np.float32)


def _when(rng: np.random.Generator, spec: Crowd, accounts: Accounts, chunk: Chunk, hours: npt.NDArray[np.float32]) -> dict[str, Any]:
    """Return times and models: sittings of four requests some minutes apart, by day at home or round the clock."""
    who, rows = chunk.who, len(chunk.who)
    bits = rng.integers(0, 1 << 32, rows, np.uint32)
    day = (accounts.first[who] + rng.random(rows) * accounts.length[who]) * 24 * _HOUR
    daily = hours[bits & np.uint32(4095)] - accounts.zone[who] * _HOUR
    at = np.where(accounts.flat[who], day, np.floor(day / (24 * _HOUR)) * 24 * _HOUR + daily)
    step = np.arange(rows) & 3
    opens = np.arange(rows) - step
    same = (who[opens] == who) & ~accounts.flat[who]
    at = np.where(same, at[opens] + step * 1e6 * (20 + (bits >> np.uint32(12)) % np.uint32(300)), at)
    at %= spec.days * 24 * _HOUR
    model = accounts.model[who]
    turned = chunk.harvests & (at > spec.release_day * 24 * _HOUR)
    if turned.any():
        pivots = np.array([*(one.pivot for one in spec.campaigns), 0.0])[accounts.campaign[who]]
        model = np.where(turned & (rng.random(rows) < pivots), 2, model)
    return {"ts": pa.array(at.astype(np.int64) + _START, pa.timestamp("us", tz="UTC")), "model": _MODELS.take(pa.array(model))}


class _Shown:
    """What an account shows of itself, as strings to be repeated a row."""

    def __init__(self, accounts: Accounts) -> None:
        place = accounts.address.astype(np.uint32) * np.uint32(2654435761)
        a, b, c, d = (
            (240 + (place >> 24) % 15).tolist(),
            ((place >> 16) & 255).tolist(),
            ((place >> 8) & 255).tolist(),
            (place % 254 + 1).tolist(),
        )
        network = [f"{w}.{x}.{y}" for w, x, y in zip(a, b, c, strict=True)]
        self.ids = accounts.ids
        self.subnet = pa.array([f"{one}.0/24" for one in network])
        self.ip = pa.array([f"{one}.{last}" for one, last in zip(network, d, strict=True)])
        self.client = _CLIENTS.take(pa.array(accounts.client % len(_CLIENTS)))
        self.ja4 = pa.array([f"t13d15{client % 13:02d}h2_{client % 13:012x}_{client % 7:012x}" for client in accounts.client.tolist()])
        self.asn = 64_600 + (place >> 24).astype(np.int64) % 40

    def columns(self, who: Ints) -> dict[str, Any]:
        """Return the columns of some rows."""
        rows = pa.array(who)
        strings = {"account_id": self.ids, "subnet": self.subnet, "ip": self.ip, "client": self.client, "ja4": self.ja4}
        return {name: column.take(rows) for name, column in strings.items()} | {"asn": pa.array(self.asn[who])}


def _common(rows: int) -> dict[str, Any]:
    """Return the columns that are alike in every row, or null."""
    ones, none = np.ones(rows, np.int32), np.zeros(rows, np.int32)
    alike: dict[str, Any] = {name: pa.nulls(rows, FINGERPRINTS.field(name).type) for name in _NULL}
    alike |= {"status": pa.array(ones * 200), "user_turns": pa.array(ones), "samples": pa.array(ones), "tool_turns": pa.array(none)}
    return {**alike, "end_user": pa.array(np.zeros(rows, np.uint64))}


_NULL = ("org_id", "pathway", "blocks_in", "blocks_out", "is_batch", "source", "line")
_HEX = np.array([f"{i:04x}".encode() for i in range(1 << 16)]).view(np.uint32)


def _numbered(chunk: Chunk) -> pa.StringArray:
    """Return `x` and eight hexadecimal digits a row, put together without a string in Python."""
    rows = len(chunk.who)
    number = np.arange(chunk.start, chunk.start + rows)
    text = np.empty((rows, 9), np.uint8)
    text[:, 0] = ord("x")
    text[:, 1:5] = _HEX[number >> 16].view(np.uint8).reshape(rows, 4)
    text[:, 5:9] = _HEX[number & 0xFFFF].view(np.uint8).reshape(rows, 4)
    offsets = np.arange(0, 9 * rows + 1, 9, dtype=np.int32)
    return pa.StringArray.from_buffers(rows, pa.py_buffer(offsets), pa.py_buffer(text))
