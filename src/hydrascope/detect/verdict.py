"""
From evidence to a verdict: bits capped by channel and by family, less what innocent readings explain.

`rules` says which sums are enough for which verdict.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from scipy.special import gammaln

from hydrascope.detect.evidence import CHANNELS, ONE_QUEUE
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.explanations import EXPLANATIONS, Explanation, Reading
from hydrascope.detect.rules import Sums, verdict
from hydrascope.detect.scene import Group, Scene

FAMILY_CAP = 12.0  # bits that one family of channels may give
SPEAKS = 2.0  # bits from which a family counts
_SCHEDULER = ("load_balancing", "round_the_clock")  # an even load alone is a list that all work through
_DEEDS = ("shared_payment", "regrowth", "reworded_template", *ONE_QUEUE)  # families and departments share cards, and no queue


class Weighed(NamedTuple):
    """One finding that counts: its channel, family, side, bits after caps, and its sentence."""

    channel: str
    family: str
    side: str
    bits: float
    finding: str


class Judgement(NamedTuple):
    """
    A verdict and the sums it stands on; explanations carry nought or negative bits.

    `gain` is the agreement of the accounts before caps, less what finding them
    cost: it says which of two overlapping groups describes the traffic better.
    """

    verdict: str
    sums: Sums
    evidence: list[Weighed]
    explanations: list[Weighed]
    gain: float

    @property
    def coordination(self) -> float:
        """Bits of what ties the accounts, after all."""
        return self.sums.coordination

    @property
    def harvest(self) -> float:
        """Bits of what they are after, after all."""
        return self.sums.harvest

    @property
    def bits(self) -> float:
        """Total evidence in bits."""
        return self.coordination + self.harvest


Readings = list[tuple[Explanation, Reading | None]]


def say(group: Group, scene: Scene) -> dict[str, Evidence]:
    """Return what each channel says that speaks for the group."""
    said = {channel.name: channel.test(group, scene) for channel in CHANNELS.values()}
    return {name: evidence for name, evidence in said.items() if evidence is not None and evidence.bits > 0}


def read(group: Group, scene: Scene, said: Mapping[str, Evidence]) -> tuple[Readings, dict[str, float]]:
    """Return every innocent reading and how it fits, beside what refutes it, and the share of each channel's bits that stands after all of them."""
    readings: Readings = []
    share = dict.fromkeys(CHANNELS, 1.0)
    for reading in EXPLANATIONS.values():
        found = reading.test(group, scene)
        found = found and _refuted(found, {name: said[name] for name in sorted(reading.refuted_by & said.keys())})
        readings.append((reading, found))
        for name in reading.explains & share.keys():
            share[name] *= 1.0 - (found.fit if found else 0.0)
    return readings, share


def _refuted(found: Reading, against: Mapping[str, Evidence]) -> Reading:
    """Return a reading that fits half as well for each bit against it."""
    bits = float(sum(evidence.bits for evidence in against.values()))
    told = f" {bits:.0f} bits are against it: {', '.join(against)}." if bits >= 1 else ""
    return Reading(found.fit * 2.0**-bits, found.finding + told)


def weigh(said: Mapping[str, Evidence], share: Mapping[str, float]) -> list[Weighed]:
    """
    Return what each channel says, capped by channel and then by family, strongest first.

    What no reading explains comes first under the cap of its family, and deeds before likeness: a
    handful of common texts that a tool accounts for hides no deed.
    """

    def first(w: Weighed) -> tuple[bool, float, float, str]:
        stands = w.bits * share[w.channel]
        return w.channel not in _DEEDS or stands < SPEAKS, -stands, -w.bits, w.channel

    channels = [(CHANNELS[name], evidence) for name, evidence in said.items()]
    found = [Weighed(c.name, c.family, c.side, min(float(e.bits), c.cap), e.finding) for c, e in channels]
    left: dict[str, float] = {}
    capped = []
    for w in sorted(found, key=first):
        room = left.get(w.family, FAMILY_CAP)
        bits = min(w.bits, room)
        left[w.family] = room - bits
        capped.append(w._replace(bits=round(bits, 4)))
    return sorted(capped, key=lambda w: (-w.bits, w.channel))


