"""
Who lives in a world of fingerprints alone: accounts as columns, drawn all at once.

People, services and the users of popular tools take their volumes from the fit
to real clients; the heads of a campaign share what its dials say.
"""

from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from hydrascope.lab.worlds import fitted
from hydrascope.lab.worlds.traffic import BEGIN
from hydrascope.schema import ACCOUNTS, INTENTS

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]
KINDS = ("hobby", "saas", "coder", "attack")
PERSON, SERVICE, CODER, HEAD = range(len(KINDS))
_SHARES = (0.84, 0.06, 0.10)  # people, services, users of popular tools
_TOOLS = 12
_BEYOND = 1.645  # as in `arrivals.volume`
_START = int(BEGIN.timestamp())


class Harvest(msgspec.Struct, frozen=True, kw_only=True):
    """
    A campaign: heads, harvesting exchanges a head and day, words of its template, and what its heads share.

    `per_card` heads share a card; `addresses` is the size of the shared pool, 0 for a line each; `cover` is the share of unrelated requests among all
    that a head sends; `pivot` the share of the harvest that turns to the new model.
    `proxied` heads come from the first campaign's pool of addresses: one proxy network for several harvests.
    """

    name: str = "harvest"
    heads: int = 300
    per_day: float = 12.0
    template_words: int = 60
    wordings: int = 1
    intent: str = "cot_elicitation"
    per_card: int = 5
    addresses: int = 120
    cover: float = 0.2
    pivot: float = 0.0
    human_rhythm: bool = False
    proxied: bool = False


class Crowd(msgspec.Struct, frozen=True, kw_only=True):
    """A world: honest accounts, their mean exchanges a day, its campaigns, its days and when the new model comes out."""

    accounts: int = 20_000
    per_day: float = 3.5
    campaigns: tuple[Harvest, ...] = (Harvest(),)
    days: int = 14
    release_day: float = 8.4


class Accounts(NamedTuple):
    """One row an account; the honest come first, then the campaigns in turn."""

    ids: pa.StringArray
    campaign: Ints  # index into the spec's campaigns, -1 for the honest
    kind: Ints  # index into KINDS
    exchanges: Ints
    cover: Floats  # share of a head's unrelated exchanges
    template: Ints  # first row of the account's text in the table of shingles, 0 for none
    wordings: Ints
    zone: Floats  # hours from UTC
    first: Floats  # day on which it begins
    length: Floats  # days over which it is busy
    flat: npt.NDArray[np.bool_]  # busy round the clock
    model: Ints
    client: Ints
    config: Ints
    address: Ints
    card: Ints
    born: Ints  # seconds since 1970
    topic: Hashes


def rng_of(seed: int, *names: int) -> np.random.Generator:
    """
    Return the random stream of that name; SFC64, since it is the fastest.

    >>> rng_of(1, 2).integers(10) == rng_of(1, 2).integers(10)
    np.True_
    """
    return np.random.Generator(np.random.SFC64([seed, *names]))


def people(spec: Crowd, seed: int) -> Accounts:
    """
    Return the accounts of a world.

    >>> people(Crowd(accounts=10, campaigns=(Harvest(heads=4),)), 1).campaign.tolist()
    [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0]
    """
    heads = [one.heads for one in spec.campaigns]
    total, honest = spec.accounts + sum(heads), spec.accounts
    rng = rng_of(seed, 0)
    campaign = np.concatenate([np.full(honest, -1), np.repeat(np.arange(len(heads)), heads)])
    kind = np.where(campaign < 0, rng.choice(len(_SHARES), size=total, p=_SHARES), HEAD)
    first, length = _busy(rng, spec, total)
    made = Accounts(
        ids=_ids("acct_", rng.integers(0, 1 << 48, total)),
        campaign=campaign,
        kind=kind,
        exchanges=_counts(rng, spec, total),
        cover=np.zeros(total),
        template=_templates(rng, kind),
        wordings=np.ones(total, np.int64),
        zone=rng.uniform(-9, 10, total),
        first=first,
        length=length,
        flat=kind == SERVICE,
        model=(rng.random(total) < 0.4).astype(np.int64),
        client=np.minimum(rng.geometric(0.06, total) - 1, 63),
        config=np.minimum(rng.geometric(0.04, total), 400),
        address=np.arange(1, total + 1),
        card=np.arange(total),
        born=_START - (rng.exponential(210, total) % 900 * 86_400).astype(np.int64),
        topic=rng.integers(0, 1 << 64, total, np.uint64),
    )
    at = honest
    for number, one in enumerate(spec.campaigns):
        _enlist(rng_of(seed, 1, number), spec, one, made, slice(at, at + one.heads))
        at += one.heads
    return made


def _busy(rng: np.random.Generator, spec: Crowd, total: int) -> tuple[Floats, Floats]:
    """Return the day on which each account's busy time begins and how long it lasts: all but the fitted share of idle time."""
    idle = 1 / (1 + np.exp(-rng.normal(*fitted.IDLE_SHARE, total)))
    length = np.maximum(0.05, spec.days * (1 - idle))
    return rng.random(total) * (spec.days - length), length


