"""
Small labelled worlds: made-up traffic in which we know who stands behind which account.

`simulate` writes one; `listing` says which there are. Every word, address, card
and fingerprint is invented, and everything follows from the seed.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds import evasion
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.catalogue import ACTS, DIALLED, WORLDS, World, listing, named
from hydrascope.lab.worlds.failures import retried
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.traffic import Population, Setting, moment
from hydrascope.lab.worlds.write import write

__all__ = ["DIALLED", "WORLDS", "World", "listing", "named", "populate", "simulate", "simulate_world"]


def simulate(world: str, *, seed: int, out: Path, scale: float = 1.0, compress: bool = False, lean: bool | None = None) -> Path:
    """
    Write a labelled world into the folder `out` and return the folder.

    `scale` multiplies the accounts and leaves the rates as they are; no campaign falls below four heads. `compress` writes `exchanges.jsonl.gz`.
    `lean` leaves out what many operators do not log (headers, sessions, end users, latency, status); by default the world decides.

    It misleads where it is easier than life: the honest talk of word lists, the attackers never change their mind, and nobody reacts to a ban but by
    replacing the head. Good figures here are necessary, not sufficient.

    Raises `ConfigError` for an unknown world or a scale that is not positive.

    >>> import tempfile
    >>> out = simulate("demo", seed=1, out=Path(tempfile.mkdtemp()), scale=0.02)
    >>> sorted(path.name for path in out.iterdir())
    ['accounts.jsonl', 'exchanges.jsonl', 'releases.json', 'truth_accounts.csv', 'truth_campaigns.json', 'truth_exchanges.csv', 'truth_work.csv']
    """
    return simulate_world(named(world), seed=seed, out=out, scale=scale, compress=compress, lean=lean)


def simulate_world(world: World, *, seed: int, out: Path, scale: float = 1.0, compress: bool = False, lean: bool | None = None) -> Path:
    """
    Write any world into the folder `out` and return the folder: one of `WORLDS`, or a record of your own.

    `truth_campaigns.json` beside the rest says what each campaign was after, how its dials stood, and when it turned to a new model.

    Raises `ConfigError` for a scale that is not positive.

    >>> import tempfile
    >>> from hydrascope.lab.worlds import evasion, shapes
    >>> hidden = World(description="one campaign alone", actors=(evasion.dial(shapes.REASONING, "cover", 0.9),))
    >>> out = simulate_world(hidden, seed=1, out=Path(tempfile.mkdtemp()), scale=0.1)
    >>> (out / "truth_campaigns.json").is_file()
    True
    """
    if not 0 < scale < 1e6:
        raise ConfigError(f"expected a positive scale but got scale={scale!r}; 1 is the world's usual size")
    setting = world.setting(seed, scale)
    with _without_collector():
        write(out, populate(world, setting), setting, compress=compress, lean=world.lean if lean is None else lean)
    declared = {one.name: _declared(one, setting) for one in world.campaigns}
    (out / "truth_campaigns.json").write_bytes(msgspec.json.format(msgspec.json.encode(declared), indent=1))
    return out


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the collector of cycles: a world is millions of small records without any, and looking through them takes up to a quarter of the time."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _declared(these: Campaign, setting: Setting) -> dict[str, Any]:
    """Return what the truth says of a campaign; the pivot is in seconds since 1970."""
    turns = these.pivot > 0 and these.start * DAY < setting.release < (these.start + these.window) * DAY
    return {
        "intents": these.intents,
        "dials": evasion.turned(these),
        "begins": moment(these.start * DAY).timestamp(),
        "pivot": moment(setting.release).timestamp() if turns else None,
    }


def populate(world: World, setting: Setting) -> Population:
    """
    Act out every inhabitant of a world and return their accounts and exchanges, not yet in order.

    >>> population = populate(WORLDS["honest"], WORLDS["honest"].setting(1, 0.01))
    >>> {one.campaign for one in population.accounts}
    {''}
    """
    whole = Population([], [])
    for actor in world.actors:
        part = ACTS[type(actor)](setting, actor)
        whole.accounts.extend(part.accounts)
        whole.sent.extend(part.sent if isinstance(actor, Campaign) else retried(setting, part.accounts[0].operator, part.sent))
    return whole
