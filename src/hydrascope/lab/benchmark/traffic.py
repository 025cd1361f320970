"""As much traffic as a measurement asks for: worlds one after another in one log."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, count, islice, repeat
from pathlib import Path
from typing import Any

import msgspec

from hydrascope.lab import worlds

WORLDS, FIRST_SEED = ("shapes", "village"), 7  # four campaigns, then 5,000 honest accounts again and again
LINE = 3600  # bytes that a line has at least
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


@contextmanager
def written(out: Path, exchanges: int, names: Sequence[str] = WORLDS) -> Iterator[Path]:
    """Write traffic into a directory of its own below `out`, which is gone afterwards."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix="traffic-") as folder:
        yield write(Path(folder), exchanges, names)


def write(out: Path, exchanges: int, names: Sequence[str] = WORLDS) -> Path:
    """
    Write so many exchanges of at least 3.6 KB, with their accounts and releases, and return the directory.

    The worlds named follow each other, the last one with other seeds until there is enough, each with customers and campaigns of its
    own. Answers are repeated up to the length of a line. One world at a time is held in memory. Raises `ConfigError` for a world that is none.
    """
    out.mkdir(parents=True, exist_ok=True)
    with (out / "exchanges.jsonl").open("wb") as log, (out / "accounts.jsonl").open("wb") as accounts:
        for line in islice(_lines(out, accounts, names), exchanges):
            log.write(line)
    return out


def _lines(out: Path, accounts: Any, names: Sequence[str]) -> Iterator[bytes]:
    """Yield the lines of one world after another, and copy its accounts and releases beside them."""
    for seed, name in zip(count(FIRST_SEED), chain(names, repeat(names[-1]))):
        with tempfile.TemporaryDirectory(dir=out) as folder:
            world = Path(folder)
            worlds.simulate(name, seed=seed, out=world, scale=1.0)
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
