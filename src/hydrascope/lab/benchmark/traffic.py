"""As much traffic as a measurement asks for: worlds of one kind, one after another in one log."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from typing import Any

import msgspec

from hydrascope.lab import worlds

WORLD, FIRST_SEED = "shapes", 7
LINE = 3600  # bytes that a line has at least
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


@contextmanager
def written(out: Path, exchanges: int) -> Iterator[Path]:
    """Write traffic into a directory of its own below `out`, which is gone afterwards."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix="traffic-") as folder:
        yield write(Path(folder), exchanges)


def write(out: Path, exchanges: int) -> Path:
    """
    Write so many exchanges of at least 3.6 KB, with their accounts and releases, and return the directory.

    Worlds of other seeds follow each other, each with customers and campaigns of its own. Answers are repeated up to the length of a
    line. One world at a time is held in memory.
    """
    out.mkdir(parents=True, exist_ok=True)
    with (out / "exchanges.jsonl").open("wb") as log, (out / "accounts.jsonl").open("wb") as accounts:
        for line in islice(_lines(out, accounts), exchanges):
            log.write(line)
    return out


def _lines(out: Path, accounts: Any) -> Iterator[bytes]:
    """Yield the lines of one world after another, and copy its accounts and releases beside them."""
    for seed in count(FIRST_SEED):
        with tempfile.TemporaryDirectory(dir=out) as folder:
            world = Path(folder)
            worlds.simulate(WORLD, seed=seed, out=world, scale=1.0)
            accounts.write((world / "accounts.jsonl").read_bytes())
            (world / "releases.json").replace(out / "releases.json")
            with (world / "exchanges.jsonl").open("rb") as lines:
                for line in lines:
                    yield lengthened(line.replace(b'"ex_', b'"w%d_' % seed, 1))


def lengthened(line: bytes) -> bytes:
    r"""
    Return a line of the contract's format with its answer repeated until the line is long enough; one without an answer stays.

    >>> len(lengthened(b'{"response":{"text":"yes"}}\n'))
    3600
    """
    fields = _FIELDS.decode(line)
    response = msgspec.json.decode(fields["response"]) if "response" in fields else {}
    answer, lacking = response.get("text"), LINE - len(line)
    if answer and lacking > 0:
        response["text"] = answer + (f" {answer}" * (lacking // (len(answer) + 1) + 1))[:lacking]
        fields["response"] = msgspec.Raw(msgspec.json.encode(response))
        return msgspec.json.encode(fields) + b"\n"
    return line
