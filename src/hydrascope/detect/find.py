"""The whole search: fingerprints in, groups with their verdicts out."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from hydrascope.detect import traffic
from hydrascope.detect.choice import Candidate
from hydrascope.detect.groups import find_groups
from hydrascope.detect.lone import lone_harvesters, watched_groups
from hydrascope.detect.profile import Floats
from hydrascope.detect.relays import with_relays
from hydrascope.detect.scene import Scene, scene
from hydrascope.detect.seeds import MEETING, MET, Seed, seeds
from hydrascope.detect.templates import find_templates
from hydrascope.detect.together import together, wordings
from hydrascope.detect.traffic import Ints
from hydrascope.engine import Engine


class Detection(NamedTuple):
    """Groups, most severe first, also those that came out clear; and the scene that they were judged in."""

    candidates: list[Candidate]
    scene: Scene
    templates: dict[int, int]  # template number to its smallest shingle, which names it
    ties: Floats  # bits of coordination of each account with any others, also where they came out clear
    entries: Ints  # the row of the fingerprints that each exchange number stands for


def detect(engine: Engine, fingerprints: pa.Table, register: pa.Table, releases: Mapping[str, int], *, workers: int = 1) -> Detection:
    """
    Return which accounts act as one, and whether they harvest.

    `fingerprints` follows `schema.FINGERPRINTS`, one row an exchange;
    `register` follows `schema.ACCOUNTS`; `releases` gives seconds since 1970
    by model. Groups are weighed by so many `workers`, copies of this process. The result depends neither on these nor on the order of rows.
    """
    loaded = traffic.load(engine, fingerprints, register)
    del fingerprints  # a caller who keeps none has the memory back
    find_templates(engine)
    seen = scene(traffic.read(engine, loaded), releases)
    repeated = engine.fetch("SELECT a, fragment, has_slots FROM repeated JOIN fragment USING (fragment) ORDER BY a, fragment")
    holding = engine.fetch(
        f"SELECT xid, h.a, fragment, {traffic.HARVEST} AS harvest FROM held h JOIN fragment USING (fragment) JOIN x USING (xid) WHERE has_slots ORDER BY xid, fragment"
    )
    asked, home = seeds(seen, repeated, holding)
    asked += [Seed(MEETING, part, np.full(len(part), MET)) for part in _meeting(engine, seen)]
    grouped, seen, ties = find_groups(seen, asked, home, workers=workers)
    grouped = watched_groups(seen, with_relays(grouped, seen))
    grouped += lone_harvesters(seen, grouped)
    names = engine.fetch("SELECT fragment, name FROM fragment ORDER BY fragment")
    templates = dict(zip(names["fragment"].to_pylist(), names["name"].to_pylist(), strict=True))
    return Detection(grouped, seen, templates, ties, loaded.entries)


def _meeting(engine: Engine, seen: Scene) -> list[Ints]:
    """Return the sets of accounts that keep meeting on the same objects, also on templates that none of them repeats."""
    whole = engine.fetch("SELECT xid, arg_max(fragment, (matched, -fragment)) AS fragment FROM held GROUP BY xid ORDER BY xid")
    x = seen.traffic.exchanges
    return together(x._replace(template=wordings(whole, x)), seen.n_accounts)


def relays_of(candidate: Candidate, scene: Scene) -> Ints:
    """Return the gateways that carry some of a group's common work and are not of it."""
    return np.setdiff1d(scene.traffic.exchanges.a[candidate.group.rows], candidate.group.everyone)
