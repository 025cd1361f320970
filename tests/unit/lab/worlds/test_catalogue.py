"""The catalogue of worlds: their names, their splits, their files, their pages."""

import csv
import json
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from hydrascope.lab import worlds
from hydrascope.lab.worlds import evasion, published, shapes
from hydrascope.lab.worlds.catalogue import WORLDS, World

PAGES = Path(__file__).parents[4] / "docs" / "lab"
REPORT = {f"published-{n}" for n in evasion.LEVELS} | {"two-hundred-shared", "two-hundred-alone", "sweeps", "flood", "town"}


def test_each_world_stands_in_its_split():
    """What is published or made to try one thing is for the report, the rest is for tuning."""
    assert {name for name, world in WORLDS.items() if world.split == "report"} == REPORT
    levels = {f"{family}-{n}" for family in ("tuning", "further", "small") for n in evasion.LEVELS}
    assert {"demo", "honest", "evasive", "shapes", "village", "probing", "providers", *levels} == set(WORLDS) - REPORT


def test_no_tuning_world_has_a_kind_that_is_kept_for_the_report():
    """Gateways and their like live in report worlds alone."""
    kinds = {
        name: {one.kind for one in worlds.populate(WORLDS[name], WORLDS[name].setting(1, 0.01)).accounts}
        for name in ("tuning-0", "published-0")
    }

    assert {"gateway", "online-course"} <= kinds["published-0"]
    assert not {"gateway", "online-course", "failover", "front-reseller"} & kinds["tuning-0"]


@pytest.mark.parametrize("name", ["town", "village"])
def test_towns_have_five_thousand_honest_accounts_and_no_campaign(name):
    """They are what false alarms are counted on."""
    world = WORLDS[name]
    scale = 0.05
    accounts = worlds.populate(world, world.setting(1, scale)).accounts

    assert world.campaigns == ()
    assert world.days == 14.0
    assert {one.campaign for one in accounts} == {""}
    assert len(accounts) >= 5_000 * scale


def test_any_world_can_be_written_and_its_truth_is_complete(tmp_path):
    """A record of one's own is written like one by name; every exchange and account has a truth, every campaign its declaration."""
    one = msgspec.structs.replace(evasion.level(published.ALIBABA, 2), heads=6, days=0.1)
    two = evasion.dial(shapes.AGENTIC, "cover", 0.5)
    worlds.simulate_world(World(description="two", actors=(one, two), split="report"), seed=2, out=tmp_path, scale=0.2)
    lines = [json.loads(line) for line in (tmp_path / "exchanges.jsonl").read_text().splitlines()]
    with (tmp_path / "truth_exchanges.csv").open() as file:
        truth = list(csv.DictReader(file))
    declared = json.loads((tmp_path / "truth_campaigns.json").read_text())

    assert [row["exchange_id"] for row in truth] == [line["exchange_id"] for line in lines]
    assert Counter(row["campaign"] for row in truth).keys() == {"", "alibaba", "agentic"}
    assert declared.keys() == {"alibaba", "agentic"}
    assert declared["alibaba"]["pivot"] is None
    assert declared["agentic"]["pivot"] == pytest.approx(
        msgspec.convert("2026-03-10T09:36:00Z", type=__import__("datetime").datetime).timestamp()
    )
    assert declared["agentic"]["dials"]["cover"] == 0.5


def test_blocks_reach_the_log(tmp_path):
    """Minted blocks stand in the response and handed back ones in the request, as the contract has them."""
    worlds.simulate_world(World(description="relay", actors=(published.MOONSHOT_SEPTEMBER,)), seed=2, out=tmp_path, scale=0.2)
    lines = [json.loads(line) for line in (tmp_path / "exchanges.jsonl").read_text().splitlines()]
    minted = [block for line in lines for block in line["response"].get("reasoning_blocks", ())]
    back = [block for line in lines for block in line["request"].get("reasoning_blocks", ())]

    assert len(minted) == len(set(minted)) > 100
    assert len(back) > 100
    assert set(back) <= set(minted)


def test_the_pages_leave_out_no_world_campaign_or_dial():
    """docs/lab/worlds.md names every world, campaigns.md every campaign and its figures' fields, evasion.md every dial and level."""
    fields = set(shapes.Campaign.__struct_fields__) - {"name"}
    campaigns = {one.name for world in WORLDS.values() for one in world.campaigns}
    wanted = {"worlds.md": set(WORLDS), "campaigns.md": fields | campaigns, "evasion.md": {*evasion.DIALS, *map(str, evasion.LEVELS)}}

    for page, words in wanted.items():
        text = (PAGES / page).read_text(encoding="utf-8")

        assert [word for word in sorted(words) if f"`{word}`" not in text] == [], page
