"""
The protocol of arXiv 2606.05725 on the lab's own traffic, beside the paper's table.

A pool of honest prompts is split 80 to 20 into reference and held-out; windows of B queries hold 0, 5, 10, 25, 50 or 100 % of a campaign's
prompts and the rest held-out ones. False alarms are counted on windows without any. The same is then asked of windows that are one
honest account each, which the paper does not do.

    python -m hydrascope.lab.mmd_protocol [--quick]

What differs from the paper: prompts come from the worlds of `lab.worlds`, made by grammars, not from SQuAD, MNLI or IMDB; the embedding is hashed
tf-idf, not bge-small; one fixed set of 20 reference draws serves all windows of a pair; honest and campaign prompts differ by purpose, where
the paper's differ by data set. So the two halves of the table are two experiments with one protocol, not a race.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.lab import worlds
from hydrascope.lab.detectors.embedding import Points, fit, lexical
from hydrascope.lab.detectors.kernels import Floats, Reference, drawn, multi_kernel, null, reference
from hydrascope.lab.detectors.mmd import NULL_DRAWS, PERCENTILE, REFERENCE_DRAWS, window
from hydrascope.lab.detectors.texts import Texts, arranged, read_prompts

SHARES = (0.05, 0.10, 0.25, 0.50, 1.0)
WINDOWS = 50
ALONE = 20  # queries in the window of a single account
HONEST, CAMPAIGNS = "honest", "evasive"
LEAST_PROMPTS = 200  # of a campaign: the paper's smallest pool has 500
PAPER = {
    1500: (0.3, 59.0, 93.7, 100.0, 100.0, 100.0),
    100: (0.7, 1.3, 4.6, 76.0, 98.9, 100.0),
}


class Pools(NamedTuple):
    """Prompts to draw windows from: honest ones of all accounts, the same by account, and those of each campaign."""

    honest: pa.LargeStringArray
    by_account: Texts
    campaigns: dict[str, pa.LargeStringArray]


class Rates(NamedTuple):
    """Shares of windows above the threshold, in per cent: without any campaign, with 5 to 100 % of it, and windows of one honest account."""

    clean: float
    mixed: tuple[float, ...]
    accounts: float


def pools(seed: int) -> Pools:
    """Return the pools of the two worlds at a seed; cover traffic of campaigns is left out."""
    with TemporaryDirectory() as folder:
        plain, hidden = Path(folder) / "plain", Path(folder) / "hidden"
        worlds.simulate(HONEST, seed=seed, out=plain)
        worlds.simulate(CAMPAIGNS, seed=seed, out=hidden)
        by_account = arranged(read_prompts(plain / "exchanges.jsonl"))
        told = read_prompts(hidden / "exchanges.jsonl")
        with (hidden / "truth_exchanges.csv").open(newline="", encoding="utf-8") as file:
            campaign = {row["exchange_id"]: row["campaign"] for row in csv.DictReader(file)}
    names = pa.array([campaign[one] for one in told["exchange_id"].to_pylist()])
    found = {name: arranged(told.filter(pc.equal(names, name))).prompts for name in sorted(set(campaign.values()) - {""})}
    return Pools(by_account.prompts, by_account, {name: prompts for name, prompts in found.items() if len(prompts) >= LEAST_PROMPTS})


class Bench(NamedTuple):
    """Everything that is worked out once for a window size: the kernel of prompts with the draws and with each other, and the threshold."""

    across: Floats
    own: Points
    spread: float
    threshold: float


def bench(points: Points, ref: Reference, size: int, seed: int) -> Bench:
    """Return what windows of these points need."""
    against = drawn(ref, size, draws=REFERENCE_DRAWS, seed=seed)
    limit = float(np.percentile(null(ref, size, draws=NULL_DRAWS, seed=seed), PERCENTILE))
    across = [multi_kernel(points[at : at + 1024], ref.points, ref.median) @ against.weight for at in range(0, len(points), 1024)]
    return Bench(np.concatenate(across).astype(np.float64), multi_kernel(points, points, ref.median), against.spread, limit)


def alarm(b: Bench, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> bool:
    """Return whether the window of these points is above the threshold."""
    size = len(rows)
    own = float(b.own[np.ix_(rows, rows)].sum(dtype=np.float64) - size) / (size * (size - 1))
    return own + b.spread - 2 * float(b.across[rows].mean()) > b.threshold


def rates(points: Points, held: int, ref: Reference, size: int, *, seed: int) -> tuple[float, tuple[float, ...]]:
    """Return the false alarms and the alarms by share, in per cent; `points` are the held-out honest first, then the campaign's."""
    rng, b = np.random.default_rng([seed, size]), bench(points, ref, size, seed)
    campaign = len(points) - held

    def windows(share: float) -> Iterator[bool]:
        bad = round(share * size)
        for _ in range(WINDOWS):
            good = rng.choice(held, size - bad, replace=False)
            evil = held + rng.choice(campaign, bad, replace=bad > campaign)
            yield alarm(b, np.concatenate([good, evil]))

    return 100 * float(np.mean(list(windows(0.0)))), tuple(100 * float(np.mean(list(windows(share)))) for share in SHARES)


