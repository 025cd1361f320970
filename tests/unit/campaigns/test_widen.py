"""A campaign that was judged by a sample, with all of its accounts: counts are sums, judgements stay."""

import collections
from datetime import UTC, datetime
from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.campaigns.purposes import purposes, told
from hydrascope.campaigns.widen import More, widen
from hydrascope.schema import CAPABILITIES, INTENTS

BORN = datetime(2026, 2, 1, tzinfo=UTC)
HOUR = 3600
JUDGED = ("campaign_id", "verdict", "bits", "coordination_bits", "harvest_bits", "evidence", "pivots", "phases", "regrowth", "links")
REASONING = INTENTS.index("cot_elicitation")


@pytest.fixture
def campaign(found):
    """The campaign of the judged heads."""
    return found.campaign


@pytest.fixture
def more(campaign, kit):
    """Three more accounts, the last of which did none of its work: six exchanges, four in its first template, from an hour before it began."""
    start = int(campaign.first_ts.timestamp()) - HOUR
    return More(
        ids=["z-new", "a-new", "b-idle"],
        sent=np.array([9, 2, 5]),
        born=[BORN, None, None],
        banned=[None, BORN, None],
        who=np.array([0, 0, 0, 0, 1, 1]),
        ts=start + np.array([0, 10, HOUR + 5, 900 * HOUR, 20, 30]),
        family=np.array([4, 4, 4, -1, 4, 8]),
        intent=np.array([REASONING, REASONING, 0, 0, REASONING, 0]),
        capability=np.array([1, 1, 1, 0, 1, 2]),
        tokens=np.array([100, 200, 300, 400, 500, 600]),
        model=pa.array(["m1", "m2", "m9", None, "m1", "m1"]),
        pathway=pa.array(["api", "api", "api", "reseller:x", "reseller:x", "reseller:x"]),
        exchange_ids=pa.array([f"later-{i}" for i in range(6)]),
        templates={campaign.templates[0].template_id: 4, campaign.templates[1].template_id: -1},
    )


@pytest.fixture
def wide(campaign, more):
    """Both together."""
    return widen(campaign, more, judged=len(campaign.accounts))


def test_nobody_more_changes_nothing(campaign, more) -> None:
    """Without further accounts the campaign is what it was."""
    nothing = {name: getattr(more, name)[:0] for name in More._fields if name != "templates"}

    assert widen(campaign, more._replace(**nothing), judged=len(campaign.accounts)) == campaign


def test_what_was_judged_stays(campaign, wide) -> None:
    """Verdict, bits and evidence are those of the sample."""
    assert [getattr(wide, name) for name in JUDGED] == [getattr(campaign, name) for name in JUDGED]


def test_exchanges_and_tokens_are_sums(campaign, more, wide) -> None:
    """What both parts sent is added, and the campaign lasts from the first to the last of it."""
    assert wide.exchanges == campaign.exchanges + 6
    assert wide.output_tokens == campaign.output_tokens + 2100
    assert wide.first_ts.timestamp() == more.ts.min()
    assert wide.last_ts.timestamp() == more.ts.max()


def test_accounts_are_those_of_both(campaign, more, wide) -> None:
    """All accounts are named, in order."""
    assert wide.accounts == sorted([*campaign.accounts, *more.ids])


def test_hours_and_models_are_sums(campaign, wide) -> None:
    """The timeline has every hour once, in order, and its counts add up to the whole; unknown models count for none."""
    hours = [point.ts for point in wide.timeline]
    models = collections.Counter()
    for point in wide.timeline:
        models.update(point.models)

    assert hours == sorted(set(hours))
    assert sum(point.exchanges for point in wide.timeline) == wide.exchanges
    assert dict(models) == wide.models
    assert wide.models == dict(collections.Counter(campaign.models) + collections.Counter(m1=3, m2=1, m9=1))
    assert list(wide.models.values()) == sorted(wide.models.values(), reverse=True)


def test_an_hour_of_both_parts_is_one_point(campaign, wide) -> None:
    """The campaign's first hour has one exchange more than before; the hour before it has four."""
    (before,) = (point for point in campaign.timeline if point.ts == campaign.timeline[0].ts)
    points = {point.ts: point for point in wide.timeline}

    assert points[before.ts].exchanges == before.exchanges + 1
    assert points[before.ts].models["m9"] == 1
    assert wide.timeline[0].exchanges == 4


def test_pathways_count_accounts(campaign, wide) -> None:
    """Each account counts once for each way it came."""
    assert wide.pathways == dict(collections.Counter(campaign.pathways) + collections.Counter({"api": 1, "reseller:x": 2}))


def test_templates_count_both(campaign, wide) -> None:
    """A template has the exchanges and accounts of both; one that nobody else fills stays as it was, though its family is unknown."""
    first, second = campaign.templates[:2]

    assert (wide.templates[0].exchanges, wide.templates[0].accounts) == (first.exchanges + 4, first.accounts + 2)
    assert wide.templates[1] == second


