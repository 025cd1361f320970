"""
A campaign's figures and dials, and the shapes that were published.

The shapes follow what model providers published in February 2026 (many heads,
few requests a head): one after reasoning and grading, one after agent
trajectories that turns to a new model within a day, one over many pathways
that ends by reconstructing traces; and a pool of data-generation recipes.
"""

import msgspec

from hydrascope.lab.worlds import recipes
from hydrascope.lab.worlds.recipes import Recipe


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """
    A campaign's figures and dials.

    `per_day` counts harvesting exchanges a head; `per_card` heads share a card (1: own cards); `addresses` is the size of the shared pool (0: each head
    its own line); `wordings` counts the paraphrases of every sentence (0: worded afresh each time); `cover` is the share of unrelated requests among all.
    """

    name: str
    heads: int
    per_day: float = 3.0
    recipes: tuple[Recipe, ...] = ()
    trajectories: float = 0.0
    late: tuple[Recipe, ...] = ()
    late_from: float = 0.65
    human_rhythm: bool = False
    per_card: int = 1
    addresses: int = 0
    residential: bool = False
    mixed_clients: bool = False
    burner_domains: int = 0
    births: tuple[float, float] | None = (-20.0, -0.1)
    pathways: tuple[str, ...] = ("api",)
    programs: tuple[str, ...] = ("standard",)
    wordings: int = 1
    cover: float = 0.0
    pivot: float = 0.0
    banned: float = 0.0
    draws: int = 1
    failures: float = 0.02


REASONING = Campaign(
    name="reasoning",
    heads=60,
    recipes=(recipes.ARTICULATE, recipes.ARTICULATE, recipes.RUBRIC, recipes.REWRITE),
    per_card=20,
    addresses=40,
    burner_domains=3,
    banned=0.08,
)
AGENTIC = Campaign(
    name="agentic", heads=120, per_day=3.0, trajectories=1.0, per_card=5, addresses=90, burner_domains=3, pivot=0.5, banned=0.05
)
PATHWAYS = Campaign(
    name="pathways",
    heads=80,
    trajectories=0.6,
    recipes=(recipes.EXAM, recipes.RUBRIC),
    late=(recipes.RECONSTRUCT,),
    per_card=5,
    addresses=60,
    burner_domains=3,
    pathways=("api", "web", "reseller", "cloud:bedrock", "cloud:vertex"),
    programs=("standard", "education", "research", "startup"),
    banned=0.05,
)
POOL = Campaign(
    name="pool",
    heads=60,
    recipes=(recipes.EVOLVE, recipes.SELF_INSTRUCT, recipes.PREFER, recipes.BACKTRANSLATE, recipes.EXAM, recipes.BARE),
    per_card=2,
    residential=True,
    mixed_clients=True,
)
