"""`campaigns.json`: what a scan concluded, for programs."""

import json
from datetime import datetime
from typing import Any

from hydrascope.campaigns.model import Campaign, Finding, Member, Scanned, ScanResult
from hydrascope.report.words import VERDICTS, ranked, utc

SCHEMA_VERSION = 1


def campaigns_json(result: ScanResult) -> bytes:
    """
    Return the bytes of `campaigns.json`: valid by `campaigns.schema.json`, most severe campaign first.

    Times are RFC 3339 in UTC, bits have two decimals, shares four. The same
    result gives the same bytes, whatever the order of its lists. A weight
    that is not a finite number raises ValueError: it is a defect upstream.
    """
    campaigns = [_campaign(one) for one in most_severe_first(result.campaigns)]
    record = {"schema_version": SCHEMA_VERSION, "scanned": _scanned(result.scanned), "campaigns": campaigns}
    written = json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    # A lone surrogate cannot be UTF-8; written as \udXXX it is still JSON.
    return written.encode("utf-8", errors="backslashreplace")


def most_severe_first(campaigns: list[Campaign]) -> list[Campaign]:
    """Return the campaigns by verdict, then by bits, then by id."""
    return sorted(campaigns, key=lambda one: (VERDICTS.index(one.verdict), -one.bits, one.campaign_id))


def strongest_first(findings: list[Finding]) -> list[Finding]:
    """Return the findings from the greatest weight, for or against, to the least."""
    return sorted(findings, key=lambda one: (-abs(one.bits), one.channel, one.finding))


def timestamp(moment: datetime) -> str:
    """
    Return the moment as RFC 3339 in UTC.

    >>> timestamp(datetime(2026, 1, 5, 14, 30))
    '2026-01-05T14:30:00Z'
    """
    return utc(moment).isoformat().replace("+00:00", "Z")


def _scanned(scanned: Scanned) -> dict[str, Any]:
    return {
        "exchanges": scanned.exchanges,
        "accounts": scanned.accounts,
        "first_ts": timestamp(scanned.first_ts),
        "last_ts": timestamp(scanned.last_ts),
        "rejected": scanned.rejected,
        "duplicates": scanned.duplicates,
    }


def _campaign(one: Campaign) -> dict[str, Any]:
    return {
        "campaign_id": one.campaign_id,
        "verdict": one.verdict,
        "bits": _bits(one.bits),
        "coordination_bits": _bits(one.coordination_bits),
        "harvest_bits": _bits(one.harvest_bits),
        "accounts": sorted(one.accounts),
        "exchanges": one.exchanges,
        "output_tokens": one.output_tokens,
        "first_ts": timestamp(one.first_ts),
        "last_ts": timestamp(one.last_ts),
        "evidence": [_finding(found) for found in strongest_first(one.evidence)],
        "explanations": [_finding(found) for found in strongest_first(one.explanations)],
        "capabilities": _shares(one.capabilities),
        "intents": _shares(one.intents),
        "models": dict(ranked(one.models)),
        "pathways": dict(ranked(one.pathways)),
        "templates": _templates(one),
        **_course(one),
        "members": [_member(head) for head in sorted(one.members, key=lambda head: head.account_id)],
    }


def _templates(one: Campaign) -> list[dict[str, Any]]:
    keys = ("template_id", "text", "exchanges", "accounts", "intent")
    by_size = sorted(one.templates, key=lambda made: (-made.exchanges, made.template_id))
    return [{key: getattr(made, key) for key in keys} for made in by_size]


def _course(one: Campaign) -> dict[str, Any]:
    """The campaign in time: what happened when."""
    return {
        "timeline": [
            {"ts": timestamp(at.ts), "exchanges": at.exchanges, "models": dict(ranked(at.models))}
            for at in sorted(one.timeline, key=lambda at: utc(at.ts))
        ],
        "pivots": [
            {
                "ts": timestamp(turn.ts),
                "to_model": turn.to_model,
                "share": round(turn.share, 4),
                "hours_after_release": round(turn.hours_after_release, 2),
                "matched_share": round(turn.matched_share, 4),
            }
            for turn in sorted(one.pivots, key=lambda turn: (utc(turn.ts), turn.to_model))
        ],
        "phases": [
            {"from_ts": timestamp(part.from_ts), "to_ts": timestamp(part.to_ts), "summary": part.summary, "intents": _shares(part.intents)}
            for part in sorted(one.phases, key=lambda part: (utc(part.from_ts), part.summary))
        ],
        "regrowth": [
            {"banned": grown.banned, "successor": grown.successor, "hours": round(grown.hours, 2)}
            for grown in sorted(one.regrowth, key=lambda grown: (grown.banned, grown.successor))
        ],
    }


def _member(head: Member) -> dict[str, Any]:
    return {
        "account_id": head.account_id,
        "score": round(head.score, 4),
        "exchanges": head.exchanges,
        "cover": head.cover,
        "first_ts": timestamp(head.first_ts),
        "last_ts": timestamp(head.last_ts),
        "created_at": None if head.created_at is None else timestamp(head.created_at),
        "banned_at": None if head.banned_at is None else timestamp(head.banned_at),
        "links": head.links,
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {"channel": found.channel, "family": found.family, "side": found.side, "bits": _bits(found.bits), "finding": found.finding}


def _shares(shares: dict[str, float]) -> dict[str, float]:
    return {name: round(share, 4) for name, share in ranked(shares)}


def _bits(weight: float) -> float:
    # + 0.0 turns a negative zero into zero: the two would be different bytes for the same weight.
    return round(weight, 2) + 0.0
