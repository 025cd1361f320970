"""The drawings: what they show adds up, and what they leave out is said."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import msgspec
import numpy as np
import pytest

from hydrascope.campaigns.model import Finding, Link, ScanResult
from hydrascope.report.graph import graph
from hydrascope.report.layout import layout
from hydrascope.report.scatter import scatter
from hydrascope.report.shares import share_bars
from hydrascope.report.timeline import timeline
from hydrascope.report.waterfall import waterfall

FAMILIES = ["content", "identity", "infrastructure", "intent", "timing"]


def _drawn(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314


def _share(text: str | None) -> float:
    return float((text or "0").rstrip("%")) / 100


def test_scatter_shows_every_account(result: ScanResult) -> None:
    """The marks stand for all 300 accounts: single ones by name, crowds by their number."""
    drawn = _drawn(scatter(result.account_verdicts))
    first = [title.text or "" for title in drawn.iter("title")]
    many = [int(text.split()[0]) if " accounts, such as" in text else 1 for text in first]

    assert sum(many) == 300


def test_scatter_keeps_its_marks_inside(result: ScanResult) -> None:
    """Every mark stands between the axes."""
    drawn = _drawn(scatter(result.account_verdicts))
    places = [_share(mark.get(side)) for mark in drawn.iter("use") for side in ("x", "y")]
    places += [_share(mark.get(side)) for mark in drawn.iter("circle") for side in ("cx", "cy") if mark.get("cx")]

    assert places
    assert all(0 <= place <= 1 for place in places)


def test_scatter_bears_no_accounts_and_odd_numbers(result: ScanResult) -> None:
    """A scan without accounts, and bits below nought or without a number, still draw."""
    accounts = result.account_verdicts
    odd = accounts.set_column(
        accounts.column_names.index("harvest"), accounts.schema.field("harvest"), [[-5.0, float("nan")] + [0.0] * (accounts.num_rows - 2)]
    )

    assert "confirmed" in scatter(odd)
    assert "<use " not in scatter(accounts.slice(0, 0))


def test_waterfall_ends_at_the_campaigns_bits(result: ScanResult) -> None:
    """Each bar begins where the one before it ends, and the last ends at the total."""
    one = result.campaigns[0]
    fall = waterfall(one, FAMILIES)
    bars = [*fall.coordination, *fall.harvest, *fall.explanations, *fall.limits]

    assert bars[0].start == 0
    assert all(after.start == before.end for before, after in pairwise(bars))
    assert bars[-1].end == pytest.approx(one.bits)


def test_waterfall_names_what_limits_take_away(result: ScanResult) -> None:
    """Where findings sum to more than counts, the difference is a bar of its own; where they do not, there is none."""
    one = result.campaigns[0]
    exact = msgspec.structs.replace(one, bits=sum(found.bits for found in [*one.evidence, *one.explanations]))

    assert [round(bar.finding.bits, 2) for bar in waterfall(one, FAMILIES).limits] == [-0.4]
    assert waterfall(exact, FAMILIES).limits == []


def test_waterfall_explanations_go_left(result: ScanResult) -> None:
    """An explanation's bar ends to the left of where it begins."""
    bar = waterfall(result.campaigns[0], FAMILIES).explanations[0]

    assert bar.end < bar.start


def test_waterfall_bears_a_total_below_nought(result: ScanResult) -> None:
    """A campaign whose explanations outweigh its evidence draws within its frame."""
    one = msgspec.structs.replace(
        result.campaigns[1], bits=-10.0, explanations=[Finding("event", "explanation", "explanation", -19.2, "An event.")]
    )
    drawn = _drawn(waterfall(one, FAMILIES).end)
    bar = next(drawn.iter("rect"))

    assert 0 <= _share(bar.get("x")) < _share(bar.get("x")) + _share(bar.get("width")) <= 1


