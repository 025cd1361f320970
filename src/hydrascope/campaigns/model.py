"""What a campaign is, as plain records: the shape that reports and programs read."""

from datetime import datetime

import msgspec
import pyarrow as pa


class Finding(msgspec.Struct, frozen=True):
    """
    One bar of the waterfall: a channel, its weight in bits and a sentence.

    `side` is `coordination`, `harvest` or `explanation`; the bits of an
    explanation are negative or nought.
    """

    channel: str
    family: str
    side: str
    bits: float
    finding: str


class Template(msgspec.Struct, frozen=True):
    """Conserved text of a campaign's prompts, with `{slot}` where it varies."""

    template_id: str
    text: str
    exchanges: int
    accounts: int
    intent: str


class TimelinePoint(msgspec.Struct, frozen=True):
    """Exchanges of the campaign in the hour that begins at `ts`, and how many of them failed."""

    ts: datetime
    exchanges: int
    models: dict[str, int]


class Pivot(msgspec.Struct, frozen=True):
    """A turn to a new model: the share of traffic that moved within 24 hours, beyond matched accounts."""

    ts: datetime
    to_model: str
    share: float
    hours_after_release: float
    matched_share: float


class Phase(msgspec.Struct, frozen=True):
    """A stretch of time with its own mix of intents."""

    from_ts: datetime
    to_ts: datetime
    summary: str
    intents: dict[str, float]


class Regrowth(msgspec.Struct, frozen=True):
    """A banned head and the fresh account that went on with its work."""

    banned: str
    successor: str
    hours: float


class Member(msgspec.Struct, frozen=True):
    """A head of the campaign: how much it did, how much of that was cover, and what links it."""

    account_id: str
    score: float
    exchanges: int
    cover: int
    first_ts: datetime
    last_ts: datetime
    created_at: datetime | None
    banned_at: datetime | None
    links: list[str]


class Link(msgspec.Struct, frozen=True):
    """An edge of the campaign's graph: an account and a trait that it shares with other heads."""

    account_id: str
    kind: str
    value: str
    bits: float


class Campaign(msgspec.Struct, frozen=True):
    """One operator's coordinated harvest, or what looks like it, with all that a person needs to judge."""

    campaign_id: str
    verdict: str
    bits: float
    coordination_bits: float
    harvest_bits: float
    accounts: list[str]
    exchanges: int
    first_ts: datetime
    last_ts: datetime
    evidence: list[Finding]
    explanations: list[Finding]
    capabilities: dict[str, float]
    intents: dict[str, float]
    templates: list[Template]
    pathways: dict[str, int]
    models: dict[str, int]
    timeline: list[TimelinePoint]
    pivots: list[Pivot]
    phases: list[Phase]
    regrowth: list[Regrowth]
    members: list[Member]
    links: list[Link]
    output_tokens: int


class Scanned(msgspec.Struct, frozen=True):
    """How much was read, and over what time."""

    exchanges: int
    accounts: int
    first_ts: datetime
    last_ts: datetime
    rejected: int
    duplicates: int


class Release(msgspec.Struct, frozen=True):
    """When a model became available."""

    model: str
    released_at: datetime


class ScanResult(msgspec.Struct, frozen=True):
    """
    Everything that a scan concluded.

    `account_verdicts` follows `schema.ACCOUNT_VERDICTS`, `attributed` follows
    `schema.ATTRIBUTED`; campaigns are sorted most severe first. `judged` is when the last exchange
    was that campaigns are judged by, where later ones were read for what known campaigns did alone.
    """

    scanned: Scanned
    campaigns: list[Campaign]
    releases: list[Release]
    account_verdicts: pa.Table
    attributed: pa.Table
    judged: datetime | None = None
