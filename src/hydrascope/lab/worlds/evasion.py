"""
How a campaign hides: dials that turn one thing each, and levels that turn more and more of them.

A dial costs the operator something: more accounts, more cards, requests that
harvest nothing, work by hand. `cost` counts it.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds import recipes
from hydrascope.lab.worlds.shapes import LENGTH, Campaign

LEVELS = range(7)
SLOW = 120.0  # harvesting exchanges a day that one busy person may pass for


class Dial(NamedTuple):
    """What a dial says, the values to try from open to hidden, and how it turns."""

    says: str
    values: tuple[Any, ...]
    turn: Callable[[Campaign, Any], Campaign]


class Cost(NamedTuple):
    """What a campaign costs its operator in a world of the usual length."""

    accounts: int
    cards: int
    addresses: int
    days: float
    harvested: float
    sent_per_harvested: float


def cost(these: Campaign) -> Cost:
    """
    Return what a campaign costs, as its record declares it: replacements of banned heads count as accounts.

    >>> cost(Campaign(name="x", heads=10, per_day=5.0, per_card=5, cover=0.75)).sent_per_harvested
    4.0
    """
    accounts = these.heads * these.pools
    return Cost(
        accounts + round(these.banned * these.heads),
        -(-accounts // these.per_card),
        these.addresses * these.pools or accounts,
        these.window,
        harvest(these),
        1 / (1 - these.cover),
    )


def harvest(these: Campaign) -> float:
    """
    Return how many harvesting exchanges a campaign makes.

    >>> harvest(Campaign(name="x", heads=10, per_day=5.0, days=2.0))
    100.0
    """
    return these.heads * these.per_day * these.window


def split(these: Campaign, per_day: float) -> Campaign:
    """
    Return the same traffic spread over more accounts that each send so much a day, cover included, over all the days that are left.

    >>> spread = split(Campaign(name="x", heads=10, per_day=110.0, days=1.0), 5.0)
    >>> spread.heads, spread.window
    (20, 11.0)
    """
    days = LENGTH - these.start
    sent = harvest(these) / (1 - these.cover)
    heads = math.ceil(sent / (per_day * days))
    addresses = math.ceil(these.addresses * heads / these.heads)
    return replace(these, heads=heads, addresses=addresses, per_day=per_day * (1 - these.cover), days=None, pools=1, rotation=1)


def rhythm(these: Campaign, human: bool) -> Campaign:  # noqa: FBT001
    """
    Return the campaign with sham persons, or dealt round the clock; persons send no more than `SLOW` a day, so a faster campaign takes longer.

    >>> rhythm(Campaign(name="x", heads=10, per_day=480.0, days=1.0), True).window
    4.0
    """
    if not human or these.per_day <= SLOW:
        return replace(these, human_rhythm=human)
    most = LENGTH - these.start
    days = min(most, these.window * these.per_day / SLOW)
    heads = math.ceil(harvest(these) / (SLOW * days))
    return replace(
        these,
        human_rhythm=True,
        heads=max(these.heads, heads),
        per_day=harvest(these) / (max(these.heads, heads) * days),
        days=days,
        rotation=1,
    )


def _paraphrase(these: Campaign, wordings: int) -> Campaign:
    return replace(these, wordings=wordings)


def _bare(these: Campaign, on: bool) -> Campaign:  # noqa: FBT001
    """Return a sweep of bare questions in place of all else, when on."""
    none = {"trajectories": 0.0, "relayed": 0.0, "stored": 0.0, "reveals": 0.0, "late": (), "probe": 0.0}
    return replace(these, recipes=(recipes.BARE,), **none) if on else these


def _networks(these: Campaign, heads: float) -> Campaign:
    """Return the campaign with one pooled address for so many heads; 0: each its own line at home."""
    addresses = math.ceil(these.heads / heads) if heads else 0
    return replace(these, addresses=addresses, residential=these.residential or not heads)


DIALS: Mapping[str, Dial] = MappingProxyType(
    {
        "payments": Dial("heads that share a card; 1: own cards", (20, 10, 5, 2, 1), lambda c, v: replace(c, per_card=v)),
        "networks": Dial("heads to one pooled address; 0: each its own line at home", (10, 4, 2, 1, 0), _networks),
        "clients": Dial("a client of its own for each head", (False, True), lambda c, v: replace(c, mixed_clients=v)),
        "headers": Dial("metadata stripped by a proxy", (False, True), lambda c, v: replace(c, sanitised=v)),
        "rhythm": Dial("sham persons with hours of their own", (False, True), rhythm),
        "load": Dial(
            "standard deviation of the logarithm of the heads' load; 0: even", (0.0, 0.4, 0.8, 1.2), lambda c, v: replace(c, uneven=v)
        ),
        "dealing": Dial("a head drawn by chance for each piece of work; no: in turn", (False, True), lambda c, v: replace(c, at_random=v)),
        "failures": Dial(
            "share of requests that fail and are sent again by another head", (0.05, 0.02, 0.0), lambda c, v: replace(c, failures=v)
        ),
        "ramp": Dial("days in which an account's load climbs", (0.0, 1.0, 3.0, 6.0), lambda c, v: replace(c, ramp=v)),
        "paraphrases": Dial("wordings of the whole template; 0: afresh each time", (1, 6, 27, 60, 216, 0), _paraphrase),
        "bare": Dial("bare questions in place of every template", (False, True), _bare),
        "cover": Dial("share of unrelated requests", (0.0, 0.1, 0.3, 0.5, 0.75, 0.9, 0.95), lambda c, v: replace(c, cover=v)),
        "regrowth": Dial("share of heads that are banned and replaced", (0.2, 0.1, 0.05, 0.0), lambda c, v: replace(c, banned=v)),
        "ages": Dial(
            "days before the start over which the accounts were opened",
            (3.0, 20.0, 100.0, 500.0),
            lambda c, v: replace(c, births=(-v, -0.1)),
        ),
        "mail": Dial("free e-mail domains in place of the operator's own", (False, True), lambda c, v: replace(c, free_mail=v)),
        "split": Dial("exchanges a day of one account, the traffic spread over as many as it takes", (40.0, 20.0, 10.0, 5.0), split),
    }
)


def dial(campaign: Campaign, name: str, value: Any) -> Campaign:
    """
    Return the campaign with one dial turned and all others as they were.

    Cover comes on top of the harvest; `split` counts both.

    Raises `ConfigError` for an unknown dial, and for a cover that leaves no harvest.

    >>> dial(Campaign(name="x", heads=10), "cover", 0.9).cover
    0.9
    """
    if name not in DIALS:
        raise ConfigError(f"expected one of the dials {', '.join(DIALS)} but got name={name!r}; DIALS says what each turns")
    if name == "cover" and not 0 <= value <= 0.95:
        raise ConfigError(f"expected a cover from 0 to 0.95 but got value={value!r}; more would leave no harvest to speak of")
    return DIALS[name].turn(campaign, value)


def turned(these: Campaign) -> dict[str, float]:
    """
    Return how a campaign's dials stand, in the units of `DIALS`; `split` is what an account sends a day, cover included.

    >>> turned(Campaign(name="x", heads=10, per_day=5.0, cover=0.5))["split"]
    10.0
    """
    return {
        "payments": these.per_card,
        "networks": these.heads / these.addresses if these.addresses else 0.0,
        "clients": these.mixed_clients,
        "headers": these.sanitised,
        "rhythm": these.human_rhythm,
        "load": these.uneven,
        "dealing": these.at_random,
        "failures": these.failures,
        "ramp": these.ramp,
        "paraphrases": these.wordings,
        "bare": all(recipe is recipes.BARE for recipe in these.recipes) and bool(these.recipes),
        "cover": these.cover,
        "regrowth": these.banned,
        "ages": -these.births[0] if these.births else 900.0,
        "mail": these.free_mail,
        "split": these.per_day / (1 - these.cover),
    }


def level(campaign: Campaign, n: int) -> Campaign:
    """
    Return the campaign at an evasion level from 0 (as it is) to 6; each level adds to the one before.

    1: metadata stripped, two heads a card, twice the addresses. 2: six wordings, a ramp, 10 % cover. 3: own cards, lines at home, mixed clients, 30 %
    cover. 4: human rhythm, uneven load, 27 wordings, 50 % cover. 5: 60 wordings, 75 % cover; since accounts send at most twice what they did, the
    harvest is halved. 6: the published traffic at 5 a day over more accounts, opened within 500 days, with free e-mail domains; 90 % cover, no bans.

    Raises `ConfigError` for another level.

    >>> level(Campaign(name="x", heads=40, per_card=20), 1).per_card
    2
    """
    if n not in LEVELS:
        raise ConfigError(f"expected a level from 0 to 6 but got n={n!r}; 0 is the campaign as it was published")
    for step in _STEPS[:n]:
        campaign = step(campaign)
    return campaign


def _first(these: Campaign) -> Campaign:
    addresses = max(2 * these.addresses, -(-these.heads // 2)) if these.addresses else 0
    return replace(these, sanitised=True, per_card=min(these.per_card, 2), addresses=addresses)


def _second(these: Campaign) -> Campaign:
    return replace(_wordings(these, 6), ramp=max(these.ramp, min(3.0, these.window / 4)), cover=max(these.cover, 0.1))


def _third(these: Campaign) -> Campaign:
    return replace(these, per_card=1, addresses=0, residential=True, mixed_clients=True, cover=max(these.cover, 0.3))


def _fourth(these: Campaign) -> Campaign:
    slow = rhythm(_wordings(these, 27), human=True)
    return replace(slow, uneven=max(slow.uneven, 0.8), cover=max(slow.cover, 0.5))


def _fifth(these: Campaign) -> Campaign:
    return replace(_wordings(these, 60), cover=max(these.cover, 0.75), per_day=these.per_day / 2)


def _sixth(these: Campaign) -> Campaign:
    """Return the published traffic, which at level 5 had been doubled, over as many accounts as 5 a day take, and no fewer than before."""
    whole = split(replace(these, per_day=2 * these.per_day, cover=0.0), 5.0)
    return replace(whole, heads=max(whole.heads, these.heads), cover=0.9, per_day=0.5, births=(-500.0, -1.0), free_mail=True, banned=0.0)


def _wordings(these: Campaign, least: int) -> Campaign:
    return replace(these, wordings=max(these.wordings, least) if these.wordings else 0)


_STEPS = (_first, _second, _third, _fourth, _fifth, _sixth)
