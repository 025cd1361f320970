"""
What it costs to search stores of millions of exchanges: time, memory, room, and how they grow.

A world of fingerprints is taken into a store through the same door as any log,
and searched, each in a fresh process. Beside it stands what the machine can do
at all with the same bytes, measured in the same run.
"""

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa

from hydrascope.campaigns import ScanResult
from hydrascope.errors import InputError, OutputError
from hydrascope.lab.benchmark.speed import Stopwatch
from hydrascope.lab.worlds.crowd import register, truth_accounts
from hydrascope.lab.worlds.february import february
from hydrascope.lab.worlds.fingerprints_only import fingerprints
from hydrascope.schema import RELEASES
from hydrascope.store import Hourly, Kept, info, snapshot, writing

SIZES = (1_000_000, 10_000_000, 100_000_000)
Tell = Callable[[str], None]
_MIB = 1 << 20


class Found(msgspec.Struct, frozen=True):
    """How a campaign of the world came out: its heads, those accused, and the worst verdict."""

    name: str
    heads: int
    accused: int
    verdict: str


class Scale(msgspec.Struct, frozen=True):
    """
    One size measured: seconds, MiB, and bytes a fingerprint with all columns and names.

    `search` is from nothing, of all hours but the last two; `hour` is that after one more hour, and `checkpoint` that after the last, of a month
    one at which campaigns are judged anew. `stages` are those of the first in the order they began; `read_s` is what it takes to
    read the files of the store once, byte by byte, and `decode_s` to decode their sketches. Who was found is as of the end.
    """

    exchanges: int
    accounts: int
    ingest_s: float
    ingest_mib: float
    bytes_each: float
    search_s: float
    search_cpu_s: float
    search_mib: float
    stages: dict[str, float]
    hour_s: float
    checkpoint_s: float
    read_s: float
    decode_s: float
    campaigns: list[Found]
    honest_accused: int


def growth(measured: Sequence[Scale]) -> float | None:
    """
    Return the exponent by which the time of a search grows with its exchanges, from the smallest size to the largest; None for one size.

    >>> none = dict(
    ...     accounts=1,
    ...     ingest_s=1,
    ...     ingest_mib=1,
    ...     bytes_each=1,
    ...     search_cpu_s=1,
    ...     search_mib=1,
    ...     stages={},
    ...     hour_s=1,
    ...     checkpoint_s=1,
    ...     read_s=1,
    ...     decode_s=1,
    ...     campaigns=[],
    ...     honest_accused=0,
    ... )
    >>> growth([Scale(exchanges=10, search_s=1, **none), Scale(exchanges=100, search_s=10, **none)])
    1.0
    """
    ordered = sorted(measured, key=lambda one: one.exchanges)
    if len(ordered) < 2 or ordered[0].exchanges == ordered[-1].exchanges:
        return None
    first, last = ordered[0], ordered[-1]
    return round(math.log(last.search_s / first.search_s) / math.log(last.exchanges / first.exchanges), 3)


def scale(sizes: Iterable[int], out: Path, *, seed: int = 1, memory: str | None, threads: int | None, tell: Tell) -> list[Scale]:
    """
    Return what each size costs; the stores stay in `out`, and one that is there already is searched again and not made again.

    Raises `OutputError` where the stores cannot be written, and `InputError` where one is too small or refused.
    """
    found = []
    for exchanges in sizes:
        store = out / f"scale-{exchanges}-{seed}"
        tell(f"making a store of {exchanges:,} exchanges")
        made = _child("make", {"exchanges": exchanges, "seed": seed, "store": str(store)})
        tell(f"searching {exchanges:,} exchanges")
        floor = _child("floor", {"store": str(store)})
        how = {"store": str(store), "memory": memory, "threads": threads}
        searched = _child("search", how)
        tell(f"searching {exchanges:,} exchanges after one more hour, and after the last")
        grown = {**_child("hour", how), **_child("checkpoint", {**how, "exchanges": exchanges, "seed": seed})}
        found.append(msgspec.convert({**made, **floor, **searched, **grown}, Scale))
    return found


def kept(measured: Sequence[Scale], out: Path) -> str:
    """Write the figures to `scale.json`, and return them as JSON."""
    text = msgspec.json.format(msgspec.json.encode(measured)).decode()
    (out / "scale.json").write_text(text)
    return text


def table(measured: Sequence[Scale]) -> str:
    """Return the figures as lines for a person."""
    lines = [
        "exchanges     accounts  ingest s  bytes each  search s  exchanges/s  peak MiB  1 hour more s  checkpoint s  read s  decode s  "
        "accused heads  honest"
    ]
    for one in measured:
        heads, accused = sum(c.heads for c in one.campaigns), sum(c.accused for c in one.campaigns)
        lines.append(
            f"{one.exchanges:<12,}  {one.accounts:>8,}  {one.ingest_s:>8.0f}  {one.bytes_each:>10.1f}  {one.search_s:>8.0f}  "
            f"{one.exchanges / one.search_s:>11,.0f}  {one.search_mib:>8,.0f}  {one.hour_s:>13.1f}  {one.checkpoint_s:>12.0f}  "
            f"{one.read_s:>6.1f}  {one.decode_s:>8.1f}  {f'{accused:,} of {heads:,}':>13}  {one.honest_accused:>6}"
        )
    for one in measured:
        shares = ", ".join(f"{stage} {seconds / one.search_s:.0%}" for stage, seconds in one.stages.items())
        lines.append(f"{one.exchanges:,}: {shares}; one more hour {one.hour_s / one.search_s:.1%} of the whole")
    exponent = growth(measured)
    return "\n".join(lines if exponent is None else [*lines, f"time grows as exchanges to the power of {exponent}"])


