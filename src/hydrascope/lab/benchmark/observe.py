"""A simulated world as a detector sees it, and the truth about it."""

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from hydrascope.lab import worlds
from hydrascope.lab.benchmark.records import AccountTruth, CampaignTruth, WorldTruth
from hydrascope.lab.detectors.model import Observed
from hydrascope.pipeline import take

_DAY = 86_400_000_000  # microseconds


class Staged(NamedTuple):
    """
    A world on stage: what a detector may see, and what is true.

    `campaign` and `kind` hold the truth about each row of `observed.fingerprints`; `campaign` is empty for the
    honest and for cover traffic. `labels` has further columns of `truth_exchanges.csv`, where the world writes them.
    """

    observed: Observed
    truth: WorldTruth
    campaign: pa.ChunkedArray
    labels: pa.Table


def stage(world: str, *, seed: int, scale: float, folder: Path) -> Staged:
    """Simulate a world into a folder and return it; the folder must stay as long as detectors may read its text."""
    worlds.simulate(world, seed=seed, out=folder, scale=scale)
    taken = take([folder / "exchanges.jsonl"], threads=1).stored
    seconds = [moment // 1_000_000 for moment in taken.releases["released_at"].cast(pa.int64()).to_pylist()]
    releases = dict(zip(taken.releases["model"].to_pylist(), seconds, strict=True))
    fingerprints = taken.fingerprints.sort_by([("ts", "ascending"), ("exchange_id", "ascending")])
    labels = _labels(folder, fingerprints)
    observed = Observed(fingerprints, taken.accounts, releases, folder / "exchanges.jsonl")
    return Staged(observed, _truth(world, seed, scale, folder, fingerprints, labels), labels["campaign"], labels)


def _labels(folder: Path, fingerprints: pa.Table) -> pa.Table:
    """Return the truth about each exchange, in the order of the fingerprints."""
    options = pa_csv.ConvertOptions(column_types={"exchange_id": pa.string(), "campaign": pa.string(), "kind": pa.string()})
    truth = pa_csv.read_csv(folder / "truth_exchanges.csv", convert_options=options)
    return truth.take(pc.index_in(fingerprints["exchange_id"], truth["exchange_id"]))


def _truth(world: str, seed: int, scale: float, folder: Path, fingerprints: pa.Table, labels: pa.Table) -> WorldTruth:
    day = np.asarray(fingerprints["ts"].cast(pa.int64())) // _DAY
    sent = pa.table({"account": fingerprints["account_id"], "day": day}).group_by("account", use_threads=False)
    active = sent.aggregate([("day", "count"), ("day", "min"), ("day", "max")])
    seen = {row["account"]: (row["day_count"], row["day_max"] - row["day_min"] + 1) for row in active.to_pylist()}
    with (folder / "truth_accounts.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["account_id"] in seen]
    accounts = {row["account_id"]: AccountTruth(row["campaign"], row["kind"], row["operator"], *seen[row["account_id"]]) for row in rows}
    told = folder / "truth_campaigns.json"
    more = msgspec.json.decode(told.read_bytes()) if told.is_file() else {}
    return WorldTruth(
        world=world,
        seed=seed,
        scale=scale,
        days=float(day.max() - day.min() + 1),
        exchanges=len(fingerprints),
        accounts=accounts,
        campaigns=_campaigns(world, accounts, fingerprints, labels, more),
    )


def _campaigns(
    world: str, accounts: Mapping[str, AccountTruth], fingerprints: pa.Table, labels: pa.Table, more: Mapping[str, Any]
) -> dict[str, CampaignTruth]:
    heads = Counter(true.campaign for true in accounts.values() if true.campaign)
    seconds = np.asarray(fingerprints["ts"].cast(pa.int64())) / 1e6
    sent = pa.table({"campaign": labels["campaign"], "value": fingerprints["answer_value"].cast(pa.float64()), "ts": seconds})
    sums = sent.group_by("campaign", use_threads=False).aggregate([("value", "count"), ("value", "sum"), ("ts", "min")]).to_pylist()
    found = {}
    for row in sorted(sums, key=lambda row: str(row["campaign"])):
        name = row["campaign"]
        if not name:
            continue
        known = more.get(name, {})
        found[name] = CampaignTruth(
            heads=heads[name],
            exchanges=row["value_count"],
            value=round(row["value_sum"], 1),
            first=row["ts_min"],
            level=known.get("level", _level(world)),
            dials=known.get("dials", {}),
            pivot=known.get("pivot"),
        )
    return found


def _level(world: str) -> int | None:
    """
    Return the evasion level that a world's name ends in.

    >>> _level("published-3"), _level("two-hundred-alone")
    (3, None)
    """
    last = world.rsplit("-", 1)[-1]
    return int(last) if last.isdigit() else None