@pytest.mark.parametrize(
    ("field", "names", "codes"), [("intents", INTENTS, [1, 1, 1, 0, 1, 0]), ("capabilities", CAPABILITIES, [1, 1, 1, 0, 1, 2])]
)
def test_shares_are_of_all_exchanges(campaign, wide, field, names, codes) -> None:
    """Shares weigh both parts by their exchanges; what fills a template has its intent."""
    before, after = getattr(campaign, field), getattr(wide, field)
    more = collections.Counter(names[REASONING if field == "intents" and code else code] for code in codes)
    expected = {name: (before.get(name, 0) * campaign.exchanges + more[name]) / wide.exchanges for name in {*before, *more}}

    assert after == pytest.approx(expected, abs=2e-6)
    assert sum(after.values()) == pytest.approx(1, abs=1e-5)


def test_members_are_sorted_by_what_they_did(campaign, wide) -> None:
    """Those who worked are members, the busiest first, with what they did and what else they sent."""
    new = {member.account_id: member for member in wide.members if member.account_id.endswith(("-new", "-idle"))}

    assert [(m.exchanges, m.account_id) for m in wide.members] == sorted(
        ((m.exchanges, m.account_id) for m in wide.members), key=lambda m: (-m[0], m[1])
    )
    assert len(wide.members) == len(campaign.members) + 2
    assert {name: (m.exchanges, m.cover, m.created_at, m.banned_at) for name, m in new.items()} == {
        "z-new": (4, 5, BORN, None),
        "a-new": (2, 0, None, BORN),
    }
    assert new["a-new"].links == ["template"]
    assert (new["a-new"].last_ts - new["a-new"].first_ts).total_seconds() == 10


def test_the_sample_is_said(campaign, wide) -> None:
    """An explanation of nought bits says how many accounts were judged, behind those that were there."""
    *before, said = wide.explanations

    assert before == campaign.explanations
    assert (said.channel, said.side, said.bits) == ("sampled_accounts", "explanation", 0.0)
    assert f"{len(campaign.accounts)} of its {len(wide.accounts)} accounts" in said.finding


@given(st.lists(st.tuples(st.integers(-1, 4), st.integers(0, len(INTENTS) - 1)), min_size=1, max_size=60))
def test_purposes_are_told_as_of_those_who_were_judged(rows) -> None:
    """The intents of recruits' exchanges are those that `purposes` would tell of the same exchanges."""
    family, intent = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    x = SimpleNamespace(template=family, intent=intent.astype(np.int8))

    assert told(family, intent).tolist() == purposes(x, np.arange(len(rows))).tolist()


@pytest.fixture
def went_on(campaign, more):
    """More work of a head that was judged, and one fresh account's: the head's is one exchange in the first template an hour after the campaign ended."""
    head = campaign.members[0]
    end = int(campaign.last_ts.timestamp()) + HOUR
    return more._replace(
        ids=[head.account_id, "z-new", "b-idle"],
        sent=np.array([head.exchanges + head.cover + 5, 2, 5]),
        who=np.array([0, 1, 1, 1, 1, 1]),
        ts=end + np.arange(6),
        family=np.array([4, 4, 4, 4, 4, 8]),
    )


def test_a_member_that_went_on_is_the_same_member(campaign, went_on) -> None:
    """It has its exchanges and later ones, what else it sent is cover, and the rest of what is known of it stays."""
    wide = widen(campaign, went_on, judged=len(campaign.accounts))
    before, after = ({m.account_id: m for m in one.members}[went_on.ids[0]] for one in (campaign, wide))

    assert (after.exchanges, after.cover) == (before.exchanges + 1, before.cover + 4)
    assert (after.first_ts, after.last_ts.timestamp()) == (before.first_ts, went_on.ts[0])
    assert (after.links, after.created_at, after.score) == (before.links, before.created_at, before.score)
    assert len(wide.members) == len(campaign.members) + 1


def test_accounts_that_went_on_do_not_count_twice(campaign, went_on) -> None:
    """Their exchanges count for templates; they are among its accounts and pathways already."""
    wide = widen(campaign, went_on, judged=len(campaign.accounts))

    assert (wide.templates[0].exchanges, wide.templates[0].accounts) == (
        campaign.templates[0].exchanges + 5,
        campaign.templates[0].accounts + 1,
    )
    assert sum(wide.pathways.values()) == sum(campaign.pathways.values()) + 2
    assert wide.accounts == sorted({*campaign.accounts, *went_on.ids})


def test_how_many_were_judged_is_said_once(campaign, more, went_on) -> None:
    """A campaign that grows again says how many accounts it has by now."""
    judged = len(campaign.accounts)
    twice = widen(widen(campaign, more, judged=judged), went_on, judged=judged)
    said = [one.finding for one in twice.explanations if one.channel == "sampled_accounts"]

    assert len(said) == 1
    assert f"{judged} of its {len(twice.accounts)} accounts" in said[0]