def account_alarms(told: Texts, ref: Reference, points: Points, size: int, *, seed: int) -> float:
    """Return the share of honest accounts, in per cent, whose own window is above the threshold; those with fewer queries are left out."""
    against = drawn(ref, size, draws=REFERENCE_DRAWS, seed=seed)
    limit = float(np.percentile(null(ref, size, draws=NULL_DRAWS, seed=seed), PERCENTILE))
    raised = []
    for a in range(len(told.accounts)):
        first, last = int(told.offsets[a]), int(told.offsets[a + 1])
        if last - first >= size:
            one = points[window(first, last, size)]
            own = float(multi_kernel(one, one, ref.median).sum(dtype=np.float64) - size) / (size * (size - 1))
            raised.append(own + against.spread - 2 * float((multi_kernel(one, ref.points, ref.median) @ against.weight).mean()) > limit)
    return 100 * float(np.mean(raised)) if raised else float("nan")


def run(given: Pools, size: int, seed: int) -> dict[str, Rates]:
    """Return the rates of each campaign at a window size."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(given.honest))
    cut = int(0.8 * len(order))
    embed = lexical(fit(given.honest.take(np.sort(order[:cut]))))
    points = embed(given.honest)
    ref = reference(points[order[: min(cut, 8000)]])
    held = points[order[cut:]]
    alone = account_alarms(given.by_account, ref, points, ALONE, seed=seed)
    found = {}
    for name, prompts in given.campaigns.items():
        clean, mixed = rates(np.concatenate([held, embed(prompts)]), len(held), ref, size, seed=seed)
        found[name] = Rates(clean, mixed, alone)
    return found


def _line(who: str, size: int, clean: float, mixed: Sequence[float]) -> str:
    power = float(np.mean(mixed))
    return f"| {who} | {size} | " + " | ".join(f"{x:.1f}" for x in (clean, *mixed, power, (100 - clean + power) / 2)) + " |"


def _mean(who: str, size: int, found: Sequence[Rates]) -> str:
    return _line(who, size, float(np.mean([r.clean for r in found])), np.mean([r.mixed for r in found], axis=0).tolist())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; `--quick` takes one seed instead of three."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    drawn_from = {seed: pools(seed) for seed in ((42,) if "--quick" in given else (1, 20, 42))}
    print("| pair | B | FPR | 5 % | 10 % | 25 % | 50 % | 100 % | mean TPR | balanced accuracy |\n" + "| --- " * 10 + "|")
    for size, (clean, *mixed) in PAPER.items():
        print(_line("paper, 14 pairs, bge-small", size, clean, mixed))
        every = [run(one, size, seed) for seed, one in drawn_from.items()]
        for name in every[0]:
            print(_mean(name, size, [one[name] for one in every if name in one]))
        whole = [r for one in every for r in one.values()]
        print(_mean("all pairs here, tf-idf", size, whole))
    print(f"\nHonest accounts whose own {ALONE} queries are above the threshold for {ALONE}: {np.mean([r.accounts for r in whole]):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
