"""What a run keeps on disk: the truth about a world, what a detector said of it, and when it first said so."""

import msgspec


class AccountTruth(msgspec.Struct, frozen=True, array_like=True):
    """
    What is true of an account; `campaign` is empty for the honest.

    `days` counts the calendar days (UTC) from its first exchange to its last, both included.
    """

    campaign: str
    kind: str
    operator: str
    exchanges: int
    days: int


class CampaignTruth(msgspec.Struct, frozen=True, kw_only=True):
    """
    What is true of a campaign, and what it spent.

    `exchanges` are those of its harvest, `sent` all of its heads', cover
    traffic included; `value` is what the harvest is worth in bare answers; `first` is when it began (seconds since 1970), `pivot` when it
    turned to a new model, where it did; `cards` and `networks` are how many different ones its heads used. `level` is the evasion level
    where the world has one, `dials` what the campaign was set to, and `intents` what it is after.
    """

    heads: int
    exchanges: int
    sent: int
    cards: int
    networks: int
    value: float
    first: float
    level: int | None = None
    dials: dict[str, float] = {}
    intents: list[str] = []
    pivot: float | None = None


class WorldTruth(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of a world; only accounts that sent something are in it."""

    world: str
    seed: int
    scale: float
    days: int
    exchanges: int
    accounts: dict[str, AccountTruth]
    campaigns: dict[str, CampaignTruth]

    @property
    def heads(self) -> dict[str, str]:
        """The campaign of each account that has one."""
        return {account: true.campaign for account, true in self.accounts.items() if true.campaign}


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of a processor and peak resident memory of one answer, on one thread."""

    seconds: float
    peak_mib: float


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """
    What a detector says of the exchanges that it attributes to accused campaigns, beside the truth.

    By true campaign: `exchanges` of its heads that were attributed to any
    accused campaign, and how many of these are `right`, that is no cover traffic; the `purposes` that were named, of campaigns that were
    found; the error in hours of each turn to a new model (`pivots`), None where it was missed. Honest accounts' exchanges stand under "".
    `intents` and `capabilities` count pairs "true>said" over the right exchanges, and are empty where the world does not tell.
    """

    exchanges: dict[str, int] = {}
    right: dict[str, int] = {}
    purposes: dict[str, list[str]] = {}
    pivots: dict[str, float | None] = {}
    intents: dict[str, int] = {}
    capabilities: dict[str, int] = {}


class Candidate(msgspec.Struct, frozen=True, array_like=True):
    """A group that was judged: its accounts by true campaign ("" for the honest), its verdict, and the bits of each channel."""

    accounts: dict[str, int]
    verdict: str
    bits: dict[str, float]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """
    What a detector said of a world.

    `confirmed` is the part of `accused` that it is surest of, where it makes a difference.
    """

    scores: dict[str, float]
    accused: list[str]
    confirmed: list[str]
    watched: list[str]
    groups: dict[str, str]
    cost: Cost
    attribution: Attribution | None = None
    candidates: list[Candidate] = []


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """
    When a campaign was first accused, in a replay by the hour.

    `hours` run from its first exchange; `exchanges` and `value` are what it
    had got by then. All three are the whole of what was replayed where no
    alarm came (`raised` is false).
    """

    raised: bool
    hours: float
    exchanges: int
    value: float
    looks: int


class Alarms(msgspec.Struct, frozen=True, kw_only=True):
    """The first alarm of each campaign of a world; empty where none was looked for."""

    campaigns: dict[str, Alarm] = {}
