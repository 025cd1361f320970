"""One detection for all tests of campaigns: an operator with two templates, bans, successors and a turn, among strangers."""

import runpy
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hydrascope.campaigns import Campaign, ScanResult, conclude
from hydrascope.detect import Detection, detect
from hydrascope.engine import connect

KIT = runpy.run_path(str(Path(__file__).parents[1] / "detect" / "conftest.py"))["Kit"]()


class Found(NamedTuple):
    """What was detected, how its exchanges are called, and what was concluded."""

    detection: Detection
    exchange_ids: list[str]  # by number
    result: ScanResult

    @property
    def campaign(self) -> Campaign:
        """The one campaign."""
        (one,) = self.result.campaigns
        return one


def concluded(rows: Any, **releases: float) -> Found:
    """Return what is detected and concluded in some rows."""
    seconds = {model: round(KIT.START + hours * 3600) for model, hours in releases.items()}
    fingerprints = KIT.fingerprints(rows)
    detection = detect(connect(threads=1), fingerprints, KIT.register(rows), seconds)
    ids = fingerprints["exchange_id"].take(detection.entries).combine_chunks()
    result = conclude(detection, ids, seconds, lambda one: f"words of {one.name}", rejected=2, duplicates=3)
    return Found(detection, ids.to_pylist(), result)


def operator() -> Any:
    """Return twelve heads with two templates, a fifth of cover traffic, one ban with its successor, and a turn to a new model."""

    def talk(_: int, k: int) -> bool:
        return k % 5 == 4

    def sketch(i: int, k: int) -> list[int]:
        own = [KIT.hash_of("h", i, k, j) for j in range(4)]
        return own if talk(i, k) else [KIT.hash_of("frame", k % 2, j) for j in range(8)] + own

    return KIT.heads(
        each=lambda i: 20 if i == 3 else 40,
        hour=lambda i, k: 146 + 6 * k + i / 1000 if i == 11 else 6 * k + (i * 5) % 24,
        banned_at=lambda i: 6.0 if i == 3 else None,
        sketch=sketch,
        template=-1,
        structure_hash=lambda i, k: 30 if talk(i, k) else 97,
        config_hash=lambda i, k: 20 if talk(i, k) else 98,
        intent=lambda i, k: 0 if talk(i, k) else 1 + 2 * (k % 2),
        capability=lambda i, k: 0 if talk(i, k) else 1,
        user_turns=lambda i, k: 4 if talk(i, k) else 1,
        model=lambda i, k: "m2" if k >= 20 and i != 11 else "m1",
        pathway=lambda i, _: "reseller:x" if i == 0 else "api",
    )


@pytest.fixture(scope="session")
def kit() -> Any:
    """Return the functions that make scenes."""
    return KIT


@pytest.fixture(scope="session")
def conclude_from() -> Any:
    """Return the function from rows to what is concluded."""
    return concluded


@pytest.fixture(scope="session")
def found() -> Found:
    """Return the operator among forty strangers, found."""
    return concluded(KIT.both(KIT.strangers(), operator()), m2=121.0)
