"""
Small labelled worlds: made-up traffic in which we know who stands behind which account.

`simulate` writes one; `WORLDS` says which there are. Every word, address, card
and fingerprint is invented, and everything follows from the seed.
"""

from pathlib import Path

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds.catalogue import ACTS, WORLDS, World
from hydrascope.lab.worlds.failures import retried
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.traffic import Population, Setting
from hydrascope.lab.worlds.write import write

__all__ = ["WORLDS", "World", "populate", "simulate"]


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
    ['accounts.jsonl', 'exchanges.jsonl', 'releases.json', 'truth_accounts.csv', 'truth_exchanges.csv']
    """
    if world not in WORLDS:
        raise ConfigError(
            f"expected one of the worlds {', '.join(WORLDS)} but got world={world!r}; list them with: hydrascope simulate --list"
        )
    if not 0 < scale < 1e6:
        raise ConfigError(f"expected a positive scale but got scale={scale!r}; 1 is the world's usual size")
    spec = WORLDS[world]
    setting = spec.setting(seed, scale)
    write(out, populate(spec, setting), setting, compress=compress, lean=spec.lean if lean is None else lean)
    return out


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
