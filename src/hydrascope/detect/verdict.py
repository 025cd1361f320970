"""
From evidence to a verdict: bits capped by channel and by family, less what innocent readings explain.

`confirmed` needs three independent families, both coordination and harvest, a
recognised purpose, ten customers, and a deed. `suspected` needs two families, both sides and a recognised purpose; ten
customers and more that somebody manages are suspected without one, where they
are tied strongly. `watch` is a purpose without the rest, such as harvest in the
open. `_verdict` and docs/evidence/README.md give the figures.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from scipy.special import gammaln

from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.explanations import EXPLANATIONS, Explanation, Reading
from hydrascope.detect.scene import Group, Scene

HEADS = 5  # customers of a campaign, at least, whatever they did
FAMILY_CAP = 12.0  # bits that one family of channels may give
SPEAKS = 2.0  # bits from which a family counts
LEAST = {
    "confirmed": {"families": 3, "coordination": 14.0, "harvest": 5.0},
    "suspected": {"families": 2, "coordination": 10.0, "harvest": 3.0},
}
MANY = 10  # customers of a confirmed campaign: fewer may be a small company that hides nothing, and a person should look
STRONG = 25.0  # bits of coordination that make up, with as many customers, for a purpose that is not recognised
CLOSE = 30.0  # the same where they did nothing together: a class that works through one list has an even load, too
VAST, TRACE = 40.0, 0.5  # bits of coordination that no honest crowd has, beside which a trace of harvest is enough for a person to look
DONE = 20.0  # bits of coordination that are enough for both, beside a deed
MANAGED = 3.0  # bits of somebody's management, of the channels below
_MANAGEMENT = ("shared_payment", "load_balancing", "regrowth", "failover_duplicates")
FEW = 8  # customers below which likeness alone accuses nobody: any large crowd has a few that are alike in everything
FIRM = 3.0  # bits of the channels below, which are no likeness but a deed
_DEEDS = ("shared_payment", "regrowth", "failover_duplicates", "handover", "trace_replay")
_QUEUE = ("failover_duplicates", "handover", "trace_replay")  # families and departments share cards, and nothing else
PLAIN = 7.0  # bits of purpose that accounts must show which are only alike: classes, events and users of one application begin together, and some ask for steps
WATCH = 4.0  # bits of purpose from which harvest without concealment is worth a look
WATCHED = "watch"
ORDER = ("confirmed", "suspected", WATCHED, "clear")


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
    coordination: float
    harvest: float
    evidence: list[Weighed]
    explanations: list[Weighed]
    gain: float

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

    What no reading explains comes first under the cap of its family: a
    handful of common texts that a tool accounts for hides no deed.
    """
    channels = [(CHANNELS[name], evidence) for name, evidence in said.items()]
    found = [Weighed(c.name, c.family, c.side, min(float(e.bits), c.cap), e.finding) for c, e in channels]
    left: dict[str, float] = {}
    capped = []
    for w in sorted(found, key=lambda w: (-w.bits * share[w.channel], -w.bits, w.channel)):
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


class Sums(NamedTuple):
    """What stands after caps and explanations: customers with a share in the common work, families that speak, bits by side, for purpose, of management, of deeds, and of those that need one queue of work."""

    size: int
    families: int
    coordination: float
    harvest: float
    purpose: float
    managed: float
    firm: float
    queue: float


def _verdict(s: Sums) -> str:
    """
    Return the verdict that the sums allow.

    Nothing is confirmed without a recognised purpose, a deed and ten
    customers: an online course begins together and asks alike, and a small
    company's keys look like a small campaign's. Where accounts are only alike,
    the purpose must be plain. Without a recognised purpose, only strongly tied
    groups are suspected that somebody manages: who pays, or shares out the
    work. They must be large, unless tied by a deed; where they are tied by more
    than any crowd is, or work off one queue, a trace of harvest is
    enough. Fewer than eight are accused only for what they did together, fewer than five never.
    """
    if s.size < (HEADS if s.firm >= FIRM else FEW):
        return WATCHED if s.purpose >= WATCH else "clear"
    sides = {
        n: s.families >= least["families"] and s.coordination >= least["coordination"] and s.harvest >= least["harvest"]
        for n, least in LEAST.items()
    }
    purposeful = s.purpose >= (SPEAKS if s.firm >= FIRM else PLAIN)
    if sides["confirmed"] and purposeful and s.size >= MANY and s.firm >= FIRM:
        return "confirmed"
    managed = s.managed >= MANAGED and (s.firm >= FIRM or s.size >= MANY)
    strong, vast = (STRONG if s.firm >= FIRM else CLOSE, VAST)
    if s.queue >= FIRM and s.size >= MANY:
        strong, vast = DONE, DONE
    if sides["suspected"] and (purposeful or (managed and s.coordination >= strong)):
        return "suspected"
    if managed and s.size >= MANY and s.coordination >= vast and s.families >= LEAST["confirmed"]["families"] and s.harvest >= TRACE:
        return "suspected"
    return WATCHED if s.purpose >= WATCH else "clear"


def judge(group: Group, scene: Scene, picked_from: int, asked: int) -> Judgement:
    """
    Return the verdict on a group, with everything that was weighed.

    The group was picked from `picked_from` accounts, and is one of `asked`
    sets that were looked at.
    """
    cost = selection_cost(group.size, picked_from) + math.log2(max(asked, 1))
    group = group._replace(price=cost)
    said = say(group, scene)
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
    managed = sum(standing("channel", name) for name in _MANAGEMENT)
    firm, queue = (sum(standing("channel", name) for name in names) for names in (_DEEDS, _QUEUE))
    working = int((group.profile.exchanges[group.members] > 0).sum())
    sums = Sums(working, speaking, coordination, harvest, purpose, managed, firm, queue)
    return Judgement(_verdict(sums), coordination, harvest, evidence, explanations, agreed - cost)