def test_graph_is_thinned_and_says_so(build: Callable[..., ScanResult]) -> None:
    """Of 2,000 linked accounts at most 150 nodes are drawn, with the whole numbers beside them."""
    drawn = graph(build(2_100, 2_000).campaigns[0])

    assert drawn is not None
    assert drawn.accounts + drawn.traits <= 150
    assert drawn.all_accounts == 2_000
    assert drawn.drawing.count('class="account') == drawn.accounts


def test_graph_shows_shared_traits_alone(result: ScanResult) -> None:
    """A trait of one account links nothing and is not drawn; without shared traits there is no graph."""
    links = [Link("acct-h0000", "payment", "alone", 9.0), Link("acct-h0000", "ja4", "t13d", 3.0), Link("acct-h0001", "ja4", "t13d", 3.0)]
    drawn = graph(msgspec.structs.replace(result.campaigns[0], links=links))

    assert drawn is not None
    assert (drawn.traits, drawn.accounts) == (1, 2)
    assert graph(msgspec.structs.replace(result.campaigns[0], links=links[:1])) is None


def test_layout_keeps_linked_nodes_near() -> None:
    """Two pairs: partners are nearer to each other than to the others."""
    places = layout(np.ones(4), np.array([[0, 1], [2, 3]]), np.ones(2))

    def far(one: int, other: int) -> float:
        return float(np.linalg.norm(places[one] - places[other]))

    assert max(far(0, 1), far(2, 3)) < min(far(0, 2), far(0, 3), far(1, 2), far(1, 3))


def test_layout_bears_no_nodes_and_one() -> None:
    """No nodes have no places; one stands in the middle."""
    assert layout(np.ones(0), np.zeros((0, 2), dtype=np.int64), np.ones(0)).shape == (0, 2)
    assert layout(np.ones(1), np.zeros((0, 2), dtype=np.int64), np.ones(0)).tolist() == [[0.5, 0.5]]


def test_timeline_counts_every_exchange(result: ScanResult) -> None:
    """The bars' titles add up to the exchanges of the campaign."""
    one = result.campaigns[0]
    drawn = timeline(one, result.releases)
    assert drawn is not None
    titles = [title.text or "" for bar in _drawn(drawn.drawing).iter("g") if bar.get("class") == "sent" for title in bar.iter("title")]

    assert sum(int(text.split("UTC: ")[1].split()[0].replace(",", "")) for text in titles) == one.exchanges
    assert len(titles) <= 120


def test_timeline_marks_releases_within_it_and_bans(result: ScanResult) -> None:
    """The release within the time is named with a letter, the earlier one is not; bans are counted."""
    drawn = timeline(result.campaigns[0], result.releases)

    assert drawn is not None
    assert [mark.says for mark in drawn.releases] == ["13 Jan 2026 09:30 UTC: atlas-5 released"]
    assert drawn.bans == 7


def test_timeline_gathers_rare_models(result: ScanResult) -> None:
    """Beyond five models the rest are one colour, and no exchange is lost."""
    point = msgspec.structs.replace(result.campaigns[0].timeline[0], exchanges=28, models={f"m{number}": number for number in range(1, 8)})
    drawn = timeline(msgspec.structs.replace(result.campaigns[0], timeline=[point]), [])

    assert drawn is not None
    assert drawn.models == ["m7", "m6", "m5", "m4", "m3", "other models"]
    assert "28 exchanges" in drawn.drawing


def test_timeline_of_years_stays_short(result: ScanResult) -> None:
    """A campaign of ten years has wider bars, not more of them."""
    one = result.campaigns[0]
    late = msgspec.structs.replace(one.timeline[-1], ts=one.timeline[0].ts + timedelta(days=3650))
    drawn = timeline(msgspec.structs.replace(one, timeline=[*one.timeline, late]), [])

    assert drawn is not None
    assert drawn.drawing.count('class="sent"') <= 120
    assert timeline(msgspec.structs.replace(one, timeline=[]), []) is None


def test_share_bars_leave_out_nothing_that_counts() -> None:
    """Parts of nought are left out; the others stand from the largest."""
    assert [bar.name for bar in share_bars({"other": 0.0, "coding": 0.4, "tool_use": 0.6})] == ["tool use", "coding"]
