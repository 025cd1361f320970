"""Figures by campaign and by evasion level: what is found, how soon, what is said of it, and what the campaign spent."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from hydrascope.lab.benchmark.intervals import Figure, bootstrap, clopper_pearson, share
from hydrascope.lab.benchmark.measures.attribution import macro_f1, purpose_f1
from hydrascope.lab.benchmark.measures.recall import Found, recall
from hydrascope.lab.benchmark.outcome import Answer
from hydrascope.lab.benchmark.records import Alarm, CampaignTruth
from hydrascope.lab.benchmark.rows import EVERY, Row, by


class Case(NamedTuple):
    """One campaign in one world with one seed, and what one detector made of it."""

    answer: Answer
    name: str
    true: CampaignTruth
    found: Found

    @property
    def alarm(self) -> Alarm | None:
        """The first alarm, where it was looked for."""
        return self.answer.alarms.campaigns.get(self.name)


def campaigns(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each campaign and detector, over the seeds."""
    cases = by(_cases(every), lambda case: (case.answer.truth.world, case.name, case.answer.detector))
    return [_row(world, name, detector, found) for (world, name, detector), found in cases.items()]


def levels(every: Sequence[Answer]) -> list[Row]:
    """Return a row for each evasion level and detector, over campaigns and seeds."""
    cases = by((case for case in _cases(every) if case.true.level is not None), lambda case: (case.true.level or 0, case.answer.detector))
    return [
        _row(f"level {level}", EVERY, detector, found) for (level, detector), found in sorted(cases.items(), key=lambda case: case[0][0])
    ]


def _cases(every: Sequence[Answer]) -> Iterator[Case]:
    for answer in every:
        for name, found in recall(answer.truth, answer.accused, answer.said.groups).items():
            yield Case(answer, name, answer.truth.campaigns[name], found)


def _row(scope: str, name: str, detector: str, cases: Sequence[Case]) -> Row:
    return Row(
        scope=scope,
        name=name,
        detector=detector,
        seeds=len({case.answer.truth.seed for case in cases}),
        of=sum(case.true.heads for case in cases),
        figures=_found(cases) | _alarm(cases) | _said(cases) | _spent(cases),
    )


def _found(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the figures of finding; heads are pooled by seed, for those of one seed hang together."""
    seeds = by(cases, lambda case: case.answer.truth.seed).values()
    heads, accused, together = (
        [sum(getattr(case.found, field) for case in own) for own in seeds] for field in ("heads", "accused", "together")
    )
    pure = [sum(case.found.pure for case in own) / hit for own, hit in zip(seeds, accused, strict=True) if hit]
    return {
        "found": clopper_pearson(sum(case.found.found for case in cases), len(cases)),
        "recall": share(accused, heads),
        "together": share(together, heads),
        "purity": bootstrap(pure),
    }


def _alarm(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the medians of the first alarm; a campaign without one counts with all that was replayed of it."""
    told = [(case.alarm, case.true) for case in cases if case.alarm is not None]
    if not told:
        return {}
    return {
        "alarmed": clopper_pearson(sum(alarm.raised for alarm, _ in told), len(told)),
        "alarm hours": bootstrap([alarm.hours for alarm, _ in told], np.median),
        "alarm exchanges": bootstrap([alarm.exchanges for alarm, _ in told], np.median),
        "alarm share": bootstrap([alarm.exchanges / true.exchanges for alarm, true in told], np.median),
        "alarm value": bootstrap([alarm.value / true.value if true.value else 0.0 for alarm, true in told], np.median),
    }


def _said(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return the figures of attribution, for detectors that attribute."""
    told = [(case, case.answer.said.attribution) for case in cases]
    known = [(case, said) for case, said in told if said is not None]
    if not known:
        return {}
    worlds = list({id(said): said for _, said in known}.values())
    found = [(case, said) for case, said in known if case.name in said.purposes and case.true.intents]
    errors = [said.pivots[case.name] for case, said in known if case.name in said.pivots]
    intents, capabilities = (
        {p: sum(getattr(s, f).get(p, 0) for s in worlds) for s in worlds for p in getattr(s, f)} for f in ("intents", "capabilities")
    )
    return {
        "exchange precision": share(*_counts([(said.right.get(case.name, 0), said.exchanges.get(case.name, 0)) for case, said in known])),
        "exchange recall": share(*_counts([(said.right.get(case.name, 0), case.true.exchanges) for case, said in known])),
        "purposes F1": _plain(purpose_f1([case.true.intents for case, _ in found], [said.purposes[case.name] for case, said in found])),
        "intents F1": _plain(macro_f1(intents)),
        "capabilities F1": _plain(macro_f1(capabilities)),
        "pivots": clopper_pearson(sum(error is not None for error in errors), len(errors)),
        "pivot hours": bootstrap([error for error in errors if error is not None], np.median),
    }


def _counts(pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [hits for hits, _ in pairs], [of for _, of in pairs]


def _plain(value: float | None) -> Figure:
    return Figure(value, None, None)


def _spent(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return what the campaigns spent on not being found, and what they got."""
    true = [case.true for case in cases]
    return {
        "sent per answer": bootstrap([one.sent / one.exchanges for one in true]),
        "answers per head": bootstrap([one.exchanges / one.heads for one in true]),
        "cards per 100 heads": bootstrap([100 * one.cards / one.heads for one in true]),
        "networks per 100 heads": bootstrap([100 * one.networks / one.heads for one in true]),
    }