def excuse(readings: Readings, evidence: list[Weighed]) -> list[Weighed]:
    """Return what each innocent reading takes away; a bit is taken only once."""
    share = {w.channel: 1.0 for w in evidence}
    taken = []
    for reading, found in readings:
        if found is None:
            taken.append(Weighed(reading.name, "explanation", "explanation", 0.0, "Tested; it does not fit."))
            continue
        less = sum(w.bits * share[w.channel] * found.fit for w in evidence if w.channel in reading.explains)
        for name in reading.explains & share.keys():
            share[name] *= 1.0 - found.fit
        taken.append(Weighed(reading.name, "explanation", "explanation", round(-float(less), 4), found.finding))
    return taken


def selection_cost(members: int, picked_from: int) -> float:
    """
    Return the bits that it takes to name some accounts out of a larger set.

    Any large set has some few that agree by chance; their agreement, uncapped,
    must first pay for their having been picked because they agree (minimum
    description length, Rissanen 1978).

    >>> selection_cost(60, 60), round(selection_cost(3, 70), 1)
    (0.0, 15.7)
    """
    return float(gammaln(picked_from + 1) - gammaln(members + 1) - gammaln(picked_from - members + 1)) / math.log(2)


def _choice(group: Group, picked_from: int, asked: int, cost: float, raw: float, capped: float) -> Weighed | None:
    """Return what it takes away that many sets were asked, and accounts picked out of one because they look alike."""
    m = group.size
    over = capped - max(0.0, raw - cost)
    if over <= 0:
        return None
    finding = f"The {m} accounts were picked out of {picked_from} that hold the same trait; finding them among {asked} sets takes {cost:.0f} bits, their agreement gives {raw:.0f}."
    return Weighed("chance_selection", "explanation", "explanation", round(-over, 4), finding)


def judge(group: Group, scene: Scene, picked_from: int, asked: int) -> Judgement:
    """
    Return the verdict on a group, with everything that was weighed.

    The group was picked from `picked_from` accounts, and is one of `asked`
    sets that were looked at.
    """
    cost = selection_cost(group.size, picked_from) + math.log2(max(asked, 1))
    group = group._replace(price=cost)
    said = say(group, scene)
    group = group._replace(told={name: float(evidence.bits) for name, evidence in said.items()})
    readings, share = read(group, scene, said)
    evidence = weigh(said, share)
    explanations = excuse(readings, evidence)

    def standing(field: str, value: str) -> float:
        return round(sum(w.bits * share[w.channel] for w in evidence if getattr(w, field) == value), 4)

    coordination = standing("side", "coordination")
    agreed = sum(float(said[w.channel].bits) * share[w.channel] for w in evidence if w.side == "coordination")
    choice = _choice(group, picked_from, asked, cost, agreed, coordination)
    if choice is not None:
        explanations.append(choice)
        coordination = round(coordination + choice.bits, 4)
    speaking = sum(standing("family", family) >= SPEAKS for family in {w.family for w in evidence})
    harvest, purpose = standing("side", "harvest"), standing("family", "purpose")
    even, tireless = (standing("channel", name) for name in _SCHEDULER)
    scheduled = even if tireless >= SPEAKS else 0.0
    deeds, queue = (sum(standing("channel", name) for name in names) for names in (_DEEDS, ONE_QUEUE))
    managed = queue + standing("channel", "regrowth") + scheduled
    working = int((group.mine.exchanges > 0).sum())
    sums = Sums(working, speaking, coordination, harvest, purpose, managed, deeds, queue, standing("channel", "reworded_template"))
    return Judgement(verdict(sums), sums, evidence, explanations, agreed - cost)
