"""The worlds that there are: who lives in them, how long they last, and whether detectors may be tuned on them."""

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds import (
    campaigns,
    dials,
    drills,
    evasion,
    further,
    operators,
    probing,
    providers,
    published,
    recipes,
    shapes,
    small,
)
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.traffic import Population, Setting

ACTS: dict[type, Callable[[Setting, Any], Population]] = {Campaign: campaigns.campaign, **operators.ACTS}
REPLACE = msgspec.structs.replace


class World(msgspec.Struct, frozen=True, kw_only=True):
    """
    A world's inhabitants, its length in days, when the new model comes out, and whether its log is lean.

    `split` says what it may be used for: detectors are tuned on `tuning` worlds only, and figures are reported on `report` worlds only.
    """

    description: str
    actors: tuple[Any, ...]
    days: float = shapes.LENGTH
    release_day: float = 8.4
    lean: bool = False
    split: Literal["tuning", "report"] = "tuning"

    def setting(self, seed: int, scale: float) -> Setting:
        """Return the setting for a seed and a scale."""
        return Setting(seed=seed, days=self.days, scale=scale, release=self.release_day * DAY)

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The campaigns among its inhabitants."""
        return tuple(actor for actor in self.actors if isinstance(actor, Campaign))


EVASIVE = (
    REPLACE(shapes.REASONING, name="paraphrasing", per_card=1, wordings=216, human_rhythm=True, uneven=0.6, cover=0.4, heads=40),
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
    REPLACE(shapes.POOL, name="aged-accounts", births=None, wordings=27, human_rhythm=True, uneven=0.6, cover=0.5, heads=40, banned=0.1),
)
TUNED = tuple(
    REPLACE(one, start=3.0)
    for one in (
        shapes.REASONING,
        shapes.AGENTIC,
        shapes.PATHWAYS,
        shapes.POOL,
        REPLACE(shapes.POOL, name="bare-sweep", recipes=(recipes.BARE,), heads=50, mixed_clients=False),
    )
)
_LEVELS = (
    "as they are",
    "metadata stripped, two heads a card",
    "a few paraphrases, a ramp, 10 % cover",
    "own cards, lines at home, mixed clients, 30 % cover",
    "human rhythm, uneven load, 50 % cover",
    "60 paraphrases, 75 % cover",
    "most dials, 90 % cover",
)


def _among(description: str, *campaigns: Campaign) -> World:
    """Return a world of the report split: campaigns among about 600 honest accounts, look-alikes included that nothing is tuned on."""
    return World(description=description, actors=(*operators.FEW, *map(_fewer, operators.REPORTED), *campaigns), split="report")


def _fewer(operator: Any) -> Any:
    """Return half as many companies of a kind: they send much, and one of each is enough to be mistaken for a campaign."""
    return REPLACE(
        operator, **{field: max(1, getattr(operator, field) // 2) for field in ("companies", "customers") if hasattr(operator, field)}
    )


WORLDS: dict[str, World] = {
    "demo": World(
        description="two campaigns in two weeks of mixed honest traffic, small enough to read",
        actors=(*operators.FEW, REPLACE(shapes.REASONING, heads=40), REPLACE(shapes.AGENTIC, heads=50)),
    ),
    "honest": World(description="no campaign at all: every honest look-alike, two of each", actors=operators.HONEST),
    "evasive": World(
        description="five campaigns that each hide another way: own cards and lines, cover traffic, paraphrase, bare questions, aged accounts",
        actors=(*operators.FEW, *EVASIVE),
        lean=True,
    ),
    "shapes": World(
        description="the four campaign shapes at full size, side by side",
        actors=(
            REPLACE(operators.FEW[0], accounts=900),
            REPLACE(operators.FEW[1], accounts=240),
            *operators.FEW[2:],
            shapes.REASONING,
            shapes.AGENTIC,
            shapes.PATHWAYS,
            shapes.POOL,
        ),
    ),
    **{
        f"tuning-{n}": World(
            description=f"five campaigns to tune on at evasion level {n}: {said}",
            actors=(*operators.FEW, *(evasion.level(one, n) for one in TUNED)),
        )
        for n, said in enumerate(_LEVELS)
    },
    **{
        f"further-{n}": World(
            description=f"ten campaigns to tune on in wordings of their own, at evasion level {n}: {said}",
            actors=(*operators.FEW, *(evasion.level(one, n) for one in further.FURTHER)),
        )
        for n, said in enumerate(_LEVELS)
    },
    **{
        f"small-{n}": World(
            description=f"nine campaigns of few accounts to tune on, at evasion level {n}: {said}",
            actors=(*operators.FEW, *(evasion.level(one, n) for one in small.SMALL)),
        )
        for n, said in enumerate(_LEVELS)
    },
    "probing": World(
        description="three busy campaigns to tune on that try what is let through for hours, then harvest",
        actors=(*operators.FEW, *probing.PROBING),
    ),
    "providers": World(
        description="no campaign: whoever opens and pays accounts for others, whose prompts read like a harvest",
        actors=(*operators.FEW, *providers.PROVIDERS),
    ),
    **{
        f"published-{n}": _among(
            f"the nine published campaigns at evasion level {n}: {said}", *(evasion.level(one, n) for one in published.PUBLISHED)
        )
        for n, said in enumerate(_LEVELS)
    },
    "two-hundred-shared": _among("200 accounts with one system prompt, four cards and ten addresses", drills.TWO_HUNDRED_SHARED),
    "two-hundred-alone": _among("the same 200 accounts, which share nothing but the prompt", drills.TWO_HUNDRED_ALONE),
    "sweeps": _among("two sweeps of bare questions by 60 and 80 accounts, with own cards", drills.SWEEP, drills.SWEEP_WIDE),
    "flood": _among("one campaign of more than 100,000 exchanges", drills.FLOOD),
    "village": World(description="5,000 honest accounts and no campaign", actors=operators.town(5_000, reported=False)),
    "town": World(
        description="5,000 honest accounts and no campaign, with the kinds that nothing is tuned on",
        actors=operators.town(5_000, reported=True),
        split="report",
    ),
}
DIALLED: dict[str, World] = {
    dials.NONE: _among("the nine published campaigns with no dial turned", *published.PUBLISHED),
    **{
        where.world: _among(f"the nine published campaigns, with the dial {where.dial} at {where.value}", *where.campaigns)
        for where in dials.POSITIONS
        if where.world != dials.NONE
    },
}


def named(world: str) -> World:
    """
    Return the world of that name: one of `WORLDS`, or of `DIALLED`.

    Raises `ConfigError` for an unknown one.

    >>> named("dial-cover-0.9").split
    'report'
    """
    found = WORLDS.get(world) or DIALLED.get(world)
    if found is None:
        known = ", ".join(DIALLED) if world.startswith(dials.PREFIX) else f"{', '.join(WORLDS)}, dial-DIAL-VALUE"
        raise ConfigError(f"expected one of the worlds {known} but got world={world!r}; list them with: hydrascope simulate --list")
    return found


def listing() -> list[str]:
    r"""
    Return a line for each world: name, split and description, with tabs between; the worlds of one dial have one line in all.

    >>> listing()[0].split("\t")[:2]
    ['demo', 'tuning']
    """
    lines = [f"{name}\t{spec.split}\t{spec.description}" for name, spec in WORLDS.items()]
    family = "the nine published campaigns with one dial turned, such as dial-cover-0.75 or dial-mail-yes; dial-none: none turned"
    return [*lines, f"dial-DIAL-VALUE\t{DIALLED[dials.NONE].split}\t{family}"]
