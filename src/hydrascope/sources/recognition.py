"""What kind of log a file is, judged by its beginning and not by its name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from hydrascope.sources import tables
from hydrascope.sources.decode import loose
from hydrascope.sources.faults import LineError
from hydrascope.sources.frames import BOM, LONGEST_LINE, document, lines
from hydrascope.sources.reader import Reader
from hydrascope.sources.streams import blocks

Framing = Literal["lines", "document", "csv", "parquet"]
SAMPLES = 8
LINES_TRIED = 4096
FOREIGN = {
    b"PK\x03\x04": "a ZIP archive; unpack it first",
    b"BZh": "a bzip2 file; unpack it first",
    b"\xfd7zXZ": "an xz file; unpack it first",
    b"\xff\xfe": "UTF-16 text; convert it to UTF-8",
    b"\xfe\xff": "UTF-16 text; convert it to UTF-8",
}


class Peek(NamedTuple):
    """The beginning of a file: how it is cut into pieces, the first values in it, and what it seems to be when it is no log."""

    framing: Framing
    samples: Sequence[Any]
    note: str | None = None


def peek(path: Path) -> Peek:
    """Return what the beginning of the file shows; reads at most its first line and about a megabyte."""
    if tables.is_parquet(path):
        return _parquet(path)
    head, ended, fault = _head(path)
    note = next((what for magic, what in FOREIGN.items() if head.startswith(magic)), None)
    text = head.removeprefix(BOM).lstrip(b"\0 \t\r\n")
    if note is not None or not text:
        return Peek("lines", (), note or fault or "an empty file; name another")
    first = text.partition(b"\n")[0]
    alone = ended and not text[len(first) :].strip()
    values = list(_values(head))
    if values and not (alone and first[:1] == b"["):
        return Peek("lines", values)
    if text[:1] in b"[{":
        return Peek("document", _items(iter([text])) or _items(blocks(path)))
    return Peek("csv", tables.csv_samples(text, SAMPLES))


def _parquet(path: Path) -> Peek:
    try:
        return Peek("parquet", tables.parquet_samples(path, SAMPLES))
    except LineError as error:
        return Peek("parquet", (), str(error))


def _head(path: Path) -> tuple[bytes, bool, str | None]:
    """Return the first block and all of the first line, whether the file ends there, and the damage that ends it."""
    held, size = list[bytes](), 0
    try:
        for block in blocks(path):
            if held and (size > LONGEST_LINE or any(b"\n" in one for one in held)):
                return b"".join(held), False, None
            held.append(block)
            size += len(block)
    except LineError as error:
        return b"".join(held), True, str(error)
    return b"".join(held), True, None


def _values(head: bytes) -> Iterator[Any]:
    """Yield the first lines that are JSON objects or arrays each."""
    tried = (_value(frame) for _, frame in islice(lines(iter([head])), LINES_TRIED))
    return islice((value for value in tried if value), SAMPLES)


def _value(frame: bytes | LineError) -> Any:
    if isinstance(frame, LineError):
        return None
    try:
        value = loose(frame)
    except LineError:
        return None
    return value if isinstance(value, (dict, list)) else None


def _items(stream: Iterator[bytes]) -> list[Any]:
    items = (_value(item) for _, item in document(stream))
    return list(islice((item for item in items if item), SAMPLES))


def choose(samples: Sequence[Any], readers: Mapping[str, Reader]) -> str | None:
    """Return the name of the first reader that knows one of the samples, in the order of the samples."""
    return next((reader.name for sample in samples for reader in readers.values() if reader.fits(sample)), None)


def nearest(samples: Sequence[Any], readers: Mapping[str, Reader]) -> str:
    """Return a sentence that names the reader whose keys the samples share most, and the keys that are missing."""
    keys = {key for sample in samples if isinstance(sample, dict) for key in sample}
    best = max(readers.values(), key=lambda reader: len(keys & set(reader.keys)))
    shared = keys & set(best.keys)
    if 2 * len(shared) <= len(best.keys):
        return f"nearest guess: {'a flat log, for which --map names the fields' if keys else 'none, no JSON object or table was found'}"
    missing = [key for key in best.keys if key not in keys]
    return f"nearest guess: {best.title}, of which it has {', '.join(sorted(shared))} and lacks {', '.join(missing) or 'nothing'}; or name its fields with --map"


def register(sample: Any) -> str | None:
    """Return what a value is when it belongs to what lies beside traffic, such as a register of accounts, or None."""
    if isinstance(sample, list):
        return register(sample[0]) if sample else None
    if not isinstance(sample, dict):
        return None
    if {"source", "line", "reason"} <= set(sample) or ("request" not in sample and {"account_id", "campaign_id"} <= set(sample)):
        return "a result of a scan; name the traffic"
    if "model" in sample and "released_at" in sample:
        return "a register of releases; pass it with --releases"
    known = {"created_at", "payment_fingerprint", "email_domain", "banned_at", "program", "plan", "user_ref"}
    if "account_id" in sample and "model" not in sample and known & set(sample):
        return "a register of accounts; pass it with --accounts"
    return None


def keys_of(samples: Sequence[Any]) -> str:
    """Return the keys of the first object among the samples, for a message."""
    first = next((sample for sample in samples if isinstance(sample, dict)), None)
    return msgspec.json.encode(list(first)[:12]).decode() if first is not None else "none"
