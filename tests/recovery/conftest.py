"""A scan as a user runs it, and the small traffic that it is given."""

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hydrascope import cli
from hydrascope.lab import worlds

CLEAR = re.compile(r"hydrascope: (no line of the input can be read: )?(\S+: )?expected .+ but got .+; .+\n", re.DOTALL)
NOBODY = 65534


class Ended(NamedTuple):
    """How a scan ended: its exit status, standard output and error, and what it wrote."""

    status: int
    out: str
    err: str
    written: dict[str, bytes]

    @property
    def clear(self) -> bool:
        """Whether it said what was expected, what was there and what to do."""
        return bool(CLEAR.fullmatch(self.err))

    @property
    def refused(self) -> bool:
        """Whether it ended with 2, wrote nothing, and said so clearly."""
        return (self.status, self.out, self.written) == (2, "", {}) and self.clear

    @property
    def unread(self) -> bool:
        """Whether it ended with 2, said so clearly, and wrote the list of what it could not read and nothing else."""
        return (self.status, self.out, self.written.keys()) == (2, "", {"rejected.jsonl"}) and self.clear

    @property
    def scanned(self) -> dict[str, Any]:
        """The `scanned` of campaigns.json."""
        return json.loads(self.written["campaigns.json"])["scanned"]

    @property
    def rejected(self) -> list[tuple[str, int, str]]:
        """File name, line and reason of each rejected line."""
        rows = map(json.loads, self.written["rejected.jsonl"].splitlines())
        return [(Path(row["source"]).name, row["line"], row["reason"]) for row in rows]


@pytest.fixture
def run(monkeypatch, capfd, tmp_path) -> Callable[..., Ended]:
    """Run `hydrascope scan` in an empty directory, quietly and into `out` unless the words say otherwise."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ended:
        monkeypatch.setattr("sys.argv", ["hydrascope", "scan", "--quiet", "--out", "out", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        streams, out = capfd.readouterr(), tmp_path / "out"
        assert "Traceback" not in streams.err
        held = {path.name: path.read_bytes() for path in out.iterdir()} if out.is_dir() else {}
        return Ended(ended.value.code or 0, streams.out, streams.err, held)

    return run


def _exchange(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "exchange_id": f"e{number}",
        "ts": f"2026-03-{1 + number % 20:02d}T{number % 24:02d}:00:00Z",
        "account_id": f"a{number % 5}",
        "model": "m",
        "request": {"messages": [{"role": "user", "content": f"What is the {number}th word of the long poem about the sea?"}]},
    } | fields


def _lines(*values: Any) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


@pytest.fixture
def exchange() -> Callable[..., dict[str, Any]]:
    """Make an exchange of the contract from its number; keywords replace its fields."""
    return _exchange


@pytest.fixture
def lines() -> Callable[..., bytes]:
    """Write values as JSON lines."""
    return _lines


@pytest.fixture
def good() -> bytes:
    """Forty exchanges of five accounts, as JSON lines."""
    return _lines(*map(_exchange, range(40)))


@pytest.fixture
def flat() -> bytes:
    """A log of forty lines that only a mapping can read."""
    return _lines(*({"key": f"k{i % 5}", "when": 1772323200 + i, "q": "What?", "engine": "m"} for i in range(40)))


@pytest.fixture(scope="session")
def world(tmp_path_factory) -> Path:
    """A small world with campaigns."""
    return worlds.simulate("demo", seed=3, out=tmp_path_factory.mktemp("world"), scale=0.25)


@contextlib.contextmanager
def _unprivileged() -> Iterator[None]:
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def unprivileged() -> Callable[[], contextlib.AbstractContextManager[None]]:
    """Drop the rights of the superuser, whom no permission stops."""
    return _unprivileged
