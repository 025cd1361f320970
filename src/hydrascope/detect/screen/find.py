"""The search in a log that does not fit into memory: of all that a look has shown search what is worth it, and take in who belongs to what was found."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.detect.find import Detection, detect
from hydrascope.detect.rules import ACCUSED
from hydrascope.detect.screen import work as working
from hydrascope.detect.screen.chosen import chosen, order_of, screened
from hydrascope.detect.screen.log import Log
from hydrascope.detect.screen.look import Seen
from hydrascope.detect.screen.population import Population, population
from hydrascope.detect.screen.recruits import recruits
from hydrascope.detect.screen.work import Recruited, Work
from hydrascope.detect.streams import RECURS
from hydrascope.engine import Engine

Ints = npt.NDArray[np.int64]
Tell = Callable[[str], None]


class Search(NamedTuple):
    """
    What was found in a part of the accounts, and who else is of it.

    `looked` says which of all accounts `detection` has seen, `where` names
    the exchanges by their number there; `recruited` goes
    with the candidates at `positions` of it, and `work` is what the recruits did.
    """

    people: Population
    register: pa.Table  # of all accounts, in the order of their numbers
    looked: npt.NDArray[np.bool_]
    detection: Detection
    where: pa.Table  # exchange_id, source and line
    positions: list[int]
    recruited: list[Recruited]
    work: Work


def _taken_in(people: Population, looked: npt.NDArray[np.bool_], ids: pa.Array, detection: Detection) -> tuple[list[int], list[Recruited]]:
    """Return the accounts that belong to each accused candidate, the most severe first; each is of one. `ids` are the ids of all accounts."""
    number = pc.index_in(pa.array(detection.scene.traffic.accounts.ids), value_set=ids).to_numpy()
    free, positions, found = ~looked, [], []
    for at, candidate in enumerate(detection.candidates):
        if candidate.judgement.verdict not in ACCUSED:
            continue
        members = np.zeros(len(looked), bool)
        members[number[candidate.group.everyone]] = True
        more, mark = recruits(people, members, ~free)
        free[more] = False
        positions.append(at)
        found.append(Recruited(more, mark))
    return positions, found


def search(engine: Engine, log: Log, seen: Seen, releases: Mapping[str, int], *, rows: int, tell: Tell) -> Search:
    """
    Return what a log holds, of which some `rows` exchanges at most are looked at closely.

    `seen` is what a look at all of it showed; `releases` gives seconds since 1970 by model.
    `tell` hears of each stage. One reading of the log, and one of the chosen accounts.
    """
    register = log.register(seen.accounts)
    people, ids = population(seen, register), register["account_id"].combine_chunks()
    tell("choosing")
    looked = chosen(screened(people), seen.census.exchanges, order_of(people, ids), rows=rows)
    tell("detecting")
    near = [log.of(seen.accounts[looked])]
    where = near[0].select(["exchange_id", "source", "line"])
    detection = detect(engine, near.pop(), register.filter(looked), releases)  # which alone holds them then
    positions, recruited = _taken_in(people, looked, ids, detection)
    tell("recruiting")
    hours = log.hours(working.COLUMNS) if any(len(one.accounts) for one in recruited) else ()
    recruited, done = working.work(hours, seen.accounts, seen.families, recruited).at_work(recruited, RECURS)
    return Search(people, register, looked, detection, where.take(detection.entries), positions, recruited, done)
