"""
A campaign's figures and dials, and the shapes that detectors are tuned on.

The four shapes are relatives of what model providers published in February
2026 (many heads, few requests a head): one after reasoning and grading, one
after agent trajectories that turns to a new model within a day, one over many
pathways that ends by reconstructing traces; and a pool of data-generation
recipes. The published campaigns themselves stand in `published`, in the words
of `recipes_february` and `recipes_september`.
"""

import msgspec

from hydrascope.lab.worlds import recipes
from hydrascope.lab.worlds.recipes import Recipe
from hydrascope.lab.worlds.relays import Relay
from hydrascope.lab.worlds.trajectories import CONTAINER, Harness

LENGTH = 14.0  # days that the worlds last


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """
    A campaign's figures and dials.

    `heads` accounts at a time each send `per_day` harvesting exchanges, from day `start` on, for `days` (None: to the end); `pools` of heads work one
    after another, each banned whole and followed by the next, and `rotation` accounts take turns in one place. `per_card` heads share a card (1: own
    cards); `addresses` is the size of the shared pool (0: each head its own line); `wordings` counts the paraphrases of a whole template (0: worded
    afresh each time); `cover` is the share of unrelated requests among all; `ramp` the days in which an account's load climbs from a tenth to the
    whole; `uneven` the standard deviation of the logarithm of the heads' load; `at_random` draws a head for each piece of work by chance, where in turn is usual; `probe` the first share of the time, in which every request tries
    another trick of `probes`. `trajectories`, `relayed`, `stored` and `reveals` are shares of the pieces of work: agent trajectories, conversations of
    the operator's own users, kept conversations sent once more, and reasoning blocks of one head handed back by another; the rest are `recipes`.
    """

    name: str
    heads: int
    per_day: float = 3.0
    start: float = 3.0
    days: float | None = None
    pools: int = 1
    rotation: int = 1
    turn_hours: float = 2.0

    recipes: tuple[Recipe, ...] = ()
    trajectories: float = 0.0
    harness: Harness = CONTAINER
    relayed: float = 0.0
    stored: float = 0.0
    relay: Relay = Relay()
    reveals: float = 0.0
    reveal: tuple[Recipe, ...] = ()
    probe: float = 0.0
    probes: tuple[Recipe, ...] = ()
    late: tuple[Recipe, ...] = ()
    late_from: float = 0.65
    pivot: float = 0.0
    draws: int = 1
    failures: float = 0.0

    per_card: int = 1
    addresses: int = 0
    residential: bool = False
    mixed_clients: bool = False
    families: tuple[str, ...] = ()
    sanitised: bool = False
    burner_domains: int = 0
    free_mail: bool = False
    births: tuple[float, float] | None = (-20.0, -0.1)
    pathways: tuple[str, ...] = ("api",)
    programs: tuple[str, ...] = ("standard",)
    wordings: int = 1
    cover: float = 0.0
    human_rhythm: bool = False
    uneven: float = 0.0
    at_random: bool = False
    ramp: float = 0.0
    banned: float = 0.0

    @property
    def window(self) -> float:
        """Days that it lasts in a world of the usual length."""
        left = LENGTH - self.start
        return left if self.days is None else min(self.days, left)

    @property
    def intents(self) -> tuple[str, ...]:
        """What it is after, in the words of the report; relays and kept conversations are after the answers as they are."""
        found = {recipe.intent for recipe in (*self.recipes, *self.late, *self.reveal, *self.probes)}
        return tuple(sorted(found | ({"trajectory_collection"} if self.trajectories else set())))


REASONING = Campaign(
    name="reasoning",
    heads=60,
    start=0.0,
    recipes=(recipes.ARTICULATE, recipes.ARTICULATE, recipes.RUBRIC, recipes.REWRITE),
    per_card=20,
    addresses=40,
    burner_domains=3,
    banned=0.08,
)
AGENTIC = Campaign(
    name="agentic", heads=120, start=0.0, trajectories=1.0, per_card=5, addresses=90, burner_domains=3, pivot=0.5, banned=0.05
)
PATHWAYS = Campaign(
    name="pathways",
    heads=80,
    start=0.0,
    trajectories=0.6,
    recipes=(recipes.EXAM, recipes.RUBRIC),
    late=(recipes.RECONSTRUCT,),
    per_card=5,
    addresses=60,
    burner_domains=3,
    pathways=("api", "web", "reseller", "cloud:bedrock", "cloud:vertex"),
    programs=("standard", "education", "research", "startup"),
    failures=0.02,
    banned=0.05,
)
POOL = Campaign(
    name="pool",
    heads=60,
    start=0.0,
    recipes=(recipes.EVOLVE, recipes.SELF_INSTRUCT, recipes.PREFER, recipes.BACKTRANSLATE, recipes.EXAM, recipes.BARE),
    failures=0.02,
    per_card=2,
    residential=True,
    mixed_clients=True,
)
