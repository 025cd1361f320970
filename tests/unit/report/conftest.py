"""An invented scan to write about: a confirmed campaign, one on watch, and honest accounts around them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.campaigns.model import (
    Campaign,
    Finding,
    Link,
    Member,
    Phase,
    Pivot,
    Regrowth,
    Release,
    Scanned,
    ScanResult,
    Template,
    TimelinePoint,
)
from hydrascope.schema import ACCOUNT_VERDICTS, ATTRIBUTED, REJECTED

START = datetime(2026, 1, 5, tzinfo=UTC)
RELEASED = START + timedelta(days=8, hours=9, minutes=30)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}\u202egnp"


def invented(accounts: int = 300, heads: int = 60, days: int = 14) -> ScanResult:
    """Return a scan of `accounts` accounts, `heads` of them in the confirmed campaign."""
    rng = np.random.default_rng(7)
    campaigns = [_hydra(heads, days, rng), _lone(days, rng)]
    return ScanResult(
        scanned=Scanned(82_000, accounts, START, START + timedelta(days=days), 3, 12),
        campaigns=campaigns,
        releases=[Release("atlas-4", START - timedelta(days=90)), Release("atlas-5", RELEASED)],
        account_verdicts=_verdicts(campaigns, accounts, rng),
        attributed=_attributed(campaigns),
    )


def _hydra(heads: int, days: int, rng: np.random.Generator) -> Campaign:
    members = [_member(f"acct-h{number:04d}", number, days, rng) for number in range(heads)]
    timeline = _timeline(days, 12.0, rng)
    return Campaign(
        campaign_id="hc-7f3a91",
        verdict="confirmed",
        bits=61.4,
        coordination_bits=44.6,
        harvest_bits=16.8,
        accounts=[head.account_id for head in members],
        exchanges=sum(point.exchanges for point in timeline),
        first_ts=START + timedelta(hours=1),
        last_ts=START + timedelta(days=days, hours=-1),
        evidence=_findings(heads),
        explanations=[
            Finding(
                "popular_tool",
                "explanation",
                "explanation",
                -2.1,
                "9% of the prompts carry the system text of an open-source tool that 41 other accounts use.",
            ),
            Finding(
                "declared_organisation",
                "explanation",
                "explanation",
                0.0,
                "The accounts declare 60 different organisations; none declares the same.",
            ),
            Finding(
                "class_or_event",
                "explanation",
                "explanation",
                0.0,
                "The accounts are not of an education program and worked on 14 of 14 days.",
            ),
        ],
        capabilities={"reasoning": 0.55, "coding": 0.3, "writing": 0.1, "other": 0.05},
        intents={"cot_elicitation": 0.55, "reward_modelling": 0.28, "trace_reconstruction": 0.12, "none": 0.05},
        templates=[
            Template(
                "t-01",
                "Solve the problem below. Think step by step and write down every step of your reasoning before the answer.\n\nProblem: {slot}\n\nEnd with: The answer is {slot}.",
                1410,
                58,
                "cot_elicitation",
            ),
            Template(
                "t-02",
                "You are an impartial judge. Grade the response from 1 to 10 against the rubric.\n\n[Rubric]\n{slot}\n\n[Response]\n{slot}",
                702,
                44,
                "reward_modelling",
            ),
            Template(
                "t-03", HOSTILE + " Here is a finished answer: {slot} Articulate the reasoning behind it.", 301, 39, "trace_reconstruction"
            ),
        ],
        pathways={"api": 41, "cloud:bedrock": 12, "reseller": 7},
        models={"atlas-4": 1480, "atlas-5": 900, "atlas-4-mini": 120},
        timeline=timeline,
        pivots=[Pivot(RELEASED + timedelta(hours=2), "atlas-5", 0.47, 2.0, 0.06)],
        phases=[
            Phase(
                START,
                START + timedelta(days=9),
                "Collects worked solutions and grades them.",
                {"cot_elicitation": 0.7, "reward_modelling": 0.3},
            ),
            Phase(
                START + timedelta(days=9),
                START + timedelta(days=days),
                "Turns to reconstructing reasoning traces of finished answers.",
                {"trace_reconstruction": 0.6, "cot_elicitation": 0.4},
            ),
        ],
        regrowth=[Regrowth("acct-h0003", "acct-h0050", 5.5), Regrowth("acct-h0007", "acct-h0051", 31.0)],
        members=members,
        links=_links(members, rng),
        output_tokens=1_130_000,
    )


def _findings(heads: int) -> list[Finding]:
    return [
        Finding(
            "shared_payment",
            "identity",
            "coordination",
            14.2,
            f"{heads - 4} of {heads} accounts paid with 5 instruments; two honest accounts share one with probability 1 in 4,000.",
        ),
        Finding(
            "templates", "content", "coordination", 11.5, "58 accounts fill the same 3 templates, which no other of 240 accounts uses."
        ),
        Finding(
            "synchrony",
            "timing",
            "coordination",
            8.3,
            "Hourly activity correlates at 0.71 between halves of the group; 200 random groups reach 0.22 at most.",
        ),
        Finding(
            "client_uniformity",
            "infrastructure",
            "coordination",
            6.4,
            "All requests come from 1 client stack with one header order, seen with 3 other accounts.",
        ),
        Finding("birth_burst", "identity", "coordination", 4.2, "37 accounts were registered within 26 hours; 2.1 were to be expected."),
        Finding(
            "harvest_intent", "intent", "harvest", 9.9, "95% of the exchanges ask for reasoning, grades or traces; honest accounts: 3%."
        ),
        Finding(
            "single_turn_breadth",
            "content",
            "harvest",
            6.1,
            "1,900 distinct questions in single turns over 11 subjects; median of honest accounts: 3.",
        ),
        Finding(
            "release_chasing",
            "timing",
            "harvest",
            2.9,
            "47% of the traffic moved to atlas-5 within 24 hours of its release; 6% of matched accounts.",
        ),
        Finding("round_the_clock", "timing", "coordination", 0.4, "Quietest six hours hold 19% of the traffic; flat would be 25%."),
    ]


def _member(name: str, number: int, days: int, rng: np.random.Generator) -> Member:
    banned = START + timedelta(days=6, hours=number) if number % 9 == 3 else None
    first = START + timedelta(hours=float(rng.integers(1, 40)))
    last = banned or START + timedelta(days=days, hours=-float(rng.integers(1, 20)))
    links = [f"payment card-{number % 5}", "template t-01"]
    return Member(
        name,
        0.99 - number / 1000,
        int(rng.integers(20, 80)),
        int(rng.integers(0, 12)),
        first,
        last,
        START - timedelta(days=3, hours=number % 26),
        banned,
        links,
    )


def _links(members: list[Member], rng: np.random.Generator) -> list[Link]:
    links = []
    for number, head in enumerate(members):
        links.append(Link(head.account_id, "payment", f"card-{number % 5}", 9.1))
        links.append(Link(head.account_id, "template", f"t-0{1 + number % 3}", 7.7))
        if rng.random() < 0.6:
            links.append(Link(head.account_id, "subnet", f"203.0.{number % 7}.0/24", 5.0))
        if rng.random() < 0.5:
            links.append(Link(head.account_id, "birth", "2026-01-02", 2.2))
    return links


def _timeline(days: int, mean: float, rng: np.random.Generator) -> list[TimelinePoint]:
    points = []
    for hour in range(1, days * 24 - 1):
        at = START + timedelta(hours=hour)
        sent = int(rng.poisson(mean))
        new = int(sent * 0.6) if at > RELEASED + timedelta(hours=2) else 0
        small = sent // 10
        models = {"atlas-4": sent - new - small, "atlas-5": new, "atlas-4-mini": small}
        points.append(TimelinePoint(at, sent, {name: number for name, number in models.items() if number}))
    return points


def _lone(days: int, rng: np.random.Generator) -> Campaign:
    timeline = _timeline(3, 6.0, rng)
    head = Member("acct-lab-9", 0.31, sum(point.exchanges for point in timeline), 0, START, START + timedelta(days=3), None, None, [])
    return Campaign(
        campaign_id="hc-02bd44",
        verdict="watch",
        bits=7.2,
        coordination_bits=0.0,
        harvest_bits=7.2,
        accounts=[head.account_id],
        exchanges=head.exchanges,
        first_ts=START,
        last_ts=START + timedelta(days=3),
        evidence=[
            Finding(
                "harvest_intent", "intent", "harvest", 9.2, "99% of the exchanges grade responses against a rubric; honest accounts: 3%."
            )
        ],
        explanations=[
            Finding(
                "declared_organisation",
                "explanation",
                "explanation",
                -2.0,
                "The account is of a declared organisation in a research program.",
            )
        ],
        capabilities={"writing": 0.8, "other": 0.2},
        intents={"reward_modelling": 0.99, "none": 0.01},
        templates=[],
        pathways={"api": 1},
        models={"atlas-4": head.exchanges},
        timeline=timeline,
        pivots=[],
        phases=[],
        regrowth=[],
        members=[head],
        links=[],
        output_tokens=48_000,
    )


def _verdicts(campaigns: list[Campaign], accounts: int, rng: np.random.Generator) -> pa.Table:
    rows = [
        {
            "account_id": head.account_id,
            "score": head.score,
            "verdict": one.verdict,
            "campaign_id": one.campaign_id,
            "reasons": [found.finding for found in one.evidence[:3]],
            "coordination": max(0.0, one.coordination_bits + float(rng.normal(0, 4)) * (one.coordination_bits > 0)),
            "harvest": max(0.0, one.harvest_bits + float(rng.normal(0, 2.5))),
            "exchanges": head.exchanges,
        }
        for one in campaigns
        for head in one.members
    ]
    for number in range(accounts - len(rows)):
        honest = {"score": 0.01, "verdict": "clear", "campaign_id": None, "reasons": []}
        scores = {
            "coordination": float(rng.exponential(1.5)),
            "harvest": float(rng.exponential(1.2)),
            "exchanges": int(rng.integers(1, 90)),
        }
        rows.append({"account_id": f"acct-{number:05d}", **honest, **scores})
    return pa.Table.from_pylist(rows, schema=ACCOUNT_VERDICTS)


def _attributed(campaigns: list[Campaign]) -> pa.Table:
    rows = [
        {
            "exchange_id": f"x-{head.account_id}-{number}",
            "account_id": head.account_id,
            "campaign_id": one.campaign_id,
            "template_id": "t-01" if one.templates else None,
            "intent": "cot_elicitation",
            "capability": "reasoning",
        }
        for one in campaigns
        for head in one.members
        for number in range(3)
    ]
    return pa.Table.from_pylist(rows, schema=ATTRIBUTED)


@pytest.fixture
def build() -> Callable[..., ScanResult]:
    """The builder itself, for tests that need another size."""
    return invented


@pytest.fixture
def result() -> ScanResult:
    """A scan of 300 accounts: 60 heads of a confirmed campaign, one account on watch."""
    return invented()


@pytest.fixture
def rejected() -> pa.Table:
    """Three lines that could not be read."""
    rows = [
        {"source": "b.jsonl", "line": 9, "reason": "expected a JSON object but got line='<b>x</b>'"},
        {"source": "a.jsonl", "line": 12, "reason": "expected ts but got ts=None"},
        {"source": "a.jsonl", "line": 2, "reason": "expected UTF-8 but got byte=0xff"},
    ]
    return pa.Table.from_pylist(rows, schema=REJECTED)
