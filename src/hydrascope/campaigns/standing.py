"""What a search at scale concluded as of a checkpoint, as it is kept until the next one."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from hydrascope.campaigns.model import Campaign, Release, Scanned, ScanResult
from hydrascope.detect.screen.census import Census
from hydrascope.detect.screen.checkpoint import Checkpoint
from hydrascope.detect.screen.families import Families
from hydrascope.detect.screen.recruits import Marks


class Crew(msgspec.Struct, frozen=True):
    """A campaign that may grow: its name, how many of its accounts were judged, and the family of each of its templates, -1 for none."""

    campaign_id: str
    judged: int
    templates: dict[str, int]


class Standing(NamedTuple):
    """
    What was concluded, and what it takes to go on from there.

    `crews` are the campaigns that `point` knows by their position. `number` is
    the number that the account of each row of `result.account_verdicts` has there.
    """

    result: ScanResult
    crews: list[Crew]
    point: Checkpoint
    number: npt.NDArray[np.int64]


class _Said(msgspec.Struct):
    """What of it is neither an array nor a table."""

    scanned: Scanned
    campaigns: list[Campaign]
    releases: list[Release]
    crews: list[Crew]
    marks: list[tuple[list[int], bool]]


def content(standing: Standing) -> dict[str, Any]:
    """Return it as arrays, tables and bytes by name, from which `restored` makes it again."""
    result, point = standing.result, standing.point
    marks = [(one.values.tolist(), one.by_text) for one in point.marks]
    said = _Said(result.scanned, result.campaigns, result.releases, standing.crews, marks)
    arrays = {"accounts": point.accounts, "owner": point.owner, "number": standing.number, **point.families._asdict()}
    return {
        "said": msgspec.msgpack.encode(said),
        "verdicts": result.account_verdicts,
        "attributed": result.attributed,
        **arrays,
        **{f"usual-{name}": values for name, values in point.usual.items()},
        **{f"census-{name}": values for name, values in point.census.state().items()},
    }


def _part(kept: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in kept.items() if name.startswith(prefix)}


def restored(kept: Mapping[str, Any]) -> Standing:
    """Return what `content` was given."""
    said = msgspec.msgpack.decode(kept["said"], type=_Said)
    result = ScanResult(said.scanned, said.campaigns, said.releases, kept["verdicts"], kept["attributed"])
    marks = [Marks(np.array(values, np.uint64), by_text) for values, by_text in said.marks]
    families = Families(kept["keys"], kept["family"], kept["size"])
    census = Census.resumed(_part(kept, "census-"))
    point = Checkpoint(kept["accounts"], kept["owner"], census, _part(kept, "usual-"), families, marks)
    return Standing(result, said.crews, point, kept["number"])
