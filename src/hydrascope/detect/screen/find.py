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
from hydrascope.detect.screen.work import Recruited
from hydrascope.engine import Engine

Ints = npt.NDArray[np.int64]
Tell = Callable[[str], None]


class Search(NamedTuple):
    """
    What was found in a part of the accounts, and who else is of it.

    `looked` says which of all accounts the detection has seen, `where` names
    the exchanges by their number there; `recruited` goes
    with the candidates at `positions` of it, and `work` is what the recruits did, a table of the form of `work.NO_WORK` each.
    """

    people: Population
    register: pa.Table  # of all accounts, in the order of their numbers
    looked: npt.NDArray[np.bool_]
    where: pa.Table  # exchange_id, source and line
    positions: list[int]
    recruited: list[Recruited]
    work: list[pa.Table]


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


def search(
    engine: Engine, log: Log, seen: Seen, releases: Mapping[str, int], *, rows: int, workers: int, tell: Tell
) -> tuple[Search, Detection]:
    """
    Return what a log holds, of which some `rows` exchanges at most are looked at closely, and what was detected in these.

    `seen` is what a look at all of it showed; `releases` gives seconds since 1970 by model.
    `workers` weigh the groups; `tell` hears of each stage. One reading of the log, and one of the chosen accounts.
    """
    register = log.register(seen.accounts)
    people, ids = population(seen, register), register["account_id"].combine_chunks()
    tell("choosing")
    looked = chosen(screened(people), seen.census.exchanges, order_of(people, ids), rows=rows)
    tell("detecting")
    near = [log.of(seen.accounts[looked])]
    where = near[0].select(["exchange_id", "source", "line"])
    detection = detect(engine, near.pop(), register.filter(looked), releases, workers=workers)  # which alone holds them then
    positions, recruited = _taken_in(people, looked, ids, detection)
    tell("recruiting")
    hours = log.hours(working.COLUMNS) if any(len(one.accounts) for one in recruited) else ()
    done, recruited = working.work(hours, seen.accounts, seen.families, recruited)
    return Search(people, register, looked, where.take(detection.entries), positions, recruited, done), detection
