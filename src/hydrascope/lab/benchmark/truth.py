"""The truth about a simulated world, from what it wrote and what its campaigns were set to."""

import csv
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from hydrascope.lab.benchmark.records import AccountTruth, CampaignTruth, WorldTruth
from hydrascope.lab.worlds import named
from hydrascope.lab.worlds.dials import PREFIX
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.store import Stored

_DAY = 86_400_000_000  # microseconds
PIVOTS = 0.25  # share of a campaign's exchanges on a new model, in the day after it first used it, that makes a turn


def labels(folder: Path, fingerprints: pa.Table) -> pa.Table:
    """
    Return the truth about each exchange, in the order of the fingerprints: `campaign` and `kind`.

    Where the world also writes `truth_work.csv` (`exchange_id,intent,capability`), these two columns are there as well.
    """
    files = [name for name in ("truth_exchanges.csv", "truth_work.csv") if (folder / name).is_file()]
    tables = [_texts(folder / name) for name in files]
    rows = [table.take(pc.index_in(fingerprints["exchange_id"], table["exchange_id"])) for table in tables]
    found = rows[0]
    for table in rows[1:]:
        for name in table.column_names[1:]:
            found = found.append_column(name, table[name])
    return found


def _texts(path: Path) -> pa.Table:
    with path.open(encoding="utf-8") as file:
        names = next(csv.reader(file))
    return pa_csv.read_csv(path, convert_options=pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())))


def truth(world: str, seed: int, scale: float, folder: Path, stored: Stored, told: pa.Table) -> WorldTruth:
    """Return the truth about a world; `told` are the labels of the fingerprints in `stored`."""
    day = np.asarray(stored.fingerprints["ts"].cast(pa.int64())) // _DAY
    accounts = _accounts(folder, stored.fingerprints, day)
    return WorldTruth(
        world=world,
        seed=seed,
        scale=scale,
        days=int(day.max() - day.min() + 1),
        exchanges=len(stored.fingerprints),
        accounts=accounts,
        campaigns={name: _campaign(world, name, accounts, stored, told) for name in sorted({a.campaign for a in accounts.values()} - {""})},
    )


def _accounts(folder: Path, fingerprints: pa.Table, day: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> dict[str, AccountTruth]:
    """Return the truth about each account that sent something, by id."""
    sent = pa.table({"account": fingerprints["account_id"], "day": day}).group_by("account", use_threads=False)
    active = sent.aggregate([("day", "count"), ("day", "min"), ("day", "max")]).to_pylist()
    seen = {row["account"]: (row["day_count"], row["day_max"] - row["day_min"] + 1) for row in active}
    with (folder / "truth_accounts.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["account_id"] in seen]
    return {row["account_id"]: AccountTruth(row["campaign"], row["kind"], row["operator"], *seen[row["account_id"]]) for row in rows}


def _campaign(world: str, name: str, accounts: Mapping[str, AccountTruth], stored: Stored, told: pa.Table) -> CampaignTruth:
    heads = pa.array([account for account, true in accounts.items() if true.campaign == name], pa.string())
    every = stored.fingerprints.filter(pc.is_in(stored.fingerprints["account_id"], heads))
    own = stored.fingerprints.filter(pc.equal(told["campaign"], name))
    cards = stored.accounts.filter(pc.is_in(stored.accounts["account_id"], heads))["payment_fingerprint"]
    set_to = next((one for one in named(world).campaigns if one.name == name), None)
    return CampaignTruth(
        heads=len(heads),
        exchanges=len(own),
        sent=len(every),
        cards=len(pc.unique(cards.drop_null())),
        networks=len(pc.unique(every["subnet"].drop_null())),
        value=round(float(pc.sum(own["answer_value"].cast(pa.float64())).as_py() or 0.0), 1),
        first=pc.min(own["ts"].cast(pa.int64())).as_py() / 1e6,
        level=level(world),
        dials=dials(set_to) if set_to else {},
        intents=list(set_to.intents) if set_to else [],
        pivot=_pivot(own, stored.releases),
    )


def _pivot(own: pa.Table, releases: pa.Table) -> float | None:
    """Return when a campaign first used a model that came out meanwhile and took a share of its next day, in seconds; None for no such turn."""
    ts = np.asarray(own["ts"].cast(pa.int64()))
    for model, released in zip(releases["model"].to_pylist(), releases["released_at"].cast(pa.int64()).to_pylist(), strict=True):
        new = np.asarray(pc.equal(own["model"], model))
        if not new.any() or released <= ts.min():
            continue
        begin = int(ts[new].min())
        day = (ts >= begin) & (ts < begin + _DAY)
        if new[day].mean() >= PIVOTS:
            return begin / 1e6
    return None


def level(world: str) -> int | None:
    """
    Return the evasion level that a world's name ends in; worlds of one dial end in its value and have none.

    >>> level("published-3"), level("two-hundred-alone"), level("dial-split-5")
    (3, None, None)
    """
    if world.startswith(PREFIX):
        return None
    last = world.rsplit("-", 1)[-1]
    return int(last) if last.isdigit() else None


def dials(campaign: Campaign) -> dict[str, float]:
    """Return the dials of a campaign that are numbers or switches."""
    values = msgspec.structs.asdict(campaign)
    return {name: float(value) for name, value in values.items() if isinstance(value, (bool, int, float))}
