"""The worlds that there are: who lives in them, and how long they last."""

from collections.abc import Callable
from typing import Any

import msgspec

from hydrascope.lab.worlds import campaigns, honest, jobs, recipes, services, shapes
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.traffic import Population, Setting

ACTS: dict[type, Callable[[Setting, Any], Population]] = {
    Campaign: campaigns.campaign,
    honest.Hobbyists: honest.hobbyists,
    honest.Coders: honest.coders,
    honest.Office: honest.office,
    honest.Classroom: honest.classroom,
    honest.Hackathon: honest.hackathon,
    services.Support: services.support,
    services.Batch: services.batch,
    services.Evaluation: services.evaluation,
    services.Judge: services.judge,
    services.Inhouse: services.inhouse,
    services.Aggregator: services.aggregator,
    jobs.Job: jobs.job,
}
HONEST: tuple[Any, ...] = (
    honest.Hobbyists(),
    honest.Coders(),
    honest.Office(),
    honest.Classroom(),
    honest.Hackathon(),
    services.Support(),
    services.Batch(),
    services.Batch(accounts=4, declared=False),
    services.Evaluation(),
    services.Judge(),
    services.Inhouse(),
    services.Aggregator(),
    *jobs.JOBS,
)
REPLACE = msgspec.structs.replace


class World(msgspec.Struct, frozen=True, kw_only=True):
    """A world's inhabitants, its length in days, when the new model comes out, and whether its log is lean."""

    description: str
    actors: tuple[Any, ...]
    days: float = 14.0
    release_day: float = 8.4
    lean: bool = False

    def setting(self, seed: int, scale: float) -> Setting:
        """Return the setting for a seed and a scale."""
        return Setting(seed=seed, days=self.days, scale=scale, release=self.release_day * DAY)


EVASIVE = (
    REPLACE(shapes.REASONING, name="paraphrasing", per_card=1, wordings=6, human_rhythm=True, cover=0.4, heads=40),
    REPLACE(shapes.POOL, name="bare-sweep", recipes=(recipes.BARE,), per_card=1, addresses=0, mixed_clients=False, draws=2, heads=40),
    REPLACE(
        shapes.AGENTIC,
        name="own-lines",
        per_card=1,
        addresses=0,
        residential=True,
        mixed_clients=True,
        burner_domains=0,
        cover=0.6,
        heads=40,
        pivot=0.3,
    ),
    REPLACE(
        shapes.POOL,
        name="free-wording",
        recipes=(recipes.ARTICULATE, recipes.RECONSTRUCT, recipes.EVOLVE),
        wordings=0,
        per_card=4,
        cover=0.3,
        heads=40,
    ),
    REPLACE(shapes.POOL, name="aged-accounts", births=None, wordings=3, human_rhythm=True, cover=0.5, heads=40, banned=0.1),
)
WORLDS: dict[str, World] = {
    "demo": World(
        description="two campaigns in two weeks of mixed honest traffic, small enough to read",
        actors=(
            *HONEST,
            REPLACE(shapes.REASONING, heads=40),
            REPLACE(shapes.AGENTIC, heads=50),
        ),
    ),
    "honest": World(
        description="no campaign at all: every honest look-alike, two of each",
        actors=(
            REPLACE(HONEST[0], accounts=300),
            REPLACE(HONEST[1], accounts=160),
            REPLACE(HONEST[2], offices=2, desks=20),
            REPLACE(HONEST[3], courses=2, students=50),
            REPLACE(HONEST[4], accounts=100),
            REPLACE(HONEST[5], bots=4),
            REPLACE(HONEST[6], jobs=2),
            REPLACE(HONEST[7], jobs=3),
            REPLACE(HONEST[8], researchers=5),
            REPLACE(HONEST[9], companies=2),
            REPLACE(HONEST[10], companies=2),
            REPLACE(HONEST[11], accounts=2),
            *(REPLACE(job, customers=2 * job.customers) for job in jobs.JOBS),
        ),
    ),
    "evasive": World(
        description="five campaigns that each hide another way: own cards and lines, cover traffic, paraphrase, bare questions, aged accounts",
        actors=(*HONEST, *EVASIVE),
        lean=True,
    ),
    "shapes": World(
        description="the four campaign shapes at full size, side by side",
        actors=(
            REPLACE(HONEST[0], accounts=900),
            REPLACE(HONEST[1], accounts=240),
            *HONEST[2:],
            shapes.REASONING,
            shapes.AGENTIC,
            shapes.PATHWAYS,
            shapes.POOL,
        ),
    ),
}