def _child(what: str, task: dict[str, Any]) -> dict[str, Any]:
    """Run one measurement in a fresh process, and return what it found."""
    done = subprocess.run([sys.executable, "-m", __name__, what, json.dumps(task)], stdout=subprocess.PIPE, check=False)  # noqa: S603 (ourselves)
    if done.returncode:
        raise InputError(f"expected to {what} a store but got status={done.returncode}; mend what it says above")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _make(exchanges: int, seed: int, store: str) -> dict[str, Any]:
    """Take a world into a store, unless it is there; time and memory of that are kept beside it."""
    beside = Path(store).with_suffix(".json")
    if not beside.exists():
        began = time.perf_counter()
        spec = february(exchanges)
        with writing(Path(store)) as writer:
            writer.register(register(spec, seed), RELEASES.empty_table())
            for batch in fingerprints(spec, seed):
                writer.add(pa.Table.from_batches([batch]))
            writer.commit()
        beside.write_text(json.dumps({"ingest_s": time.perf_counter() - began, "ingest_mib": _peak()}))
    found: dict[str, Any] = json.loads(beside.read_text())
    return {**found, "bytes_each": info(Path(store)).bytes_each}


def _floor(store: str) -> dict[str, float]:
    """Return what it takes to read the files of a store, and to decode the sketches in them."""
    began = time.perf_counter()
    for file in sorted((Path(store) / "data").rglob("*.parquet")):
        with file.open("rb", buffering=0) as bytes_:
            while bytes_.read(8 << 20):
                pass
    read = time.perf_counter() - began
    began = time.perf_counter()
    for _ in Hourly(snapshot(Path(store))).hours(["sketch"]):
        pass
    return {"read_s": read, "decode_s": time.perf_counter() - began}


class _Detected(NamedTuple):
    result: ScanResult
    wall: float
    cpu: float
    stages: dict[str, float]


def _detected(store: str, memory: str | None, threads: int | None, *, without: int) -> _Detected:
    """Search a store without the last hours, and say what that took."""
    from hydrascope.pipeline import detect_stored

    hours = sorted({part.hour for part in snapshot(Path(store)).parts})
    until = datetime.fromtimestamp(hours[-without] * 3600, UTC) if 0 < without < len(hours) else None
    watch, wall, cpu = Stopwatch(), time.perf_counter(), time.process_time()
    outcome = detect_stored(Path(store), until=until, memory=memory, threads=threads, progress=watch)
    watch("end")
    stages = {stage: taken for stage, taken in watch.seconds.items() if stage != "end"}
    return _Detected(outcome.result, time.perf_counter() - wall, time.process_time() - cpu, stages)


def _search(store: str, memory: str | None, threads: int | None) -> dict[str, Any]:
    Kept(Path(store)).forget()
    done = _detected(store, memory, threads, without=2)
    return {"search_s": done.wall, "search_cpu_s": done.cpu, "search_mib": _peak(), "stages": done.stages}


def _hour(store: str, memory: str | None, threads: int | None) -> dict[str, Any]:
    return {"hour_s": _detected(store, memory, threads, without=1).wall}


def _checkpoint(store: str, memory: str | None, threads: int | None, exchanges: int, seed: int) -> dict[str, Any]:
    done = _detected(store, memory, threads, without=0)
    told = truth_accounts(february(exchanges), seed)
    campaign = dict(zip(told["account_id"].to_pylist(), told["campaign"].to_pylist(), strict=True))
    accused = {a: one.verdict for one in done.result.campaigns if one.verdict in {"confirmed", "suspected"} for a in one.accounts}
    return {
        "exchanges": done.result.scanned.exchanges,
        "accounts": done.result.scanned.accounts,
        "checkpoint_s": done.wall,
        "campaigns": [_found(name, campaign, accused) for name in dict.fromkeys(campaign.values()) if name],
        "honest_accused": sum(not campaign[account] for account in accused),
    }


def _found(name: str, campaign: dict[str, str], accused: dict[str, str]) -> dict[str, Any]:
    heads = [account for account, of in campaign.items() if of == name]
    verdicts = [accused[account] for account in heads if account in accused]
    return {"name": name, "heads": len(heads), "accused": len(verdicts), "verdict": min(verdicts, default="none")}


def main() -> int:
    """Answer one measurement for the parent process, as JSON."""
    what, task = sys.argv[1], json.loads(sys.argv[2])
    try:
        measure: dict[str, Callable[..., dict[str, Any]]] = {
            "make": _make,
            "floor": _floor,
            "search": _search,
            "hour": _hour,
            "checkpoint": _checkpoint,
        }
        answer = measure[what](**task)
    except (InputError, OutputError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
