"""
Is a store whole whenever its writer is killed? `python -m hydrascope.lab.store_kills --kills 200 --out DIR`.

A process takes logs into a store and is killed (SIGKILL) at a random moment,
again and again; others read meanwhile. After each kill the store must hold
exactly what it held before, or that and the whole log. In the end all logs are
taken in once more and held against the source: nothing lost, nothing twice.
"""

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from hydrascope.errors import HydrascopeError

HOURS, ACCOUNTS = 4, 40
STARTED = 1_767_225_600  # 2026-01-01, in seconds
Identity = tuple[str, str, int]


class Killed(NamedTuple):
    """
    What came of it.

    Of `kills`, `before` left the store as it was, `after` with the whole log,
    and `between` with something else; `finished` runs ended before they were
    killed; `unnamed` runs left files that no manifest names. `unreadable` reads of `reads` failed, and `torn` saw half a log.
    """

    kills: int
    before: int
    after: int
    between: int
    finished: int
    unnamed: int
    reads: int
    unreadable: int
    torn: int
    exchanges: int
    lost: int
    twice: int

    @property
    def whole(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.between or self.unreadable or self.torn or self.lost or self.twice)


def logs(folder: Path, *, count: int, exchanges: int, rng: random.Random) -> list[Path]:
    """Write logs of some hours, in no order: a tenth of each log is told by the one before, too."""
    folder.mkdir(parents=True, exist_ok=True)
    paths, earlier = [], list[str]()
    for number in range(count):
        fresh = [_line(f"x{number}-{i}", rng) for i in range(exchanges - exchanges // 10)]
        lines = fresh + rng.sample(earlier, min(len(earlier), exchanges // 10))
        rng.shuffle(lines)
        path = folder / f"log-{number:03d}.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
        earlier = fresh
    return paths


def _line(name: str, rng: random.Random) -> str:
    asked = {"messages": [{"role": "user", "content": f"Describe the {rng.randrange(10**6)}th stone of the old bridge over the river."}]}
    when = STARTED + rng.randrange(HOURS * 3600) + rng.randrange(10**6) / 10**6
    return json.dumps({"exchange_id": name, "ts": when, "account_id": f"a{rng.randrange(ACCOUNTS)}", "model": "m", "request": asked})


def identities(path: Path) -> list[Identity]:
    """Return who and when each line of a log tells of, read without any part of this program that takes logs in."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(row["exchange_id"], row["account_id"], round(row["ts"] * 1_000_000)) for row in rows]


def held(store: Path) -> Counter[Identity]:
    """Return how often a store holds each exchange; none where nothing was ever taken in."""
    from hydrascope.errors import InputError
    from hydrascope.store import get

    try:
        table = get(store).fingerprints
    except InputError:
        return Counter()
    times = table["ts"].cast("int64").to_pylist()
    return Counter(zip(table["exchange_id"].to_pylist(), table["account_id"].to_pylist(), times, strict=True))


def _ingest(log: str, store: str) -> None:
    from hydrascope import pipeline

    pipeline.ingest([log], Path(store), threads=1)


def _read_on(store: str, sets: list[frozenset[Identity]], end: Connection) -> None:
    """Read until told to stop; send how many reads there were, how many failed, and how many saw part of a log."""
    reads = failed = torn = 0
    while not end.poll():
        try:
            seen = held(Path(store))
        except HydrascopeError as error:
            failed += 1
            sys.stderr.write(f"a reader met: {error}\n")
        else:
            torn += _torn(seen, sets)
        reads += 1
        time.sleep(0.05)  # the writer should get on, too
    end.send((reads, failed, torn))


def _torn(seen: Counter[Identity], sets: Sequence[frozenset[Identity]]) -> bool:
    """Return whether there is anything twice, or some of a log's own exchanges without the others."""
    told = Counter(one for log in sets for one in log)
    own = [{one for one in log if told[one] == 1} for log in sets]
    return any(n > 1 for n in seen.values()) or any(0 < len(log & seen.keys()) < len(log) for log in own)


def kills(out: Path, *, kills: int, exchanges: int = 120, seed: int = 1, count: int = 8, readers: int = 1) -> Killed:
    """Kill so many writers at random moments, and return what came of it; everything is put into the directory `out`."""
    rng = random.Random(seed)
    paths = logs(out / "logs", count=count, exchanges=exchanges, rng=rng)
    sets = [frozenset(identities(path)) for path in paths]
    _ingest(str(paths[0]), str(out / "warm"))  # what is compiled here need not be compiled in each process
    context: Any = multiprocessing.get_context("fork")
    usual = _usual(context, paths[0], out / "trial")
    tally, stores = Counter[str](), 0
    while tally["killed"] < kills:
        store, stores = out / f"store-{stores}", stores + 1
        _one_store(context, store, paths, sets, (usual, rng, kills, readers), tally)
    return Killed(
        **{name: tally[name] for name in Killed._fields if name not in {"kills", "exchanges"}},
        kills=tally["killed"],
        exchanges=len(frozenset().union(*sets)),
    )


def _usual(context: Any, log: Path, store: Path) -> float:
    """Return how long an undisturbed run takes."""
    started = time.monotonic()
    writer = context.Process(target=_ingest, args=(str(log), str(store)))
    writer.start()
    writer.join()
    return time.monotonic() - started


def _one_store(
    context: Any,
    store: Path,
    paths: Sequence[Path],
    sets: list[frozenset[Identity]],
    how: tuple[float, random.Random, int, int],
    tally: Counter[str],
) -> None:
    """Kill writers of one store until it holds every log, then hold it against the source."""
    from hydrascope.store import info

    usual, rng, most, readers = how
    reading = [_reader(context, store, sets) for _ in range(readers)]
    was, missing = held(store), list(range(len(paths)))
    while missing and tally["killed"] < most:
        at = rng.choice(missing)
        writer = context.Process(target=_ingest, args=(str(paths[at]), str(store)))
        writer.start()
        if rng.random() < 0.5:  # anywhere, or while files are written
            _wait_for(store / "data", files=_files(store / "data") + 1)
            time.sleep(rng.uniform(0, usual))
        else:
            time.sleep(rng.uniform(0, 1.5 * usual))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        now = held(store)
        tally["unnamed"] += _files(store / "data") > info(store).files + info(store).garbage if now else 0
        tally["finished" if writer.exitcode == 0 else "killed"] += 1
        if writer.exitcode != 0:
            tally["before" if now == was else "after" if now == was | Counter(sets[at]) else "between"] += 1
        was, missing = now, [one for one in missing if not sets[one] <= now.keys()]
    for process, end in reading:
        end.send(None)
        for name, number in zip(("reads", "unreadable", "torn"), end.recv(), strict=True):
            tally[name] += number
        process.join()
    _against_the_source(context, store, paths, sets, tally)


def _files(folder: Path) -> int:
    return sum(len(names) for _, _, names in os.walk(folder))


def _wait_for(folder: Path, *, files: int) -> None:
    """Wait until there are so many files, but not for ever."""
    until = time.monotonic() + 20
    while _files(folder) < files and time.monotonic() < until:
        time.sleep(0.002)


def _reader(context: Any, store: Path, sets: list[frozenset[Identity]]) -> tuple[Any, Connection]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_read_on, args=(str(store), sets, theirs), daemon=True)
    process.start()
    return process, ours


def _against_the_source(context: Any, store: Path, paths: Sequence[Path], sets: list[frozenset[Identity]], tally: Counter[str]) -> None:
    for path in paths:
        writer = context.Process(target=_ingest, args=(str(path), str(store)))
        writer.start()
        writer.join()
    now = held(store)
    tally["lost"] += len(frozenset().union(*sets) - now.keys())
    tally["twice"] += sum(n - 1 for n in now.values())


def main() -> None:
    """Kill writers, print what came of it, and end with 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--exchanges", type=int, default=120, help="in each log")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="directory for logs and stores")
    given = parser.parse_args()
    found = kills(given.out, kills=given.kills, exchanges=given.exchanges, seed=given.seed)
    print("\n".join(f"{name:11}{number}" for name, number in found._asdict().items()))
    sys.exit(0 if found.whole else 1)


if __name__ == "__main__":
    main()
