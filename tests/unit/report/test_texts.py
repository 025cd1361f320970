"""Words of the report: fair, whole, and safe to look at."""

import re
from html import unescape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hydrascope.campaigns.model import ScanResult
from hydrascope.report.axis import ticks
from hydrascope.report.sentences import headline, paragraph, regrowth, title, watched
from hydrascope.report.templates import marked
from hydrascope.report.visible import visible
from hydrascope.report.words import span


@given(st.text(max_size=200))
def test_marked_text_reads_as_it_was_sent(text: str) -> None:
    """Without its tags a template's markup is the text, hidden characters shown."""
    assert unescape(re.sub(r"</?mark>", "", marked(text))) == visible(text)


def test_slots_are_marked_and_other_braces_are_not() -> None:
    """`{slot}` and its numbered kin are marked; code and JSON in a prompt are not."""
    assert marked('{slot} {slot 2} {"a": 1} {name}').count("<mark>") == 2


def test_long_templates_are_cut() -> None:
    """A template of a megabyte does not become a page of a megabyte."""
    assert len(marked("word " * 200_000)) < 5_000


@given(st.text())
def test_visible_text_has_nothing_hidden(text: str) -> None:
    """Showing hidden characters twice changes nothing more, and no escape or override is left."""
    shown = visible(text)

    assert visible(shown) == shown
    assert not set(shown) & set("\x00\x07\x1b\x7f\u200b\u202a\u202e\u2066\ufeff")


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_cover_the_range(low: float, wide: float) -> None:
    """Ticks begin at or below the low end, end at or above the high end, and are few."""
    found = ticks(low, low + wide)

    assert found[0] <= low + 1e-6 * wide
    assert found[-1] >= low + wide - 1e-6 * wide
    assert len(found) <= 9


def test_the_paragraph_says_what_the_record_says(result: ScanResult) -> None:
    """The paragraph carries the accounts, the purpose, the extent and the events of the record."""
    text = paragraph(result.campaigns[0])

    assert text.startswith("60 accounts act as one. They harvest step-by-step reasoning (55%), grading and judging (28%)")
    assert "1.13 M tokens of answers" in text
    assert "7 accounts were banned on the way; 2 were followed by a fresh account" in text


@pytest.mark.parametrize(
    ("verdict", "allowed"), [("confirmed", "act as one"), ("suspected", "look like one operator"), ("watch", "to keep an eye on")]
)
def test_the_headline_claims_no_more_than_the_verdict(result: ScanResult, verdict: str, allowed: str) -> None:
    """Only a confirmed campaign is said to act as one."""
    one = msgspec.structs.replace(result.campaigns[0], verdict=verdict)

    assert allowed in title(one)
    assert ("They harvest" in paragraph(one)) == (verdict == "confirmed")


@pytest.mark.parametrize(
    ("verdicts", "says"),
    [
        (["confirmed", "suspected", "suspected", "watch"], "1 confirmed and 2 suspected campaigns"),
        (["suspected"], "1 suspected campaign"),
        (["watch", "watch"], "No campaign found"),
        ([], "No campaign found"),
    ],
)
def test_what_is_on_watch_is_not_counted_as_found(result: ScanResult, verdicts: list[str], says: str) -> None:
    """The headline counts confirmed and suspected campaigns; those on watch stand apart."""
    campaigns = [msgspec.structs.replace(result.campaigns[0], verdict=verdict) for verdict in verdicts]

    assert headline(campaigns) == says
    assert ("no accusation" in watched(campaigns)) == ("watch" in verdicts)


def test_no_purpose_is_no_claim(result: ScanResult) -> None:
    """A campaign without a recognised intent is not said to harvest anything."""
    one = msgspec.structs.replace(result.campaigns[0], intents={"none": 1.0})

    assert "No harvesting purpose is recognised" in paragraph(one)


def test_regrowth_is_cut_and_counted(result: ScanResult) -> None:
    """Many replaced heads become twelve sentences and a number."""
    grown = [msgspec.structs.replace(result.campaigns[0].regrowth[0], successor=f"acct-{number}") for number in range(40)]
    said = regrowth(msgspec.structs.replace(result.campaigns[0], regrowth=grown))

    assert len(said) == 13
    assert said[-1].startswith("28 more")


def test_times_have_the_unit_that_reads_best() -> None:
    """Minutes below an hour, hours below two days, then days; one is singular."""
    assert [span(hours) for hours in (0.02, 1, 47, 24 * 30)] == ["1 minute", "1 hour", "47 hours", "30 days"]