def _counts(rng: np.random.Generator, spec: Crowd, total: int) -> Ints:
    """Return log-normal volumes of the fitted spread, without the top twentieth, with the mean that the spec says; at least one."""
    z = rng.normal(size=total)
    while (high := z > _BEYOND).any():
        z[high] = rng.normal(size=int(high.sum()))
    volume = np.exp(fitted.VOLUME_SPREAD * z)
    whole = volume / volume.mean() * spec.per_day * spec.days if total else volume
    return np.maximum(1, np.floor(whole + rng.random(total))).astype(np.int64)


def _templates(rng: np.random.Generator, kind: Ints) -> Ints:
    """Return each account's row in the table of shingles: popular tools first, then a text of its own for each service."""
    rows = np.where(kind == CODER, np.minimum(rng.geometric(0.3, len(kind)), _TOOLS), 0)
    services = np.flatnonzero(kind == SERVICE)
    rows[services] = _TOOLS + 1 + np.arange(len(services))
    return rows


def _enlist(rng: np.random.Generator, spec: Crowd, one: Harvest, made: Accounts, own: slice) -> None:
    """Turn some accounts into the heads of a campaign."""
    number = np.arange(one.heads)
    volume = rng.lognormal(-0.18, 0.6, one.heads) if one.human_rhythm else np.ones(one.heads)
    made.exchanges[own] = np.maximum(1, rng.poisson(one.per_day * spec.days / (1 - one.cover) * volume))
    made.cover[own] = one.cover
    made.template[own] = made.template.max(initial=_TOOLS) + 1
    made.wordings[own] = one.wordings
    made.first[own], made.length[own] = 0.0, spec.days
    made.flat[own] = not one.human_rhythm
    made.model[own] = 0
    made.client[own], made.config[own] = rng.integers(20), rng.integers(401, 1 << 30)
    if one.addresses:
        first = spec.accounts + 1 if one.proxied else made.address[own][0]
        made.address[own] = first + number % one.addresses
    made.card[own] = made.card[own][0] + number // one.per_card
    made.born[own] = _START - (rng.uniform(0.1, 20, one.heads) * 86_400).astype(np.int64)


def texts(accounts: Accounts) -> int:
    """Return how many rows the table of shingles needs."""
    return int((accounts.template + accounts.wordings).max(initial=1))


def _ids(prefix: str, numbers: Ints, digits: int = 12) -> pa.StringArray:
    return pa.array([f"{prefix}{number:0{digits}x}" for number in numbers.tolist()], pa.string())


def register(spec: Crowd, seed: int) -> pa.Table:
    """
    Return the account register of a world, in `schema.ACCOUNTS`.

    >>> register(Crowd(accounts=3, campaigns=()), 1).num_rows
    3
    """
    accounts, rng = people(spec, seed), rng_of(seed, 2)
    total = len(accounts.ids)
    none = pa.nulls(total)
    mails = rng.integers(0, 5 + total // 3, total)
    columns = {
        "account_id": accounts.ids,
        "created_at": pa.array(accounts.born * 1_000_000, pa.timestamp("us", tz="UTC")),
        "org_id": none,
        "payment_fingerprint": _ids("pm_", accounts.card, 16),
        "email_domain": pa.array([f"mail{mail}.example" for mail in np.where(mails % 3, mails % 5, mails).tolist()]),
        "country": none,
        "program": pa.array(["standard"] * total),
        "banned_at": none,
        "plan": pa.array(np.array(["free", "basic", "pro", "team"])[rng.integers(0, 4, total)]),
        "user_ref": _ids("ur_", rng.integers(0, 1 << 40, total)),
    }
    return pa.table([columns[field.name].cast(field.type) for field in ACCOUNTS], schema=ACCOUNTS)


def truth_accounts(spec: Crowd, seed: int) -> pa.Table:
    """
    Return who is who: `account_id`, `campaign` (empty for the honest), `kind`, `operator`.

    >>> truth_accounts(Crowd(accounts=1, campaigns=(Harvest(heads=1),)), 1)["campaign"].to_pylist()
    ['', 'harvest']
    """
    accounts = people(spec, seed)
    names = [*(one.name for one in spec.campaigns), ""]
    campaign = [names[number] for number in accounts.campaign.tolist()]
    kind = [KINDS[number] for number in accounts.kind.tolist()]
    operator = [name or f"{what}-{i}" for i, (name, what) in enumerate(zip(campaign, kind, strict=True))]
    return pa.table({"account_id": accounts.ids, "campaign": campaign, "kind": kind, "operator": operator})


def intents(spec: Crowd) -> Ints:
    """Return the index into INTENTS that each campaign harvests, and 0 for the honest at the end."""
    return np.array([*(INTENTS.index(one.intent) for one in spec.campaigns), 0])
